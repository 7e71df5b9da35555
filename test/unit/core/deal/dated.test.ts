import assert from 'node:assert/strict';
import { isClosedTooEarly, isMisdated, type Deal } from '../../../../src/core/deal/deal';
import { mostDaysInStage } from '../../../../src/core/deal/daysInStage';
import { namesIn } from '../../../../src/core/deal/names';
import { isDated, rewindDeal } from '../../../../src/core/deal/rewind';
import { closingInGit, day, dealWith, makeDeal } from '../../support/deals';

describe('the most days that a deal may be in its stage', () => {
  const most = (deal: Parameters<typeof mostDaysInStage>[0], on = 59) => mostDaysInStage(deal, day(on));

  it('are those since it was last known to be elsewhere, where it was moved by hand', () => {
    const moved = dealWith('L0 P10', { stage: 'proposal' });
    assert.deepEqual([most(moved), most(moved, 10), most(moved, 9)], [49, 0, undefined]);
  });

  it('are those since it was closed, where it was opened again by hand', () =>
    assert.equal(most(dealWith('L0 lost5', { status: 'open' })), 54));

  it('are those since its first day, where no line says more', () =>
    assert.equal(most(makeDeal({ created: day(9), stage: 'proposal' })), 50));

  it('are of no use where the days are known, nor in a deal that is closed or has no days', () => {
    for (const deal of [
      dealWith('L0 P10'),
      dealWith('L0 won5', { stage: 'proposal' }),
      makeDeal({ stage: 'proposal' }),
    ])
      assert.equal(most(deal), undefined);
  });
});

describe('a deal whose days can’t be', () => {
  const today = day(50);
  for (const [what, deal, isIt] of [
    ['has one of them in the future: its beginning', makeDeal({ created: day(60) }), true],
    ['its close', makeDeal({ status: 'won', closedOn: day(60) }), true],
    ['a line of its history', dealWith('L0 P60'), true],
    ['or was closed before it began', dealWith('won5', { created: day(9) }), true],
    ['but not one that is dated today', dealWith('L0 P50', { created: day(0) }), false],
    ['nor one that was closed as it began', dealWith('won9', { created: day(9) }), false],
    ['nor one without any', makeDeal(), false],
  ] as const) {
    it(what, () => assert.equal(isMisdated(deal, today), isIt));
  }

  it('is closed too early only where both days are known', () => {
    assert.equal(isClosedTooEarly(dealWith('won5', { created: day(9) })), true);
    assert.equal(isClosedTooEarly(makeDeal({ status: 'won', closedOn: day(5) })), false);
    assert.equal(isClosedTooEarly(makeDeal({ created: day(9) })), false);
  });
});

describe('a deal in the past', () => {
  it('is one that has a day', () => {
    assert.equal(isDated(makeDeal()), false);
    for (const deal of [makeDeal({ created: day(1) }), makeDeal({ closedOn: day(1) }), dealWith('L1')])
      assert.equal(isDated(deal), true);
  });

  it('is one that git knows, from its first commit on, where its file does not say when it was created', () => {
    const inGit = closingInGit([{ on: day(5), closeDate: undefined }]);
    const there = (deal: Deal) => [4, 5, 9].filter(on => rewindDeal(deal, day(on)));
    assert.deepEqual(there(makeDeal({ inGit })), [5, 9]);
    assert.deepEqual(there(dealWith('L7', { inGit })), [5, 9]);
    assert.deepEqual(there(makeDeal({ inGit, created: day(7) })), [9]);
    assert.deepEqual(there(makeDeal({ inGit, created: day(1) })), [4, 5, 9]);
  });

  it('is closed on the day of its close, for its reason', () => {
    const lost = dealWith('L0 lost50', { lostReason: 'price' });
    const on = (number: number) => {
      const then = rewindDeal(lost, day(number))!;
      return [then.status, then.closedOn, then.lostReason];
    };
    assert.deepEqual(on(49), ['open', undefined, undefined]);
    assert.deepEqual(on(50), ['lost', day(50), 'price']);
  });
});

describe('the names in a field', () => {
  it('are none, one, or several', () => {
    const deal = makeDeal({ owner: 'dana', tags: ['a', 'b'], value: { amount: 1, currency: 'SEK' } });
    assert.deepEqual(namesIn(deal, 'owner'), ['dana']);
    assert.deepEqual(namesIn(deal, 'account'), []);
    assert.deepEqual(namesIn(deal, 'tags'), ['a', 'b']);
    assert.deepEqual(namesIn(deal, 'currency'), ['SEK']);
    assert.deepEqual(namesIn(makeDeal(), 'currency'), []);
  });
});
