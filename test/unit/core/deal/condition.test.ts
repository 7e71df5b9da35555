import assert from 'node:assert/strict';
import { daysIdle, due, isIdle, isStalled } from '../../../../src/core/deal/condition';
import type { Deal } from '../../../../src/core/deal/deal';
import { makeProcess } from '../../../../src/core/process/process';
import { day, dealWith, makeDeal } from '../../support/deals';

const TODAY = day(59);
const process = makeProcess({
  stages: {
    prospecting: {
      stalledAfter: 10,
      idleAfter: 5,
    },
  },
});
const activity = (on: number) => ({ lastActivity: { on: day(on), what: 'call' } });

describe('the next step of a deal', () => {
  for (const [expected, given] of [
    ['none', {}],
    ['undated', { nextStep: 'Call' }],
    ['overdue', { nextStep: 'Call', nextStepOn: day(58) }],
    ['today', { nextStep: 'Call', nextStepOn: TODAY }],
    ['planned', { nextStep: 'Call', nextStepOn: day(60) }],
    ['planned', { nextStepOn: day(60) }],
  ] as const) {
    it(`is ${expected} with ${JSON.stringify(given)}`, () =>
      assert.equal(due(makeDeal(given), TODAY), expected));
  }
});

describe('a deal is stalled', () => {
  const isIt = (history: string) => isStalled(dealWith(history), process, TODAY);

  it('when it is in its stage for longer than the team finds healthy', () => {
    assert.equal(isIt('L0 P48'), true);
    assert.equal(isIt('L0 P49'), false);
    assert.equal(isIt('L38'), false);
    assert.equal(isIt('L37'), true);
  });

  it('never when it is closed, or nobody knows since when it is there', () => {
    assert.equal(isIt('L0 P10 lost50'), false);
    assert.equal(isStalled(makeDeal(), process, TODAY), false);
  });
});

describe('a deal is idle', () => {
  const isIt = (history: string, given: Partial<Deal> = {}) =>
    isIdle(dealWith(history, given), process, TODAY);

  it('when it was not touched for longer than the team finds healthy', () => {
    assert.equal(isIt('L0 P53'), true);
    assert.equal(isIt('L0 P54'), false);
    assert.equal(isIt('L0 P10', activity(54)), false);
    assert.equal(isIt('L0 P10', activity(53)), true);
    assert.equal(daysIdle(dealWith('L0 P10', activity(53)), TODAY), 6);
  });

  it('not when a next step is planned', () => {
    assert.equal(isIt('L0 P10', { nextStepOn: day(60) }), false);
    assert.equal(isIt('L0 P10', { nextStepOn: TODAY }), true);
    assert.equal(isIt('L0 P10', { nextStep: 'Call' }), true);
  });

  it('never when it is closed, or nobody knows of a touch', () => {
    assert.equal(isIt('L0 P10 won20'), false);
    assert.equal(isIdle(makeDeal(), process, TODAY), false);
    assert.equal(daysIdle(makeDeal(), TODAY), undefined);
  });
});
