import assert from 'node:assert/strict';
import type { Deal } from '../../../src/core/deal/deal';
import { moneyIn } from '../../../src/core/moneyFormat';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { openRow, ROW_PARTS } from '../../../src/words/row';
import { wasInFull, wasInRow } from '../../../src/words/was';
import { date, makeDeal } from '../support/deals';

const FACTS = {
  today: date('2026-11-24'),
  money: moneyIn({ own: 'EUR', rates: {}, used: ['EUR', 'GBP'] }, 'en-US'),
  language: 'en',
  process: DEFAULT_PROCESS,
};
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const now = makeDeal({
  title: 'Acme, scanners',
  stage: 'proposal',
  value: euros(60_000),
  closeDate: date('2026-12-15'),
});

describe('what a deal was', () => {
  const monthly = { valueEach: euros(500), valuePeriod: 'month' } as const;
  const cases: readonly [string, Partial<Deal>, Partial<Deal>, string | undefined, string | undefined][] = [
    ['both', { value: euros(40_000), closeDate: date('2026-11-30') }, {}, '€40K, closing 30 Nov', undefined],
    ['the value alone', { value: euros(40_000) }, {}, '€40K', '€40,000'],
    ['the close date alone', { closeDate: date('2025-11-30') }, {}, 'closing 30 Nov 2025', undefined],
    ['the stage where all else is the same', { stage: 'prospecting' }, {}, 'in Prospecting', undefined],
    [
      'the stage only in full where something else is another',
      { stage: 'prospecting', value: euros(40_000) },
      {},
      '€40K',
      '€40,000, in Prospecting',
    ],
    ['that it was lost', { status: 'lost' }, {}, 'lost', undefined],
    ['nothing where nothing is another', { owner: 'robin' }, {}, undefined, undefined],
    ['no stage that nobody knows', { stageNotKnown: true }, {}, undefined, undefined],
    ['that there was no value', { value: undefined }, {}, 'without a value', undefined],
    ['that there was no close date', { closeDate: undefined }, {}, 'without a close date', undefined],
    ['another currency', { value: { amount: 60_000, currency: 'GBP' } }, {}, '£60K', '£60,000'],
    ['more digits where the short amounts look alike', { value: euros(60_010) }, {}, '€60,010', undefined],
    [
      'all of a price that was agreed for another time',
      { ...monthly, value: euros(6_000) },
      { ...monthly, value: euros(12_000) },
      '€6,000',
      undefined,
    ],
    ['no amount that reads the same', { value: euros(60_000.2) }, {}, undefined, undefined],
  ];
  for (const [what, then, later, row, full = row] of cases) {
    it(`says ${what}`, () => {
      const [before, after] = [
        { ...now, ...then },
        { ...now, ...later },
      ];
      assert.equal(wasInRow(before, after, FACTS), row && `was ${row}`);
      const said = wasInFull(before, after, 'Mon 23 Nov', FACTS);
      assert.equal(said, full && `Changed since Mon 23 Nov: was ${full.replace('€40K', '€40,000')}`);
    });
  }

  it('stands last in a row, and only where the person wants it', () => {
    const facts = { ...FACTS, was: 'was €40K' };
    assert.match(openRow(now, 'x', ROW_PARTS, facts), / · was €40K$/);
    assert.equal(openRow(now, 'x', ['value'], facts), '€60K');
    assert.equal(openRow(now, 'x', ['value', 'was'], FACTS), '€60K');
  });
});
