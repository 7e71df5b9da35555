import assert from 'node:assert/strict';
import { dealsFor } from '../../../../src/core/metrics/standing';
import { day, dealWith, makeDeal } from '../../support/deals';

describe('the deals that a report is of', () => {
  const moved = dealWith('L0 P5', { path: 'moved.md', created: day(0) });
  const late = dealWith('L9', { path: 'late.md', created: day(9) });
  const silent = makeDeal({ path: 'silent.md' });
  const deals = [moved, late, silent];

  it('are those that there are now, where no day is asked for', () => {
    assert.deepEqual(dealsFor(deals, undefined), { deals });
  });

  it('are on a day those that were there then, as they stood, and beside them those of which no day is known', () => {
    const then = dealsFor(deals, day(3));
    const standing = [...then.deals].map(({ path, stage }) => `${path} ${stage}`);
    assert.deepEqual(standing, ['moved.md lead-generation']);
    assert.deepEqual(then.undated, [silent]);
  });
});
