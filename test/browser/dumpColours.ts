// Reads the colours that each of VS Code's own themes gives to the funnel page: `node out/browser/dumpColours.js <file>`.
import { readFile, writeFile } from 'node:fs/promises';
import { runScript } from '../page/support/script';
import { startEditor } from './support/editor';
import { runCommand } from './support/palette';
import { pickTheme, themeLabels } from './support/theme';
import { openContainer } from './support/tree';
import { webview } from './support/webview';
import { until } from './support/until';

const [target = ''] = process.argv.slice(2);

runScript(async () => {
  const editor = await startEditor({ folder: 'media/sample-pipeline' });
  const { page } = editor;
  try {
    await openContainer(page, 'Deals');
    await runCommand(page, 'Deals: Open Funnel');
    await webview(page).locator('main').waitFor();
    const style = await readFile('dist/webview/funnel.css', 'utf8');
    const names = [...new Set<string>(style.match(/(?<=--vscode-)[A-Za-z-]+/g) ?? [])]
      .filter(name => !/font/.test(name))
      .sort();
    const themes: Record<string, unknown> = {};
    for (const label of await themeLabels(page)) {
      await pickTheme(page, label);
      themes[label] = await until(`the colours of ${label}`, async () => {
        const body = webview(page).locator('body');
        const [shown, className, values] = await body.evaluate((element, names) => {
          const { documentElement, defaultView } = element.ownerDocument;
          const style = defaultView!.getComputedStyle(documentElement);
          const values = names.map(name => style.getPropertyValue(`--vscode-${name}`).trim());
          return [element.dataset['vscodeThemeName'], element.className, values] as const;
        }, names);
        if (shown !== label) return undefined;
        const given = names.map((name, at) => [name, values[at]] as const).filter(([, value]) => value);
        const kind = className
          .split(' ')
          .filter((name: string) => /^vscode-(?:light|dark|high-contrast)/.test(name));
        return { className: kind.join(' '), colours: Object.fromEntries(given) };
      });
    }
    await writeFile(target, JSON.stringify(themes));
  } finally {
    await editor.close();
  }
});
