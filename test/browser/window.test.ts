import assert from 'node:assert/strict';
import { useEditor } from './support/suite';
import { setTheme, themeNames } from './support/theme';
import { openContainer } from './support/tree';

describe('the window', () => {
  const editor = useEditor();

  it('has the container "Deals" with the view "Pipeline"', async () => {
    await openContainer(editor().page, 'Deals');
    const title = await editor().page.locator('.sidebar .title-label h2').textContent();
    assert.equal(title, 'Deals: Pipeline');
  });

  for (const theme of themeNames) {
    it(`can be looked at in ${theme}`, async () => {
      await setTheme(editor().page, theme);
      await editor().screenshot(`window-${theme}`);
    });
  }
});
