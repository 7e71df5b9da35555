import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Uri, window, workspace } from 'vscode';
import { loadPipeline } from '../../src/files/disk/loadDisk';
import { PipelineFolder } from '../../src/files/pipelineFolder';
import { until } from './support/until';
import { deal } from './support/workspace';

const COUNT = 520;
const name = (number: number) => `deal-${number}.md`;

/** What is known of all files, in an order of its own. */
function contentOf(pipeline: PipelineFolder['pipeline']): string {
  return JSON.stringify([...pipeline.all()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

describe('a pipeline of many deals that an earlier window has read', () => {
  const { now } = Date;
  let around: string;
  let root: string;
  const cache = process.env.XDG_CACHE_HOME;
  const opened: PipelineFolder[] = [];

  before(() => {
    around = mkdtempSync(join(tmpdir(), 'deal-notes-before-'));
    root = join(around, 'deals');
    mkdirSync(root);
    process.env.XDG_CACHE_HOME = join(around, 'cache');
    for (let number = 0; number < COUNT; number++)
      writeFileSync(join(root, name(number)), deal(number % 2 ? 'proposal' : 'closing'));
    // Of files that were written just now nothing is kept: they may change within a tick of the clock.
    Date.now = () => now() + 10_000;
  });

  after(async () => {
    Date.now = now;
    process.env.XDG_CACHE_HOME = cache;
    for (const folder of opened) folder.dispose();
    await commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(around, { recursive: true, force: true });
  });

  async function open(): Promise<PipelineFolder> {
    const folder = new PipelineFolder(Uri.file(root));
    opened.push(folder);
    await folder.load();
    return folder;
  }

  it('is there as its files are now, those that are not saved yet among them', async () => {
    await open();
    const kept = join(around, 'cache', 'deal-notes', 'entries');
    await until('it is kept', () => {
      try {
        return readdirSync(kept).some(one => !one.startsWith('.'));
      } catch {
        return false;
      }
    });
    writeFileSync(join(root, name(1)), deal('negotiation'));
    rmSync(join(root, name(2)));
    writeFileSync(join(root, 'new.md'), deal('prospecting'));
    const later = await open();
    assert.equal(contentOf(later.pipeline), contentOf((await loadPipeline(root)).pipeline));

    const editor = await window.showTextDocument(
      await workspace.openTextDocument(Uri.file(join(root, name(3)))),
    );
    const at = editor.document.getText().indexOf('proposal');
    const place = editor.document.positionAt(at);
    await editor.edit(edit => edit.replace(editor.document.getWordRangeAtPosition(place)!, 'qualification'));
    const last = await open();
    const entry = last.pipeline.get(name(3));
    assert.equal(entry?.kind === 'deal' && entry.deal.stage, 'qualification');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
