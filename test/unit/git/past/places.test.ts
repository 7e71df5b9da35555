import assert from 'node:assert/strict';
import { renameSync, rmSync, statSync } from 'node:fs';
import { closeDatesIn } from '../../../../src/core/deal/past/stateOn';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { pastKeep } from '../../../../src/files/disk/pastKeep';
import { gitFrom } from '../../../../src/git/git';
import { runIn } from '../../cli/support/terminal';
import { temporaryFolder } from '../../cli/support/folder';
import { commitAll, git } from '../support';

const DAY = '2026-01-05';

describe('what git knows of a pipeline', () => {
  const folder = temporaryFolder();
  const deal = (title: string, closeDate: string, created = '2026-01-02') =>
    `---\ntitle: ${title}\nstage: proposal\ncreated: ${created}\nclose_date: ${closeDate}\n---\nThey need scanners for their depots.\n`;
  const write = (path: string, ...of: Parameters<typeof deal>) => folder.write(path, deal(...of));
  const commit = (day: string, at = '.') => commitAll(folder.path(at), day);
  const facts = async (at: string) => {
    const asked = gitFrom({ cwd: folder.root, env: process.env });
    return asked.factsOf(folder.path(at), DEFAULT_PROCESS);
  };
  const dates = async (at: string) =>
    Object.fromEntries(
      [...(await facts(at))!.known!].map(([path, known]) => [
        path,
        closeDatesIn(known).map(({ on, closeDate }) => `${on} ${closeDate}`),
      ]),
    );
  const PUSHED = ['2026-01-05 2026-02-01', '2026-02-03 2026-03-01'];
  const pushOnce = (path = 'deals/acme.md') => {
    git(folder.root, DAY, 'init', '--quiet');
    write(path, 'Acme', '2026-02-01');
    commit(DAY);
    write(path, 'Acme', '2026-03-01');
    commit('2026-02-03');
  };

  it('is the same with a detached HEAD, and in a linked working tree', async () => {
    pushOnce();
    git(folder.root, DAY, 'worktree', 'add', '--quiet', '--detach', 'linked');
    assert.deepEqual(await dates('linked/deals'), { 'acme.md': PUSHED });
    git(folder.root, DAY, 'checkout', '--quiet', '--detach', 'HEAD^');
    assert.deepEqual(await dates('deals'), { 'acme.md': PUSHED.slice(0, 1) });
  });

  it('is that of the submodule in which it lies', async () => {
    pushOnce();
    git(folder.root, DAY, 'init', '--quiet', 'around');
    git(folder.path('around'), DAY, 'submodule', '--quiet', 'add', folder.root, 'sales');
    commit('2026-02-05', 'around');
    assert.deepEqual(await dates('around/sales/deals'), { 'acme.md': PUSHED });
    assert.deepEqual(await dates('around'), {});
  });

  it('is told of files that were moved into its folder, from wherever they came', async () => {
    pushOnce('old/crm/acme.md');
    write('old/crm/globex.md', 'Globex', '2026-02-01');
    commit('2026-02-04');
    git(folder.root, DAY, 'mv', 'old/crm', 'older');
    commit('2026-02-05');
    git(folder.root, DAY, 'mv', 'older/acme.md', 'acme.md');
    commit('2026-02-06');
    folder.write('deals/x.md', deal('Xylo', '2026-09-01', '2026-02-06'));
    commit('2026-02-06');
    git(folder.root, DAY, 'mv', 'acme.md', 'deals/acme.md');
    commit('2026-02-07');
    assert.deepEqual(await dates('deals'), { 'acme.md': PUSHED, 'x.md': ['2026-02-06 2026-09-01'] });
    git(folder.root, DAY, 'mv', 'deals', 'pipeline');
    git(folder.root, DAY, 'mv', 'older/globex.md', 'pipeline/globex.md');
    commit('2026-02-08');
    assert.deepEqual(Object.keys(await dates('pipeline')).toSorted(), ['acme.md', 'globex.md', 'x.md']);
    assert.deepEqual((await dates('pipeline'))['acme.md'], PUSHED);
  });

  it('is not the past of a deal that was only copied', async () => {
    pushOnce();
    write('deals/acme 2.md', 'Acme', '2026-03-01');
    commit('2026-02-05');
    assert.deepEqual((await dates('deals'))['acme 2.md'], ['2026-02-05 2026-03-01']);
  });

  it('goes on in a file that comes back', async () => {
    pushOnce();
    renameSync(folder.path('deals/acme.md'), folder.path('elsewhere'));
    commit('2026-02-05');
    write('deals/acme.md', 'Acme', '2026-04-01');
    commit('2026-02-06');
    assert.deepEqual(await dates('deals'), { 'acme.md': [...PUSHED, '2026-02-06 2026-04-01'] });
  });

  it('is in the order of the commits where a clock was wrong', async () => {
    pushOnce();
    write('deals/acme.md', 'Acme', '2026-04-01');
    commit('2025-11-03');
    assert.deepEqual(await dates('deals'), { 'acme.md': [...PUSHED, '2026-02-03 2026-04-01'] });
  });

  it('is the day of the author, where they were', async () => {
    git(folder.root, DAY, 'init', '--quiet');
    write('deals/acme.md', 'Acme', '2026-02-01');
    git(folder.root, DAY, 'add', '--all');
    git(folder.root, DAY, 'commit', '--quiet', '--message', 'x', '--date=2026-01-04T23:30:00-0800');
    assert.deepEqual(await dates('deals'), { 'acme.md': ['2026-01-04 2026-02-01'] });
  });

  describe('is kept', () => {
    const cache = () => folder.path('cache/deal-notes/git');
    const env = () => ({ ...process.env, XDG_CACHE_HOME: folder.path('cache') });
    const asked = () => gitFrom({ cwd: folder.root, env: process.env }, { keepFor: pastKeep(env()) });
    const counted = async () => (await asked().factsOf(folder.path('deals'), DEFAULT_PROCESS))?.known?.size;

    it('for this user alone, until it is cleared', async () => {
      pushOnce();
      assert.equal(await counted(), 1);
      assert.equal(statSync(cache()).mode & 0o077, 0);
      const { out, code } = await runIn(folder.root, ['cache', 'clear'], { env: env() });
      assert.deepEqual([code, out.includes('is empty')], [0, true]);
      assert.throws(() => statSync(cache()));
      assert.match((await runIn(folder.root, ['cache', 'clear'], { env: env() })).out, /Nothing is kept/);
    });

    it('and read on from there, or anew where the line of work is another one', async () => {
      pushOnce();
      assert.equal(await counted(), 1);
      write('deals/globex.md', 'Globex', '2026-02-01');
      commit('2026-02-05');
      assert.equal(await counted(), 2);
      git(folder.root, DAY, 'reset', '--quiet', '--hard', 'HEAD^');
      assert.equal(await counted(), 1);
      for (const [path, what] of [
        ['deals/a.md', 'A'],
        ['deals/b.md', 'B'],
      ] as const)
        write(path, what, '2026-02-01');
      commit('2026-02-06');
      assert.equal(await counted(), 3);
    });

    it('and looked up for the files alone that are asked about, whatever their names', async () => {
      const names = [
        'a.md',
        ...(process.platform === 'win32' ? [] : ['a","b".md', 'back\\slash.md', '["c.md']),
      ];
      git(folder.root, DAY, 'init', '--quiet');
      for (const name of names) write(`deals/${name}`, 'Acme', '2026-02-01');
      commit('2026-02-05');
      const factsOf = async (isWanted?: (path: string) => boolean) =>
        (await asked().factsOf(folder.path('deals'), DEFAULT_PROCESS, isWanted))!.known!;
      const whole = await factsOf();
      assert.deepEqual([...whole.keys()].sort(), [...names].sort());
      for (const name of names)
        assert.deepEqual([...(await factsOf(path => path === name))], [[name, whole.get(name)]]);
    });

    it('and found out again where it is damaged', async () => {
      pushOnce();
      assert.equal(await counted(), 1);
      const { readdirSync, truncateSync } = await import('node:fs');
      for (const name of readdirSync(cache())) truncateSync(`${cache()}/${name}`, 150);
      assert.equal(await counted(), 1);
      rmSync(cache(), { recursive: true });
      assert.equal(await counted(), 1);
    });
  });
});
