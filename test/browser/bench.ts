// How long the funnel takes in a VS Code, from the key that asks for it: `node out/browser/bench.js`, by `npm run bench`.
import { sum } from 'd3-array';
import { join } from 'node:path';
import { makeDeals } from '../bench/support/deals';
import { line, middle } from '../bench/support/measure';
import { hold } from '../launch/goals.mjs';
import { startEditor, type Editor } from './support/editor';
import { runCommand } from './support/palette';
import { runScript } from '../page/support/script';
import { openContainer, treeRows } from './support/tree';
import { until } from './support/until';
import { webview } from './support/webview';

runScript(measure);

/** A few deals show what VS Code itself takes to open a page. */
async function measure(): Promise<void> {
  const firstFigures: number[] = [];
  for (const count of [10, 10_000]) {
    const { folder, remove } = makeDeals(count);
    try {
      const editor = await startEditor({ folder: join(folder, '..'), isDrawn: true });
      try {
        console.log(`${count} deals of 2 KB`);
        await openContainer(editor.page, 'Deals');
        await until('all deals are read', async () => (await inTree(editor)) === count, 60_000);
        const times = [
          await opening(editor, 'the funnel is opened, the first time'),
          await opening(editor, 'the funnel is opened again'),
          await opening(editor, 'the funnel is opened once more'),
        ];
        firstFigures.push(middle(times));
      } finally {
        await editor.close();
      }
    } finally {
      remove();
    }
  }
  const [ofTen, ofAll] = firstFigures;
  hold('page', ofAll! / ofTen!);
}

/** From the key to the first figures, and to the end of the page; answers with the former, in ms. */
async function opening({ page }: Editor, what: string): Promise<number> {
  const sheet = webview(page);
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget .quick-input-box input:visible');
  await input.pressSequentially('Deals: Open Funnel');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Open Funnel' }).waitFor();
  const start = performance.now();
  await page.keyboard.press('Enter');
  await sheet.locator('.panel:not([hidden])').waitFor();
  const figures = performance.now() - start;
  console.log(line(`  ${what}`, figures));
  await sheet.locator('footer').waitFor();
  console.log(line('    to its end', performance.now() - start));
  await runCommand(page, 'View: Close Editor');
  await page.locator('iframe.webview').waitFor({ state: 'detached' });
  return figures;
}

/** The rows of the tree say how many deals are below them. */
async function inTree({ page }: Editor): Promise<number> {
  const rows = (await treeRows(page, 'Pipeline')).filter(({ level }) => level === 1);
  return sum(rows, ({ text }) => Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', '')));
}
