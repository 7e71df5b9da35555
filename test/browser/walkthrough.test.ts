import type { Page } from 'playwright-core';
import { runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { openContainer, pane, treeRow } from './support/tree';

const VIEW = 'Pipeline';

describe('the walkthrough', () => {
  const editor = useEditor({ folder: 'test/fixtures/empty', size: { width: 1600, height: 900 } });

  it('is reached from the empty view, and its steps tick themselves', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await pane(page, VIEW).locator('.welcome-view a', { hasText: 'Take the Tour' }).click();
    await mark(page, 'deal').waitFor();
    await editor().screenshot('walkthrough');
    await page.locator('.getting-started-step .monaco-button', { hasText: 'Create Sample Pipeline' }).click();
    await treeRow(page, VIEW, 'Lead generation').waitFor();
    await done(page, 'deal').waitFor();
    // The sample has a history.
    await done(page, 'git').waitFor();
    await mark(page, 'today').and(page.locator('[aria-checked=false]')).waitFor();
    await runCommand(page, 'Deals: Open Today');
    await runCommand(page, 'View: Close Editor');
    await done(page, 'today').waitFor();
    await editor().screenshot('walkthrough-done');
  });
});

function mark(page: Page, step: string) {
  return page.locator(`[role=checkbox][data-done-step-id="deal-notes.deal-notes#start#${step}"]`).first();
}

function done(page: Page, step: string) {
  return mark(page, step).and(page.locator('[aria-checked=true]'));
}
