import { type Page } from 'playwright-core';
import { until } from './until';

/** Runs a command as a user does: opens the palette, types the command's full title, takes it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  // A message that comes up just then takes the focus, and the palette closes.
  await until('the palette', async () => {
    await page.keyboard.press('F1');
    return inputOf(page)
      .fill(`>${title}`, { timeout: 3000 })
      .then(
        () => true,
        () => undefined,
      );
  });
  await choose(page, title, `>${title}`);
}

/** Opens a file of the folder as a user does: opens the palette, types the name of the file over its prompt, takes it. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await type(page, name);
  await choose(page, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Takes an entry of the quick pick that is open, by typing its label. */
export async function pick(page: Page, label: string): Promise<void> {
  await type(page, label);
  await choose(page, label);
}

/** Types a name that the list does not have yet, and takes the row that it makes. */
export async function pickNew(page: Page, name: string): Promise<void> {
  await type(page, name);
  await choose(page, `“${name}”`, name);
}

/** Answers the input box that is open. */
export async function answer(page: Page, text: string): Promise<void> {
  // The list that was asked before may still be closing, and would take the text.
  await page.locator('.quick-input-widget .quick-input-list').waitFor({ state: 'hidden' });
  await type(page, text);
  await until('the answer', async () => (await inputOf(page).inputValue()) === text || undefined);
  await page.keyboard.press('Enter');
}

const inputOf = (page: Page) => page.locator('.quick-input-widget .quick-input-box input:visible');

/** All at once: at each key the editor would search all its commands. */
async function type(page: Page, text: string): Promise<void> {
  await inputOf(page).fill(text);
}

/** A box that is just closing may have taken the text of the one that opens. */
async function typeAgain(page: Page, text: string): Promise<void> {
  const typed = await inputOf(page).inputValue({ timeout: 2000 });
  if (typed !== text) await inputOf(page).fill(text, { timeout: 2000 });
}

/** Goes to the entry with the arrow key and takes it. It need not be the first: VS Code sorts by its own mind. */
async function choose(page: Page, label: string, typed = label): Promise<void> {
  const text = label.replace(/["\\]/g, '\\$&');
  const row = '.quick-input-list .monaco-list-row';
  await until(`an entry "${label}"`, async () => {
    await typeAgain(page, typed).catch(() => undefined);
    return (await page.locator(`${row}[aria-label^="${text}" i]`).count()) > 0;
  });
  // What follows the comma is a description or a keybinding.
  const exact = page.locator(`${row}[aria-label="${text}" i], ${row}[aria-label^="${text}," i]`);
  const target = (await exact.count())
    ? exact.first()
    : page.locator(`${row}[aria-label^="${text}" i]`).first();
  await until(`the entry "${label}"`, async () => {
    if (await target.evaluate(element => element.classList.contains('focused'))) return true;
    await page.keyboard.press('ArrowDown');
    return undefined;
  });
  await page.keyboard.press('Enter');
}
