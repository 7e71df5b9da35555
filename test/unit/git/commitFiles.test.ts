import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { commitFiles, toBeCommitted } from '../../../src/git/commitFiles';
import { temporaryFolder } from '../cli/support/folder';
import { commitAll, dealDue, git } from './support';

const DAY = '2026-01-05';

describe('committing the files of a pipeline', () => {
  const folder = temporaryFolder();
  const env = {
    ...process.env,
    ...{ GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@acme.example' },
    ...{ GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@acme.example' },
  };
  const surroundings = () => ({ cwd: folder.root, env });
  const inGit = (...args: string[]) => git(folder.root, DAY, ...args);
  const lines = (...args: string[]) =>
    inGit(...args)
      .split('\n')
      .filter(Boolean);
  const changes = async () => (await toBeCommitted(folder.path('deals'), surroundings()))!;
  const commit = async (message: string) =>
    commitFiles(folder.path('deals'), surroundings(), await changes(), message);

  beforeEach(() => {
    inGit('init', '--quiet', '--initial-branch=main');
    folder.write('deals/a.md', dealDue('2026-02-01'));
    folder.write('deals/b.md', dealDue('2026-02-01'));
    folder.write('x.txt', 'x');
    commitAll(folder.root, DAY);
  });

  it('takes what has changed, is new or gone, and nothing else; what is staged stays so', async () => {
    folder.write('deals/a.md', dealDue('2026-03-01'));
    folder.write('deals/[new] *.md', dealDue('2026-03-01'));
    folder.write('deals/n.md', dealDue('2026-03-01'));
    rmSync(folder.path('deals/b.md'));
    folder.write('deals/picture.png', '');
    folder.write('deals/other/sales-process.yaml', 'currency: EUR\n');
    folder.write('deals/other/c.md', dealDue('2026-03-01'));
    folder.write('x.txt', 'y');
    inGit('add', 'x.txt');
    folder.write('x.txt', 'z');
    await commit('#1: a\n\n- b');
    assert.deepEqual(
      lines('show', '--no-renames', '--name-status', '--format=', '-z')[0]!.split('\0').filter(Boolean),
      [...['A', 'deals/[new] *.md', 'M', 'deals/a.md', 'D', 'deals/b.md', 'A', 'deals/n.md']],
    );
    assert.equal(inGit('log', '-1', '--format=%B').trim(), '#1: a\n\n- b');
    assert.equal(inGit('show', ':x.txt'), 'y');
    assert.deepEqual(lines('diff', '--cached', '--name-only'), ['x.txt']);
    assert.deepEqual((await changes()).paths, []);
  });

  it('runs the person’s hooks; where one refuses, the index is as before', async () => {
    folder.write('deals/n.md', dealDue('2026-03-01'));
    folder.write('deals/a.md', dealDue('2026-03-01'));
    inGit('add', 'deals/a.md');
    const before = lines('status', '--porcelain');
    const hook = folder.write('.git/hooks/pre-commit', '#!/bin/sh\necho "no deals on Monday" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    await assert.rejects(commit('x'), { failure: { kind: 'refused', inItsWords: 'no deals on Monday' } });
    assert.deepEqual(lines('status', '--porcelain'), before);
  });

  it('makes the first commit of a repository', async () => {
    rmSync(folder.path('.git'), { recursive: true });
    inGit('init', '--quiet', '--initial-branch=main');
    await commit('First');
    assert.deepEqual(lines('ls-files'), ['deals/a.md', 'deals/b.md']);
  });

  it('knows when a merge or a rebase is under way', async () => {
    assert.equal((await changes()).isUnderWay, false);
    inGit('checkout', '--quiet', '-b', 'other');
    folder.write('deals/a.md', dealDue('2026-03-01'));
    commitAll(folder.root, DAY);
    inGit('checkout', '--quiet', 'main');
    folder.write('deals/a.md', dealDue('2026-04-01'));
    commitAll(folder.root, DAY);
    for (const how of ['merge', 'rebase', 'cherry-pick']) {
      assert.throws(() => inGit(how, 'other'), how);
      assert.equal((await changes()).isUnderWay, true, how);
      inGit(how, '--abort');
      assert.equal((await changes()).isUnderWay, false, how);
    }
  });

  it('is nothing where there is no repository', async () => {
    mkdirSync(folder.path('elsewhere'));
    rmSync(folder.path('.git'), { recursive: true });
    assert.equal(await toBeCommitted(folder.path('elsewhere'), surroundings()), undefined);
  });
});
