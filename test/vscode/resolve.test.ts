import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ConfigurationTarget, workspace } from 'vscode';
import { messages } from './support/answers';
import { makeRepository, type Repository } from './support/repository';
import { until } from './support/until';
import { clear, extension, textOf, uriOf, writeDeal } from './support/workspace';

const workspaceFolder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
const deal = (stage: string, value: number, log = '') =>
  `---\ntitle: Acme\nstage: ${stage}\nvalue: ${value}\n---\n\n## Log\n${log}`;

describe('resolving a conflict', () => {
  const { said, press } = messages();
  const { showQuickPick } = vscode.window;
  let repository: Repository;
  let asked: { title: string; rows: string[] }[] = [];
  let picks: number[] = [];
  const resolve = () => vscode.commands.executeCommand('dealNotes.resolveConflict', uriOf('a.md'));

  before(() => workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace));
  after(() => workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace));
  beforeEach(async () => {
    await clear();
    [asked, picks] = [[], []];
    const answer = (rows: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      asked.push({
        title: options.title!,
        rows: rows.map(({ label, description = '' }) => `${label} | ${description}`),
      });
      const pick = picks.shift();
      return Promise.resolve(pick === undefined ? undefined : rows[pick]);
    };
    Object.assign(vscode.window, { showQuickPick: answer });
    await writeDeal('a.md', deal('proposal', 1));
    repository = makeRepository(workspaceFolder);
    repository.git('checkout', '--quiet', '-b', 'quotes');
    writeFileSync(uriOf('a.md').fsPath, deal('negotiation', 3, '\n- 2026-02-01 their call\n'));
    repository.git('commit', '--quiet', '--all', '--message', 'Theirs');
    repository.git('checkout', '--quiet', 'main');
    writeFileSync(uriOf('a.md').fsPath, deal('closing', 2, '\n- 2026-02-02 our call\n'));
    repository.git('commit', '--quiet', '--all', '--message', 'Ours');
    assert.throws(() => execFileSync('git', ['merge', 'quotes'], { cwd: workspaceFolder, stdio: 'pipe' }));
    const { pipelines } = await extension();
    await pipelines.refresh();
    await until('the conflict is known', () => textOf('a.md').includes('<<<<<<<'));
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showQuickPick });
    await clear();
    repository.remove();
  });

  it('asks a question for each thing, writes the answers as one change, and merges the rest by itself', async () => {
    picks = [0, 1];
    press('Undo');
    await resolve();
    assert.deepEqual(
      asked.map(({ title }) => title),
      ['Acme: stage (1 of 2)', 'Acme: value (2 of 2)'],
    );
    assert.match(asked[0]!.rows[0]!, /^Closing \| Dana, .* · HEAD$/);
    assert.match(asked[1]!.rows[1]!, /^value: 3 \| Dana, .* · quotes$/);
    await until('the answers are written', () => /^stage: closing\nvalue: 3\n---/m.test(shown()));
    assert.match(shown(), /our call[^]*their call|their call[^]*our call/);
    assert.doesNotMatch(shown(), /<<<<<<<|>>>>>>>/);
    assert.ok(
      said.some(message => /Git goes on when it’s staged/.test(message)),
      said.join('\n'),
    );
  });

  it('changes nothing where the person goes away, and leaves what is decided later', async () => {
    const before = textOf('a.md');
    await resolve();
    assert.equal(textOf('a.md'), before);
    picks = [0, 2];
    await resolve();
    await until('the first is written', () => /^stage: closing$/m.test(shown()));
    assert.match(shown(), /<<<<<<< HEAD: value\nvalue: 2\n=======\nvalue: 3\n>>>>>>> quotes: value/);
  });

  it('is one undo', async () => {
    const before = textOf('a.md');
    picks = [0, 0];
    await resolve();
    await until('the answers are written', () => !shown().includes('<<<<<<<'));
    await vscode.commands.executeCommand('dealNotes.undoMove');
    await until('it is as it was', () => shown() === before);
  });

  /** What the editor shows, where it has the file open; else what is on the disk. */
  function shown(): string {
    const document = workspace.textDocuments.find(one => one.uri.toString() === uriOf('a.md').toString());
    return document?.getText() ?? textOf('a.md');
  }
});
