import assert from 'node:assert/strict';
import { changeOf } from '../../../src/actions/changes/changeOf';
import { commitDeeds } from '../../../src/actions/changes/commitDeeds';
import { comparePoints, type CompareWish } from '../../../src/actions/changes/compare';
import { pipelineAt } from '../../../src/actions/changes/pipelineAt';
import { dayPoint, type PastPoint } from '../../../src/actions/changes/point';
import { trailsThrough } from '../../../src/actions/changes/trails';
import { GitFailed } from '../../../src/actions/ports/git';
import { titleOf } from '../../../src/core/deal/entry';
import { date, day } from '../support/deals';
import { memoryPast, type Committed } from './support/memoryPast';

/** `title: Acme` and more lines, of a deal. */
const deal = (title: string, ...lines: readonly string[]) =>
  `---\ntitle: ${title}\nstage: proposal\n${lines.map(line => `${line}\n`).join('')}---\nThey need scanners for ${title}.\n`;

const [ACME, GLOBEX] = [deal('Acme'), deal('Globex')];

function point(at: number | 'now' | 'staged'): PastPoint {
  return typeof at === 'string' ? { kind: at } : { kind: 'commit', commit: { id: `c${at}`, on: day(at) } };
}

/** `advanced acme.md Dana day 3`, told of two points of a past. */
async function told(
  commits: readonly Committed[],
  from: number | 'staged',
  to: number | 'now' | 'staged',
  more: Parameters<typeof memoryPast>[1] = {},
  wish: Partial<CompareWish> = {},
) {
  const { opened, sources } = memoryPast(commits, more);
  const compared = await comparePoints(opened, sources, {
    ...{ from: point(from), to: point(to), period: 'quarter' },
    ...wish,
  });
  const days = new Map(commits.map((_, at) => [day(at), at]));
  const events = compared.events.map(({ kind, across, by, on }) =>
    [kind, across.path, by ?? '-', on === undefined ? '-' : (days.get(on) ?? on)].join(' '),
  );
  return { events: events.sort(), compared };
}

