import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useEditor } from './support/suite';
import { openContainer, treeRow, treeRows } from './support/tree';
import { until } from './support/until';

const VIEW = 'Pipeline';

describe('a folder without deals', () => {
  const editor = useEditor({ folder: 'test/fixtures/empty' });

  it('says what a pipeline is, and makes the sample', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    const button = page.locator('.welcome-view .monaco-button', { hasText: 'Create Sample Pipeline' });
    await button.waitFor();
    await editor().screenshot('empty');
    await button.click();
    await until('the stages', async () => ((await treeRows(page, VIEW)).length > 20 ? true : undefined));
    await treeRow(page, VIEW, 'Lead generation').filter({ hasText: '4' }).waitFor();
    const deals = await readFile(join(editor().folder, 'deals', 'nordhavel-spare-parts.md'), 'utf8');
    assert.match(deals, /^stage: proposal$/m);
  });
});
