import assert from 'node:assert/strict';
import fc from 'fast-check';
import { courseOf, stageInHistory } from '../../../../src/core/deal/course';
import { rewindDeal } from '../../../../src/core/deal/rewind';
import { funnelReport } from '../../../../src/core/metrics/funnel';
import { isIdle } from '../../../../src/core/deal/condition';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import type { Deal } from '../../../../src/core/deal/deal';
import { day, dealWith, makeDeal } from '../../support/deals';
import { anyDeal, anyDeals } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { AS_OF, WORKED_EXAMPLE } from '../../support/workedExample';

const standing = (deal: Deal, on: number) => {
  const then = rewindDeal(deal, day(on));
  return then && `${then.status} in ${then.stageNotKnown ? 'no known stage' : then.stage}`;
};

describe('a deal as it stood', () => {
  const deal = dealWith('L5 P10 lost20 open30 R40 won50', { lostReason: 'price' });

  for (const [on, what] of [
    [4, undefined],
    [5, 'open in lead-generation'],
    [9, 'open in lead-generation'],
    [10, 'open in prospecting'],
    [20, 'lost in prospecting'],
    [29, 'lost in prospecting'],
    [30, 'open in prospecting'],
    [40, 'open in proposal'],
    [49, 'open in proposal'],
    [50, 'won in proposal'],
    [99, 'won in proposal'],
  ] as const) {
    it(`on day ${on}: ${what}`, () => assert.equal(standing(deal, on), what));
  }

  it('has not yet been closed, nor knows why', () => {
    const then = rewindDeal(deal, day(45))!;
    assert.deepEqual([then.closedOn, then.lostReason, then.history.length], [undefined, undefined, 5]);
  });

  it('knows of no activity that was yet to come, nor does the report of that day', () => {
    const logged = dealWith('L5 P10', { lastActivity: { on: day(30), what: 'call' } });
    const known = (on: number) => rewindDeal(logged, day(on))?.lastActivity?.on;
    assert.deepEqual([known(10), known(29), known(30), known(31)], [undefined, undefined, day(30), day(30)]);
    const isIdleOn = (on: number) =>
      isIdle(
        rewindDeal(logged, day(on))!,
        makeProcess({ stages: { prospecting: { idleAfter: 10 } } }),
        day(on),
      );
    assert.deepEqual([20, 21, 29, 30, 40, 41].map(isIdleOn), [false, true, true, false, false, true]);
  });

  it('was not there before it was created, also without a history', () => {
    const created = makeDeal({ created: day(7), stage: 'proposal' });
    assert.deepEqual([standing(created, 6), standing(created, 7)], [undefined, 'open in no known stage']);
    assert.equal(standing(dealWith('P9', { created: day(7) }), 8), 'open in no known stage');
    assert.equal(standing(makeDeal(), 1000), undefined);
  });

  it('was to close when its history says, where a later line has another date', () => {
    const known = dealWith('L0 P10', { closeDate: day(90) });
    const history = known.history.map((event, at) => ({ ...event, closeDate: day(at ? 90 : 60) }));
    const closing = (given: Partial<Deal>, on: number) =>
      rewindDeal({ ...known, ...given }, day(on))!.closeDate;
    assert.deepEqual(
      [closing({ history }, 9), closing({ history }, 10), closing({}, 0)],
      [day(60), day(90), day(90)],
    );
    assert.equal(closing({ history: [known.history[0]!, history[1]!] }, 5), undefined);
  });

  it('was open before it was closed, also without a history', () => {
    const won = makeDeal({ created: day(1), status: 'won', closedOn: day(7) });
    assert.deepEqual(
      [standing(won, 6), standing(won, 7)],
      ['open in lead-generation', 'won in lead-generation'],
    );
  });

  it('on the day of its last event or later is as it is', () => {
    forAll(fc.tuple(anyDeal, fc.nat(100)), ([any, days]) => {
      const then = rewindDeal(any, day(61 + days));
      const isUndated = !any.created && !any.closedOn && !any.history.length;
      // What was moved by hand was that on a day that nobody knows.
      const last = courseOf(any).findLast(({ kind }) => kind === 'entered')!;
      const isByHand = any.status === 'open' && last.kind === 'entered' && last.told === 'file' && !last.on;
      const isSure =
        !isByHand || (any.stage === 'lead-generation' && stageInHistory(any.history) === undefined);
      assert.deepEqual(then, isUndated ? undefined : isSure ? any : { ...any, stageNotKnown: true });
    });
    for (const one of WORKED_EXAMPLE) assert.deepEqual(rewindDeal(one, AS_OF), one);
  });

  it('by way of a later day is the same', () => {
    forAll(fc.tuple(fc.constantFrom(...WORKED_EXAMPLE), fc.nat(70), fc.nat(30)), ([one, on, later]) => {
      const between = rewindDeal(one, day(on + later));
      assert.deepEqual(between && rewindDeal(between, day(on)), rewindDeal(one, day(on)));
    });
  });
});

describe('a pipeline as it stood', () => {
  const reachedOn = (deals: readonly Deal[], on: number) => {
    const then = deals.map(deal => rewindDeal(deal, day(on))).filter(deal => deal !== undefined);
    const { stages } = funnelReport(then, { needsAttention: 0, otherNotes: 0 }, DEFAULT_PROCESS, day(on));
    return stages.map(({ reached }) => reached);
  };

  it('grows as the days go by: what reached a stage has reached it for good', () => {
    // A win that is taken back is the one thing by which a deal gets less far than it was.
    const neverReopened = anyDeals.map(deals =>
      deals.map(deal => {
        const history = deal.history.flatMap(({ on, stage }) =>
          stage ? [{ on, stage, status: undefined }] : [],
        );
        // Nor is one that was moved by hand: nobody knows when.
        const stage = history.at(-1)?.stage ?? 'lead-generation';
        return { ...deal, history, stage, created: history.length ? undefined : deal.created };
      }),
    );
    forAll(fc.tuple(neverReopened, fc.nat(70), fc.nat(30)), ([deals, on, later]) => {
      const [then, now] = [reachedOn(deals, on), reachedOn(deals, on + later)];
      for (const [k, reached] of then.entries()) assert.ok(reached <= now[k]!, `${then} and later ${now}`);
    });
  });

  it('the worked example, day by day', () => {
    assert.deepEqual(reachedOn(WORKED_EXAMPLE, 0), [2, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual(reachedOn(WORKED_EXAMPLE, 20), [5, 4, 3, 3, 2, 0, 0]);
    assert.deepEqual(reachedOn(WORKED_EXAMPLE, 30), [6, 6, 4, 3, 3, 2, 1]);
    assert.deepEqual(reachedOn(WORKED_EXAMPLE, 59), [6, 6, 5, 5, 4, 3, 2]);
  });
});
