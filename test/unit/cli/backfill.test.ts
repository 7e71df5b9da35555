import assert from 'node:assert/strict';
import { commitAll, git } from '../git/support';
import { deal } from './support/folder';
import { ownPipeline } from './support/pipeline';

const lines = (title: string, stage: string, ...more: string[]) =>
  deal(`title: ${title}`, 'created: 2026-01-05', `stage: ${stage}`, ...more);

describe('backfill on the command line', () => {
  const pipeline = ownPipeline();
  const run = (...args: string[]) => pipeline.run('backfill', ...args);
  /** Each file as it was on each day. */
  const commit = (day: string, files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) pipeline.write(`deals/${path}`, text);
    commitAll(pipeline.path('.'), day);
  };
  beforeEach(() => {
    pipeline.write('deals/acme.md', '');
    git(pipeline.path('.'), '2026-01-05', 'init', '--quiet');
  });

  /** One without any history, and one that was moved by hand once. */
  const begin = () => {
    const globex = 'history:\n  # by hand\n  - {on: 2026-01-05, stage: Lead Generation}';
    commit('2026-01-05', {
      'acme.md': lines('Acme', 'lead-generation'),
      'globex.md': lines('Globex', 'Lead Generation', globex),
    });
    commit('2026-01-12', {
      'acme.md': lines('Acme', 'proposal'),
      'globex.md': lines('Globex', 'Proposal', globex),
    });
    commit('2026-01-20', {
      'acme.md': lines('Acme', 'proposal', 'status: lost', 'lost_reason: price', 'closed_on: 2026-01-19'),
    });
  };

  it('leaves a deal whose move was committed by a clock that is years ahead, and says why', async () => {
    commit('2026-01-05', { 'acme.md': lines('Acme', 'lead-generation') });
    commit('2031-01-12', { 'acme.md': lines('Acme', 'proposal') });
    const before = pipeline.all();
    const { err } = await run();
    assert.deepEqual(pipeline.all(), before);
    assert.match(err, /Acme[^\n]*2031-01-12[^\n]*still to come/i);
  });

  it('prints what it would write and writes nothing, then writes that, then knows nothing more', async () => {
    begin();
    const before = pipeline.all();
    const tried = await run('--dry-run');
    assert.deepEqual(pipeline.all(), before);
    assert.deepEqual(
      tried.out.split('\n').filter(line => line.startsWith('+')),
      [
        '+++ b/deals/acme.md',
        '+history:',
        '+  - {on: 2026-01-05, stage: lead-generation}',
        '+  - {on: 2026-01-12, stage: proposal}',
        '+  - {on: 2026-01-19, status: lost, reason: price}',
        '+++ b/deals/globex.md',
        '+  - {on: 2026-01-12, stage: Proposal}',
      ],
    );
    assert.match(tried.err, /^Would write 4 lines of history in 2 deals\.$/m);
    const { code, out, err } = await run();
    assert.deepEqual([code, out], [0, 'Acme: 3 lines of history\nGlobex: 1 line of history\n']);
    assert.match(err, /^Wrote 4 lines of history in 2 deals\. To take it back: deal-notes undo\.$/m);
    assert.equal(
      git(pipeline.path('.'), '2026-01-20', 'diff', '--numstat').trim(),
      '4\t0\tdeals/acme.md\n1\t0\tdeals/globex.md',
    );
    assert.match((await run()).err, /^Git knows nothing that is missing in the files\.$/m);
    assert.equal((await pipeline.run('check')).code, 0);
    await pipeline.run('undo');
    assert.deepEqual(pipeline.all(), before);
  });

  it('takes away what the report says of deals that git fills', async () => {
    begin();
    const said = async () => (await pipeline.run('funnel')).out;
    assert.match(
      await said(),
      /^2 deals have moves or outcomes that are known from git and aren’t in the file\./m,
    );
    await run();
    assert.doesNotMatch(await said(), /known from git/);
  });

  it('tells as JSON who made which commit', async () => {
    begin();
    const told = JSON.parse((await run('--json')).out) as { path: string; lines: Record<string, string>[] }[];
    assert.deepEqual(
      told.map(({ path, lines: all }) => [
        path,
        ...all.map(({ commit: id, ...line }) => (assert.match(id!, /^[0-9a-f]{40}$/), line)),
      ]),
      [
        [
          'deals/acme.md',
          { on: '2026-01-05', stage: 'lead-generation', by: 'Dana' },
          { on: '2026-01-12', stage: 'proposal', by: 'Dana' },
          { on: '2026-01-19', status: 'lost', by: 'Dana' },
        ],
        ['deals/globex.md', { on: '2026-01-12', stage: 'proposal', by: 'Dana' }],
      ],
    );
  });

  for (const [what, first, second, said] of [
    [
      'whose history denies a move that git saw',
      lines('A', 'prospecting', 'history:', '  - {on: 2026-01-05, stage: prospecting}'),
      lines(
        'A',
        'proposal',
        'history:',
        '  - {on: 2026-01-05, stage: prospecting}',
        '  - {on: 2026-03-01, stage: proposal}',
      ),
      /Git has “proposal” on 2026-01-12, and the history doesn’t/,
    ],
    [
      'whose close day is later than its commit',
      lines('A', 'proposal'),
      lines('A', 'proposal', 'status: won', 'closed_on: 2026-02-20'),
      /would contradict itself.*2026-02-20/,
    ],
    [
      'that was created later than git has it',
      lines('A', 'proposal').replace('2026-01-05', '2026-02-01'),
      lines('A', 'qualification').replace('2026-01-05', '2026-02-01'),
      /would contradict itself.*2026-02-01/,
    ],
    [
      'whose history has an entry that can’t be read',
      lines('A', 'prospecting', 'history:', '  - {on: 2026-01-05, stage: prospecting}', '  - soon'),
      lines('A', 'proposal', 'history:', '  - {on: 2026-01-05, stage: prospecting}', '  - soon'),
      /entries that can’t be read or are out of order/,
    ],
    [
      'with a merge conflict in it',
      lines('A', 'prospecting'),
      lines('A', 'proposal').replace(
        'stage: proposal',
        '<<<<<<< a\nstage: proposal\n=======\nstage: closing\n>>>>>>> b',
      ),
      /is in conflict, so nothing else is changed/,
    ],
  ] as const)
    it(`leaves a deal ${what}, and tells why; the others are written`, async () => {
      commit('2026-01-05', { 'a.md': first, 'b.md': lines('B', 'prospecting'), 'acme.md': '' });
      commit('2026-01-12', { 'a.md': second, 'b.md': lines('B', 'proposal') });
      const { code, out, err } = await run();
      assert.equal(code, 1);
      assert.equal(out, 'B: 2 lines of history\n');
      assert.match(err, new RegExp(`^deals/a\\.md:\\d+: .*${said.source}`, 'm'));
      assert.equal(pipeline.read('deals/a.md'), second);
    });

  it('leaves a deal whose move is not committed yet', async () => {
    begin();
    pipeline.write('deals/acme.md', lines('Acme', 'closing'));
    const { code, out, err } = await run();
    assert.deepEqual([code, out], [1, 'Globex: 1 line of history\n']);
    assert.match(err, /^deals\/acme\.md:1: .*isn’t committed yet.* Commit this deal first\.$/m);
  });

  it('writes in a shallow clone only into deals that began after its first commit', async () => {
    begin();
    commit('2026-02-01', { 'late.md': lines('Late', 'lead-generation').replace('2026-01-05', '2026-02-01') });
    commit('2026-02-03', {
      'late.md': lines('Late', 'proposal').replace('2026-01-05', '2026-02-01'),
      'acme.md': lines('Acme', 'proposal'),
    });
    const { folder } = pipeline;
    const from = `file://${pipeline.path('.')}`;
    git(folder.root, '2026-02-03', 'clone', '--quiet', '--depth=3', from, 'work/clone');
    const { code, out, err } = await run('clone/deals');
    assert.deepEqual([code, out], [1, 'Late: 2 lines of history\n']);
    assert.match(err, /shallow clone/);
    for (const name of ['acme', 'globex'])
      assert.match(err, new RegExp(`^clone/deals/${name}\\.md:1: .*git fetch --unshallow first\\.$`, 'm'));
  });

  it('writes nothing where git can’t be read, is not there, or the team wants no history', async () => {
    begin();
    const { folder } = pipeline;
    const from = `file://${pipeline.path('.')}`;
    git(pipeline.path('.'), '2026-02-03', 'config', 'uploadpack.allowFilter', 'true');
    git(folder.root, '2026-02-03', 'clone', '--quiet', '--filter=blob:none', from, 'work/clone');
    const partial = await run('clone/deals');
    assert.deepEqual([partial.code, partial.out], [1, '']);
    assert.match(partial.err, /partial clone/);
    folder.write('elsewhere/deals/acme.md', lines('Acme', 'proposal'));
    const none = await run('../elsewhere');
    assert.deepEqual([none.code, none.out], [2, '']);
    assert.match(none.err, /in no git repository/);
    pipeline.write('deals/sales-process.yaml', 'history: none\n');
    const unwanted = await run();
    assert.deepEqual([unwanted.code, unwanted.out], [2, '']);
    assert.match(unwanted.err, /history: none/);
  });
});
