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
  await until(`the entry “${label}”`, () => isTaken(page, label, label));
  await untilGone(page, label);
}

/** Types a name that the list does not have yet, and takes the row that it makes. */
export async function pickNew(page: Page, name: string): Promise<void> {
  await until(`the entry “${name}”`, () => isTaken(page, `“${name}”`, name));
  await untilGone(page, name);
}

/** Answers the input box that is open. */
export async function answer(page: Page, text: string): Promise<void> {
  // The list that was asked before may still be closing, and would take the text.
  await page.locator('.quick-input-widget .quick-input-list').waitFor({ state: 'hidden' });
  await until('the answer', async () => (await isTyped(page, text)) && isEntered(page, text));
  await untilGone(page, text);
}

/** Types the path of a file into the dialog that asks for one, once that has listed its own folder, and takes it. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await until('a path', async () => (await shownIn(page))?.endsWith('/'));
  await takePath(page, path);
}

/** Types another path into the dialog that asks where to save a file, once that has proposed one, and takes it. */
export async function saveAs(page: Page, path: string): Promise<void> {
  await until('a path', async () => (await shownIn(page))?.includes('/'));
  await takePath(page, path);
}

async function takePath(page: Page, path: string): Promise<void> {
  await until('the file', async () => (await isTyped(page, path)) && isEntered(page, path));
  await untilGone(page, path);
}

const inputOf = (page: Page) => page.locator('.quick-input-widget .quick-input-box input:visible');

/** What takes the focus just then closes the palette: then it is opened again. */
async function takeFromPalette(page: Page, label: string, typed: string): Promise<void> {
  await until(
    `“${label}” in the palette`,
    async () => {
      await page.keyboard.press('F1');
      return until('the entry', () => isTaken(page, label, typed), 6000).catch(() => undefined);
    },
    30_000,
  );
  await untilGone(page, typed);
}

/** Types, goes to the entry, and takes it: whether that is done. */
async function isTaken(page: Page, label: string, typed: string): Promise<boolean> {
  return (await isReached(page, label, typed)) && isEntered(page, typed);
}

/**
 * Whether Enter was pressed in the box while that had this text and the keyboard. Both in one go: a key that is sent to the
 * window goes to a row or into a file where the box has closed just then.
 */
async function isEntered(page: Page, typed: string): Promise<boolean> {
  return inputOf(page)
    .evaluateAll(([box], typed) => {
      const { value } = (box ?? {}) as { readonly value?: string };
      if (!box || box !== box.ownerDocument.activeElement || value !== typed) return false;
      const { KeyboardEvent } = globalThis as unknown as KeyEvents;
      const enter = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true };
      for (const kind of ['keydown', 'keyup']) box.dispatchEvent(new KeyboardEvent(kind, enter));
      return true;
    }, typed)
    .catch(() => false);
}

/** What a page makes keys with. */
interface KeyEvents {
  readonly KeyboardEvent: new (kind: string, key: object) => Event;
}

/** Waits until the box is gone or asks something else: until then it would take what is typed next. */
async function untilGone(page: Page, typed: string): Promise<void> {
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
