// Takes the pictures of the README: `node out/browser/screenshots.js <folder of the sample> <folder for the pictures>`.
import { join } from 'node:path';
import { startEditor } from './support/editor';
import { runCommand } from './support/palette';
import { setTheme } from './support/theme';
import { openContainer, tree, widenSideBar } from './support/tree';
import { webview } from './support/webview';

const [sample = '', target = ''] = process.argv.slice(2);

takePictures().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);

async function takePictures(): Promise<void> {
  const editor = await startEditor({ folder: sample, size: { width: 1280, height: 800 } });
  const { page } = editor;
  try {
    await openContainer(page, 'Deals');
    await widenSideBar(page, 420);
    await tree(page, 'Pipeline').locator('.monaco-list-row[aria-level="2"]').first().waitFor();
    await runCommand(page, 'Deals: Open Funnel');
    await webview(page).locator('main').waitFor();
    for (const [theme, name] of [
      ['dark', 'pipeline'],
      ['light', 'pipeline-light'],
    ] as const) {
      await setTheme(page, theme);
      await page.screenshot({ path: join(target, `${name}.png`) });
    }
  } catch (error) {
    await editor.screenshot('failed screenshots');
    throw error;
  } finally {
    await editor.close();
  }
}
