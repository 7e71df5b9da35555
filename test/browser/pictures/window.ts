import { type Page } from 'playwright-core';
import { type Editor, type EditorOptions, startEditor } from '../support/editor';
import { openContainer, pane, tree } from '../support/tree';

/** Messages stand in the status bar, as they do by default, and deals are selected in the view as they are opened. */
const SETTINGS = {
  'dealNotes.messages': 'statusBar',
  'dealNotes.followEditor': true,
  'editor.minimap.enabled': false,
  'workbench.editor.empty.hint': 'hidden',
};

/** Opens a window that is to be a picture, and closes it; of one that fails a picture is kept. */
export async function inWindow(
  options: EditorOptions & { readonly size: { readonly width: number; readonly height: number } },
  use: (editor: Editor) => Promise<void>,
): Promise<void> {
  const editor = await startEditor({
    isDrawn: true,
    ...options,
    settings: { ...SETTINGS, ...options.settings },
  });
  try {
    await openContainer(editor.page, 'Deals');
    await tree(editor.page, 'Pipeline').locator('.monaco-list-row[aria-level="2"]').first().waitFor();
    await use(editor);
  } catch (error) {
    await editor.screenshot('failed screenshots');
    throw error;
  } finally {
    await editor.close();
  }
}

/** Folds a view of the open container to its title. */
export async function fold(page: Page, view: string): Promise<void> {
  const header = pane(page, view).locator('.pane-header');
  if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
}

/** Takes the mouse where nothing is said of what it points at, and waits until VS Code has nothing to say by itself. */
export async function leave(page: Page): Promise<void> {
  const bar = (await page.locator('.part.activitybar').boundingBox())!;
  await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height * 0.7);
  await page.locator('.workbench-hover-container').waitFor({ state: 'detached' });
  await page.locator('.statusbar', { hasText: 'Activating Extensions' }).waitFor({ state: 'detached' });
}
