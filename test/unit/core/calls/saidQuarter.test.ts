import assert from 'node:assert/strict';
import { quarterAfter, quarterMeant, saidQuarter } from '../../../../src/core/calls/saidQuarter';
import { date } from '../../support/deals';

describe('a quarter as people say it', () => {
  for (const text of ['2026-Q4', 'Q4 2026', 'q4/26', '4Q26', "Q4 '26", '2026 Q4', '2026q4', ' 2026-4Q '])
    it(JSON.stringify(text), () => assert.equal(quarterMeant(text), '2026-Q4'));

  for (const text of ['', 'Q5 2026', '2026', 'Q4', '26 Q4 27', '2026-Q45', 'next year', '1926-Q4'])
    it(`is none: ${JSON.stringify(text)}`, () => assert.equal(quarterMeant(text), undefined));

  for (const [text, today, quarter] of [
    ['this quarter', '2026-11-29', '2026-Q4'],
    ['Next quarter', '2026-11-29', '2027-Q1'],
    ['next', '2026-05-01', '2026-Q3'],
    ['q4', '2026-11-29', '2026-Q4'],
    ['Q1', '2026-11-29', '2027-Q1'],
    ['Q1 2026', '2026-11-29', '2026-Q1'],
    [' this  quarter ', '2026-11-29', '2026-Q4'],
    ['this', '2026-11-29', '2026-Q4'],
    ['current', '2026-11-29', '2026-Q4'],
    ['Current quarter', '2026-11-29', '2026-Q4'],
    ['this quarter or next', '2026-11-29', undefined],
    ['not this quarter', '2026-11-29', undefined],
    ['next quarters', '2026-11-29', undefined],
    ['the next', '2026-11-29', undefined],
    ['q4?', '2026-11-29', undefined],
    ['in q4', '2026-11-29', undefined],
    ['q4', '2026-12-31', '2026-Q4'],
    ['soon', '2026-11-29', undefined],
  ] as const)
    it(`${text} on ${today}`, () => assert.equal(saidQuarter(text, date(today)), quarter));

  it('is followed by the next one, also at the end of a year', () => {
    assert.deepEqual(['2026-Q1', '2026-Q4'].map(quarterAfter), ['2026-Q2', '2027-Q1']);
  });
});
