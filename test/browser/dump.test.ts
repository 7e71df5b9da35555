import { writeFileSync, mkdirSync } from 'node:fs';
import { runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { setTheme, themeNames } from './support/theme';
import { openContainer } from './support/tree';
import { webview } from './support/webview';

describe('dump', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline' });
  it('themes', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await runCommand(page, 'Deals: Open Funnel');
    await webview(page).locator('main h1').waitFor();
    const all: Record<string, unknown> = {};
    for (const theme of themeNames) {
      await setTheme(page, theme);
      await page.waitForTimeout(800);
      all[theme] = await webview(page).locator('body').evaluate(body => {
        const style = document.documentElement.style;
        const vars: Record<string, string> = {};
        for (const name of Array.from(style)) if (name.startsWith('--vscode')) vars[name] = style.getPropertyValue(name);
        return { className: body.className, kind: body.dataset.vscodeThemeKind, vars };
      });
    }
    mkdirSync('/tmp/themes', { recursive: true });
    writeFileSync('/tmp/themes/themes.json', JSON.stringify(all));
  }).timeout(120000);
});
