import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { filterBy } from './support/filter';
import { dealOpened } from './support/inFront';
import { asked, pick, runCommand } from './support/palette';
import { filesLine } from '../page/support/sheetPage';
import { useEditor } from './support/suite';
import { clickRow, focusTree, openContainer, pane, treeRow } from './support/tree';
import { until } from './support/until';
import { webview } from './support/webview';

const VIEW = 'Pipeline';

describe('moving deals by hand', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline', settings: { 'dealNotes.me': 'marek' } });
  const stageIn = async (name: string) =>
    /^stage: (.*)$/m.exec(await readFile(join(editor().folder, 'deals', name), 'utf8'))?.[1];
  const untilStage = (name: string, stage: string) =>
    until(`${name} is in ${stage}`, async () => ((await stageIn(name)) === stage ? true : undefined));

  before(() => openContainer(editor().page, 'Deals'));

  it('opens a deal on a click', async () => {
    const { page } = editor();
    await clickRow(page, VIEW, 'Nordhavel');
    await dealOpened(page, 'nordhavel-spare-parts.md');
  });

  /** The sample's team wants more of a deal than this one has. */
  const goOn = async () => {
    await asked(editor().page, 'Still open');
    await pick(editor().page, 'Move Anyway');
  };

  it('moves the selected deal, asks where something is open, and keeps it selected', async () => {
    const { page } = editor();
    await focusTree(page, VIEW);
    await page.keyboard.press('Alt+.');
    await goOn();
    await untilStage('nordhavel-spare-parts.md', 'negotiation');
    await untilSelected(page, 'Nordhavel');
    await page.keyboard.press('Alt+.');
    await goOn();
    await untilStage('nordhavel-spare-parts.md', 'closing');
    await untilSelected(page, 'Nordhavel');
    await page.keyboard.press('Alt+,');
    await untilStage('nordhavel-spare-parts.md', 'negotiation');
  });

  it('moves the deal in the editor with the same key', async () => {
    const { page } = editor();
    await page.locator('.editor-instance .monaco-editor .view-lines').click();
    await page.keyboard.press('Alt+,');
    await untilStage('nordhavel-spare-parts.md', 'proposal');
  });

  it('offers to mark a deal won that is advanced at the last stage', async () => {
    const { page } = editor();
    await clickRow(page, VIEW, 'Navimera');
    await dealOpened(page, 'navimera-marine-supply.md');
    await runCommand(page, 'Deals: Advance Stage');
    await pick(page, 'Mark Won');
    await pick(page, 'Move Anyway');
    await treeRow(page, VIEW, 'Won').filter({ hasText: '10' }).waitFor();
    // The view knows before the editor has written the file to its end.
    await untilStage('navimera-marine-supply.md', 'closing');
  });

  it('opens a file that needs attention at its line', async () => {
    const { page } = editor();
    await focusTree(page, VIEW);
    const row = treeRow(page, VIEW, 'thornebeck').and(page.locator('.focused'));
    // The view may still be following what was moved before.
    await until('the last row is reached', async () => {
      await page.keyboard.press('End');
      return (await row.count()) > 0;
    });
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'thornebeck' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 2' }).waitFor();
  });

  it('has a funnel and a filter that are back after the window was reloaded, and shows all on Escape', async () => {
    const { page } = editor();
    await filterBy(page, 'zebra');
    const filter = pane(page, VIEW).locator('.message', { hasText: 'zebra' });
    await filter.waitFor();
    await runCommand(page, 'Deals: Open Funnel');
    const sum = 'files = 21 open + 10 won + 9 lost + 2 need attention + 1 other note';
    const isThere = async () => (await filesLine(webview(page).locator('main'))).endsWith(sum);
    await until('the funnel is there', () => isThere().catch(() => false), 20_000);
    await editor().reload();
    await until('the funnel is back', () => isThere().catch(() => false), 30_000);
    await openContainer(page, 'Deals');
    await filter.waitFor();
    await runCommand(page, 'Deals: Focus on Pipeline View');
    await page.keyboard.press('Escape');
    await filter.waitFor({ state: 'hidden' });
    await treeRow(page, VIEW, 'Nordhavel').waitFor();
  });
});

/** The row follows the deal into its new stage a moment after the file has changed. */
async function untilSelected(page: Page, label: string): Promise<void> {
  const row = treeRow(page, VIEW, label);
  await until(`${label} is selected`, async () =>
    (await row.getAttribute('aria-selected')) === 'true' ? true : undefined,
  );
}
