import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { CLI } from '../cli/support/cli';
import { temporaryFolder } from '../cli/support/folder';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { commitAll, dealDue, git, gitAskedIn } from './support';

const DAY = '2026-01-05';

describe('a command in a hook of git', () => {
  const folder = temporaryFolder();
  const node = JSON.stringify(process.execPath);
  /** A hook that runs a command of ours, and keeps what it prints. */
  const hook = (file: string, ...lines: string[]) =>
    chmodSync(folder.write(file, ['#!/bin/sh', ...lines, ''].join('\n')), 0o755);
  const ours = (args: string) =>
    `${node} ${JSON.stringify(CLI)} ${args} > ${JSON.stringify(folder.path('out'))}`;
  const commit = (cwd: string, ...args: string[]) =>
    git(folder.path(cwd), DAY, 'commit', '--quiet', '--message', 'x', ...args);

  const repository = (name: string) => {
    mkdirSync(folder.path(name), { recursive: true });
    git(folder.path(name), DAY, 'init', '--quiet', '--initial-branch=main');
  };
  const pushed = () =>
    (JSON.parse(folder.read('out')) as { inNeed: { needs: { kind: string }[] }[] }).inNeed.flatMap(
      ({ needs }) => needs.filter(({ kind }) => kind === 'pushed'),
    ).length;

  it('of a second working tree, and as an alias there, knows what git knows', () => {
    repository('main');
    folder.write('main/crm/sales/a.md', dealDue('2026-02-01'));
    commitAll(folder.path('main'), DAY);
    folder.write('main/crm/sales/a.md', dealDue('2026-03-01'));
    commitAll(folder.path('main'), '2026-01-20');
    folder.write('main/crm/sales/a.md', dealDue('2026-09-01'));
    commitAll(folder.path('main'), '2026-02-20');
    git(folder.path('main'), DAY, 'worktree', 'add', '--quiet', '../second');
    git(folder.path('main'), DAY, 'config', 'alias.ours', `!${ours('funnel crm/sales --json')}`);
    git(folder.path('second'), DAY, 'ours');
    assert.equal(pushed(), 1, 'as an alias');
    hook('main/.git/hooks/post-commit', ours('funnel crm/sales --json'));
    commit('second', '--allow-empty');
    assert.equal(pushed(), 1, 'in a hook');
  });

  it('of a repository around a submodule reads the submodule’s own index', () => {
    repository('sub');
    folder.write('sub/deals/a.md', dealDue('2026-02-01'));
    commitAll(folder.path('sub'), DAY);
    repository('top');
    git(folder.path('top'), DAY, 'submodule', '--quiet', 'add', '../sub', 'crm');
    commitAll(folder.path('top'), DAY);
    for (const check of [ours('check crm/deals --staged'), `cd crm && ${ours('check deals --staged')}`]) {
      hook('top/.git/hooks/pre-commit', check);
      folder.write('top/x.txt', check);
      git(folder.path('top'), DAY, 'add', 'x.txt');
      commit('top');
      assert.match(folder.read('out'), /No problems in 0 files/);
      folder.write('top/x.txt', 'y');
      folder.write('top/crm/deals/b.md', dealDue('2026-03-01'));
      git(folder.path('top/crm'), DAY, 'add', 'deals/b.md');
      commit('top', '--all');
      assert.match(folder.read('out'), /in 1 file/);
      git(folder.path('top/crm'), DAY, 'rm', '--quiet', '--cached', 'deals/b.md');
    }
  });

  it('reads the index of the commit that is under way, not the one that is left', () => {
    repository('main');
    folder.write('main/deals/a.md', dealDue('2026-02-01'));
    folder.write('main/deals/b.md', dealDue('2026-02-01'));
    commitAll(folder.path('main'), DAY);
    hook('main/.git/hooks/pre-commit', `${ours('check deals --staged --json')} || true`);
    folder.write('main/deals/a.md', dealDue('someday'));
    folder.write('main/deals/b.md', dealDue('sometime'));
    git(folder.path('main'), DAY, 'add', 'deals/a.md');
    commit('main', 'deals/b.md');
    const paths = (JSON.parse(folder.read('out')) as { problems: { path: string }[] }).problems.map(
      one => one.path,
    );
    assert.deepEqual(paths, ['deals/b.md']);
  });

  it('takes a working tree that only the environment names', async () => {
    repository('home');
    const env = { GIT_DIR: folder.path('home.git'), GIT_WORK_TREE: folder.path('home') };
    git(folder.root, DAY, 'clone', '--quiet', '--bare', 'home', 'home.git');
    folder.write('home/deals/a.md', dealDue('2026-02-01'));
    for (const args of [
      ['add', '--all'],
      ['commit', '--quiet', '--message', 'x'],
    ])
      git(folder.path('home'), DAY, `--git-dir=${env.GIT_DIR}`, `--work-tree=${env.GIT_WORK_TREE}`, ...args);
    git(folder.root, DAY, 'clone', '--quiet', 'home.git', 'other');
    rmSync(folder.path('home/.git'), { recursive: true });
    const asked = gitAskedIn(folder.root, { ...env, GIT_CEILING_DIRECTORIES: folder.root });
    assert.ok((await asked.factsOf(folder.path('home/deals'), DEFAULT_PROCESS))?.known?.has('a.md'));
    // A folder with a repository of its own has that one.
    assert.equal((await asked.changedFiles(folder.path('other/deals'))).size, 0);
  });
});
