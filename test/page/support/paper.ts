import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { printablePage } from '../../../src/funnel/paper';
import type { ChangesSheet } from '../../../src/shared/changesSheet';
import type { SheetPage } from './sheetPage';

/**
 * Saves the page for printing, as a person does, and opens what was saved in its place.
 *
 * @param changes what the page is told has changed, for which it asks then
 */
export async function openPrintable(
  page: Page,
  { sent, showChanges }: SheetPage,
  changes: ChangesSheet,
): Promise<void> {
  await page.locator('.export summary').click();
  await page.getByRole('button', { name: 'Printable' }).click();
  const isAsked = () => sent.some(message => message.type === 'seeChanges' && message.isSeen);
  while (!isAsked()) await page.evaluate('new Promise(requestAnimationFrame)');
  await showChanges(changes);
  const saved = () => sent.flatMap(message => (message.type === 'save' ? [message.content] : []))[0];
  while (saved() === undefined) await page.evaluate('new Promise(requestAnimationFrame)');
  const style = await readFile(join('dist', 'webview', 'funnel.css'), 'utf8');
  await page.goto('about:blank');
  await page.setContent(printablePage(saved()!, style, 'Funnel'));
}

/** How many pages that takes on a printer. */
export async function pagesOnPaper(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}
