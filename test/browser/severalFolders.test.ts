import assert from 'node:assert/strict';
import { asked, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { openContainer, treeRows } from './support/tree';
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
});
