import type { Page } from 'playwright-core';
import { Pipeline } from '../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../src/core/process/process';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import type { FunnelSheet } from '../../src/shared/funnelSheet';
import { isSparing } from '../launch/sparing.mjs';
import { dealWith } from '../unit/support/deals';
import { AS_OF } from '../unit/support/workedExample';
import { useBrowser } from './support/browser';
import { sampleChanges } from './support/sampleChanges';
import { samplePipeline } from './support/samplePipeline';
import { openSheetPage } from './support/sheetPage';
import { assertAccessible, assertFits, chooseTab } from './support/sheets';
import { themes, type ThemeName } from './support/themeColours';

/** Two of its files need attention. */
const PIPELINE = samplePipeline(AS_OF);
const SAMPLE = funnelSheet(PIPELINE, EVERYTHING, AS_OF);
const CHANGES = sampleChanges(PIPELINE, AS_OF);
const NARROW = 300;
const WIDTHS = [NARROW, 420, 700, 1100];
const THEMES = Object.keys(themes) as ThemeName[];

/**
 * Whether a tab is looked at in a theme at a width: so that each tab is at each width once, and once in each theme. What
 * changes with the width is the same in all themes; `npm run test:all` looks at them in each all the same.
 */
function isLookedAt(tab: number, theme: number, width: number): boolean {
  return !isSparing() || (tab + width) % THEMES.length === theme;
}

/** Between the narrowest and the widest the same elements are there as in one of these, only drawn otherwise. */
function isBetween(width: number): boolean {
  return width > Math.min(...WIDTHS) && width < Math.max(...WIDTHS);
}

/** Without any file, and with so little that hardly a rate can be told. */
const small: Readonly<Record<string, FunnelSheet>> = {
  empty: sheetWith([]),
  young: sheetWith(['L0', 'L0 P9', 'L2 lost7']),
};

describe('the page, for everybody', () => {
  const browser = useBrowser();
  let page: Page;

  for (const [themeAt, theme] of THEMES.entries())
    describe(`in ${theme}`, () => {
      let show: (sheet: FunnelSheet) => Promise<void>;

      before(async () => {
        page = await browser().newPage({ reducedMotion: 'reduce' });
        const sheetPage = await openSheetPage(page, theme);
        show = sheet =>
          sheetPage.show({
            ...{ type: 'show', pipelines: [{ id: 'file:///deals', name: 'deals' }] },
            ...{ chosen: 'file:///deals', content: { kind: 'sheet', sheet } },
          });
        await sheetPage.showChanges(CHANGES);
      });
      after(() => page.close());

      for (const [widthAt, width] of WIDTHS.entries())
        it(`has nothing for axe to find on any tab, ${width} pixels wide`, async function () {
          this.timeout(90_000);
          await page.setViewportSize({ width, height: 900 });
          await show(SAMPLE);
          const tabs = await page.getByRole('tab').allTextContents();
          for (const tab of tabs.filter((_, at) => isLookedAt(at, themeAt, widthAt))) {
            await chooseTab(page, tab);
            await assertAccessible(page, 'body', isSparing() && isBetween(width));
            await assertFits(page);
          }
        });

      // In two themes each: what they have is in the sample too, but for a sentence.
      for (const [name, sheet] of Object.entries(small).filter(
        (_, at) => !isSparing() || (themeAt + at) % 2 === 0,
      ))
        it(`nor where the pipeline is ${name}`, async () => {
          await page.setViewportSize({ width: NARROW, height: 900 });
          await show(sheet);
          await page.getByText(name === 'empty' ? 'No deals yet' : 'appear after').waitFor();
          await assertAccessible(page, 'body');
          await assertFits(page);
        });
    });
});

function sheetWith(courses: readonly string[]): FunnelSheet {
  const pipeline = new Pipeline(DEFAULT_PROCESS);
  for (const [at, course] of courses.entries()) {
    const deal = dealWith(course, { path: `${at}.md` });
    pipeline.set({ kind: 'deal', path: deal.path, deal, problems: [] });
  }
  return funnelSheet(pipeline, EVERYTHING, AS_OF);
}
