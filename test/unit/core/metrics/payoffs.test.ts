import assert from 'node:assert/strict';
import type { Deal } from '../../../../src/core/deal/deal';
import { payoffs, type Payoff } from '../../../../src/core/metrics/payoffs';
import { makeReport } from '../../../../src/core/metrics/report';
import { expectation } from '../../../../src/core/metrics/whatIf';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { day, dealWith, makeDeal } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { assertEnough, forAll } from '../../support/property';
import { AS_OF } from '../../support/workedExample';

const baseOf = (deals: readonly Deal[]) =>
  makeReport({
    ...{ deals, asOf: AS_OF, process: DEFAULT_PROCESS },
    files: { needsAttention: 0, otherNotes: 0 },
  }).whatIf;

/** So many deals with one history, begun on the first day. */
const deals = (count: number, history: string) => Array.from({ length: count }, () => dealWith(history));

const at = (all: readonly Payoff[], stage: Payoff['stage']) => all.find(one => one.stage === stage)!;

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

describe('what a better step pays', () => {
  it('is not known where a conversion is not, or where no deal has a day', () => {
    assert.deepEqual(payoffs(baseOf([])), []);
    // Nobody knows how the second stage converts.
    assert.deepEqual(payoffs(baseOf([dealWith('L0'), dealWith('L0 lost5')])), []);
    const won = makeDeal({ status: 'won' });
    assert.deepEqual(payoffs(baseOf([won])), []);
    assert.equal(payoffs(baseOf([{ ...won, created: day(5) }])).length, 7);
  });

  it('stops at 1, and brings what is missing to that', () => {
    // 19 of 20 get through the first stage, 3 of them 19 through the second.
    const base = baseOf([...deals(1, 'L0 lost5'), ...deals(16, 'L0 P2 lost9'), ...deals(3, 'L0 P2 won9')]);
    const { from, to, capped, gain, savedPerDay } = at(payoffs(base), 'lead-generation');
    assert.deepEqual([from, to, capped], [0.95, 1, true]);
    near(gain, 1 / 19);
    // Of twenty deals in sixty days one more would have to get through.
    near(savedPerDay, 1 / 60);
    assert.equal(payoffs(base)[0]!.stage, 'prospecting');
  });

  it('is a tenth where a tenth more is just all', () => {
    const base = baseOf([...deals(1, 'L0 lost5'), ...deals(10, 'L0 won9')]);
    const { to, capped, gain } = at(payoffs(base), 'lead-generation');
    assert.deepEqual([to, capped, gain], [1, false, 0.1]);
  });

  it('is nothing at a stage that nobody gets through: a tenth of nothing is nothing', () => {
    const base = baseOf([...deals(3, 'L0 P2 lost9'), ...deals(1, 'L0 lost9')]);
    // Behind it no conversion is known, so they are given.
    const steps = base.steps.map((step, k) => (k > 1 ? { ...step, conversion: 0.5 } : step));
    const all = payoffs({ ...base, steps, chain: 0 });
    const { from, to, gain, winsPerDay, savedPerDay } = at(all, 'prospecting');
    assert.deepEqual([from, to, gain, winsPerDay, savedPerDay], [0, 0, 0, 0, 0]);
    assert.equal(all.at(-1)!.stage, 'prospecting');
  });

  it('is what the model expects of that step', () => {
    let known = 0;
    forAll(
      anyPipeline,
      deals => {
        const base = baseOf(deals);
        const now = expectation(base);
        const all = payoffs(base);
        for (const { stage, from, to, capped, winsPerDay, gain, savedPerDay, n } of all) {
          known++;
          const step = base.steps.find(one => one.stage === stage)!;
          assert.deepEqual([from, n], [step.conversion, step.n]);
          assert.equal(capped, from * 1.1 > 1);
          near(to, capped ? 1 : from * 1.1);
          near(winsPerDay, expectation(base, { conversion: { [stage]: to } }).winsPerDay!);
          near(now.winsPerDay! * (1 + gain), winsPerDay);
          // Who gets past this step goes on as all others do.
          const behind = base.steps.slice(base.steps.indexOf(step) + 1);
          near(
            savedPerDay * behind.reduce((rate, one) => rate * one.conversion!, 1),
            winsPerDay - now.winsPerDay!,
          );
        }
        for (const [k, one] of all.slice(1).entries())
          assert.ok(
            one.gain < all[k]!.gain || (one.gain === all[k]!.gain && one.savedPerDay >= all[k]!.savedPerDay),
          );
      },
      300,
    );
    assertEnough(known, 100);
  });
});
