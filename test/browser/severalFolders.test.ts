import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asked, chooseFile, pick, runCommand } from './support/palette';
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
    await asked(page, 'Import 1 deal');
    await page.keyboard.press('Enter');
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
