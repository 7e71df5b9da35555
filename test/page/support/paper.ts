import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { printablePage } from '../../../src/funnel/paper';
import type { SheetPage } from './sheetPage';

/** Saves the page for printing, as a person does, and opens what was saved in its place. */
export async function openPrintable(page: Page, { sent }: SheetPage): Promise<void> {
  await page.locator('.export summary').click();
  await page.getByRole('button', { name: 'Printable' }).click();
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
