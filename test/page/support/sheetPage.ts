import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { isFromPage, type FromPage } from '../../../src/shared/fromPage';
import type { ChangesSheet } from '../../../src/shared/changesSheet';
import { EVERYTHING } from '../../../src/shared/funnelQuestion';
import type { FunnelSheet } from '../../../src/shared/funnelSheet';
import type { Tab } from '../../../src/shared/tabs';
import type { ToPage } from '../../../src/shared/toPage';
import { FONTS, themes, type ThemeName } from './themeColours';

/** The funnel page by itself, as a webview has it: without VS Code it is drawn in a moment, in any theme and width. */
export interface SheetPage {
  /** What the page has sent, in order: what the extension would refuse is not in it. */
  readonly sent: FromPage[];
  show(message: ToPage): Promise<void>;
  /** Shows the sheet of the one pipeline that there is, and waits until it is drawn. */
  showSheet(sheet: FunnelSheet): Promise<void>;
  /** Shows what changed in that pipeline. */
  showChanges(changes: ChangesSheet): Promise<void>;
  /** Loads the page again, at the tab that it was opened on and with nothing sent yet. */
  loadAgain(): Promise<void>;
  /** What a reload of the window would leave of the page. */
  state(): Promise<unknown>;
}

/** The line at the foot of the sheet that adds up all files, as a person sees it. */
export function filesLine(sheet: Locator): Promise<string> {
  return sheet
    .locator('footer p')
    .first()
    .evaluate(line => {
      const copy = line.cloneNode(true) as typeof line;
      for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
      return copy.textContent ?? '';
    });
}

/** @param tab that the page was left on */
export async function openSheetPage(
  page: Page,
  theme: ThemeName,
  { language = 'en', tab = 'today' }: { readonly language?: string; readonly tab?: Tab } = {},
): Promise<SheetPage> {
  const sent: FromPage[] = [];
  const { className, colours } = themes[theme];
  const webview = 'dist/webview';
  const [script, style] = await Promise.all(
    ['funnel.js', 'funnel.css'].map(name => readFile(join(webview, name), 'utf8')),
  );
  const variables = Object.entries({ ...colours, ...FONTS }).map(
    ([name, value]) => `--vscode-${name}: ${value};`,
  );
  // The same policy as in VS Code: what it forbids there is to fail here too.
  await page.route('http://sheet.invalid/**', route => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/funnel.js') return route.fulfill({ body: script!, contentType: 'text/javascript' });
    if (path === '/funnel.css') return route.fulfill({ body: style!, contentType: 'text/css' });
    if (path === '/theme.css') {
      return route.fulfill({ body: `:root { ${variables.join(' ')} }`, contentType: 'text/css' });
    }
    const policy =
      "default-src 'none'; style-src http://sheet.invalid; img-src http://sheet.invalid data:; script-src 'nonce-n'";
    return route.fulfill({
      contentType: 'text/html',
      body: `<!DOCTYPE html><html lang="${language}"><head><meta charset="UTF-8"><title>Funnel</title>
        <meta http-equiv="Content-Security-Policy" content="${policy}">
        <link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/funnel.css"></head>
        <body class="${className}"><main id="page"></main>
        <script nonce="n">let state = ${JSON.stringify({ tab })};
        window.acquireVsCodeApi = () => {
          return { postMessage: message => window.told(message), getState: () => state, setState: to => (state = to) };
        };</script>
        <script nonce="n" src="/funnel.js"></script></body></html>`,
    });
  });
  await page.exposeFunction('told', (message: unknown) => {
    if (!isFromPage(message))
      throw new Error(`The page sent what makes no sense: ${JSON.stringify(message)}`);
    sent.push(message);
  });
  await page.goto('http://sheet.invalid/');
  const show = (message: ToPage) =>
    page.evaluate<void>(`window.postMessage(${JSON.stringify(message)}, '*')`);
  return {
    sent,
    show,
    loadAgain: async () => {
      await page.reload();
      sent.length = 0;
    },
    state: () => page.evaluate('acquireVsCodeApi().getState()'),
    showChanges: changes => show({ type: 'changes', of: 'file:///deals', asked: EVERYTHING, changes }),
    showSheet: async sheet => {
      await show({
        type: 'show',
        pipelines: [{ id: 'file:///deals', name: 'deals' }],
        chosen: 'file:///deals',
        content: { kind: 'sheet', sheet },
      });
      await page.locator('footer').waitFor();
    },
  };
}
