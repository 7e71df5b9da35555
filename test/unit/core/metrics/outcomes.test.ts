import assert from 'node:assert/strict';
import { outcomesOf } from '../../../../src/core/metrics/outcomes';
import { makeDeal } from '../../support/deals';
import { workedExample } from '../../support/workedExample';

const lostFor = (lostReason?: string) => makeDeal({ status: 'lost', lostReason });

describe('outcomes', () => {
  it('of the worked example', () => {
    assert.deepEqual(outcomesOf(workedExample()), {
      won: { count: 2, value: { EUR: 18_000 } },
      lost: {
        count: 2,
        value: { EUR: 12_000 },
        reasons: [{ reason: null, count: 2, value: { EUR: 12_000 } }],
      },
    });
  });

  it('keep currencies apart', () => {
    const won = (amount: number, currency: string) =>
      makeDeal({ status: 'won', value: { amount, currency } });
    assert.deepEqual(outcomesOf([won(1, 'EUR'), won(2, 'GBP'), won(3, 'EUR')]).won, {
      count: 3,
      value: { EUR: 4, GBP: 2 },
    });
  });

  it('count reasons that are spelled differently as one, by the most frequent spelling', () => {
    const { reasons } = outcomesOf(
      ['No budget', 'price', 'no-budget', 'No budget', undefined, ' '].map(lostFor),
    ).lost;
    assert.deepEqual(reasons, [
      { reason: 'No budget', count: 3, value: {} },
      { reason: null, count: 2, value: {} },
      { reason: 'price', count: 1, value: {} },
    ]);
  });

  it('spell a reason as most do, and where there are several such spellings as the first by the alphabet', () => {
    const spelled = (...given: readonly string[]) =>
      [given, given.toReversed()].map(all => outcomesOf(all.map(lostFor)).lost.reasons[0]!.reason);
    assert.deepEqual(spelled('No budget', 'no budget', 'no budget'), ['no budget', 'no budget']);
    assert.deepEqual(spelled('price', 'Price', 'PRICE'), ['PRICE', 'PRICE']);
    assert.deepEqual(spelled('Price', 'price', ' price '), ['price', 'price']);
  });

  it('list reasons by how frequent they are, then by the alphabet, and last what has none', () => {
    const given = ['price', undefined, 'timing', 'budget', undefined, 'timing', 'zeal', 'zeal'];
    for (const order of [given, given.toReversed()]) {
      const { reasons } = outcomesOf(order.map(lostFor)).lost;
      assert.deepEqual(
        reasons.map(({ reason }) => reason),
        ['timing', 'zeal', null, 'budget', 'price'],
      );
    }
  });

  it('take the names of object properties for reasons like any other', () => {
    const { reasons } = outcomesOf(['__proto__', 'constructor', '__proto__'].map(lostFor)).lost;
    assert.deepEqual(reasons, [
      { reason: '__proto__', count: 2, value: {} },
      { reason: 'constructor', count: 1, value: {} },
    ]);
  });
});
