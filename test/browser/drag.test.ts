import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { pick } from './support/palette';
import { useEditor } from './support/suite';
import { clickRow, goToTop, openContainer, treeRow } from './support/tree';
import { appears, until } from './support/until';

const VIEW = 'Pipeline';

describe('dragging a deal with the mouse', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline' });
  const text = (name: string) => readFile(join(editor().folder, 'deals', name), 'utf8');

  before(async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await goToTop(page, VIEW);
    await treeRow(page, VIEW, 'Vistulka').waitFor();
  });

  it('into a text, with Shift as always, links it there', async () => {
    const { page } = editor();
    await clickRow(page, VIEW, 'Brennhof');
    await page.locator('.tab.active', { hasText: 'brennhof' }).waitFor();
    const link = page.locator('.editor-instance .view-line', {
      hasText: '[Vistulka cold store](vistulka-cold-store.md)',
    });
    const notes = page.locator('.editor-instance .view-line').last();
    // A browser on a busy machine does not take every press and move for the beginning of a drag.
    const tryIt = async () => {
      if (await link.count()) return true;
      await drag(page, treeRow(page, VIEW, 'Vistulka'), notes, 'Shift');
      return (await appears(link)) || undefined;
    };
    await until('it is linked', tryIt, 40_000);
    await editor().screenshot('drag-link');
  });

  it('to another stage moves it there', async () => {
    const { page } = editor();
    const asked = page.locator('.quick-input-widget', { hasText: 'Still open' });
    await until('it is dropped', async () => {
      await drag(page, treeRow(page, VIEW, 'Vistulka'), treeRow(page, VIEW, 'Qualification'));
      return (await appears(asked)) || undefined;
    });
    await pick(page, 'Move Anyway');
    await page.locator('.notification-toast', { hasText: 'Qualification' }).first().waitFor();
    assert.match(await text('vistulka-cold-store.md'), /^stage: qualification$/m);
  });
});

/**
 * In steps, as a hand moves it: the editor asks at each what may be done here. Nothing is dragged while the editor is
 * just drawing one of the two.
 */
async function drag(page: Page, from: Locator, to: Locator, key?: string): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) return;
  await page.mouse.move(start.x + 60, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + start.height / 2 + 4, { steps: 4 });
  await page.mouse.move(end.x + 40, end.y + end.height / 2, { steps: 12 });
  // Held from the start, Shift would select rows.
  if (key) await page.keyboard.down(key);
  const row = page.locator('.monaco-list-row.drop-target');
  // It says “Hold Shift to drop into editor”, and goes when it has seen the key.
  const overlay = page.locator('#monaco-workbench-editor-drop-overlay');
  const isTaken = async () => (key ? !(await overlay.count()) : (await row.count()) > 0);
  for (let tries = 0; tries < 40 && !(await isTaken()); tries++) {
    await page.mouse.move(end.x + 40 + (tries % 3), end.y + end.height / 2, { steps: 2 });
  }
  await page.mouse.up();
  if (key) await page.keyboard.up(key);
}
