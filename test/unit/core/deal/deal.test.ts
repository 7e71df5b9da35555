import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysInStage } from '../../../../src/core/deal/daysInStage';
import { closeDay, firstDay, lastTouch, type Deal } from '../../../../src/core/deal/deal';
import { journeyOf } from '../../../../src/core/metrics/journey';
import { day, dealWith, makeDeal } from '../../support/deals';
import { anyDeal } from '../../support/pipelines';
import { forAll } from '../../support/property';

describe('the first day of a deal', () => {
  it('is when it was created or its history begins, whichever is earlier', () => {
    assert.equal(firstDay(dealWith('L5', { created: day(3) })), day(3));
    assert.equal(firstDay(dealWith('L3', { created: day(5) })), day(3));
    assert.equal(firstDay(dealWith('L3')), day(3));
    assert.equal(firstDay(makeDeal({ created: day(5) })), day(5));
    assert.equal(firstDay(makeDeal()), undefined);
  });
});

describe('the day on which a deal was closed', () => {
  it('is that of its history, else the one it names', () => {
    assert.equal(closeDay(dealWith('L0 won9', { closedOn: day(8) })), day(9));
    assert.equal(closeDay(dealWith('L0 lost5 open6', { status: 'lost', closedOn: day(8) })), day(8));
    assert.equal(closeDay(dealWith('L0', { status: 'won', closedOn: day(8) })), day(8));
    assert.equal(closeDay(dealWith('L0 lost5 open6 lost9', { closedOn: undefined })), day(9));
    assert.equal(closeDay(dealWith('L0 lost5', { status: 'won', closedOn: undefined })), undefined);
    assert.equal(closeDay(dealWith('L0 lost5 open6', { closedOn: day(5) })), undefined);
  });
});

describe('the last touch of a deal', () => {
  it('is the latest of its history, its log and the day it was created', () => {
    const lastActivity = { on: day(12), what: 'call' };
    assert.equal(lastTouch(makeDeal(), day(99)), undefined);
    assert.equal(lastTouch(makeDeal({ created: day(3) }), day(99)), day(3));
    assert.equal(lastTouch(dealWith('L0 P9', { created: day(3) }), day(99)), day(9));
    assert.equal(lastTouch(dealWith('L0 P9', { created: day(3), lastActivity }), day(99)), day(12));
    assert.equal(lastTouch(dealWith('L0 P19', { lastActivity }), day(99)), day(19));
    assert.equal(lastTouch(dealWith('L0 P9 Q11 N15'), day(99)), day(15));
    const planned = { lastActivity: { on: day(120), what: 'workshop' }, activeBefore: [day(97), day(12)] };
    assert.equal(lastTouch(dealWith('L0 P9', planned), day(99)), day(97));
    assert.equal(lastTouch(dealWith('L0 P9', planned), day(50)), day(12));
    assert.equal(lastTouch(dealWith('L0 P9', { created: day(12) }), day(99)), day(12));
  });
});

describe('the days in the stage', () => {
  const days = (deal: Deal) => daysInStage(deal, day(59));

  for (const [what, deal, expected] of [
    ['since it was entered', dealWith('L0 P10'), 49],
    ['since it was entered again', dealWith('L0 P10 L20'), 39],
    ['of an entry that is there twice, since the first', dealWith('L0 P10 P20'), 49],
    ['since it was reopened', dealWith('L0 P10 lost20 open50'), 9],
    ['not since it was called open that was open anyhow', dealWith('L0 open50'), 59],
    ['up to the close', dealWith('L0 P10 won15'), 5],
    ['since it was created, without a history', makeDeal({ created: day(50) }), 9],
    ['since it was reopened, without an entry', dealWith('lost20 open50', { created: day(0) }), 9],
    ['0 on the day before, which it may be further west', dealWith('L60'), 0],
    ['not known from a day that is still to come', dealWith('L61'), undefined],
    ['not known without a date', makeDeal(), undefined],
    ['not known where the stage was changed by hand', dealWith('L0', { stage: 'proposal' }), undefined],
    [
      'not known where nobody knows in which stage it was',
      dealWith('L0', { stage: 'proposal', stageNotKnown: true }),
      undefined,
    ],
    ['not known where it was reopened by hand', dealWith('L0 lost5', { status: 'open' }), undefined],
  ] as const) {
    it(`are counted ${what}`, () => assert.equal(days(deal), expected));
  }

  it('are those of the stay that the funnel counts', () => {
    forAll(
      fc.tuple(anyDeal, fc.nat(80)),
      ([any, on]) => {
        const deal = { ...any, status: 'open' as const };
        const stay = journeyOf(deal, day(on)).stays.find(({ open }) => open);
        assert.equal(daysInStage(deal, day(on)), stay?.days);
      },
      300,
    );
  });
});
