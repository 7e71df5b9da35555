import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { toBeSettled, type Entry } from '../../src/core/deal/entry';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, extension, textOf, uriOf, writeDeal } from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);

const needsAttention = (entry: Entry | undefined) => entry !== undefined && toBeSettled(entry) !== undefined;

/** A file that the pipeline knows, and that needs attention. */
async function broken(name: string, head: string): Promise<{ uri: vscode.Uri }> {
  const uri = await writeDeal(name, `---\n${head}\n---\nNotes.\n`);
  const { pipelines } = await extension();
  await until(`${name} needs attention`, () => needsAttention(pipelines.entryAt(uri)));
  return { uri };
}

describe('Fix…', () => {
  const { said, press } = messages();
  const { answer, lists, shown } = typing();
  beforeEach(clear);
  after(clear);

  it('lists what is offered with what it would do, and makes it in one change that is taken back', async () => {
    const node = await broken('a.md', 'title: A\nstage: Proposal/Closing');
    answer('Change to “Closing”');
    await run('fix', node);
    assert.deepEqual(lists[0], [
      'Line 3: There is no stage “Proposal/Closing”. Did you mean “proposal” or “closing”?',
      'Change to “Proposal”',
      'Change to “Closing”',
      'Make “Proposal/Closing” an Alias of a Stage…',
    ]);
    assert.equal(shown[0]![2]!.detail, 'stage: Proposal/Closing → stage: Closing');
    assert.equal(textOf('a.md'), '---\ntitle: A\nstage: Closing\n---\nNotes.\n');
    await until('it is told', () => said.some(message => /^Fixed: A/.test(message)));
    await run('undoMove');
    assert.equal(textOf('a.md'), '---\ntitle: A\nstage: Proposal/Closing\n---\nNotes.\n');
  });

  it('is about the open file, unsaved text included', async () => {
    const { uri } = await broken('b.md', 'title: B\nstage: [proposal]');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit(edit => edit.insert(new vscode.Position(4, 0), 'More.\n'));
    answer('Change to “proposal”');
    await run('fix');
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.getText(), '---\ntitle: B\nstage: proposal\n---\nMore.\nNotes.\n');
    await document.save();
  });

  it('is in the menu of the file too, in Explorer and editor', async () => {
    const { contributes } = vscode.extensions.getExtension('deal-notes.deal-notes')!.packageJSON as {
      contributes: { menus: Record<string, { command: string }[]> };
    };
    assert.ok(contributes.menus['dealNotes.file']!.some(({ command }) => command === 'dealNotes.fix'));
    const { uri } = await broken('m.md', 'title: M\nstage: [closing]');
    answer('Change to “closing”');
    // As the Explorer has it: the file that was clicked, and all that are selected.
    await run('fix', uri, [uri]);
    assert.equal(textOf('m.md'), '---\ntitle: M\nstage: closing\n---\nNotes.\n');
  });

  it('settles a conflict by what the deal is', async () => {
    const node = await broken('c.md', '<<<<<<< HEAD\nstage: closing\n=======\nstage: proposal\n>>>>>>> tom');
    answer('Open, in Proposal (tom’s side)');
    await run('fix', node);
    assert.equal(textOf('c.md'), '---\nstage: proposal\n---\nNotes.\n');
  });

  it('makes a word a name of a stage in the process file, and takes it back', async () => {
    const node = await broken('d.md', 'title: D\nstage: demo');
    const { pipelines } = await extension();
    answer('Make “demo”', 'Proposal');
    press('Undo');
    await run('fix', node);
    await until('it is told', () => said.some(message => message.startsWith('“demo” now means Proposal')));
    await until('it is as it was', () => pipelines.entryAt(node.uri)?.kind === 'attention');
    answer('Make “demo”', 'Proposal');
    await run('fix', node);
    await until('it is a deal', () => pipelines.entryAt(node.uri)?.kind === 'deal');
    assert.match(
      readFileSync(uriOf('sales-process.yaml').fsPath, 'utf8'),
      /proposal:\n {4}aliases: \[demo\]/,
    );
  });

  it('takes a new name of a stage back with Undo Last Change', async () => {
    const node = await broken('f.md', 'title: F\nstage: trial');
    const { pipelines } = await extension();
    answer('Make “trial”', 'Proposal');
    await run('fix', node);
    await until('it is a deal', () => pipelines.entryAt(node.uri)?.kind === 'deal');
    await run('undoMove');
    await until('it is as it was', () => pipelines.entryAt(node.uri)?.kind === 'attention');
    assert.ok(said.includes('Undone: sales-process.yaml'), said.join('\n'));
  });

  it('has the rows of the light bulb that ask, and asks', async () => {
    const uri = await writeDeal('g.md', '---\ntitle: G\nstage: proposal\nvalue: lots\n---\n');
    const { pipelines } = await extension();
    await until('it is a deal', () => pipelines.entryAt(uri)?.kind === 'deal');
    answer('Set Value…', '5k');
    await run('fix', { uri });
    assert.deepEqual(
      lists[0]!.filter(label => !label.startsWith('Line ')),
      ['Set Value…', 'Set Next Step…'],
    );
    assert.match(textOf('g.md'), /^value: 5000$/m);
  });

  it('says where there is nothing to offer', async () => {
    const node = await broken('e.md', 'stage: proposal\n  - x: [');
    await run('fix', node);
    assert.match(said[0] ?? lists.join(), /No fix can be offered here|Line/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    said.length = 0;
    await run('fix');
    assert.deepEqual(said, ['Open the file of a deal first, or choose one in the view.']);
  });
});

