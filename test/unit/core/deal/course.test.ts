import assert from 'node:assert/strict';
import { courseOf, isBeginningKnown, linesBehindOutcome } from '../../../../src/core/deal/course';
import type { Deal } from '../../../../src/core/deal/deal';
import { day, dealWith, makeDeal, stageAt } from '../../support/deals';

/** Each mark in words: `P 10 stage`, `closed 20`; `-` where nobody knows the day. */
const wayOf = (deal: Deal) =>
  courseOf(deal).map(mark =>
    mark.kind === 'entered'
      ? `${mark.stage} ${mark.on ?? '-'} ${mark.told}${mark.line ? '' : ', no line'}`
      : `${mark.kind} ${mark.on}`,
  );

/** A deal whose line on day 10 says that it left a stage. */
const leaving = (from: string, given: Partial<Deal> = {}) => {
  const deal = dealWith('P10', given);
  return { ...deal, history: [{ ...deal.history[0]!, from: stageAt(from) }] };
};

describe('the way of a deal', () => {
  it('begins in the stage of the file where no line names one', () => {
    assert.deepEqual(wayOf(makeDeal({ created: day(0) })), ['lead-generation 2026-01-01 file, no line']);
    assert.deepEqual(wayOf(makeDeal({ created: day(0), stage: 'proposal' })), ['proposal - file, no line']);
  });

  it('begins in the stage that the first line says was left', () => {
    const way = (created: number | undefined) =>
      wayOf(leaving('L', { created: created === undefined ? undefined : day(created) }));
    const entered = 'prospecting 2026-01-11 stage';
    assert.deepEqual(way(undefined), ['lead-generation - from', entered]);
    assert.deepEqual(way(0), ['lead-generation 2026-01-01 from', entered]);
    assert.deepEqual(way(10), ['lead-generation 2026-01-11 from', entered]);
    // Created behind the line that leaves it: one of the two days is wrong.
    assert.deepEqual(way(11), ['lead-generation - from', entered]);
    assert.deepEqual(wayOf(leaving('Q', { created: day(0) })), ['qualification - from', entered]);
  });

  it('has each close and each reopening, also those of lines that name a stage', () => {
    const { history } = dealWith('L0 lost20 open30 won50');
    const named = history.map((line, at) =>
      at > 1 ? { ...line, stage: stageAt(at === 2 ? 'R' : 'C') } : line,
    );
    assert.deepEqual(wayOf(dealWith('', { history: named, stage: 'closing', status: 'won' })), [
      'lead-generation 2026-01-01 stage',
      'closed 2026-01-21',
      'proposal 2026-01-31 stage',
      'opened 2026-01-31',
      'closing 2026-02-20 stage',
      'closed 2026-02-20',
    ]);
  });

  it('goes on by hand where the file is in another stage', () => {
    assert.deepEqual(wayOf(dealWith('L0', { stage: 'proposal' })), [
      'lead-generation 2026-01-01 stage',
      'proposal - file, no line',
    ]);
    assert.deepEqual(wayOf(dealWith('L0', { stage: 'proposal', stageNotKnown: true })), [
      'lead-generation 2026-01-01 stage',
    ]);
  });

  it('has the outcome of a line behind an outcome, but not its stage', () => {
    const { history } = dealWith('P0 lost20 won30');
    const [began, lost, won] = history;
    const odd = dealWith('', {
      history: [began!, lost!, { ...won!, stage: stageAt('R') }],
      stage: 'prospecting',
      status: 'won',
    });
    assert.deepEqual(wayOf(odd), ['prospecting 2026-01-01 stage', 'closed 2026-01-21', 'closed 2026-01-31']);
    assert.deepEqual(
      linesBehindOutcome(odd.history).map(({ on }) => on),
      [day(30)],
    );
  });
});

describe('where a deal began', () => {
  for (const [what, deal, expected] of [
    ['in the first stage, which it never left', makeDeal(), true],
    ['in another one that no line names', makeDeal({ stage: 'proposal' }), false],
    ['where its first line says that it left the first', leaving('L', { created: day(0) }), true],
    ['where its first line says that it left another one', leaving('Q'), false],
    ['where nothing is known of the time before its first line', dealWith('P10'), true],
    ['where it was created on the day of its first line', dealWith('P10', { created: day(10) }), true],
    ['where it was created before that', dealWith('P10', { created: day(0) }), false],
    ['on a day before today on which nobody knows where it was', makeDeal({ stageNotKnown: true }), false],
  ] as const) {
    it(`${expected ? 'is known' : 'is not known'} ${what}`, () =>
      assert.equal(isBeginningKnown(deal), expected));
  }
});
