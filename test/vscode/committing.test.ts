import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { commitDeals } from '../../src/branches/commitDeals';
import type { MessageSources } from '../../src/branches/deedsOfFolder';
import { MessageEditor } from '../../src/branches/messageEditor';
import { proposeMessage } from '../../src/branches/proposeMessage';
import { DiskFiles } from '../../src/files/disk/diskFiles';
import { date } from '../unit/support/deals';
import { messages } from './support/answers';
import { makeRepository, type Repository } from './support/repository';
import { clear, deal, extension, writeDeal } from './support/workspace';

const root = vscode.workspace.workspaceFolders![0]!.uri;
const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@acme.example' };
const sources: MessageSources = {
  surroundings: {
    cwd: root.fsPath,
    env: { ...process.env, ...who, GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@acme.example' },
  },
  workspace: { files: new DiskFiles(), clock: { today: () => date('2026-03-01'), now: () => 0 } },
};
const MOVED = 'Acme, scanners: Prospecting → Proposal';

describe('commits that say what deals did', () => {
  const { said } = messages();
  let repository: Repository;
  const out = (...args: string[]) => execFileSync('git', args, { cwd: root.fsPath, encoding: 'utf8' }).trim();
  const folder = async () => (await extension()).pipelines.folders[0]!;

  let editor: MessageEditor;
  afterEach(() => editor.dispose());
  beforeEach(async () => {
    editor = new MessageEditor();
    await clear();
    await writeDeal('a.md', deal('prospecting'));
    repository = makeRepository(root.fsPath);
    await writeDeal('a.md', deal('proposal'));
  });
  afterEach(async () => {
    repository.remove();
    vscode.workspace.fs.delete(vscode.Uri.joinPath(root, 'x.txt')).then(undefined, () => undefined);
    await clear();
  });

  it('proposes a message for what is staged, else for all, and never over a person’s own', async () => {
    const kept = new Map<string, unknown>();
    const memento = {
      keys: () => [...kept.keys()],
      get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    } as vscode.Memento;
    const box = { value: '' };
    const state = { HEAD: undefined, mergeChanges: [], indexChanges: [] as unknown[] };
    const propose = async () => {
      const inGit = {
        rootUri: root,
        inputBox: box,
        state: { ...state, onDidChange: () => ({ dispose() {} }) },
      };
      await proposeMessage(inGit, [await folder()], sources, memento);
      return box.value;
    };
    assert.equal(await propose(), MOVED);
    await writeDeal('b.md', deal('proposal').replace('Acme, scanners', 'Globex'));
    repository.git('add', 'deals/b.md');
    assert.equal(await propose(), 'Globex new (Proposal)');
    box.value = 'Mine';
    assert.equal(await propose(), 'Mine');
    assert.match(said[0]!, /a commit message of yours already/);
  });

  it('commits the files of the pipeline alone, with the message that the person saw', async () => {
    await writeDeal('b.md', deal('proposal').replace('Acme, scanners', 'Globex'));
    writeFileSync(join(root.fsPath, 'x.txt'), 'x');
    repository.git('add', 'x.txt');
    const original = vscode.window.showInputBox;
    const shown: (string | undefined)[] = [];
    Object.assign(vscode.window, {
      showInputBox: (options: vscode.InputBoxOptions) => {
        shown.push(options.value);
        return Promise.resolve(`Weekly: ${options.value}`);
      },
    });
    try {
      await commitDeals(await folder(), sources, editor);
    } finally {
      Object.assign(vscode.window, { showInputBox: original });
    }
    assert.deepEqual(shown, [`${MOVED}; Globex new (Proposal)`]);
    assert.equal(out('log', '-1', '--format=%B'), `Weekly: ${MOVED}; Globex new (Proposal)`);
    assert.equal(out('show', '--name-only', '--format='), 'deals/a.md\ndeals/b.md');
    assert.equal(out('diff', '--cached', '--name-only'), 'x.txt');
    await commitDeals(await folder(), sources, editor);
    assert.deepEqual(said, ['No deal has changed since the last commit.']);
  });

  it('opens a message of several lines in an editor, and commits what stands there then', async () => {
    for (const name of ['Beta', 'Ceta', 'Globex'])
      await writeDeal(`${name}.md`, deal('proposal').replace('Acme, scanners', name));
    await commitDeals(await folder(), sources, editor);
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.scheme, 'untitled');
    assert.match(
      document.getText(),
      /^1 deal moved, 3 new\n\n- Beta new[^]*\n- Acme, scanners: Prospecting → Proposal\n\n# .*\n# .*\n# a\.md\n# Beta\.md\n/,
    );
    // What the person makes of it, and one more file meanwhile.
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, whole, '\n# a comment\n');
    await vscode.workspace.applyEdit(edit);
    assert.equal(await editor.commitInFront(), true);
    assert.deepEqual(said, ['A commit needs a message.']);
    edit.replace(document.uri, whole, 'Week 9\n\n- Acme is on the move\n# a comment\n');
    await vscode.workspace.applyEdit(edit);
    await writeDeal('late.md', deal('proposal').replace('Acme, scanners', 'Late'));
    assert.equal(await editor.commitInFront(), true);
    assert.equal(out('log', '-1', '--format=%B'), 'Week 9\n\n- Acme is on the move');
    assert.equal(
      out('show', '--name-only', '--format='),
      ['Beta', 'Ceta', 'Globex', 'a', 'late'].map(name => `deals/${name}.md`).join('\n'),
    );
    assert.notEqual(vscode.window.activeTextEditor?.document, document);
    assert.equal(await editor.commitInFront(), false);
  });

  it('does nothing in the middle of a merge', async () => {
    repository.git('commit', '--quiet', '--all', '--message', 'Moved');
    writeFileSync(join(root.fsPath, '.git', 'MERGE_HEAD'), `${out('rev-parse', 'HEAD')}\n`);
    await writeDeal('a.md', deal('closing'));
    await commitDeals(await folder(), sources, editor);
    assert.match(said[0]!, /A merge or a rebase is under way/);
    assert.equal(out('log', '-1', '--format=%s'), 'Moved');
  });
});