describe('rows that need attention', () => {
  const { said, press } = messages();
  beforeEach(clear);
  after(clear);

  interface MenuItem {
    readonly command: string;
    readonly when: string;
  }

  it('have a menu with fixes and with what one does to files', async () => {
    const { tree } = await extension();
    await broken('a.md', 'stage: demo');
    const [group] = (await tree.getChildren()).filter(
      node => node.kind === 'group' && node.group === 'attention',
    );
    const [row] = await tree.getChildren(group);
    const { contextValue } = await tree.getTreeItem(row!);
    const manifest = vscode.extensions.getExtension('deal-notes.deal-notes')!.packageJSON as {
      contributes: { menus: Record<string, MenuItem[]> };
    };
    const offered = manifest.contributes.menus['view/item/context']!.filter(({ when }) => {
      const [, value] = /viewItem == (\S+)/.exec(when) ?? [];
      const [, pattern] = /viewItem =~ \/(.*)\/$/.exec(when) ?? [];
      return value === contextValue || (pattern !== undefined && new RegExp(pattern).test(contextValue!));
    });
    assert.deepEqual(
      [...new Set(offered.map(({ command }) => command))],
      ['fix', 'open', 'openToSide', 'revealFile', 'copyPath', 'deleteFile'].map(name => `dealNotes.${name}`),
    );
  });

  it('are opened to the side, and their path is copied', async () => {
    const node = await broken('a.md', 'stage: demo');
    await run('copyPath', node);
    assert.equal(await vscode.env.clipboard.readText(), node.uri.fsPath);
    await run('openToSide', node);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), node.uri.toString());
    await run('revealFile', node);
  });

  it('are moved to the bin where the person says so, and not with changes that are in no file', async () => {
    const node = await broken('b.md', 'stage: demo');
    await run('deleteFile', node);
    assert.deepEqual(said, ['Move “b.md” to the bin?']);
    assert.match(textOf('b.md'), /stage: demo/);
    const document = await vscode.workspace.openTextDocument(node.uri);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(document.positionAt(document.getText().length), 'more'));
    press('Move to Bin');
    await run('deleteFile', node);
    assert.match(said.at(-1)!, /has unsaved changes/);
    assert.match(textOf('b.md'), /stage: demo/);
    await document.save();
    await run('deleteFile', node);
    const { pipelines } = await extension();
    // Not every machine has a bin; then the file stays, and the reason is told.
    await until('it is done, or the reason told', () =>
      pipelines.entryAt(node.uri) ? /^Couldn’t move “b\.md” to the bin: ./.test(said.at(-1)!) : true,
    );
  });
});
