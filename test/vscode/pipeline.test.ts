import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { STAGES } from '../../src/core/process/stages';
import { messages } from './support/answers';
import { clear, deal, extension, uriOf, writeDeal } from './support/workspace';
import { until } from './support/until';

/** The rows of the tree with what stands beside their labels; stages that are empty only with their label. */
async function rows(): Promise<string[]> {
  const { tree } = await extension();
  return tree.getChildren().map(node => {
    const { label, description } = tree.getTreeItem(node);
    return `${label as string} ${description as string}`;
  });
}

describe('the pipeline', () => {
  beforeEach(clear);
  after(clear);

  it('shows nothing where there are no deals, so that the view says what to do', async () => {
    assert.deepEqual(await rows(), []);
  });

  it('has the seven stages in order, though all but one are empty', async () => {
    await writeDeal('a.md', deal('prospecting'));
    const counts = STAGES.map(({ label }) => `${label} ${label === 'Prospecting' ? '1 · 1 stalled' : 0}`);
    assert.deepEqual(await rows(), [...counts, 'Won 0', 'Lost 0']);
  });

  it('sums each stage by currency, for short, after what is stalled; in full and weighted aloud', async () => {
    await writeDeal('a.md', deal('proposal', 'value: 48000\ncurrency: EUR\n'));
    await writeDeal('b.md', deal('proposal', 'value: 38000\ncurrency: EUR\n'));
    await writeDeal('c.md', deal('proposal', 'value: 7000\ncurrency: GBP\n'));
    assert.equal((await rows())[4], 'Proposal 3 · 3 stalled · €86K + £7K');
    const { tree } = await extension();
    const { accessibilityInformation } = tree.getTreeItem(tree.getChildren()[4]!);
    assert.match(
      accessibilityInformation!.label,
      /^Proposal, 3 deals, worth €86,000 \+ £7,000, weighted €43,000 \+ £3,500, 3 stalled$/,
    );
  });

  it('shows a file that cannot be read, and why, until it is mended', async () => {
    await writeDeal('broken.md', deal('proposal').replace('Acme, scanners', 'Acme: scanners'));
    assert.equal((await rows()).at(-1), 'Needs attention 1');
    const { tree } = await extension();
    const [node] = tree.getChildren(tree.getChildren().at(-1));
    assert.match(String(tree.getTreeItem(node!).description), /Put quotes around it/);
    await writeDeal('broken.md', deal('proposal'));
    assert.equal((await rows()).at(-1), 'Lost 0');
  });

  it('follows what other programs do with the files', async () => {
    await writeDeal('a.md', deal('proposal'));
    const { pipelines } = await extension();
    const stageOf = (name: string) => {
      const entry = pipelines.entryAt(uriOf(name));
      return entry?.kind === 'deal' ? entry.deal.stage : undefined;
    };
    writeFileSync(uriOf('a.md').fsPath, deal('closing'));
    await until('the change is seen', () => stageOf('a.md') === 'closing');
    renameSync(uriOf('a.md').fsPath, uriOf('b.md').fsPath);
    await until('the new name is seen', () => stageOf('b.md') === 'closing' && stageOf('a.md') === undefined);
    rmSync(uriOf('b.md').fsPath);
    await until('the deletion is seen', () => stageOf('b.md') === undefined);
  });

  it('shows a deal as it is in the editor, saved or not', async () => {
    const document = await vscode.workspace.openTextDocument(await writeDeal('typed.md', deal('proposal')));
    const editor = await vscode.window.showTextDocument(document);
    const at = document.getText().indexOf('proposal');
    await editor.edit(edit =>
      edit.replace(new vscode.Range(document.positionAt(at), document.positionAt(at + 8)), 'closing'),
    );
    const { pipelines } = await extension();
    await until('the change is shown', () => pipelines.folders[0]!.pipeline.group('closing').length === 1);
    assert.equal(document.isDirty, true);
  });
});

