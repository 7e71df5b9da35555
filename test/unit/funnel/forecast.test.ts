import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CalendarDate } from '../../../src/core/calendar';
import type { Deal } from '../../../src/core/deal/deal';
import { monthOf, quarterOf } from '../../../src/core/metrics/periods';
import { makeReport } from '../../../src/core/metrics/report';
import type { Money } from '../../../src/core/money';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { HEIGHT, layOutPeriods } from '../../../src/webview/parts/forecast/layOut';
import { periodsShown } from '../../../src/webview/parts/forecast/periodsShown';
import { MODES, PARTS, sizeIn, SUMS, sumOf } from '../../../src/webview/parts/forecast/sums';
import { date, day, makeDeal } from '../support/deals';
import { anyDeals } from '../support/pipelines';
import { forAll } from '../support/property';
import { AS_OF } from '../support/workedExample';

const FILES = { needsAttention: 0, otherNotes: 0 };

function forecastOf(deals: readonly Deal[], quota: ReadonlyMap<string, Money> = new Map()) {
  return makeReport({ deals, files: FILES, process: DEFAULT_PROCESS, asOf: AS_OF, quota }).forecast;
}

function closing(...dates: string[]): Deal[] {
  return dates.map((text, k) =>
    makeDeal({ path: `${k}.md`, closeDate: date(text), value: { amount: 100, currency: 'EUR' } }),
  );
}

describe('the periods of the forecast that are drawn', () => {
  const names = (deals: readonly Deal[], room: number) =>
    periodsShown(forecastOf(deals).months, monthOf, AS_OF, room).map(({ period }) => period);

  it('have no gaps, and the running one among them', () => {
    assert.deepEqual(names(closing('2025-12-01', '2026-05-01'), 12), [
      ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    ]);
  });

  it('are some at least', () => {
    assert.deepEqual(names([], 12), ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08']);
    assert.deepEqual(names([], 2), ['2026-03', '2026-04']);
  });

  it('are those around the running one where there is not room for all, most of them ahead', () => {
    const far = closing('1999-01-01', '2999-01-01');
    assert.deepEqual(names(far, 4), ['2026-02', '2026-03', '2026-04', '2026-05']);
    assert.deepEqual(names(closing('1999-01-01'), 6), [
      ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
    ]);
  });

  it('fill the room and no more, whatever the dates', () => {
    const dates = fc.array(fc.integer({ min: -2000, max: 4000 }).map(day), { maxLength: 5 });
    forAll(fc.tuple(dates, fc.integer({ min: 1, max: 12 })), ([some, room]) => {
      const report = forecastOf(closing(...some));
      for (const [periods, periodOf] of [
        [report.months, monthOf],
        [report.quarters, quarterOf],
      ] as const) {
        const shown = periodsShown(periods, periodOf, AS_OF, room);
        assert.ok(shown.length <= room);
        assert.ok(shown.some(({ period }) => period === periodOf(AS_OF)));
        for (const [k, one] of shown.slice(1).entries()) {
          assert.equal(Date.parse(one.first) - Date.parse(shown[k]!.last), 86_400_000);
        }
        const outside = periods.filter(({ period }) => !shown.some(one => one.period === period));
        assert.ok(shown.length === room || outside.length === 0);
      }
    });
  });
});

describe('the drawing of the forecast', () => {
  it('has bars as high as the sums that they stand for', () => {
    forAll(
      fc.tuple(anyDeals, fc.constantFrom('count', 'EUR'), fc.constantFrom(...MODES)),
      ([deals, measure, mode]) => {
        const { months } = forecastOf(deals);
        const { columns, ticks } = layOutPeriods(months, measure, mode, 600);
        const perPx = ticks.length > 1 ? (ticks[1]!.size - ticks[0]!.size) / (ticks[0]!.y - ticks[1]!.y) : 0;
        for (const { period, parts } of columns) {
          const bars = mode === 'single' ? SUMS.single : SUMS.cumulative.slice(1);
          for (const of of bars) {
            const height = parts.filter(part => part.of === of).reduce((sum, part) => sum + part.height, 0);
            const size = PARTS[of].reduce((sum, one) => sum + sizeIn(sumOf(period, one), measure), 0);
            assert.ok(
              Math.abs(height * perPx - size) < 1e-6 * Math.max(1, size),
              `${of}: ${height * perPx} is not ${size}`,
            );
          }
        }
      },
    );
  });

  it('keeps its parts within their column and its height', () => {
    forAll(fc.tuple(anyDeals, fc.constantFrom(...MODES)), ([deals, mode]) => {
      const { columns } = layOutPeriods(forecastOf(deals).months, 'EUR', mode, 300);
      for (const { x, width, parts } of columns) {
        for (const part of parts) {
          assert.ok(part.x >= x && part.x + part.width <= x + width + 1e-9);
          assert.ok(part.y >= -1e-9 && part.y + part.height <= HEIGHT + 1e-9);
        }
      }
    });
  });

  it('has room for a quota that is above all bars, in its currency alone', () => {
    const quota = new Map([['2026-Q1', { amount: 5000, currency: 'EUR' }]]);
    const { quarters } = forecastOf(closing('2026-03-20'), quota);
    assert.ok(layOutPeriods(quarters, 'EUR', 'single', 300).columns[0]!.quota! >= 0);
    assert.equal(layOutPeriods(quarters, 'USD', 'single', 300).columns[0]!.quota, undefined);
  });

  it('has no bars before the page is measured, and no scale where there is nothing', () => {
    assert.deepEqual(
      layOutPeriods(forecastOf(closing('2026-03-20')).months, 'EUR', 'single', 0).columns[0]!.parts,
      [],
    );
    assert.deepEqual(layOutPeriods(forecastOf([]).months, 'EUR', 'single', 300).ticks, []);
  });

  it('survives the last day that a date can name', () => {
    const asOf = '9999-12-31' as CalendarDate;
    const { months } = makeReport({ deals: [], files: FILES, process: DEFAULT_PROCESS, asOf }).forecast;
    assert.equal(periodsShown(months, monthOf, asOf, 12)[0]!.period, '9999-12');
  });
});
