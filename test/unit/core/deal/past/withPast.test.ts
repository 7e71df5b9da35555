import assert from 'node:assert/strict';
import type { Deal } from '../../../../../src/core/deal/deal';
import type { GitFacts, VersionChange } from '../../../../../src/core/deal/gitFacts';
import type { FileState } from '../../../../../src/core/deal/past/fileState';
import { pastOf } from '../../../../../src/core/deal/past/events';
import { withPast } from '../../../../../src/core/deal/past/withPast';
import { dealsOn } from '../../../../../src/core/metrics/standing';
import { closingInGit, day, dealWith, makeDeal, stageAt } from '../../../support/deals';

/** What git knows of a deal that was first committed in a stage, and what was changed on which days. */
function inGit(
  begins: string,
  on: number,
  ...changes: readonly (readonly [number, Partial<FileState>])[]
): GitFacts {
  const { first } = closingInGit([{ on: day(on), closeDate: undefined }]);
  return {
    first: { ...first, state: { ...first.state, stage: stageAt(begins), created: day(0) } },
    changes: changes.map(([when, set], at): VersionChange => ({
      ...{ on: day(when), by: 'Marek', commit: `c${at}`, set },
    })),
  };
}
const to = (letter: string) => ({ stage: stageAt(letter) });

/** `L0 P2* won9`: a star stands behind what only git tells. */
function told(deal: Deal): string {
  return withPast(deal)
    .history.map(({ on, stage, status, inGit: known }) => {
      const number = Array.from({ length: 100 }, (_, k) => k).find(k => day(k) === on);
      const letter = 'LPQNROC'.split('').find(one => stageAt(one) === stage);
      return `${status ?? letter}${number}${known ? '*' : ''}`;
    })
    .join(' ');
}

