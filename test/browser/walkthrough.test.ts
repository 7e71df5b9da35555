import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { asked, chooseFile, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { openContainer, pane, treeRow, treeRows } from './support/tree';
import { until } from './support/until';

const VIEW = 'Pipeline';

describe('a folder without deals', () => {
  const editor = useEditor({ folder: 'test/fixtures/empty', size: { width: 1600, height: 1400 } });

  it('says what a pipeline is, and leads to the walkthrough', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await sampleIn(pane(page, VIEW)).waitFor();
    await editor().screenshot('empty');
    await pane(page, VIEW).locator('.welcome-view a', { hasText: 'Take the Tour' }).click();
    await mark(page, 'deal').and(page.locator('[aria-checked=false]')).waitFor();
    await sampleIn(page.locator('.getting-started-step')).waitFor();
    await editor().screenshot('walkthrough');
  });

  // The first entry of each list that is asked with, and the one that imports.
  for (const [table, stage, ...entries] of [
    ['hubspot.csv', 'Closing', 'Without a currency', 'Stage unknown', 'Import 4 Deals'],
    ['salesforce-report.csv', 'Proposal', 'Stage unknown', 'Import 3 Deals'],
    ['pipedrive.csv', 'Lead generation', 'Import 4 Deals'],
  ] as const)
    it(`gets the deals of ${table} by the button for it and by Enter`, async () => {
      const { page } = editor();
      await pane(page, VIEW).locator('.welcome-view .monaco-button', { hasText: 'Import Deals…' }).click();
      await chooseFile(page, resolve('test/fixtures/intake', table));
      for (const entry of entries.slice(0, -1)) {
        await asked(page, entry);
        await page.keyboard.press('Enter');
      }
      await asked(page, entries.at(-1)!);
      await page
        .locator('.view-line', { hasText: `${table}: an export from ` })
        .first()
        .waitFor();
      await editor().screenshot(`import ${table}`);
      await page.keyboard.press('Enter');
      await treeRow(page, VIEW, 'Acme scanners').waitFor();
      await treeRow(page, VIEW, stage).waitFor();
      await editor().screenshot(`imported ${table}`);
      await runCommand(page, 'Deals: Undo Last Change');
      await sampleIn(pane(page, VIEW)).waitFor();
    });

  it('gets the sample', async () => {
    const { page, folder } = editor();
    await sampleIn(pane(page, VIEW)).click();
    await treeRow(page, VIEW, 'Lead generation').filter({ hasText: '4' }).waitFor();
    await until('the stages', async () => (await treeRows(page, VIEW)).length > 20);
    const deal = await readFile(join(folder, 'deals', 'nordhavel-spare-parts.md'), 'utf8');
    assert.match(deal, /^stage: proposal$/m);
  });

  it('has steps in the walkthrough that tick themselves', async () => {
    const { page } = editor();
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

/** The button that makes the sample; the view and the walkthrough have one for the same command. */
function sampleIn(part: Locator): Locator {
  return part.locator('.monaco-button', { hasText: 'Create Sample Pipeline' }).first();
}

function mark(page: Page, step: string) {
  return page.locator(`[role=checkbox][data-done-step-id="deal-notes.deal-notes#start#${step}"]`).first();
}

function done(page: Page, step: string) {
  return mark(page, step).and(page.locator('[aria-checked=true]'));
}
