import { type Page } from 'playwright-core';
import { until } from './until';

/** The editor of a file, by what the file's name ends in. */
function editorOf(page: Page, file: string) {
  return page.locator(`.editor-instance .monaco-editor[data-uri$="${encodeURIComponent(file)}"]`);
}

/** Waits until a deal is open in front, with the line above it: its tab alone is there before the deal is. */
export async function dealOpened(page: Page, file: string): Promise<void> {
  await page.locator('.tab.active', { hasText: file }).waitFor();
  await editorOf(page, file).locator('.codelens-decoration a').first().waitFor();
}

/** Waits until that has the keyboard, too: a key that is pressed before means what was in front before. */
export async function dealInFront(page: Page, file: string): Promise<void> {
  await dealOpened(page, file);
  await until(`${file} has the keyboard`, () =>
    editorOf(page, file).evaluateAll(all => all.some(one => one.contains(one.ownerDocument.activeElement))),
  );
}
