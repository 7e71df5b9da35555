import type { Page } from 'playwright-core';
import { asked, runCommand } from './palette';

/** Filters the views by a word, as a user does; this is to be no owner's, stage's or account's name. */
export async function filterBy(page: Page, word: string): Promise<void> {
  await runCommand(page, 'Deals: Filter…');
  await asked(page, 'open deals');
  await page.keyboard.type(word);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Text contains' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}
