import assert from 'node:assert/strict';
import { asDeal } from '../../../../src/core/changes/across';
import { hasSlipped, slipUpTo } from '../../../../src/core/changes/slips';
import { takeBack } from '../../../../src/core/metrics/standing';
import type { Deal } from '../../../../src/core/deal/deal';
import { closingInGit, date, dealWith, events } from '../../support/deals';

/** A deal of January 2026 on, whose close date was moved in git: `2026-01-02 2026-03-01` is a day, and the date since then. */
function closing(seen: readonly string[], history = 'L0', more: Partial<Deal> = {}): Deal {
  const all = seen.map(one => one.split(' ').map(date));
  const dates = all.map(([on, closeDate]) => ({ on: on!, closeDate }));
  const created = date('2026-01-01');
  return dealWith(history, {
    created,
    closeDate: dates.at(-1)?.closeDate,
    inGit: closingInGit(dates, { created }),
    ...more,
  });
}
const PUSHED = ['2026-01-01 2026-02-20', '2026-02-10 2026-04-10'];

describe('a deal that was to close within a period', () => {
  for (const [what, deal, asOf, name, slipped] of [
    ['slips with a close date after it', closing(PUSHED), '2026-03-01', '2026-Q1', true],
    ['slips out of its month as well', closing(PUSHED), '2026-03-01', '2026-02', true],
    ['has not slipped before its date was moved', closing(PUSHED), '2026-02-09', '2026-Q1', false],
    ['has slipped on the day on which it was', closing(PUSHED, 'L0'), '2026-02-10', '2026-Q1', true],
    ['has slipped also long after the period', closing(PUSHED), '2026-12-01', '2026-Q1', true],
    ['slips out of no other period', closing(PUSHED), '2026-12-01', '2026-Q2', false],
    ['slips out of no period to come', closing(PUSHED), '2026-03-01', '2026-Q2', false],
    ['has not slipped where nothing is known of its date', dealWith('L0'), '2026-03-01', '2026-Q1', false],
    [
      'has not slipped where its date was moved after the period',
      closing(['2026-01-01 2026-02-20', '2026-04-02 2026-05-01']),
      '2026-04-10',
      '2026-Q1',
      false,
    ],
    [
      'has not slipped where it began after the period',
      closing(['2026-04-02 2026-02-20', '2026-04-03 2026-05-01'], 'L92', { created: date('2026-04-03') }),
      '2026-04-10',
      '2026-Q1',
      false,
    ],
    [
      'has not slipped where its date is in the period still',
      closing(['2026-01-01 2026-02-20', '2026-02-10 2026-03-31']),
      '2026-03-31',
      '2026-Q1',
      false,
    ],
    [
      'has not slipped where its date came nearer',
      closing(['2026-01-01 2026-05-20', '2026-02-10 2026-03-31']),
      '2026-03-31',
      '2026-Q2',
      false,
    ],
    ['has not slipped where it is lost', closing(PUSHED, 'L0 lost50'), '2026-03-01', '2026-Q1', false],
    [
      'has slipped where it was lost afterwards',
      closing(PUSHED, 'L0 lost100'),
      '2026-05-01',
      '2026-Q1',
      true,
    ],
    [
      'has not slipped where it was closed when the period began',
      closing(['2025-12-01 2026-02-20', '2026-02-10 2026-04-10'], 'L0 open40', {
        created: date('2025-11-01'),
        history: [{ ...events('lost0')[0]!, on: date('2025-12-20') }, ...events('open40')],
      }),
      '2026-03-01',
      '2026-Q1',
      false,
    ],
  ] as const)
    it(what, () => {
      const period = name.includes('Q') ? 'quarter' : 'month';
      const then = takeBack(deal, date(asOf));
      assert.equal(then !== undefined && hasSlipped(then, date(asOf), period, name), slipped);
    });

  it('is told with the date that it had and the one that it has', () => {
    const slipOn = (asOf: string) => slipUpTo(takeBack(closing(PUSHED), date(asOf))!, date(asOf), 'quarter');
    const slip = slipOn('2026-03-01')!;
    assert.deepEqual([slip.from, slip.to, slip.across.path], ['2026-02-20', '2026-04-10', 'acme.md']);
    assert.equal(slip.across.before, undefined);
    const ofMonth = slipUpTo(takeBack(closing(PUSHED), date('2026-02-15'))!, date('2026-02-15'), 'month')!;
    assert.equal(asDeal(ofMonth.across.before)?.path, 'acme.md');
    assert.deepEqual(['2026-02-01', '2026-04-01'].map(slipOn), [undefined, undefined]);
  });
});