describe('a deal’s history with what git knows', () => {
  const created = day(0);

  for (const [what, deal, meant] of [
    ['has nothing more where git was not asked', dealWith('L0 P2'), 'L0 P2'],
    [
      'is all from git where the file has none, and begins on the day that the first version names',
      makeDeal({ created, stage: stageAt('Q'), inGit: inGit('L', 0, [2, to('P')], [5, to('Q')]) }),
      'L0* P2* Q5*',
    ],
    [
      'does not say since when a deal that was committed later was in its stage',
      makeDeal({ created, stage: stageAt('Q'), inGit: inGit('P', 3, [5, to('Q')]) }),
      'Q5*',
    ],
    [
      'keeps its own days, though they were committed later',
      dealWith('L0 P2 Q5', { inGit: inGit('L', 0, [3, to('P')], [9, to('Q')]) }),
      'L0 P2 Q5',
    ],
    [
      'has a move by hand below its last line',
      dealWith('L0 P2', {
        stage: stageAt('N'),
        inGit: inGit('L', 0, [2, to('P')], [6, to('Q')], [8, to('N')]),
      }),
      'L0 P2 Q6* N8*',
    ],
    [
      'has one also below a line that is older than what git has',
      dealWith('L0 P2', { stage: stageAt('N'), inGit: inGit('P', 3, [6, to('Q')], [8, to('N')]) }),
      'L0 P2 Q6* N8*',
    ],
    [
      'has none where git knows of no way to where the deal stands',
      dealWith('L0 P2', { stage: stageAt('N'), inGit: inGit('L', 0, [2, to('P')], [6, to('Q')]) }),
      'L0 P2',
    ],
    [
      'has an outcome that was set by hand, on the day that the file names',
      dealWith('L0 P2', {
        status: 'won',
        closedOn: day(7),
        inGit: inGit('L', 0, [2, to('P')], [9, { status: 'won', closedOn: day(7) }]),
      }),
      'L0 P2 won7*',
    ],
    [
      'has what git saw first of one day first, also before what the file tells of it',
      makeDeal({
        created,
        stage: stageAt('L'),
        status: 'lost',
        history: [{ on: day(0), stage: undefined, status: 'lost' }],
        inGit: inGit('L', 0, [0, { status: 'lost' }]),
      }),
      'L0* lost0',
    ],
    [
      'has all in the order of the days, also below a move that was committed after it',
      dealWith('L0 P2', {
        inGit: inGit('L', 0, [4, { status: 'lost' }], [5, { status: 'open' }], [6, to('P')]),
      }),
      'L0 P2 lost4* open5*',
    ],
    [
      'has no move on a later day than that of the close',
      makeDeal({
        created,
        stage: stageAt('P'),
        status: 'won',
        inGit: inGit('L', 0, [8, to('P')], [9, { status: 'won', closedOn: day(7) }]),
      }),
      'L0* P7* won7*',
    ],
    [
      'has nothing of what came between, where it says itself how the deal ended',
      dealWith('L0 won5', {
        inGit: inGit('L', 0, [5, { status: 'won' }], [7, { status: 'lost' }], [9, { status: 'won' }]),
      }),
      'L0 won5',
    ],
    [
      'has a move by hand before a reopening once',
      dealWith('L0 won5', {
        status: 'open',
        stage: stageAt('P'),
        inGit: inGit('L', 0, [5, { status: 'won' }], [6, to('P')], [8, { status: 'open' }]),
      }),
      'L0 won5 P6* open8*',
    ],
    [
      'has nothing that came after a reopening, where it is open',
      dealWith('L0 won5', {
        status: 'open',
        inGit: inGit('L', 0, [5, { status: 'won' }], [8, { status: 'open' }], [9, { status: 'lost' }]),
      }),
      'L0 won5 open8*',
    ],
    [
      'has an outcome on the day on which it was committed, where the file names one before the file',
      makeDeal({
        ...{ created, stage: stageAt('L'), status: 'won' },
        inGit: inGit('L', 5, [9, { status: 'won', closedOn: day(2) }]),
      }),
      'won9*',
    ],
    [
      'has a reopening by hand',
      dealWith('L0 won5', {
        status: 'open',
        inGit: inGit('L', 0, [5, { status: 'won' }], [8, { status: 'open' }]),
      }),
      'L0 won5 open8*',
    ],
  ] as const)
    it(what, () => {
      assert.equal(told(deal), meant);
      assert.equal(withPast(deal), withPast(deal));
      assert.equal(withPast(withPast(deal)), withPast(deal));
    });

  it('has a move by hand between two lines, where the later one says what it left', () => {
    const deal = dealWith('L0 Q9', { inGit: inGit('L', 0, [4, to('P')], [9, to('Q')]) });
    const [first, last] = deal.history;
    assert.equal(told(deal), 'L0 Q9');
    assert.equal(told({ ...deal, history: [first!, { ...last!, from: stageAt('P') }] }), 'L0 P4* Q9');
    const begun = { ...deal, history: [{ ...last!, from: stageAt('P') }] };
    assert.equal(told(begun), 'L0* P4* Q9');
  });

  it('has a move of its own only once, where a deal went to and fro on one day', () => {
    const left = (deal: Deal, letter: string): Deal => ({
      ...deal,
      history: deal.history.map((line, at) => (at ? line : { ...line, from: stageAt(letter) })),
    });
    const back = dealWith('P0 L0', { inGit: inGit('L', 0, [0, to('P')], [0, to('L')]) });
    assert.equal(told(left(back, 'L')), 'L0* P0 L0');
    const again = inGit('L', 0, [1, to('P')], [1, to('L')], [1, to('P')]);
    assert.equal(told(left(dealWith('P1', { inGit: again }), 'L')), 'L0* P1* L1* P1');
    assert.equal(told(left(dealWith('P1 L1 P1', { inGit: again }), 'L')), 'L0* P1 L1 P1');
    const onward = inGit('L', 0, [1, to('P')], [1, to('Q')], [1, to('P')], [1, to('R')]);
    assert.equal(told(dealWith('L0 P1 Q1 P1', { stage: stageAt('R'), inGit: onward })), 'L0 P1 Q1 P1 R1*');
    const later = inGit('L', 0, [1, to('P')], [1, to('Q')], [2, to('P')]);
    assert.equal(told(left(dealWith('P1', { inGit: later }), 'Q')), 'L0* P1* Q1* P1');
  });

  it('has an outcome of its own only once, where a deal was closed twice on one day', () => {
    const closed = [3, { status: 'lost' }] as const;
    const open = [3, { status: 'open' }] as const;
    const twice = dealWith('L0 lost3 open3 lost3', {
      status: 'open',
      inGit: inGit('L', 0, closed, open, closed, open),
    });
    assert.equal(told(twice), 'L0 lost3 open3 lost3 open3*');
  });

  it('is told with who did what, and what git alone knows', () => {
    const money = (amount: number) => ({ amount, currency: 'EUR' });
    const facts = inGit(...(['L', 0, [1, { closeDate: day(90) }], [4, { owner: 'marek' }]] as const), [
      6,
      { value: money(50), nextStep: 'Call' },
    ]);
    const events = pastOf(dealWith('L0 P2', { inGit: facts }));
    assert.deepEqual(
      events.map(({ kind, on, by, knownFrom }) => [kind, on, by, knownFrom]),
      [
        ['stage', day(0), facts.first.by, 'file'],
        ['closeDate', day(1), 'Marek', 'git'],
        ['stage', day(2), undefined, 'file'],
        ['owner', day(4), 'Marek', 'git'],
        ['value', day(6), 'Marek', 'git'],
        ['nextStep', day(6), 'Marek', 'git'],
      ],
    );
    assert.deepEqual(events[4]!.to, { value: money(50) });
  });

  it('is told with the stage that each move left, and the same outcome once', () => {
    const told = (deal: Deal) => pastOf(deal).map(({ kind, from, to: now }) => [kind, from, now]);
    const late = makeDeal({ created, stage: stageAt('Q'), inGit: inGit('P', 3, [5, to('Q')]) });
    assert.deepEqual(told(late), [['stage', to('P'), to('Q')]]);
    assert.deepEqual(told(dealWith('L0 won5 won6 open7')), [
      ['stage', undefined, to('L')],
      ['status', { status: 'open' }, { status: 'won' }],
      ['status', { status: 'won' }, { status: 'open' }],
    ]);
  });

  it('says on a day in the past what value, owner and next step were then', () => {
    const money = (amount: number) => ({ amount, currency: 'EUR' });
    const facts = inGit('L', 2, [4, { owner: 'marek' }], [6, { value: money(50) }]);
    const deal = dealWith('L0', { created, owner: 'ines', value: money(70), nextStep: 'Call', inGit: facts });
    const on = (number: number) => {
      const [then] = dealsOn([deal], day(number));
      return [then!.owner, then!.value, then!.nextStep];
    };
    assert.deepEqual(on(1), [undefined, undefined, undefined]);
    assert.deepEqual(on(4), ['marek', undefined, undefined]);
    // What is not committed yet came later.
    assert.deepEqual(on(6), ['marek', money(50), undefined]);
  });

  it('says on a day in the past which stage a file named, from its first version on, and nothing before', () => {
    const facts = inGit('P', 2, [6, { stage: 'closing' }]);
    const deal = { ...dealWith('', { created, inGit: facts }), stage: 'closing' } as const;
    const on = (number: number) => {
      const [then] = dealsOn([deal], day(number));
      return [then!.stage, then!.stageNotKnown];
    };
    assert.deepEqual(
      [on(2), on(5)],
      [
        ['prospecting', undefined],
        ['prospecting', undefined],
      ],
    );
    assert.equal(on(1)[1], true);
    assert.deepEqual(on(6), ['closing', undefined]);
  });
});
