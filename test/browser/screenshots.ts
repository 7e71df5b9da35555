// Takes the pictures of the README: `node out/browser/screenshots.js <folder of the sample> <folder for the pictures>`.
import { join } from 'node:path';
import { startEditor } from './support/editor';
import { openFile, runCommand } from './support/palette';
import { runScript } from '../page/support/script';
import { setTheme } from './support/theme';
import { openContainer, tree, widenSideBar } from './support/tree';
import { webview } from './support/webview';

const [sample = '', target = ''] = process.argv.slice(2);

runScript(takePictures);

async function takePictures(): Promise<void> {
  const editor = await startEditor({ folder: sample, size: { width: 1280, height: 1120 } });
  const { page } = editor;
  try {
    const take = (name: string) => page.screenshot({ path: join(target, `${name}.png`) });
    await openContainer(page, 'Deals');
    await widenSideBar(page, 420);
    await tree(page, 'Pipeline').locator('.monaco-list-row[aria-level="2"]').first().waitFor();
    await runCommand(page, 'Deals: Open Funnel');
    const sheet = webview(page).locator('main');
    await sheet.waitFor();
    await setTheme(page, 'dark');
    await take('pipeline');
    await setTheme(page, 'light');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.setViewportSize({ width: 1000, height: 1080 });
    await sheet.getByRole('tab', { name: 'What if' }).click();
    await take('push');
    await page.setViewportSize({ width: 1100, height: 640 });
    await setTheme(page, 'dark');
    await openFile(page, 'nordhavel-spare-parts.md');
    await page.locator('.editor-instance .codelens-decoration', { hasText: 'Advance' }).waitFor();
    await runCommand(page, 'Deals: Advance Stage');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Move Anyway' }).waitFor();
    await take('gate');
  } catch (error) {
    await editor.screenshot('failed screenshots');
    throw error;
  } finally {
    await editor.close();
  }
}
