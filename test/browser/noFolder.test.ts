import { useEditor } from './support/suite';
import { openContainer } from './support/tree';

describe('a window without a folder', () => {
  const editor = useEditor({ opens: 'nothing' });

  it('says what the view is for, and offers to open a folder', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await page.locator('.welcome-view', { hasText: 'one file per deal' }).first().waitFor();
    await page.locator('.welcome-view .monaco-button', { hasText: 'Open Folder' }).first().waitFor();
    await page.locator('.welcome-view', { hasText: 'show up here, by due date' }).first().waitFor();
    await editor().screenshot('no-folder');
  });
});
