import assert from 'node:assert/strict';
import { useEditor } from './support/suite';
import { setTheme, themeNames } from './support/theme';
import { openContainer } from './support/tree';

describe('the window', () => {
  const editor = useEditor();

  it('has the container "Deals" with the views "Agenda" and "Pipeline"', async () => {
    await openContainer(editor().page, 'Deals');
    const titles = await editor().page.locator('.sidebar .pane-header h3.title').allTextContents();
    assert.deepEqual(titles, ['Agenda', 'Pipeline']);
  });

  for (const theme of themeNames) {
    it(`can be looked at in ${theme}`, async () => {
      await setTheme(editor().page, theme);
      await editor().screenshot(`window-${theme}`);
    });
  }
});
