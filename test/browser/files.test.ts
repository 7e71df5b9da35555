import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dealOpened } from './support/inFront';
import { pick, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { clickRow, focusTree, openContainer, treeRow } from './support/tree';
import { until } from './support/until';

const VIEW = 'Pipeline';
/** Two deals of the sample in the same stage, next to each other. */
const BOTH = ['greywether-foods-dispatch.md', 'nordhavel-spare-parts.md'] as const;

describe('moving several deals by hand', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline' });
  const pathOf = (name: string) => join(editor().folder, 'deals', name);
  const texts = () => Promise.all(BOTH.map(name => readFile(pathOf(name), 'utf8')));
  const areIn = async (stage: string) =>
    (await texts()).every(text => new RegExp(`^stage: ${stage}$`, 'm').test(text)) || undefined;

  async function selectBoth(): Promise<void> {
    const { page } = editor();
    await openContainer(page, 'Deals');
    // What was selected where a deal stood before is selected no longer when the view follows.
    await treeRow(page, VIEW, 'Proposal').filter({ hasText: '3 ·' }).waitFor();
    const isSelected = async (name: string) =>
      (await treeRow(page, VIEW, name).getAttribute('aria-selected')) === 'true';
    const areSelected = async () => (await isSelected('Greywether')) && isSelected('Nordhavel');
    const select = async () => {
      await clickRow(page, VIEW, 'Greywether', { timeout: 3000 });
      await dealOpened(page, BOTH[0]);
      await clickRow(page, VIEW, 'Nordhavel', { modifiers: ['Control'], timeout: 3000 });
      // A click opens the deal, and the editor takes the keyboard when that is there.
      await focusTree(page, VIEW);
      return until('both are selected', areSelected, 3000);
    };
    // Rows that are drawn anew between the two clicks forget the first.
    await until('both are selected', () => select().catch(() => undefined), 40_000);
  }

  const notification = (text: string) =>
    editor().page.locator('.notifications-toasts .notification-list-item', { hasText: text });

  /** Where a mark or a number of the editor stands, in pixels from the top. */
  const topOf = (selector: string, text = '') =>
    editor()
      .page.locator(`.editor-instance ${selector}`, { hasText: new RegExp(`^${text}$`) })
      .first()
      .evaluate(element => Math.round(element.getBoundingClientRect().top));

  it('is taken back by one undo of the editor, over both files', async () => {
    const { page } = editor();
    const before = await texts();
    await openContainer(page, 'Deals');
    for (const name of ['Greywether', 'Nordhavel']) await treeRow(page, VIEW, name).dblclick();
    await page.locator('.tab', { hasText: 'nordhavel' }).waitFor();
    await page.locator('.tab', { hasText: 'greywether' }).waitFor();
    await selectBoth();
    await page.keyboard.press('Alt+.');
    await pick(page, 'Move All 2');
    await until('both are moved', () => areIn('negotiation'));
    await page.locator('.tab', { hasText: 'nordhavel' }).click();
    await page.locator('.editor-instance .monaco-editor .view-lines').click();
    await page.keyboard.press('Control+z');
    await runCommand(page, 'File: Save All Files');
    await until('both are as they were', async () =>
      (await texts()).every((text, index) => text === before[index]) ? true : undefined,
    );
  });

  it('is taken back by the command too, without the editor', async () => {
    const { page } = editor();
    const before = await texts();
    await runCommand(page, 'View: Close All Editors');
    await selectBoth();
    await page.keyboard.press('Alt+.');
    await pick(page, 'Move All 2');
    await until('both are moved', () => areIn('negotiation'));
    await runCommand(page, 'Deals: Undo Last Change');
    await until('both are as they were', async () =>
      (await texts()).every((text, index) => text === before[index]) ? true : undefined,
    );
  });

  it('says of each deal what became of it, and tries again what failed', async () => {
    const { page } = editor();
    const good = await readFile(pathOf(BOTH[0]), 'utf8');
    // Broken in the moment between choosing and moving: the view does not know it yet.
    const closing = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Closing' });
    // A menu takes no click in its first moments.
    const isOffered = async () => {
      await page.keyboard.press('Escape');
      await selectBoth();
      await clickRow(page, VIEW, 'Nordhavel', { button: 'right', timeout: 3000 });
      await page.locator('.monaco-menu .action-label', { hasText: 'Set Stage…' }).click({ timeout: 3000 });
      await closing.waitFor({ timeout: 3000 });
      return true;
    };
    await until('the stages are offered', () => isOffered().catch(() => undefined), 60_000);
    await writeFile(pathOf(BOTH[0]), good.replace('stage: proposal', 'stage: proposal\nstage: proposal'));
    await closing.click();
    await page.locator('.quick-input-widget', { hasText: 'deals aren’t ready' }).waitFor();
    await editor().screenshot('bulk-gate');
    await pick(page, 'Move All 2');
    const failed = notification('twice');
    await failed.waitFor();
    await notification('→ Closing').waitFor();
    await until('the second “stage” is marked, though the editor showed it late', async () =>
      (await topOf('.squiggly-error')) === (await topOf('.line-numbers', '7')) ? true : undefined,
    );
    await editor().screenshot('bulk');
    await writeFile(pathOf(BOTH[0]), good);
    await failed.locator('.monaco-button', { hasText: 'Try Again' }).click();
    await pick(page, 'Move Anyway');
    await until('both are in Closing', () => areIn('closing'));
    assert.equal((await texts())[0]?.match(/stage: closing/g)?.length, 2, 'moved once');
  });
});
