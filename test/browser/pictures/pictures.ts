import { type Page } from 'playwright-core';
import { openFile, runCommand } from '../support/palette';
import { setTheme } from '../support/theme';
import { pane, tree, widenSideBar } from '../support/tree';
import { appears, until } from '../support/until';
import { webview } from '../support/webview';
import { fold, inWindow, leave } from './window';

/** Takes all pictures that stand still; `pathOf` says where each is kept. */
export async function takePictures(folder: string, pathOf: (name: string) => string): Promise<void> {
  await inWindow({ folder, size: { width: 1280, height: 1120 } }, async ({ page }) => {
    const take = (name: string) => page.screenshot({ path: pathOf(name) });
    await setTheme(page, 'dark');
    await widenSideBar(page, 420);
    await takeAgenda(page, pathOf('agenda'));
    await runCommand(page, 'Deals: Open Funnel');
    const sheet = webview(page).locator('main');
    await sheet.waitFor();
    await leave(page);
    await take('pipeline');
    await setTheme(page, 'light');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.setViewportSize({ width: 1000, height: 1080 });
    await sheet.getByRole('tab', { name: 'What if' }).click();
    await take('push');
    await page.setViewportSize({ width: 1000, height: 760 });
    await sheet.getByRole('tab', { name: 'Today' }).click();
    await leave(page);
    await takeEditor(page, pathOf('today'));
    await page.setViewportSize({ width: 1000, height: 876 });
    await sheet.getByRole('tab', { name: 'Forecast' }).click();
    // So that the chart is seen whole: its heading would go below the head of the page, which stays.
    const below = sheet.locator('#forecast .as-table');
    await below.evaluate(one => one.scrollIntoView({ block: 'end' }));
    await takeEditor(page, pathOf('forecast'));
    await page.setViewportSize({ width: 1000, height: 760 });
    await takeCard(page, pathOf('card'));
    await setTheme(page, 'dark');
    await page.setViewportSize({ width: 1000, height: 420 });
    await takeQuickFix(page, pathOf('quick-fix'));
    await page.setViewportSize({ width: 1100, height: 640 });
    await openFile(page, 'nordhavel-spare-parts.md');
    await page.locator('.editor-instance .codelens-decoration', { hasText: 'Advance' }).waitFor();
    await runCommand(page, 'Deals: Advance Stage');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Move Anyway' }).waitFor();
    await take('gate');
  });
}

/** What stands in the editor, without what VS Code has around it. */
async function takeEditor(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, clip: (await page.locator('.part.editor').boundingBox())! });
}

/** The agenda alone. */
async function takeAgenda(page: Page, path: string): Promise<void> {
  await fold(page, 'Pipeline');
  await tree(page, 'Agenda').locator('.monaco-list-row[aria-level="2"]').first().waitFor();
  const bar = (await page.locator('.part.sidebar').boundingBox())!;
  await leave(page);
  await page.screenshot({ path, clip: { ...bar, height: 480 } });
  await pane(page, 'Pipeline').locator('.pane-header').click();
}

async function takeCard(page: Page, path: string): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'nordhavel-spare-parts.md');
  await page.locator('.view-line', { hasText: 'account:' }).waitFor();
  await runCommand(page, 'Markdown: Open Preview');
  await webview(page).locator('.deal-card').waitFor();
  await takeEditor(page, path);
}

/** The menu of the light bulb at a title with a colon in it, beside the view that has the file under Needs attention. */
async function takeQuickFix(page: Page, path: string): Promise<void> {
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await widenSideBar(page, 300);
  await fold(page, 'Agenda');
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'thornebeck-logistics-dock-scanning.md');
  await page.locator('.editor-instance .squiggly-error').first().waitFor();
  await until('the menu of fixes', async () => {
    await page.keyboard.press('Escape');
    await page.locator('.editor-instance .view-line', { hasText: 'title:' }).click();
    await page.keyboard.press('Control+.');
    return appears(page.locator('.action-widget .monaco-list-row.action'));
  });
  await page.screenshot({ path });
  await page.keyboard.press('Escape');
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
}
