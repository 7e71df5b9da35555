import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { messages } from './support/answers';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal } from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);
const files = () => readdirSync(dirname(uriOf('x').fsPath)).toSorted();
const before = deal('proposal');
const renamedText = before.replace('Acme, scanners', "'Acme, warehouse'");

/** The names of the files in the editors. */
const shown = () =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).toSorted();

describe('a deal that is renamed', () => {
  const { said } = messages();
  const { answer, lists, offered } = typing();
  beforeEach(clear);
  after(clear);

  it('has its new title, and its file the new name, until that is taken back', async () => {
    const uri = await writeDeal('acme.md', before);
    answer('Acme, warehouse', 'Rename the file');
    await run('renameDeal', uri);
    assert.deepEqual(offered, ['Acme, scanners']);
    assert.deepEqual(lists[0], ['Keep acme.md', 'Rename the file to acme-warehouse.md']);
    assert.deepEqual(files(), ['acme-warehouse.md']);
    assert.equal(textOf('acme-warehouse.md'), renamedText);
    const { pipelines } = await extension();
    assert.equal(pipelines.entryAt(uri), undefined);
    assert.equal(pipelines.entryAt(uriOf('acme-warehouse.md'))?.kind, 'deal');
    await until('it is told', () => said.length === 1);
    assert.deepEqual(said, ['Acme, scanners: now “Acme, warehouse”, in acme-warehouse.md']);
    await run('undoMove');
    assert.deepEqual(files(), ['acme.md']);
    assert.equal(textOf('acme.md'), before);
    assert.equal(pipelines.entryAt(uri)?.kind, 'deal');
  });

  it('keeps the name of its file if that is wished', async () => {
    const uri = await writeDeal('acme.md', before);
    answer('Acme, warehouse', 'Keep');
    await run('renameDeal', uri);
    assert.equal(textOf('acme.md'), renamedText);
    await until('it is told', () => said.includes('Acme, scanners: now “Acme, warehouse”'));
    await run('undoMove');
    assert.equal(textOf('acme.md'), before);
  });

  it('is not asked about the name of its file where that is right already', async () => {
    await writeDeal('acme-depot.md', before);
    await show('acme-depot.md');
    answer('Acme, depot');
    await run('renameDeal');
    assert.equal(lists.length, 0);
    assert.equal(textOf('acme-depot.md'), before.replace('Acme, scanners', "'Acme, depot'"));
  });

  it('takes the place of no other file, and stays in its folder', async () => {
    await writeDeal('closed/acme-warehouse.md', deal('closing'));
    const uri = await writeDeal('closed/acme.md', before);
    answer('Acme, warehouse', 'Rename the file to acme-warehouse-2.md');
    await run('renameDeal', uri);
    assert.equal(textOf('closed/acme-warehouse-2.md'), renamedText);
    assert.equal(textOf('closed/acme-warehouse.md'), deal('closing'));
  });

  it('goes along in its editor, with what is not saved yet, and back', async () => {
    await writeDeal('acme.md', before);
    const document = await show('acme.md');
    const end = document.positionAt(document.getText().length);
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, end, 'Not saved.\n');
    await vscode.workspace.applyEdit(typed);
    answer('Acme, warehouse', 'Rename the file');
    await run('renameDeal');
    await until('the editor follows', () => shown().join() === 'acme-warehouse.md');
    const renamed = vscode.window.activeTextEditor!.document;
    assert.equal(renamed.getText(), `${renamedText}Not saved.\n`);
    assert.equal(renamed.isDirty, true);
    assert.equal(textOf('acme-warehouse.md'), before);
    await run('undoMove');
    await until('the editor follows', () => shown().join() === 'acme.md');
    // The tab is there before its text.
    const back = () => vscode.window.activeTextEditor?.document;
    await until('it is as it was', () => back()?.getText() === `${before}Not saved.\n`);
    assert.equal(back()?.uri.toString(), uriOf('acme.md').toString());
    assert.equal(back()?.isDirty, true);
    assert.deepEqual(files(), ['acme.md']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is saved in its editor where it was saved before', async () => {
    await writeDeal('acme.md', before);
    await show('acme.md');
    answer('Acme, warehouse', 'Rename the file');
    await run('renameDeal');
    await until('the editor follows', () => shown().join() === 'acme-warehouse.md');
    await until(
      'it shows the title',
      () => vscode.window.activeTextEditor?.document.getText() === renamedText,
    );
    assert.equal(textOf('acme-warehouse.md'), renamedText);
    assert.equal(vscode.window.activeTextEditor!.document.isDirty, false);
    await run('undoMove');
    assert.equal(textOf('acme.md'), before);
  });

  it('stays as it is, name and all, where its title cannot be written', async () => {
    const broken = before.replace('title: Acme, scanners', 'title: [Acme]');
    const uri = await writeDeal('acme.md', broken);
    answer('Acme, warehouse', 'Rename the file');
    await run('renameDeal', uri);
    assert.deepEqual(files(), ['acme.md']);
    assert.equal(textOf('acme.md'), broken);
    await until('it is told', () => said.some(message => /deals\/acme\.md:2: .*holds a list/.test(message)));
  });

  it('is not put back over a file that has taken its old name', async () => {
    const uri = await writeDeal('acme.md', before);
    answer('Acme, warehouse', 'Rename the file');
    await run('renameDeal', uri);
    writeFileSync(uri.fsPath, 'mine');
    await run('undoMove');
    assert.equal(textOf('acme.md'), 'mine');
    assert.match(said.at(-1)!, /acme-warehouse\.md: A file “acme\.md” already exists/);
  });

  it('stays as it is where the person gives up', async () => {
    const uri = await writeDeal('acme.md', before);
    for (const answers of [[undefined], [' '], ['Acme, warehouse', undefined]]) {
      answer(...answers);
      await run('renameDeal', uri);
    }
    assert.deepEqual(files(), ['acme.md']);
    assert.equal(textOf('acme.md'), before);
    assert.deepEqual(said, []);
  });
});

async function show(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}