describe('pipelines', () => {
  beforeEach(clear);
  after(clear);

  const names = async () => (await extension()).pipelines.folders.map(({ name }) => name);
  const counts = async () =>
    (await extension()).pipelines.folders.map(({ name, pipeline }) => `${name} ${pipeline.files.open}`);

  it('within pipelines have their own deals', async () => {
    await writeDeal('a.md', deal('proposal'));
    await writeDeal('emea/b.md', deal('proposal'));
    assert.deepEqual(await counts(), ['deals 2']);
    writeFileSync(uriOf('emea/sales-process.yaml').fsPath, 'currency: EUR\n');
    const { pipelines } = await extension();
    await until('both are read', () => {
      const [outer, inner] = pipelines.folders;
      return outer?.pipeline.files.open === 1 && inner?.pipeline.files.open === 1;
    });
    assert.deepEqual(await counts(), ['deals 1', 'deals/emea 1']);
  });

  it('do not hold deals twice where the process stands above the folder that the setting names', async () => {
    await writeDeal('a.md', deal('proposal'));
    const above = vscode.Uri.joinPath(uriOf('.'), '..', 'sales-process.yaml').fsPath;
    const { pipelines } = await extension();
    try {
      writeFileSync(above, 'skip: block\n');
      await pipelines.refresh();
      await until('all is read', () => !pipelines.folders.some(({ isLoading }) => isLoading));
      assert.equal(pipelines.folders.length, 1);
      assert.equal([...pipelines.deals()].length, 1);
      assert.equal(pipelines.folderOf(uriOf('a.md'))!.pipeline.process.skip, 'block');
    } finally {
      rmSync(above);
      await pipelines.refresh();
    }
    assert.deepEqual(await counts(), ['deals 1']);
  });

  it('that go are dropped, and are found when they are back', async () => {
    const { pipelines } = await extension();
    // The folder has just been made; a watcher that is asked to follow makes one event of what comes and goes at once.
    writeFileSync(uriOf('seen.md').fsPath, deal('proposal'));
    await until('the watcher has seen it', () => pipelines.entryAt(uriOf('seen.md')) !== undefined);
    rmSync(uriOf('.').fsPath, { recursive: true });
    await until('it is dropped', () => pipelines.folders.length === 0);
    await writeDeal('a.md', deal('proposal'));
    assert.deepEqual(await names(), ['deals']);
  });
});

describe('a folder with a pipeline that comes or goes as a whole', () => {
  const { said } = messages();
  beforeEach(clear);
  after(clear);

  for (const place of ['north', 'regions/north'])
    it(`is seen, and told where it goes: ${place}`, async () => {
      const { pipelines } = await extension();
      const root = vscode.Uri.joinPath(uriOf('.'), '..').fsPath;
      const top = join(root, place.split('/')[0]!);
      const elsewhere = mkdtempSync(join(dirname(root), 'deal-notes-elsewhere-'));
      const made = join(elsewhere, 'made', ...place.split('/').slice(1));
      const isThere = () => pipelines.folders.some(({ name }) => name === place);
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '*'));
      let isTold = false;
      watcher.onDidCreate(({ fsPath }) => (isTold ||= fsPath === top));
      try {
        mkdirSync(made, { recursive: true });
        writeFileSync(join(made, 'sales-process.yaml'), '');
        writeFileSync(join(made, 'a.md'), deal('proposal'));
        renameSync(join(elsewhere, 'made'), top);
        // Of a folder that is gone before the editor has told of it, it tells nothing.
        await until('it is found', () => isTold && isThere());
        renameSync(join(root, place), join(elsewhere, 'gone'));
        await until('it is dropped', () => !isThere());
        await until('it is told', () => said.includes(`The pipeline “${place}” no longer exists.`));
      } finally {
        watcher.dispose();
        rmSync(top, { recursive: true, force: true });
        rmSync(elsewhere, { recursive: true });
      }
    });
});

describe('problems', () => {
  beforeEach(clear);
  after(clear);

  const inFile = (name: string) =>
    vscode.languages
      .getDiagnostics(uriOf(name))
      .map(({ range, code }) => `${range.start.line + 1} ${String(code)}`);

  for (const [cause, content, expected] of [
    ['a duplicate key', '---\nstage: proposal\nstage: closing\n---\n', '3 duplicate-key'],
    [
      'a conflict',
      '---\n<<<<<<< a\nstage: closing\n=======\nstage: proposal\n>>>>>>> b\n---\n',
      '2 conflict-markers',
    ],
    ['a list', '---\n- stage\n---\n', '2 not-a-map'],
    ['a stage that is a number', '---\ntitle: x\nstage: 5\n---\n', '3 unknown-stage'],
    ['a date that is none', '---\nstage: closing\nclose_date: 2026-02-30\n---\n', '3 invalid-date'],
    ['a value that is text', '---\nstage: closing\nvalue: much\n---\n', '3 invalid-value'],
    ['UTF-16', Buffer.from('\uFEFF---\nstage: closing\n---\n', 'utf16le'), '1 not-utf8'],
    ['no closing line', '---\nstage: closing\n', '1 unclosed-front-matter'],
  ] as const) {
    it(`tells the line of ${cause}`, async () => {
      const name = `${cause.replaceAll(' ', '-')}.md`;
      await writeDeal(name, content);
      await until('the problem is shown', () => inFile(name).length > 0);
      assert.deepEqual(inFile(name), [expected]);
    });
  }
});
