import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dealInFront } from './support/inFront';
import { asked, chooseFile, openFile, pick, runCommand, saveAs } from './support/palette';
import { useEditor } from './support/suite';
import { openContainer, treeRow, treeRows } from './support/tree';
import { until } from './support/until';

const VIEW = 'Pipeline';

describe('a workspace of several folders', () => {
  const editor = useEditor({ folder: 'test/fixtures/regions', opens: 'its folders' });

  it('has a row for each pipeline, and filters all of them', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    const rows = async () =>
      (await treeRows(page, VIEW)).filter(({ level }) => level === 1).map(row => row.text);
    await until('both are there', async () => (await rows()).length === 2 || undefined);
    assert.deepEqual(
      (await rows()).map(text => /^\w+/.exec(text)![0]),
      ['north', 'south'],
    );
    await runCommand(page, 'Deals: Filter…');
    await asked(page, '3 of 3 open deals');
    await page.keyboard.type('dana');
    await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
    await page.keyboard.press('Enter');
    await asked(page, '2 of 3 open deals');
    await page.keyboard.press('Escape');
    await page.locator('.sidebar .message', { hasText: '2 of 3 open deals: owner dana' }).waitFor();
    await editor().screenshot('several-folders');
  });

  it('takes an import into the pipeline that is chosen, and undo takes it back', async () => {
    const { page, folder } = editor();
    await runCommand(page, 'Deals: Clear Filter');
    const file = join(folder, 'wren.csv');
    await writeFile(file, 'Title,Stage,Value,Currency,Owner\nWren scanners,Proposal,48000,EUR,dana\n');
    await runCommand(page, 'Deals: Import Deals…');
    await asked(page, 'south');
    await pick(page, 'south');
    await chooseFile(page, file);
    await asked(page, 'Import 1 Deal');
    await page.locator('.view-line', { hasText: 'It goes into the pipeline south/deals.' }).waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('.notification-toast', { hasText: 'imported from wren.csv into south/deals' })
      .waitFor();
    await treeRow(page, VIEW, 'Wren scanners').waitFor();
    assert.deepEqual(await dealsIn(folder), [
      ['north', false],
      ['south', true],
    ]);
    await runCommand(page, 'Deals: Undo Last Change');
    await treeRow(page, VIEW, 'Wren scanners').waitFor({ state: 'hidden' });
    assert.deepEqual(await dealsIn(folder), [
      ['north', false],
      ['south', false],
    ]);
  });

  it('gives the keyboard back to the deal in front, or to the empty editor, where somebody thinks better of an import', async () => {
    const { page, folder } = editor();
    await openFile(page, 'olivarosa.md');
    await runCommand(page, 'Deals: Import Deals…');
    await chooseFile(page, join(folder, 'wren.csv'));
    await asked(page, 'Import 1 Deal');
    await page.keyboard.press('Escape');
    await dealInFront(page, 'olivarosa.md');
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'Deals: Import Deals…');
    await pick(page, 'south/deals');
    await chooseFile(page, join(folder, 'wren.csv'));
    await asked(page, 'Import 1 Deal');
    await page.keyboard.press('Escape');
    await page.locator('.editor-group-container.empty:focus').waitFor();
  });

  it('exports the pipeline of the deal in front, and opens the file in the editor, as the browser has no other program for it', async () => {
    const { page, folder } = editor();
    await openFile(page, 'olivarosa.md');
    await runCommand(page, 'Deals: Export Deals…');
    await pick(page, 'CSV table');
    await asked(page, 'Selected');
    await page.keyboard.press('Enter');
    await saveAs(page, join(folder, 'olives.csv'));
    await page.locator('.notification-toast .monaco-button', { hasText: 'Open' }).click();
    await page.locator('.tab.active', { hasText: 'olives.csv' }).waitFor();
    const csv = await readFile(join(folder, 'olives.csv'), 'utf8');
    assert.deepEqual(
      csv.split('\r\n').map(line => line.split(',')[0]),
      ['\ufeffpath', 'olivarosa.md', ''],
    );
  });
});

/** By pipeline, whether the imported deal lies there. */
async function dealsIn(folder: string) {
  return Promise.all(
    ['north', 'south'].map(async name => [
      name,
      (await readdir(join(folder, name), { recursive: true })).some(file => /wren-scanners\.md$/.test(file)),
    ]),
  );
}
