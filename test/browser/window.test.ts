import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filterBy } from './support/filter';
import { useEditor } from './support/suite';
import { pictured, setTheme } from './support/theme';
import { openContainer, pane, treeRow, treeRows } from './support/tree';
import { until } from './support/until';

const VIEW = 'Pipeline';

describe('a window with a pipeline', () => {
  const editor = useEditor();

  it('has the container "Deals" with the views "Agenda" and "Pipeline"', async () => {
    await openContainer(editor().page, 'Deals');
    const titles = await editor().page.locator('.sidebar .pane-header h3.title').allTextContents();
    assert.deepEqual(titles, ['Agenda', 'Pipeline']);
  });

  for (const theme of pictured) {
    it(`can be looked at in ${theme}`, async () => {
      await setTheme(editor().page, theme);
      await editor().screenshot(`window-${theme}`);
    });
  }

  it('says what to do in a view when the filter leaves nothing, and shows all again', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await treeRow(page, VIEW, 'Lead generation').waitFor();
    await filterBy(page, 'zebra');
    const clear = pane(page, VIEW).locator('.welcome-view .monaco-button', { hasText: 'Clear Filter' });
    await clear.waitFor();
    await editor().screenshot('nothing-matches');
    await clear.click();
    await until('the stages are back', async () => (await treeRows(page, VIEW)).length > 6 || undefined);
  });

  it('says how to begin when the last deal is gone', async () => {
    const { page, folder } = editor();
    await rm(join(folder, 'deals', 'acme.md'));
    await page.locator('.welcome-view', { hasText: 'No deals in this pipeline yet' }).first().waitFor();
    await page.locator('.welcome-view .monaco-button', { hasText: 'New Deal…' }).first().waitFor();
    await page.locator('.welcome-view', { hasText: 'Nothing to do: no open deals' }).first().waitFor();
    await editor().screenshot('no-deals');
  });
});
