import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ConfigurationTarget, workspace } from 'vscode';
import { messages } from './support/answers';
import { makeRepository, type Repository } from './support/repository';
import { until } from './support/until';
import { clear, extension, textOf, uriOf, writeDeal } from './support/workspace';

const workspaceFolder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
const deal = (stage: string, value: number, log = '') =>
  `---\ntitle: Acme\nstage: ${stage}\nvalue: ${value}\n---\n\n## Log\n${log}`;

/** What VS Code's own git opens its merge editor with. */
interface MergeEditorInput {
  readonly base: vscode.Uri;
  readonly input1: { readonly uri: vscode.Uri };
  readonly input2: { readonly uri: vscode.Uri };
  readonly output: vscode.Uri;
}

describe('resolving a conflict', () => {
  const { said, press } = messages();
  const { showQuickPick } = vscode.window;
  let repository: Repository;
  // A file for each test: the editor keeps documents of files that it has changed, and shows what was there.
  let name = '';
  let files = 0;
  let asked: { title: string; rows: string[] }[] = [];
  let picks: number[] = [];
  let opened: MergeEditorInput[] = [];
  const resolve = () => vscode.commands.executeCommand('dealNotes.resolveConflict', uriOf(name));

  before(() => workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace));
  after(() => workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace));
  beforeEach(async () => {
    await clear();
    [asked, picks, opened] = [[], [], []];
    name = `conflict-${++files}.md`;
    const answer = (rows: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      asked.push({
        title: options.title!,
        rows: rows.map(({ label, description = '' }) => `${label} | ${description}`),
      });
      const pick = picks.shift();
      return Promise.resolve(pick === undefined ? undefined : rows[pick]);
    };
    Object.assign(vscode.window, { showQuickPick: answer });
    await writeDeal(name, deal('proposal', 1));
    repository = makeRepository(workspaceFolder);
    repository.git('checkout', '--quiet', '-b', 'quotes');
    writeFileSync(uriOf(name).fsPath, deal('negotiation', 3, '\n- 2026-02-01 their call\n'));
    repository.git('commit', '--quiet', '--all', '--message', 'Theirs');
    repository.git('checkout', '--quiet', 'main');
    writeFileSync(uriOf(name).fsPath, deal('closing', 2, '\n- 2026-02-02 our call\n'));
    repository.git('commit', '--quiet', '--all', '--message', 'Ours');
    assert.throws(() => execFileSync('git', ['merge', 'quotes'], { cwd: workspaceFolder, stdio: 'pipe' }));
    const { pipelines } = await extension();
    await pipelines.refresh();
    await until('the conflict is known', () => textOf(name).includes('<<<<<<<'));
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
    const before = textOf(name);
    await resolve();
    assert.equal(textOf(name), before);
    picks = [0, 2];
    await resolve();
    await until('the first is written', () => /^stage: closing$/m.test(shown()));
    assert.match(shown(), /<<<<<<< HEAD: value\nvalue: 2\n=======\nvalue: 3\n>>>>>>> quotes: value/);
  });

  it('shows what the file would be with the choice in focus, and leaves neither a tab nor a group behind', async () => {
    const results = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ label }) => /^Result of /.test(label));
    const seen: string[] = [];
    const inFocus = async (rows: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      for (const row of rows.slice(0, 3)) {
        options.onDidSelectItem!(row);
        const [tab] = results();
        const { uri } = tab!.input as vscode.TabInputText;
        const result = () =>
          workspace.textDocuments.find(one => one.uri.toString() === uri.toString())!.getText();
        const wanted = [/\nstage: closing\n/, /\nstage: negotiation\n/, /<<<<<<< HEAD: stage/][seen.length]!;
        await until(`the result has ${wanted.source}`, () => wanted.test(result()));
        assert.match(result(), /<<<<<<< HEAD: value\nvalue: 2/, 'the next question is still open');
        seen.push(row.label);
      }
      return undefined;
    };
    Object.assign(vscode.window, { showQuickPick: inFocus });
    const before = textOf(name);
    const groups = vscode.window.tabGroups.all.length;
    await resolve();
    assert.equal(vscode.window.tabGroups.all.length, groups);
    assert.deepEqual(seen, ['Closing', 'Objections and negotiations', 'Decide Later']);
    assert.equal(results().length, 0);
    assert.equal(shown(), before);
  });

  it('shows the place that is asked about, however far down it is', async () => {
    const entries = Array.from({ length: 300 }, (_, at) => `- [ ] point ${at}\n`).join('');
    repository.git('merge', '--abort');
    for (const [branch, line] of [
      ['quotes', 'They want six.'],
      ['main', 'They want five.'],
    ] as const) {
      repository.git('checkout', '--quiet', branch);
      writeFileSync(uriOf(name).fsPath, `---\ntitle: Acme\nstage: closing\n---\n\n${entries}\n${line}\n`);
      repository.git('commit', '--quiet', '--all', '--message', branch);
    }
    assert.throws(() => execFileSync('git', ['merge', 'quotes'], { cwd: workspaceFolder, stdio: 'pipe' }));
    const isSeen = () =>
      vscode.window.visibleTextEditors.some(
        ({ document, visibleRanges }) =>
          document.uri.path.includes('/Result of ') &&
          visibleRanges.some(range => document.getText(range).includes('They want five.')),
      );
    let asks = 0;
    Object.assign(vscode.window, {
      showQuickPick: async () => {
        asks++;
        await until('the place is shown', isSeen);
        return undefined;
      },
    });
    await resolve();
    assert.equal(asks, 1);
  });

  it('is one undo', async () => {
    const before = textOf(name);
    picks = [0, 0];
    await resolve();
    await until('the answers are written', () => !shown().includes('<<<<<<<'));
    await vscode.commands.executeCommand('dealNotes.undoMove');
    await until('it is as it was', () => shown() === before);
  });

  it('goes on with the notes in the merge editor, where all that is decided is no longer in question', async () => {
    repository.git('merge', '--abort');
    const notes = (stage: string, line: string) => `---\ntitle: Acme\nstage: ${stage}\n---\n\n${line}\n`;
    for (const [branch, text] of [
      ['quotes', notes('negotiation', 'They want six.')],
      ['main', notes('closing', 'They want five.')],
    ] as const) {
      repository.git('checkout', '--quiet', branch);
      writeFileSync(uriOf(name).fsPath, text);
      repository.git('commit', '--quiet', '--all', '--message', branch);
    }
    assert.throws(() => execFileSync('git', ['merge', 'quotes'], { cwd: workspaceFolder, stdio: 'pipe' }));
    picks = [1, 3];
    await withMergeEditor(resolve);
    assert.deepEqual(asked[1]!.rows.slice(2), ['Both | ', 'In the Merge Editor… | ', 'Decide Later | ']);
    const { base, input1, input2, output } = opened[0]!;
    assert.equal(output.toString(), uriOf(name).toString());
    const sides = await Promise.all(
      [base, input1.uri, input2.uri].map(uri => workspace.openTextDocument(uri)),
    );
    assert.deepEqual(
      sides.map(one => `${/stage: (\w+)/.exec(one.getText())?.[1]} ${/six|five/.exec(one.getText())?.[0]}`),
      ['negotiation undefined', 'negotiation five', 'negotiation six'],
    );
  });

  it('merges a copy into its original, with a question for each thing that both say differently', async () => {
    repository.git('merge', '--abort');
    await writeDeal('b.md', deal('proposal', 5, '\n- 2026-02-01 call\n'));
    await writeDeal('b (1).md', deal('proposal', 6, '\n- 2026-02-02 mail\n'));
    picks = [1];
    await vscode.commands.executeCommand('dealNotes._mergeCopy', uriOf('b (1).md'), uriOf('b.md'));
    assert.deepEqual(asked, [{ title: 'Acme: value', rows: ['value: 5 | b.md', 'value: 6 | b (1).md'] }]);
    await until('it has both', () => /value: 6[^]*mail/.test(textOf('b.md')));
    assert.match(textOf('b.md'), /- 2026-02-01 call/);
    assert.match(said.at(-1)!, /has all that you wanted of its copy/);
    assert.ok(existsSync(uriOf('b (1).md').fsPath), 'the copy stays until somebody says so');
  });

  /** What the merge editor is given; opened for real, it would leave a text with conflicts to the tests behind it. */
  async function withMergeEditor(act: () => PromiseLike<unknown>): Promise<void> {
    const { executeCommand } = vscode.commands;
    const instead = (command: string, ...args: unknown[]) =>
      command === '_open.mergeEditor'
        ? Promise.resolve(void opened.push(args[0] as MergeEditorInput))
        : executeCommand(command, ...args);
    Object.assign(vscode.commands, { executeCommand: instead });
    try {
      await act();
    } finally {
      Object.assign(vscode.commands, { executeCommand });
    }
  }

  /** What the editor shows, where it has the file open; else what is on the disk. */
  function shown(): string {
    const document = workspace.textDocuments.find(one => one.uri.toString() === uriOf(name).toString());
    return document?.getText() ?? textOf(name);
  }
});
