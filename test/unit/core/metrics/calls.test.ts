import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Call } from '../../../../src/core/calls/call';
import { accuracyOf, callsOf, middleOf } from '../../../../src/core/metrics/calls';
import type { ReportQuestion } from '../../../../src/core/metrics/question';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { date, makeDeal } from '../../support/deals';
import { forAll } from '../../support/property';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const call = (owner: string, period: string, on: string, amount: number): Call => ({
  ...{ owner, period, on: date(on) },
  money: eur(amount),
});
const won = (owner: string, on: string, amount: number) =>
  makeDeal({ status: 'won', owner, closedOn: date(on), value: eur(amount) });
const ask = (given: Partial<ReportQuestion>): ReportQuestion => ({
  deals: [],
  files: { needsAttention: 0, otherNotes: 0 },
  process: DEFAULT_PROCESS,
  asOf: date('2026-11-29'),
  ...given,
});

describe('calls against what came', () => {
  const deals = [
    won('dana', '2026-08-03', 100),
    won('Dana', '2026-09-30', 100),
    won('sam', '2026-09-30', 50),
    won('dana', '2026-10-01', 30),
    makeDeal({ owner: 'dana', stage: 'closing', closeDate: date('2026-12-01'), value: eur(20) }),
    makeDeal({ owner: 'dana', stage: 'proposal', closeDate: date('2026-12-31'), value: eur(7) }),
    makeDeal({ owner: 'dana', stage: 'proposal', closeDate: date('2027-01-01'), value: eur(1000) }),
  ];
  const calls = [
    call('dana', '2026-Q3', '2026-06-30', 300),
    call('dana', '2026-Q3', '2026-07-01', 280),
    call('dana', '2026-Q3', '2026-08-15', 260),
    call('dana', '2026-Q3', '2026-08-16', 250),
    call('dana', '2026-Q3', '2026-09-30', 240),
    call('dana', '2026-Q3', '2026-10-01', 200),
    call('Team', '2026-Q3', '2026-08-01', 250),
    call('dana', '2026-Q4', '2026-10-05', 60),
    call('dana', '2026-Q4', '2026-11-29', 55),
    call('dana', '2026-Q4', '2026-11-30', 1),
  ];

  it('are the last ones before the quarter, up to its middle and up to its end; later ones don’t count', () => {
    const [q3, q4, ...none] = callsOf(deals, ask({ calls }))!.quarters;
    assert.deepEqual(none, []);
    const [dana, team] = q3!.owners;
    assert.equal(q3!.isOver, true);
    assert.deepEqual(
      [dana!.atBegin, dana!.atMiddle, dana!.latest].map(one => one?.money.amount),
      [300, 260, 240],
    );
    assert.deepEqual([dana!.won, dana!.difference, dana!.accuracy], [200, 40, 0.8]);
    assert.deepEqual([team!.owner, team!.won, team!.accuracy, team!.atBegin], [null, 250, 1, null]);
    const [now] = q4!.owners;
    assert.deepEqual(now!.latest, { on: '2026-11-29', money: eur(55) });
    assert.deepEqual(now!.before, { on: '2026-10-05', money: eur(60) });
    assert.deepEqual([now!.won, now!.commit, now!.bestCase], [30, 20, 7]);
    assert.deepEqual([q4!.isOver, now!.accuracy], [false, null]);
  });

  it('as of an earlier day are those of that day', () => {
    const report = callsOf(deals, ask({ calls, asOf: date('2026-08-15') }))!;
    const [dana] = report.quarters[0]!.owners;
    assert.deepEqual([dana!.latest.money.amount, dana!.atMiddle?.money.amount], [260, 260]);
    const earlier = callsOf(deals, ask({ calls, asOf: date('2026-08-14') }))!;
    assert.equal(earlier.quarters[0]!.owners[0]!.atMiddle, null);
    assert.deepEqual(report.accuracy, []);
  });

  it('are those of the owners whom the filter leaves, and of nobody where it leaves only some of their deals', () => {
    const names = (filter: ReportQuestion['filter']) =>
      callsOf(deals, ask({ calls, filter: filter! }))?.quarters[0]?.owners.map(({ owner }) => owner);
    assert.deepEqual(names({ owner: ['DANA'] }), ['dana']);
    assert.deepEqual(names({ owner: ['sam'] }), undefined);
    assert.equal(callsOf(deals, ask({ calls, filter: { text: 'x' } })), null);
  });

  it('are held against what is won in their own currency, at the team’s rates', () => {
    const process = makeProcess({
      currency: 'EUR',
      rates: new Map([['GBP', 2]]),
      ownerQuota: new Map([['2026-Q3', new Map([['Dana', eur(90)]])]]),
    });
    const inPounds = { ...calls[0]!, money: { amount: 100, currency: 'GBP' } };
    const odd = makeDeal({ ...deals[0]!, value: { amount: 5, currency: 'SEK' } });
    const [dana] = callsOf([...deals, odd], ask({ calls: [inPounds], process }))!.quarters[0]!.owners;
    assert.deepEqual([dana!.won, dana!.accuracy, dana!.without, dana!.quota], [100, 1, ['SEK'], eur(90)]);
  });

  it('have an accuracy of at least 0, and none where nothing was won', () => {
    assert.deepEqual(
      [
        [100, 100],
        [80, 100],
        [120, 100],
        [300, 100],
        [0, 100],
        [100, 0],
        [0, 0],
      ].map(([said, came]) => accuracyOf(said!, came!)),
      [1, 0.8, 0.8, 0, 0, null, null],
    );
    assert.equal(middleOf(date('2026-10-01'), date('2026-12-31')), '2026-11-15');
  });

  it('equal a computation by hand, for any calls and deals', () => {
    const days = ['2026-03-31', '2026-04-01', '2026-05-15', '2026-05-16', '2026-06-30', '2026-07-01'].map(
      date,
    );
    const day = fc.constantFrom(...days);
    const owner = fc.constantFrom('dana', 'Dana', 'sam', 'team');
    const anyCall = fc.record({ owner, on: day, amount: fc.nat(9) });
    const anyDeal = fc.record({ owner: fc.constantFrom('dana', 'DANA', 'sam'), on: day, amount: fc.nat(9) });
    forAll(fc.tuple(fc.array(anyCall), fc.array(anyDeal), day), ([said, came, asOf]) => {
      const report = callsOf(
        came.map(one => won(one.owner, one.on, one.amount)),
        ask({ calls: said.map(one => call(one.owner, '2026-Q2', one.on, one.amount)), asOf }),
      )!;
      const counting = said.filter(({ on }) => on <= asOf && on <= '2026-06-30');
      for (const name of ['dana', 'sam', 'team']) {
        const own = counting.filter(one => one.owner.toLowerCase() === name);
        const found = report.quarters[0]?.owners.find(one => (one.owner ?? 'team').toLowerCase() === name);
        const last = (to: string) => {
          let best: (typeof own)[number] | undefined;
          for (const one of own) if (one.on <= to && (!best || one.on >= best.on)) best = one;
          return best?.amount ?? null;
        };
        assert.equal(found === undefined, own.length === 0);
        if (!found) continue;
        const sum = came
          .filter(
            one =>
              (name === 'team' || one.owner.toLowerCase() === name) &&
              one.on >= '2026-04-01' &&
              one.on <= '2026-06-30',
          )
          .reduce((all, { amount }) => all + amount, 0);
        assert.equal(found.won, sum);
        assert.equal(found.latest.money.amount, last('2026-06-30'));
        assert.equal(found.atBegin?.money.amount ?? null, last('2026-03-31'));
        assert.equal(found.atMiddle?.money.amount ?? null, asOf < '2026-05-16' ? null : last('2026-05-16'));
      }
    });
  });
});
