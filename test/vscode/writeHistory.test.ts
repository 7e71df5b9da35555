import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ConfigurationTarget, workspace } from 'vscode';
import { messages } from './support/answers';
import { makeRepository, type Repository } from './support/repository';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, extension, textOf, uriOf } from './support/workspace';

const root = workspace.workspaceFolders![0]!.uri.fsPath;

const text = (title: string, stage: string, more = '') =>
  `---\ntitle: ${title}\ncreated: 2026-01-05\nstage: ${stage}\n${more}---\nNotes of ${title}.\n`;
function write(name: string, content: string): void {
  mkdirSync(uriOf('.').fsPath, { recursive: true });
  writeFileSync(uriOf(name).fsPath, content);
}

describe('history written into files', () => {
  const { answer, lists, shown } = typing();
  const { said } = messages();
  let repository: Repository;
  const run = () => vscode.commands.executeCommand('dealNotes.writeHistory');
  const WRITTEN = text(
    'Tilde',
    'proposal',
    'history:\n  - {on: 2026-01-05, stage: prospecting}\n  - {on: 2026-02-10, stage: proposal}\n',
  );

  beforeEach(async () => {
    // The editor's own git would still be busy in the repository when it is removed.
    await workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace);
    await clear();
    for (const [name, title] of Object.entries({
      'tilde.md': 'Tilde',
      'umlaut.md': 'Umlaut',
      'denied.md': 'Denied',
    }))
      write(name, text(title, 'prospecting'));
    repository = makeRepository(root);
    repository.git('commit', '--amend', '--quiet', '--no-edit', '--date=2026-01-05T12:00:00');
    write('tilde.md', text('Tilde', 'proposal'));
    write('umlaut.md', text('Umlaut', 'closing'));
    write(
      'denied.md',
      text('Denied', 'proposal', 'history:\n  - {on: 2026-03-01, stage: proposal, from: prospecting}\n'),
    );
    repository.git('commit', '--quiet', '--all', '--message', 'Moved', '--date=2026-02-10T12:00:00');
    await (await extension()).pipelines.refresh();
  });
  afterEach(async () => {
    repository.remove();
    await workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace);
    await clear();
  });
  const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));

  it('is shown with its lines, written into the deals that are picked, and taken back by one undo', async () => {
    const before = textOf('umlaut.md');
    answer('Tilde|Umlaut');
    await run();
    assert.deepEqual(lists, [['Tilde', 'Umlaut']]);
    assert.match(shown[0]![0]!.detail!, /^.*5 Jan.* Prospecting · .*10 Feb.* Proposal$/);
    assert.equal(textOf('tilde.md'), WRITTEN);
    assert.match(textOf('umlaut.md'), /on: 2026-02-10, stage: closing/);
    assert.deepEqual(tabs(), []);
    assert.ok(
      said.some(one => /denied\.md:1: Git has “proposal” on 2026-02-10/.test(one)),
      said.join('\n'),
    );
    await vscode.commands.executeCommand('dealNotes.undoMove');
    await until('both are as before', () => textOf('umlaut.md') === before);
    assert.equal(textOf('tilde.md'), text('Tilde', 'proposal'));
  });

  it('is not written into deals that are not picked, nor where nobody picks; an unsaved one stays unsaved', async () => {
    answer(undefined);
    await run();
    assert.equal(textOf('tilde.md'), text('Tilde', 'proposal'));
    const document = await workspace.openTextDocument(uriOf('tilde.md'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), 'Unsaved.\n');
    await workspace.applyEdit(edit);
    answer('Tilde');
    await run();
    assert.equal(document.getText(), `${WRITTEN}Unsaved.\n`);
    assert.ok(document.isDirty);
    assert.equal(textOf('tilde.md'), text('Tilde', 'proposal'));
    assert.doesNotMatch(textOf('umlaut.md'), /history/);
  });

  it('is nothing where git knows nothing, and the message says so', async () => {
    repository.remove();
    await run();
    assert.match(said[0]!, /in no git repository/);
  });
});
