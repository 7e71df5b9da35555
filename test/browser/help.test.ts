import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pick, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { pictured, setTheme } from './support/theme';
import { openContainer, treeRow } from './support/tree';
import { pointAt, until } from './support/until';

const VIEW = 'Pipeline';
const FILE = 'nordhavel-spare-parts.md';

describe('help inside the file of a deal', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline' });
  const suggestions = (page: Page) => page.locator('.suggest-widget .monaco-list-row');

  before(async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await treeRow(page, VIEW, 'Nordhavel').dblclick();
    await page.locator('.tab', { hasText: FILE }).waitFor();
  });

  it('says above the front matter where the deal stands, and moves it on a click', async () => {
    const { page } = editor();
    await page.locator('.codelens-decoration', { hasText: 'Stage 5/7 Proposal' }).waitFor();
    await page.locator('.codelens-decoration a', { hasText: 'Advance' }).click();
    await pick(page, 'Move Anyway');
    await page.locator('.codelens-decoration', { hasText: 'Stage 6/7' }).waitFor();
    await runCommand(page, 'Deals: Undo Last Change');
    await page.locator('.codelens-decoration', { hasText: 'Stage 5/7' }).waitFor();
  });

  it('offers values behind a colon as soon as it is typed, and writes the one that is chosen', async () => {
    const { page } = editor();
    // It stands in the list before what is typed has brought it to the top, and Enter would take another.
    const isNext = (text: string) =>
      page.locator('.suggest-widget .monaco-list-row.focused', { hasText: text }).waitFor();
    await page.locator('.view-line', { hasText: 'source: website' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await suggestions(page).filter({ hasText: 'forecast' }).waitFor();
    await page.keyboard.type('fore');
    await isNext('forecast');
    await page.keyboard.press('Enter');
    await suggestions(page).filter({ hasText: 'best_case' }).waitFor();
    await page.keyboard.type('com');
    await isNext('commit');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+S');
    const saved = async () => readFile(join(editor().folder, 'deals', FILE), 'utf8');
    await until('it is written', async () =>
      /^source: website\nforecast: commit\n\nvalue/m.test(await saved()) ? true : undefined,
    );
  });

  for (const theme of pictured) {
    it(`offers days and explains the stage, in the theme ${theme}`, async () => {
      const { page } = editor();
      await setTheme(page, theme);
      await page.locator('.view-line', { hasText: 'close_date:' }).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Shift+Control+ArrowLeft');
      await page.keyboard.press('Control+Space');
      await suggestions(page).first().waitFor();
      await editor().screenshot(`help completion ${theme}`);
      await page.keyboard.press('Escape');
      const line = page.locator('.view-line', { hasText: 'stage: proposal' }).first();
      const stage = line.locator('span span', { hasText: 'proposal' }).first();
      await pointAt(stage, page.locator('.monaco-hover', { hasText: '5 of 7' }));
      await editor().screenshot(`help hover ${theme}`);
      await page.mouse.move(640, 700);
    });
  }
});
