import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING, type FunnelQuestion } from '../../src/shared/funnelQuestion';
import { launchChrome } from '../launch/chrome.mjs';
import { AS_OF } from '../unit/support/workedExample';
import { openPrintable, pagesOnPaper } from './support/paper';
import { samplePipeline } from './support/samplePipeline';
import { openSheetPage } from './support/sheetPage';
import { assertFits, MANY } from './support/sheets';
import type { ThemeName } from './support/themeColours';

describe('the page, printed', () => {
  let browser: Browser;
  let page: Page;

  async function print(theme: ThemeName, width: number, asked: FunnelQuestion = EVERYTHING): Promise<void> {
    page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    const sheetPage = await openSheetPage(page, theme);
    await sheetPage.showSheet({ ...funnelSheet(samplePipeline(AS_OF), asked, AS_OF), closed: MANY });
    await openPrintable(page, sheetPage);
  }

  before(async () => {
    browser = await launchChrome();
  });
  afterEach(() => page?.close());
  after(() => browser.close());

  for (const [theme, width] of [
    ['hc-dark', 320],
    ['dark', 1100],
  ] as const)
    it(`takes two pages of A4 or Letter, dark on white, from a window of ${width} pixels in ${theme}`, async () => {
      await print(theme, width);
      assert.deepEqual([await pagesOnPaper(page, 'A4'), await pagesOnPaper(page, 'Letter')], [2, 2]);
      assert.equal(
        await page.evaluate('getComputedStyle(document.body).backgroundColor'),
        'rgb(255, 255, 255)',
      );
    });

  it('has the quarter, the forecast, the funnel and the time in stage, and nothing to press', async () => {
    await print('light', 320);
    assert.deepEqual(await page.locator('h3').allTextContents(), [
      ...['Q1 2026 · 30 days left', 'Forecast', 'By owner', 'How far deals get', 'Time in stage'],
    ]);
    assert.equal(await page.locator('button, input, select, summary').count(), 0);
    await page.setViewportSize({ width: 700, height: 900 });
    await page.emulateMedia({ media: 'print' });
    await assertFits(page);
    const [bars, numbers] = await Promise.all(
      ['.funnel .drawing', '.funnel tbody .count'].map(part => page.locator(part).first().boundingBox()),
    );
    assert.ok(bars!.width > 150 && bars!.x + bars!.width <= numbers!.x, 'the bars end before the numbers');
  });

  it('says of which pipeline, of whose deals and of which day it is', async () => {
    await print('dark', 1100, { ...EVERYTHING, filter: { owner: ['dana'] } });
    assert.equal(await page.locator('h1').textContent(), 'deals · owner dana · As of 1 Mar 2026');
  });
});
