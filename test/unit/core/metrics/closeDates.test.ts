import assert from 'node:assert/strict';
import type { Deal, HistoryEvent } from '../../../../src/core/deal/deal';
import { dealsBehind } from '../../../../src/core/metrics/dealsBehind';
import { makeReport } from '../../../../src/core/metrics/report';
import { dealsOn } from '../../../../src/core/metrics/standing';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { closingInGit, day, makeDeal } from '../../support/deals';

/* Days are numbers here: 5 is the fifth day after 1 January 2026, and `[1, 40]` says that on day 1 it was day 40. */

type Seen = readonly [on: number, closeDate: number | undefined];

interface Known {
  readonly created?: number;
  readonly inHistory?: readonly (readonly [on: number, closeDate: number])[];
  readonly inGit?: readonly Seen[];
  /** What the file says now. */
  readonly now?: number;
}

const dayOf = (number: number | undefined) => (number === undefined ? undefined : day(number));

function dealOf({ created = 0, inHistory = [], inGit, now }: Known): Deal {
  const history = inHistory.map(([on, closeDate]): HistoryEvent => ({
    ...{ on: day(on), stage: undefined, status: undefined },
    closeDate: day(closeDate),
  }));
  const closeDates = inGit?.map(([on, closeDate]) => ({ on: day(on), closeDate: dayOf(closeDate) }));
  return makeDeal({
    ...{ created: day(created), history, closeDate: dayOf(now) },
    ...(closeDates && { inGit: closingInGit(closeDates) }),
  });
}

const questionOf = (known: Known, asOf: number) => ({
  ...{ deals: [dealOf(known)], asOf: day(asOf), process: DEFAULT_PROCESS },
  files: { needsAttention: 0, otherNotes: 0 },
});

/** How often the close date was moved to a later day, as the list of deals in need says. */
function pushes(known: Known, asOf = 59): number {
  const { inNeed } = makeReport(questionOf(known, asOf));
  const times = inNeed.flatMap(({ needs }) =>
    needs.flatMap(need => (need.kind === 'pushed' ? [need.times] : [])),
  );
  return times[0] ?? 0;
}

describe('how often a close date was pushed', () => {
  for (const [what, known, times] of [
    ['is not known of a deal with one date alone', { now: 80 }, 0],
    ['counts what the file says now against the history', { inHistory: [[1, 40]], now: 80 }, 1],
    ['counts no date that stayed', { inHistory: [[1, 80]], now: 80 }, 0],
    ['counts no date that came nearer', { inHistory: [[1, 80]], now: 40 }, 0],
    [
      'counts no date that was taken away',
      {
        inGit: [
          [1, 40],
          [2, undefined],
        ],
      },
      0,
    ],
    ['counts no date that is the first one', { inGit: [[1, undefined]], now: 40 }, 0],
    [
      'counts none over a time without a date',
      {
        inGit: [
          [1, 40],
          [2, undefined],
        ],
        now: 80,
      },
      0,
    ],
    [
      'counts each of several',
      {
        inHistory: [
          [1, 40],
          [5, 41],
          [9, 39],
        ],
        now: 80,
      },
      2,
    ],
    [
      'counts one of today',
      {
        inHistory: [
          [1, 40],
          [59, 60],
        ],
        now: 80,
      },
      2,
    ],
    [
      'counts none of tomorrow',
      {
        inHistory: [
          [1, 40],
          [60, 60],
        ],
        now: 80,
      },
      1,
    ],
    [
      'counts a change that git and the history have once',
      {
        inHistory: [
          [12, 50],
          [39, 60],
        ],
        inGit: [
          [1, 40],
          [12, 50],
          [40, 60],
        ],
        now: 60,
      },
      2,
    ],
    ['believes git from its first version on', { inHistory: [[1, 40]], inGit: [[1, 50]], now: 50 }, 0],
    ['believes the history before it', { inHistory: [[1, 40]], inGit: [[2, 50]], now: 50 }, 1],
    // A year that was mistyped is no reason to forget what git has seen.
    [
      'counts those before the day of `created`',
      {
        created: 90,
        inGit: [
          [5, 40],
          [6, 50],
        ],
        now: 80,
      },
      2,
    ],
  ] as const satisfies readonly (readonly [string, Known, number])[]) {
    it(what, () => assert.equal(pushes(known), times));
  }
});

describe('the close date that a deal had on a day', () => {
  const closeDateOn = (known: Known, on: number) => dealsOn([dealOf(known)], day(on))[0]!.closeDate;

  it('is that of its first version in git since the deal began', () => {
    const known = {
      created: 3,
      inGit: [
        [10, 40],
        [20, 50],
      ],
      now: 50,
    } as const;
    assert.deepEqual(
      [3, 9, 10, 19, 20, 30].map(on => closeDateOn(known, on)),
      [40, 40, 40, 40, 50, 50].map(day),
    );
  });

  it('is that of the history before git has a version', () => {
    const known = { inHistory: [[5, 30]], inGit: [[10, 40]], now: 40 } as const;
    assert.deepEqual(
      [4, 5, 9, 10].map(on => closeDateOn(known, on)),
      [undefined, day(30), day(30), day(40)],
    );
  });
});

describe('a deal slipped in a month', () => {
  const slipped = (known: Known, asOf: number, period: string) =>
    dealsBehind({ kind: 'slipped', period }, questionOf(known, asOf)).length;

  it('that is running or over, as soon as its date is a later period’s, not while it only passes', () => {
    const pushed = {
      created: -9,
      inGit: [
        [-9, 20],
        [15, 50],
      ],
      now: 50,
    } as const;
    // Day 30 is the last of January.
    assert.equal(slipped({ created: -9, inGit: [[-9, 20]], now: 20 }, 14, '2026-01'), 0);
    assert.deepEqual(
      [15, 30, 40].map(asOf => slipped(pushed, asOf, '2026-01')),
      [1, 1, 1],
    );
    assert.deepEqual(
      [slipped(pushed, 15, '2026-Q1'), slipped({ ...pushed, now: 95 }, 20, '2026-Q1')],
      [0, 1],
    );
    assert.equal(slipped({ created: -9, now: 20 }, 40, '2026-01'), 0);
    assert.equal(slipped(pushed, 15, '2026-03'), 0);
  });

  it('that it was new in, by the date that it had then', () => {
    const known = {
      created: 5,
      inGit: [
        [5, 20],
        [15, 50],
      ],
      now: 50,
    } as const;
    assert.equal(slipped(known, 30, '2026-01'), 1);
    assert.equal(
      slipped(
        {
          ...known,
          inGit: [
            [5, undefined],
            [9, 20],
            [15, 50],
          ],
        },
        30,
        '2026-01',
      ),
      0,
    );
  });

  it('out of which its date came back in time in none', () => {
    const known = {
      created: -9,
      inGit: [
        [-9, 20],
        [15, 50],
        [25, 28],
      ],
      now: 28,
    } as const;
    assert.equal(slipped(known, 40, '2026-01'), 0);
  });

  it('that it was to close in, not in the one that it is to close in now', () => {
    const known = {
      created: -9,
      inHistory: [
        [-9, 20],
        [15, 50],
      ],
      now: 50,
    } as const;
    assert.deepEqual(
      ['2026-01', '2026-02', '2026-03'].map(period => slipped(known, 100, period)),
      [1, 0, 0],
    );
  });
});
