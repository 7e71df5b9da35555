import assert from 'node:assert/strict';
import { findPoint } from '../../../src/actions/changes/point';
import { date } from '../support/deals';

/** What some words mean where there is no git: a day, or why they mean nothing. A Wednesday. */
async function meant(typed: string) {
  const found = await findPoint(typed, { snapshots: undefined, today: date('2026-11-25'), language: 'en' });
  if (!found.ok) return found.problem.says.say;
  return found.point.kind === 'day' ? found.point.day : found.point.kind;
}

describe('the point that somebody means where there is no git', () => {
  for (const [typed, point] of [
    ['now', 'now'],
    [' Week ', '2026-11-22'],
    ['month', '2026-10-31'],
    ['quarter', '2026-09-30'],
    ['2026-11-25', '2026-11-25'],
    ['2026-11-26', 'pointToCome'],
    ['yesterday', '2026-11-24'],
    ['on friday', '2026-11-20'],
  ])
    it(`is found: ${typed}`, async () => assert.equal(await meant(typed!), point));

  for (const typed of ['staged', 'index', 'HEAD', 'head~2', 'abcd', '0123abcd', 'main~1', 'v1.0^', 'x@{1}'])
    it(`is one that only git knows: ${typed}`, async () => assert.equal(await meant(typed), 'pointNeedsGit'));

  for (const typed of ['mian', 'ahead', 'heads', 'abc', 'no abcd', 'zzzz', 'ab cd', 'abcd.', '~1'])
    it(`is none: ${typed}`, async () => assert.equal(await meant(typed), 'noSuchPoint'));
});
