import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { temporaryFolder } from '../cli/support/folder';
import { commitAll, git, gitAskedIn } from './support';

const deal = (value: number) => `---\nstage: proposal\nvalue: ${value}\n---\n`;

describe('what git keeps of a file that it could not merge', () => {
  const folder = temporaryFolder();
  const path = 'emea/Größe & so.md';
  const write = (value: number) => folder.write(`team/deals/${path}`, deal(value));
  const ask = () => gitAskedIn(folder.root).unmergedIn(folder.path('team/deals'), path);
  const tries = (...args: string[]) => {
    try {
      git(folder.path('team'), '2026-03-04', ...args);
    } catch {
      // A conflict ends with 1.
    }
  };
  beforeEach(() => {
    mkdirSync(folder.path('team'), { recursive: true });
    git(folder.path('team'), '2026-03-01', 'init', '--quiet', '--initial-branch=main');
    write(1);
    commitAll(folder.path('team'), '2026-03-01');
    git(folder.path('team'), '2026-03-02', 'checkout', '--quiet', '-b', 'quotes');
    write(3);
    commitAll(folder.path('team'), '2026-03-02');
    git(folder.path('team'), '2026-03-03', 'checkout', '--quiet', 'main');
    write(2);
    commitAll(folder.path('team'), '2026-03-03');
  });

  it('is nothing where all is merged, and outside of a repository', async () => {
    assert.equal(await ask(), undefined);
    assert.equal(await gitAskedIn(folder.root).unmergedIn(folder.root, 'x.md'), undefined);
  });

  for (const how of [
    ['merge', 'quotes'],
    ['cherry-pick', 'quotes'],
  ])
    it(`is the base and both sides, with who has changed them and when: ${how[0]}`, async () => {
      tries(...how);
      assert.deepEqual(await ask(), {
        ...{ base: deal(1), ours: deal(2), theirs: deal(3) },
        by: { ours: { author: 'Dana', on: '2026-03-03' }, theirs: { author: 'Dana', on: '2026-03-02' } },
      });
    });

  it('is, in a rebase, the side that is already there first', async () => {
    tries('rebase', 'quotes');
    const { ours, theirs, by } = (await ask())!;
    assert.deepEqual([ours, theirs], [deal(3), deal(2)]);
    assert.equal(by.theirs?.on, '2026-03-03');
  });

  it('is nothing where one side has deleted it', async () => {
    git(folder.path('team'), '2026-03-04', 'rm', '--quiet', `deals/${path}`);
    commitAll(folder.path('team'), '2026-03-04');
    tries('merge', 'quotes');
    assert.equal(await ask(), undefined);
  });
});

describe('a file as it stands in a commit', () => {
  const folder = temporaryFolder();
  it('is its bytes; nothing where it is not there, or no commit, or no repository', async () => {
    const path = 'emea/Größe & so.md';
    folder.write(`team/deals/${path}`, deal(1));
    git(folder.path('team'), '2026-03-01', 'init', '--quiet', '--initial-branch=main');
    commitAll(folder.path('team'), '2026-03-01');
    folder.write(`team/deals/${path}`, deal(2));
    const at = async (commit: string, name = path, below = 'team/deals') =>
      (await gitAskedIn(folder.root).contentAt(folder.path(below), commit, name))?.toString();
    assert.equal(await at('HEAD'), deal(1));
    assert.equal(await at('HEAD', 'other.md'), undefined);
    assert.equal(await at('nowhere'), undefined);
    assert.equal(await at('HEAD', path, '.'), undefined);
  });
});
