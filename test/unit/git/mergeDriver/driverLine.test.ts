import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setUp } from '../../../../src/git/mergeDriver/setUp';
import { temporaryFolder } from '../../cli/support/folder';
import { commitAll, git } from '../support';

const DAY = '2026-01-05';
const deal = (value: number, owner: string) =>
  `---\nstage: proposal\nvalue: ${value}\nowner: ${owner}\n---\n`;
/** Says in the result which files it was given, and ends as merged. */
const MERGES = `
const [, , word, base, ours, theirs, path, option, size] = process.argv;
require('fs').writeFileSync(ours, JSON.stringify({ word, path, option, size, base: base !== ours, theirs: theirs !== ours }));
const codeFor = what => Number(process.argv[process.argv.indexOf('--' + what + '-code') + 1]);
process.exitCode = codeFor('merged');
`;

describe('the line that git runs to merge a deal', () => {
  const folder = temporaryFolder();
  const repository = () => folder.path('team');
  const path = 'sales/Größe $(touch x) & it’s.md';
  /** Both sides change neighbouring lines, which git alone can't merge. */
  const diverge = (cwd = repository()) => {
    git(cwd, DAY, 'checkout', '--quiet', '-b', 'theirs');
    folder.write(`team/${path}`, deal(2, 'dana'));
    commitAll(cwd, DAY);
    git(cwd, DAY, 'checkout', '--quiet', 'main');
    folder.write(`team/${path}`, deal(1, 'tom'));
    commitAll(cwd, DAY);
  };
  const merge = (cwd = repository(), env: Record<string, string> = {}) =>
    spawnSync('git', ['-c', 'user.name=D', '-c', 'user.email=d@x.example', 'merge', '--no-edit', 'theirs'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
  const prepare = async (program: string, editor?: string) => {
    mkdirSync(repository(), { recursive: true });
    git(repository(), DAY, 'init', '--quiet', '--initial-branch=main');
    folder.write(`team/${path}`, deal(1, 'dana'));
    await setUp(join(repository(), 'sales'), { cwd: folder.root, env: process.env }, { program, editor });
    commitAll(repository(), DAY);
    diverge();
  };
  const result = () => folder.read(`team/${path}`);
  /** A PATH on which all is but Node. */
  const withoutNode = (): string => {
    const bin = folder.path('bin');
    mkdirSync(bin);
    const folders = (process.env['PATH'] ?? '').split(delimiter).filter(existsSync);
    for (const from of folders)
      for (const name of readdirSync(from))
        if (!/^(?:node|nodejs)$/.test(name) && !existsSync(join(bin, name)))
          symlinkSync(join(from, name), join(bin, name));
    return bin;
  };
  const asGitDoes = () => {
    assert.match(result(), /^<{7} ours\nowner: tom\n={7}\nvalue: 2|^<{7} ours$/m);
    assert.match(result(), /^>{7} theirs$/m);
  };

  it('hands over the three files, the path of the deal and the size of the markers, whole', async () => {
    await prepare(MERGES);
    assert.equal(merge().status, 0);
    assert.deepEqual(JSON.parse(result()), {
      ...{ word: 'merge', path, option: '--marker-size', size: '7' },
      ...{ base: true, theirs: true },
    });
    assert.ok(!existsSync(folder.path('team/x')));
  });

  it('goes with a repository that is moved, and holds in a second working tree', async () => {
    await prepare(MERGES);
    git(folder.root, DAY, 'clone', '--quiet', 'team', 'other');
    execFileSync('mv', [repository(), folder.path('moved')]);
    git(folder.path('moved'), DAY, 'worktree', 'add', '--quiet', '../second', '-b', 'second', 'main');
    assert.equal(merge(folder.path('second')).status, 0);
    assert.match(folder.read(`second/${path}`), /marker-size/);
  });

  for (const [what, program] of [
    ['crashes', 'throw new Error("no")'],
    ['can’t be read by the Node that is there', 'this is no script'],
    ['ends with a code that isn’t its own', 'process.exit(3)'],
    ['ends as if all were well', 'process.exit(0)'],
    ['has nothing left in it', ''],
    ['is killed', 'process.kill(process.pid, "SIGKILL")'],
  ] as const)
    it(`merges as git does where the program ${what}: never one side without a word`, async () => {
      await prepare(program);
      assert.equal(merge().status, 1);
      asGitDoes();
    });

  it('leaves what the program has written where that says that it is in conflict', async () => {
    await prepare(`${MERGES}; process.exitCode = codeFor('conflict');`);
    assert.equal(merge().status, 1);
    assert.match(result(), /marker-size/);
  });

  it('merges as git does where the program is gone', async () => {
    await prepare(MERGES);
    rmSync(folder.path('team/.git/deal-notes'), { recursive: true });
    assert.equal(merge().status, 1);
    asGitDoes();
  });

  it('merges as git does where Node doesn’t know the options that it gets', async () => {
    await prepare(MERGES);
    assert.equal(merge(repository(), { NODE_OPTIONS: '--no-such-option' }).status, 1);
    asGitDoes();
  });

  it('merges as git does where there is no Node', async () => {
    await prepare(MERGES);
    assert.equal(merge(repository(), { PATH: withoutNode() }).status, 1);
    asGitDoes();
  });

  it('takes the editor’s own program where there is no Node', async () => {
    const editor = folder.write(
      "it's 100% code",
      `#!/bin/sh\n[ "$ELECTRON_RUN_AS_NODE" = 1 ] && exec '${process.execPath}' "$@"\n`,
    );
    chmodSync(editor, 0o755);
    assert.equal(dirname(editor), folder.root);
    await prepare(MERGES, editor);
    assert.equal(merge(repository(), { PATH: withoutNode() }).status, 0);
    assert.match(result(), /marker-size/);
  });
});
