import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CalendarDate } from '../../../src/core/calendar';
import type { Call } from '../../../src/core/calls/call';
import type { Deal } from '../../../src/core/deal/deal';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS, type Process } from '../../../src/core/process/process';
import { funnelSheet } from '../../../src/funnel/sheet';
import type { ChangesSheet } from '../../../src/shared/changesSheet';
import type { FromPage } from '../../../src/shared/fromPage';
import { EVERYTHING } from '../../../src/shared/funnelQuestion';
import type { FunnelSheet } from '../../../src/shared/funnelSheet';
import type { Tab } from '../../../src/shared/tabs';
import { AS_OF, WORKED_EXAMPLE } from '../../unit/support/workedExample';
import { useSheetPages } from './sheetPages';
import type { ThemeName } from './themeColours';

interface SheetOf {
  readonly calls?: readonly Call[];
  readonly deals?: readonly Deal[];
  readonly process?: Process;
  readonly asOf?: CalendarDate;
}

/** So many closed deals that the page has all its tabs. */
export const MANY = 100;

/** The sheet of some deals, as if they were a part of a large pipeline; without any, of the worked example. */
export function sheetOf({
  deals = WORKED_EXAMPLE,
  process = DEFAULT_PROCESS,
  asOf = AS_OF,
  calls = [],
}: SheetOf = {}): FunnelSheet {
  const pipeline = new Pipeline(process);
  pipeline.calls = calls;
  for (const deal of deals) pipeline.set({ kind: 'deal', path: deal.path, deal, problems: [] });
  return { ...funnelSheet(pipeline, EVERYTHING, asOf), closed: MANY };
}

export interface ShownSheet {
  readonly page: Page;
  /** What clicks and keys on the page have asked to list, the last first. */
  readonly listed: () => Extract<FromPage, { type: 'list' }>[];
  /** All that the page has sent, in order. */
  readonly sent: readonly FromPage[];
}

/** For use inside `describe`: one browser for all its tests; each opens pages with sheets in it, at one tab. */
export function useSheets(
  tab: Tab,
): (sheet: FunnelSheet, theme?: ThemeName, width?: number, changes?: ChangesSheet) => Promise<ShownSheet> {
  const open = useSheetPages();
  return async (sheet, theme = 'dark', width = 1100, changes?: ChangesSheet) => {
    const { page, sheetPage } = await open(theme, { tab, width });
    await sheetPage.show({
      type: 'show',
      pipelines: [{ id: 'file:///deals', name: 'deals' }],
      chosen: 'file:///deals',
      content: { kind: 'sheet', sheet },
    });
    await page.locator('footer').waitFor();
    if (changes) await sheetPage.showChanges(changes);
    const listed = () => sheetPage.sent.filter(message => message.type === 'list').reverse();
    return { page, listed, sent: sheetPage.sent };
  };
}

/** Brings a tab to the front, by its name. */
export async function chooseTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
}

/** Draws all tabs, of which one is shown; `look` is called while each is. */
export async function lookAtAllTabs(
  page: Page,
  look: (tab: string) => Promise<void> = async () => {},
): Promise<void> {
  for (const tab of await page.getByRole('tab').allTextContents()) {
    await chooseTab(page, tab);
    await look(tab);
  }
}

/** Text as it is read off the page: without what screen readers alone are told, with single blanks. */
export function seen(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll(all =>
    all.map(element => {
      const copy = element.cloneNode(true) as typeof element;
      for (const hidden of copy.querySelectorAll('.visually-hidden, title')) hidden.remove();
      return copy.textContent!.replace(/\s+/g, ' ').trim();
    }),
  );
}

/** Asserts that nothing has to be scrolled to sideways. */
export async function assertFits(page: Page): Promise<void> {
  const [inner, outer] = (await page.evaluate(
    '[document.documentElement.scrollWidth, innerWidth]',
  )) as number[];
  assert.ok(inner! <= outer!, `${inner} > ${outer}`);
}

const AXE = readFileSync(join('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** The rules of axe that look at how the page is drawn, so that a theme or a width changes what they find. */
const OF_DRAWING = ['color-contrast', 'scrollable-region-focusable'];

/**
 * Asserts that axe finds nothing wrong in a part of the page.
 *
 * @param isOfDrawing whether only by the rules for how it is drawn, where the others have been asked of the same elements
 */
export async function assertAccessible(page: Page, part: string, isOfDrawing = false): Promise<void> {
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(AXE);
  const options = { resultTypes: ['violations'], ...(isOfDrawing && { runOnly: OF_DRAWING }) };
  const violations = await page.evaluate(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html + failureSummary).join('; ')))`,
  );
  assert.deepEqual(violations, []);
}
