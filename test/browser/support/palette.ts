import { type Locator, type Page } from 'playwright-core';
import { until } from './until';

/** Runs a command as a user does: opens the palette, types the command's full title, takes it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await takeFromPalette(page, title, `>${title}`);
}

/** Opens a file of the folder as a user does: opens the palette, types the name of the file over its prompt, takes it. */
export async function openFile(page: Page, name: string): Promise<void> {
  await takeFromPalette(page, name, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Waits until what is asked for has the keyboard: the box that was there before may still be closing. */
export async function asked(page: Page, prompt: string): Promise<void> {
  const box = page.locator('.quick-input-widget', { hasText: prompt }).locator('input:visible');
  await until(`the question “${prompt}”`, () => hasFocus(box));
}

/** Takes an entry of the quick pick that is open, by typing its label. */
export async function pick(page: Page, label: string): Promise<void> {
  await until(`the entry “${label}”`, () => isReached(page, label, label));
  await take(page, label);
}

/** Types a name that the list does not have yet, and takes the row that it makes. */
export async function pickNew(page: Page, name: string): Promise<void> {
  await until(`the entry “${name}”`, () => isReached(page, `“${name}”`, name));
  await take(page, name);
}

/** Answers the input box that is open. */
export async function answer(page: Page, text: string): Promise<void> {
  // The list that was asked before may still be closing, and would take the text.
  await page.locator('.quick-input-widget .quick-input-list').waitFor({ state: 'hidden' });
  await until('the answer', () => isTyped(page, text));
  await take(page, text);
}

const inputOf = (page: Page) => page.locator('.quick-input-widget .quick-input-box input:visible');

/** A message that comes up just then takes the focus, and the palette closes: then it is opened again. */
async function takeFromPalette(page: Page, label: string, typed: string): Promise<void> {
  await until(
    `“${label}” in the palette`,
    async () => {
      await page.keyboard.press('F1');
      return until('the entry', () => isReached(page, label, typed), 6000).catch(() => undefined);
    },
    30_000,
  );
  await take(page, typed);
}

/** Takes what is active, and waits until the box is gone or asks something else: until then it would take what is typed next. */
async function take(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Enter');
  await until(`“${typed}” to be taken`, async () => (await shownIn(page)) !== typed);
}

/** The text in the box; `undefined` while none is open, or the window is being loaded anew. */
function shownIn(page: Page): Promise<string | undefined> {
  return inputOf(page)
    .evaluateAll(all => (all as { readonly value?: string }[])[0]?.value)
    .catch(() => undefined);
}

/** Whether the box has the keyboard and this text. That is put in at once: at each key the editor would search all its commands. */
async function isTyped(page: Page, text: string): Promise<boolean> {
  const shown = await shownIn(page);
  if (shown === undefined) return false;
  if (shown === text) return hasFocus(inputOf(page));
  await inputOf(page)
    .fill(text, { timeout: 2000 })
    .catch(() => undefined);
  return false;
}

function hasFocus(box: Locator): Promise<boolean> {
  return box.evaluateAll(all => all.some(one => one === one.ownerDocument.activeElement));
}

/** Types, and goes one entry towards the one meant. It need not be the first: VS Code sorts by its own mind. */
async function isReached(page: Page, label: string, typed: string): Promise<boolean> {
  if (!(await isTyped(page, typed))) return false;
  const rows = await page.locator('.quick-input-list .monaco-list-row').evaluateAll(all =>
    all.map(row => ({
      said: row.getAttribute('aria-label') ?? '',
      isActive: row.classList.contains('focused'),
    })),
  );
  const wanted = label.toLowerCase();
  const found = rows.filter(({ said }) => said.toLowerCase().startsWith(wanted));
  // What follows the comma is a description or a keybinding.
  const meant = found.find(({ said }) => [undefined, ','].includes(said[label.length])) ?? found[0];
  if (meant && !meant.isActive) await page.keyboard.press('ArrowDown');
  return meant?.isActive ?? false;
}