describe('what became of a pipeline between two points', () => {
  it('is told with who committed it and when, by the last commit that led there', async () => {
    const value = (amount: number) => ({ 'a.md': deal('Acme', `value: ${amount}`, 'currency: EUR') });
    const commits: Committed[] = [
      { files: value(1) },
      { files: value(2), by: 'Marek' },
      { files: value(3), by: 'Robin' },
      { files: value(2), by: 'Ines' },
      { files: { ...value(2), 'b.md': GLOBEX }, by: 'Pat' },
    ];
    assert.deepEqual((await told(commits, 0, 4)).events, ['new b.md Pat 4', 'value a.md Ines 3']);
    assert.deepEqual((await told(commits, 0, 1)).events, ['value a.md Marek 1']);
    assert.deepEqual((await told(commits, 4, 0)).events, ['removed b.md - -', 'value a.md - -']);
    assert.deepEqual((await told(commits, 2, 2)).events, []);
  });

  it('goes on with what is not committed, by nobody', async () => {
    const commits: Committed[] = [{ files: { 'a.md': ACME } }];
    const now = { 'a.md': deal('Acme', 'owner: dana'), 'b.md': GLOBEX };
    assert.deepEqual((await told(commits, 0, 'now', { now })).events, ['new b.md - -', 'owner a.md - -']);
    const staged = { 'a.md': deal('Acme', 'owner: marek') };
    const { compared } = await told(commits, 0, 'staged', { now, staged });
    assert.deepEqual(
      compared.events.map(({ kind, to }) => [kind, to]),
      [['owner', 'marek']],
    );
    assert.deepEqual((await told(commits, 'staged', 'now', { now, staged })).events, [
      'new b.md - -',
      'owner a.md - -',
    ]);
  });

  it('follows a deal to its new name, also where that is not committed, or the old name is another’s now', async () => {
    const owned = deal('Acme', 'owner: dana');
    const moved: Committed[] = [
      { files: { 'a.md': ACME } },
      { files: { 'acme.md': ACME }, renamed: { 'acme.md': 'a.md' } },
      { files: { 'acme.md': owned, 'a.md': GLOBEX }, by: 'Marek' },
    ];
    assert.deepEqual((await told(moved, 0, 2)).events, ['new a.md Marek 2', 'owner acme.md Marek 2']);
    const now = { 'acme 2026.md': owned, 'a.md': GLOBEX };
    assert.deepEqual((await told(moved, 2, 'now', { now })).events, []);
    const alone = [...moved.slice(0, 2), { files: { 'acme.md': owned }, by: 'Marek' }];
    assert.deepEqual((await told(alone, 0, 'now', { now: { 'acme 2026.md': owned } })).events, [
      'owner acme 2026.md Marek 2',
    ]);
    const other: Committed[] = [{ files: { 'a.md': ACME } }, { files: { 'b.md': GLOBEX } }];
    assert.deepEqual((await told(other, 0, 1)).events, ['new b.md Dana 1', 'removed a.md Dana 1']);
  });

  it('takes what git takes for a renamed file for another deal, where the two say so', async () => {
    const commits: Committed[] = [
      { files: { 'a.md': ACME } },
      { files: { 'b.md': GLOBEX }, renamed: { 'b.md': 'a.md' } },
    ];
    assert.deepEqual((await told(commits, 0, 1)).events, ['new b.md Dana 1', 'removed a.md Dana 1']);
  });

  it('says what slipped by the day of the first point', async () => {
    const closing = (on: string) => ({ 'a.md': deal('Acme', `close_date: ${on}`) });
    const commits: Committed[] = [{ files: closing('2026-03-01') }, { files: closing('2026-05-01') }];
    const onDay = memoryPast(commits);
    const from = await dayPoint(day(0), onDay.sources);
    for (const wish of [{}, { from }]) {
      const { compared } = await told(commits, 0, 'now', {}, wish);
      assert.deepEqual(
        compared.slips.deals.map(({ from, to }) => [from, to]),
        [['2026-03-01', '2026-05-01']],
      );
    }
    const begins = { ...from, start: date('2026-04-01') };
    assert.deepEqual((await told(commits, 0, 'now', {}, { from: begins })).compared.slips.deals, []);
  });

  it('says that versions in between are not here, and fails for any other reason', async () => {
    const commits = ['1', '2', '3'].map((value): Committed => ({
      files: { 'a.md': deal('Acme', `value: ${value}`) },
    }));
    const { opened, sources } = memoryPast(commits);
    let asked = 0;
    const failing = (failure: GitFailed['failure']) => ({
      ...sources,
      snapshots: {
        ...sources.snapshots,
        // The points themselves are here, what lies between them is not.
        contents: async (blobs: Iterable<string>) => {
          if (asked++ > 1) throw new GitFailed(failure);
          return sources.snapshots.contents(blobs);
        },
      },
    });
    const wish = { from: point(0), to: point(2), period: 'quarter' } as const;
    const compared = await comparePoints(opened, failing({ kind: 'notDownloaded' }), wish);
    assert.equal(compared.isPartial, true);
    assert.deepEqual(
      compared.events.map(({ kind, by }) => [kind, by]),
      [['value', undefined]],
    );
    asked = 0;
    await assert.rejects(
      comparePoints(opened, failing({ kind: 'tookTooLong', seconds: 9 }), wish),
      (thrown: unknown) => thrown instanceof GitFailed && thrown.failure.kind === 'tookTooLong',
    );
  });

  it('leaves out what git does not know, and counts the deals of it', async () => {
    const now = { 'a.md': ACME, 'private.md': GLOBEX, 'private note.md': 'A note.\n' };
    const { events, compared } = await told([{ files: { 'a.md': ACME } }], 0, 'now', {
      ...{ now, ignored: ['private.md', 'private note.md'] },
    });
    assert.deepEqual([events, compared.outside], [[], 1]);
  });

  it('is a deal that came and one that went where a note became one, or one a note', async () => {
    const [note, asDeal] = [{ 'a.md': 'A note.\n' }, { 'a.md': ACME }];
    const commits: Committed[] = [
      { files: note },
      { files: asDeal, by: 'Marek' },
      { files: note, by: 'Robin' },
    ];
    assert.deepEqual((await told(commits, 0, 1)).events, ['new a.md Marek 1']);
    assert.deepEqual((await told(commits, 1, 2)).events, ['removed a.md Robin 2']);
    assert.deepEqual((await told(commits.slice(0, 2), 1, 'now', { now: note })).events, ['removed a.md - -']);
  });
});

describe('what a commit would do', () => {
  const deeds = async (
    commits: readonly Committed[],
    to: 'staged' | 'now',
    more: Parameters<typeof memoryPast>[1],
  ) => {
    const { opened, sources } = memoryPast(commits, more);
    const done = await commitDeeds(opened, sources, to);
    return (
      done && [
        ...done.events.map(({ kind, across }) => `${kind} ${across.path}`),
        ...done.quiet.map(({ kind, name }) => `${kind}: ${name}`),
      ]
    );
  };
  const begun = [{ files: { 'a.md': ACME, 'b.md': GLOBEX } }];

  it('is nothing where nothing has changed', async () => {
    assert.equal(await deeds(begun, 'now', {}), undefined);
    assert.equal(
      await deeds(begun, 'staged', { now: { 'a.md': GLOBEX }, staged: begun[0]!.files }),
      undefined,
    );
  });

  it('is what is staged, or all', async () => {
    const now = { 'a.md': deal('Acme', 'owner: dana'), 'b.md': deal('Globex', 'owner: dana') };
    const staged = { ...now, 'b.md': GLOBEX };
    assert.deepEqual(await deeds(begun, 'staged', { now, staged }), ['owner a.md']);
    assert.deepEqual(await deeds(begun, 'now', { now, staged }), ['owner a.md', 'owner b.md']);
  });

  it('has new deals but for those that git ignores, and files that are no deals', async () => {
    const now = { ...begun[0]!.files, 'c.md': deal('Initech'), 'd.md': deal('Hooli'), 'note.md': 'x\n' };
    assert.deepEqual(await deeds(begun, 'now', { now, ignored: ['d.md'] }), ['new c.md', 'file: note']);
    const files = {
      ...begun[0]!.files,
      'sales-process.yaml': 'currency: EUR\n',
      'forecast.yaml': 'calls: []\n',
    };
    assert.deepEqual(
      (await deeds(begun, 'now', { now: files }))?.map(one => one.split(':')[0]),
      ['process', 'calls'],
    );
  });

  it('is all that is there before the first commit', async () => {
    const files = { 'a.md': ACME };
    assert.deepEqual(await deeds([], 'now', { now: files, staged: {} }), ['new a.md']);
    const more = { ...files, 'private.md': GLOBEX };
    assert.deepEqual(await deeds([], 'now', { now: more, staged: {}, ignored: ['private.md'] }), [
      'new a.md',
    ]);
    assert.deepEqual(await deeds([], 'staged', { now: files, staged: files }), ['new a.md']);
    assert.equal(await deeds([], 'staged', { now: files, staged: {} }), undefined);
  });
});

