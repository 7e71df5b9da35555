import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { CalendarDate } from '../../src/core/calendar';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import { naiveReport } from '../unit/core/metrics/support/naiveReport';
import { useBrowser } from './support/browser';
import { samplePipeline } from './support/samplePipeline';
import { filesLine, openSheetPage } from './support/sheetPage';
import { chooseTab, lookAtAllTabs } from './support/sheets';

const TODAY = '2026-11-20' as CalendarDate;

const percent = (rate: number) => `${Math.round(rate * 100)}%`;

/** What the page says of the sample, beside what the slow implementation of the definitions says of its deals. */
describe('the sheet of the sample pipeline, on the page', () => {
  const pipeline = samplePipeline(TODAY);
  const { stages, winRate, cycle, open, consistency } = naiveReport(
    [...pipeline.deals()],
    pipeline.process,
    TODAY,
  );
  const browser = useBrowser();
  let page: Page;

  before(async () => {
    page = await browser().newPage({ viewport: { width: 1100, height: 900 } });
    const sheetPage = await openSheetPage(page, 'light');
    await sheetPage.showSheet(funnelSheet(pipeline, EVERYTHING, TODAY));
    await lookAtAllTabs(page);
  });

  const texts = (cells: string) =>
    page
      .locator(cells)
      .evaluateAll(all =>
        all.map(cell => (cell.querySelector('.behind, .none')?.firstChild ?? cell).textContent ?? ''),
      );

  it('has the right reach, pending and lost deals', async () => {
    assert.deepEqual(
      (await texts('.funnel tbody td.count:not(.onward, :last-child)')).slice(0, 21),
      stages.flatMap(({ reached, pending, lost }) => [reached, pending, lost].map(String)),
    );
  });

  it('has the right conversions, with what they rest on', async () => {
    assert.deepEqual(
      await page.locator('.funnel .conversion').allTextContents(),
      stages.map(({ conversion, n }) => `${percent(conversion!)} ${Math.round(conversion! * n)} of ${n}`),
    );
  });

  it('has the right headline', async () => {
    await chooseTab(page, 'Forecast');
    const headline = await page.locator('.headline').innerText();
    const euros = new Intl.NumberFormat('en', {
      style: 'currency',
      currency: 'EUR',
      maximumFractionDigits: 0,
    });
    for (const figure of [
      euros.format(open.value['EUR']!),
      euros.format(open.weighted['EUR']!),
      percent(winRate.count!),
      `${cycle.median} days`,
      `${open.count} open deals`,
    ])
      assert.ok(headline.includes(figure), `${figure} is not in ${headline}`);
  });

  it('has the right share of deals that kept to the path', async () => {
    await chooseTab(page, 'Process');
    const flow = await page.locator('#flow').innerText();
    assert.ok(flow.includes(`${consistency.conforming} of ${consistency.deals} deals`), flow);
  });

  it('adds up to all files', async () => {
    const { files } = pipeline;
    assert.equal(
      await filesLine(page.locator('main')),
      `${files.total} files = ${files.open} open + ${files.won} won + ${files.lost} lost + ${files.needsAttention} need attention + ${files.otherNotes} other note`,
    );
  });
});
