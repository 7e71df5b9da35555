import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { openContainer, treeRow, treeRows } from './support/tree';
import { until } from './support/until';

const VIEW = 'Pipeline';

describe('a view in which nothing is left', () => {
  const editor = useEditor({ folder: 'test/fixtures/workspace' });

  it('says what to do when the filter leaves nothing, and shows all again', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await treeRow(page, VIEW, 'Lead generation').waitFor();
    await runCommand(page, 'Deals: Filter…');
    await page.locator('.quick-input-widget', { hasText: 'open deals' }).waitFor();
    await page.keyboard.type('nobody');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Contains' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const clear = page.locator('.welcome-view .monaco-button', { hasText: 'Clear Filter' });
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
    await page.locator('.welcome-view', { hasText: 'Nothing to do: no deal is open' }).first().waitFor();
    await editor().screenshot('no-deals');
  });
});
