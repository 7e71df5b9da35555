import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { funnelSheet } from '../../src/funnel/sheet';
import type { ChangesSheet } from '../../src/shared/changesSheet';
import { EVERYTHING, type FunnelQuestion } from '../../src/shared/funnelQuestion';
import { AS_OF } from '../unit/support/workedExample';
import { useBrowser } from './support/browser';
import { openPrintable, pagesOnPaper } from './support/paper';
import { sampleChanges } from './support/sampleChanges';
import { samplePipeline } from './support/samplePipeline';
import { openSheetPage } from './support/sheetPage';
import { assertFits, MANY } from './support/sheets';
import type { ThemeName } from './support/themeColours';

const NOTHING = { period: '2026-Q1', count: 0, value: {}, deals: [] };

describe('the page, printed', () => {
  const browser = useBrowser();
  let page: Page;

  const known = sampleChanges(samplePipeline(AS_OF), AS_OF);
  const unknown: ChangesSheet = {
    ...known,
    between: { kind: 'failed', reason: 'This folder is in no git repository.' },
    slips: { quarter: NOTHING, month: NOTHING },
  };

  async function print(
    theme: ThemeName,
    width: number,
    asked: FunnelQuestion = EVERYTHING,
    changes = known,
  ): Promise<void> {
    page = await browser().newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    const sheetPage = await openSheetPage(page, theme);
    await sheetPage.showSheet({ ...funnelSheet(samplePipeline(AS_OF), asked, AS_OF), closed: MANY });
    await openPrintable(page, sheetPage, changes);
  }

  afterEach(() => page?.close());

  for (const [theme, width] of [
    ['hc-dark', 320],
    ['dark', 1100],
  ] as const)
    it(`takes two pages of A4 or Letter, dark on white, and one of what has changed where that is known, from a window of ${width} pixels in ${theme}`, async () => {
      await print(theme, width);
      assert.deepEqual([await pagesOnPaper(page, 'A4'), await pagesOnPaper(page, 'Letter')], [3, 3]);
      assert.equal(
        await page.evaluate('getComputedStyle(document.body).backgroundColor'),
        'rgb(255, 255, 255)',
      );
    });

  it('takes two pages where nobody knows what has changed', async () => {
    await print('dark', 1100, EVERYTHING, unknown);
    assert.deepEqual([await pagesOnPaper(page, 'A4'), await pagesOnPaper(page, 'Letter')], [2, 2]);
    assert.equal(await page.locator('#panel-changes').count(), 0);
  });

  it('names all deals that slipped, as far as there is room, and says how many more there are', async () => {
    const [deal] = known.slips.quarter.deals;
    const deals = Array.from({ length: 25 }, (_, at) => ({ ...deal!, title: `Deal ${at + 1}` }));
    const slips = { ...known.slips, quarter: { ...known.slips.quarter, count: 30, deals } };
    await print('light', 1100, EVERYTHING, { ...known, slips });
    assert.equal(await page.locator('#slipped .deal-lines li').count(), 18);
    assert.equal(await page.locator('#slipped .deal-lines + .note').textContent(), 'and 12 more');
    assert.deepEqual([await pagesOnPaper(page, 'A4'), await pagesOnPaper(page, 'Letter')], [3, 3]);
  });

  it('has the quarter, the forecast, the funnel, the time in stage and what has changed, and nothing to press', async () => {
    await print('light', 320);
    assert.deepEqual(await page.locator('h3').allTextContents(), [
      ...['Q1 2026 · 30 days left', 'Forecast', 'By owner', 'How far deals get', 'Time in stage'],
      ...['Slipped out of Q1 2026', 'Open pipeline since Mon 23 Nov', 'Changes by owner'],
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
