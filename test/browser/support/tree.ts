import { type Locator, type Page } from 'playwright-core';
import { runCommand } from './palette';
import { until } from './until';

export interface TreeRow {
  /** All the text in the row, label and description. */
  text: string;
  ariaLabel: string;
  /** 1 for the roots. */
  level: number;
  /** Undefined for a row that cannot be expanded. */
  expanded: boolean | undefined;
}

/** Opens a container of the activity bar, if it isn't open, and waits for its side bar. */
export async function openContainer(page: Page, title: string): Promise<void> {
  const item = page
    .locator('.activitybar .action-item')
    .filter({ has: page.locator(`[aria-label^="${title}"]`) });
  await item.waitFor();
  if (!(await item.evaluate(element => element.classList.contains('checked')))) await item.click();
  await page.locator('.sidebar .title-label h2', { hasText: title }).waitFor();
}

/** Drags the edge of the side bar until that is as wide as wanted. */
export async function widenSideBar(page: Page, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('The side bar is not shown.');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + width, middle, { steps: 5 });
  await page.mouse.up();
  // Away from the edge, which would stay highlighted, to the empty middle of the status bar.
  await page.mouse.move(640, box.y + box.height + 10);
}

/** A view of the open container, with its title and what stands there instead of a tree. */
export function pane(page: Page, view: string): Locator {
  return page.locator('.sidebar .pane', { has: page.locator('h3.title', { hasText: view }) });
}

/** The tree of a view of the open container. */
export function tree(page: Page, view: string): Locator {
  return page.locator(`.sidebar [role="tree"][aria-label="${view}"]`);
}

/** The row of a tree whose text begins with the label. */
export function treeRow(page: Page, view: string, label: string): Locator {
  return tree(page, view).locator('.monaco-list-row', { hasText: label });
}

/** VS Code takes away a hover so long after the mouse has left it, in ms, unless that is back by then. */
const HOVER_STAYS = 200;

/**
 * Takes the mouse away from all rows, and waits until no hover is left: one would be above other rows. It stays where the mouse
 * leaves its row while it says “Loading…” and its text arrives from the extension before it is taken away: VS Code then makes
 * it anew, and takes the mouse to be on it.
 */
export async function leaveRows(page: Page): Promise<void> {
  await goAway(page);
  const hover = page.locator('.monaco-hover:visible').first();
  await until('no hover', async () => {
    const isThere = (await hover.count()) > 0;
    const box = isThere && (await hover.boundingBox({ timeout: 500 }).catch(() => null));
    if (!box) return true;
    // One that has stayed goes when the mouse leaves the hover itself.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await goAway(page);
    await hover.waitFor({ state: 'hidden', timeout: 5 * HOVER_STAYS }).catch(() => undefined);
    return undefined;
  });
}

/** Clicks a row of a tree, coming from elsewhere, and goes away again. */
export async function clickRow(
  page: Page,
  view: string,
  label: string,
  options: Parameters<Locator['click']>[0] = {},
): Promise<void> {
  await leaveRows(page);
  await treeRow(page, view, label).click(options);
  await goAway(page);
}

/** Moves the mouse to the middle of the status bar, where nothing is. */
async function goAway(page: Page): Promise<void> {
  const bar = await page.locator('.part.statusbar').boundingBox();
  if (!bar) throw new Error('The status bar is not shown.');
  await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
}

/** The rows of a tree that are drawn, from top to bottom. */
export async function treeRows(page: Page, view: string): Promise<TreeRow[]> {
  const rows = await tree(page, view)
    .locator('.monaco-list-row')
    .evaluateAll(elements =>
      elements.map(element => ({
        top: element.getBoundingClientRect().top,
        text: element.textContent ?? '',
        ariaLabel: element.getAttribute('aria-label') ?? '',
        level: Number(element.getAttribute('aria-level')),
        expanded: element.getAttribute('aria-expanded'),
      })),
    );
  // VS Code recycles the elements: their order in the document is not that on the screen.
  return rows
    .sort((a, b) => a.top - b.top)
    .map(({ text, ariaLabel, level, expanded }) => ({
      text,
      ariaLabel,
      level,
      expanded: expanded === null ? undefined : expanded === 'true',
    }));
}

/** Goes to the first row: in a window that was used before, what was opened or moved there may have scrolled it away. */
export async function goToTop(page: Page, view: string): Promise<void> {
  // A view that has just been made takes no focus yet.
  await tree(page, view).locator('.monaco-list-row').first().waitFor();
  await focusTree(page, view);
  await page.keyboard.press('Home');
}

/** As a person does who uses no mouse; and waits until the tree has the keyboard, which the editor may still be taking. */
export async function focusTree(page: Page, view: string): Promise<void> {
  await runCommand(page, `Deals: Focus on ${view} View`);
  const list = tree(page, view);
  await until(
    'the tree has the focus',
    async () =>
      (await list.evaluate(element => element.contains(element.ownerDocument.activeElement))) || undefined,
  );
}