describe('what a commit did to a file', () => {
  const commits: Committed[] = [
    { files: { 'a.md': ACME, 'b.md': GLOBEX } },
    { files: { 'acme.md': ACME, 'b.md': deal('Globex', 'owner: x') }, renamed: { 'acme.md': 'a.md' } },
    { files: { 'a.md': ACME, 'b.md': deal('Globex', 'owner: y') }, parents: [0] },
    {
      files: { 'acme 2.md': deal('Acme', 'owner: y'), 'b.md': GLOBEX },
      renamed: { 'acme 2.md': 'acme.md' },
      parents: [1, 2],
    },
  ];
  const paths = async (commit: string, path: string) => {
    const { from, to } = await changeOf(memoryPast(commits).snapshots, commit, path);
    return [from?.path, to?.path];
  };

  it('is told by the names that it had before and after it', async () => {
    assert.deepEqual(await paths('c3', 'acme 2.md'), ['acme.md', 'acme 2.md']);
    assert.deepEqual(await paths('c1', 'acme 2.md'), ['a.md', 'acme.md']);
    assert.deepEqual(await paths('c1', 'b.md'), ['b.md', 'b.md']);
    assert.deepEqual(await paths('c0', 'acme 2.md'), [undefined, 'a.md']);
    assert.deepEqual(await paths('c3', 'nobody knows.md'), [undefined, undefined]);
  });
});

describe('the ways of files through commits', () => {
  const version = (path: string, blob = 'x') => ({ path, blob });
  const made = (at: number, from: string | undefined, to: string | undefined) => ({
    ...{ id: `c${at}`, on: day(at), by: 'Dana' },
    files: [
      {
        from: from === undefined ? undefined : version(from),
        to: to === undefined ? undefined : version(to),
      },
    ],
  });

  it('begin with the file that was there first, where others have had its name since', () => {
    const { at, from } = trailsThrough(
      [made(1, 'a.md', undefined), made(2, undefined, 'a.md'), made(3, 'a.md', 'b.md')],
      () => true,
    );
    assert.equal(from.get('a.md')!.steps.length, 1);
    assert.deepEqual([...at.keys()], ['b.md']);
    assert.equal(at.get('b.md')!.start, undefined);
    assert.deepEqual([...from.keys()], ['a.md']);
  });
});

describe('a pipeline as it was', () => {
  const commits: Committed[] = [{ files: { 'a.md': ACME } }, { files: { 'a.md': ACME, 'b.md': GLOBEX } }];
  const titles = async (at: PastPoint, more: Parameters<typeof memoryPast>[1] = {}) => {
    const { opened, sources } = memoryPast(commits, more);
    const then = await pipelineAt(opened, sources, at);
    return [
      [...then.pipeline.all()].map(titleOf).sort(),
      then.day,
      [...then.blobs.keys()].sort(),
      then.byHistories?.why,
    ];
  };

  it('is that of a commit, of what is staged, of a day and of now', async () => {
    const { sources } = memoryPast(commits);
    assert.deepEqual(await titles(point(0)), [['Acme'], day(0), ['a.md'], undefined]);
    assert.deepEqual(await titles(point(1)), [['Acme', 'Globex'], day(1), ['a.md', 'b.md'], undefined]);
    const staged = { 'c.md': deal('Initech') };
    assert.deepEqual(await titles(point('staged'), { staged }), [
      ['Initech'],
      '2026-12-31',
      ['c.md'],
      undefined,
    ]);
    assert.deepEqual(await titles(await dayPoint(day(0), sources)), [['Acme'], day(0), ['a.md'], undefined]);
    assert.deepEqual(await titles(await dayPoint(day(9), sources)), [
      ['Acme', 'Globex'],
      day(9),
      ['a.md', 'b.md'],
      undefined,
    ]);
    assert.deepEqual(await titles({ kind: 'now' }), [['Acme', 'Globex'], '2026-12-31', [], undefined]);
    const before = await dayPoint(day(-1), sources);
    assert.deepEqual(await titles(before), [['Acme', 'Globex'], day(-1), [], 'later']);
  });
});
