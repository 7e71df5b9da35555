import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { dealOf, HOSTILE, processOf, unreadableDeals } from '../unit/support/hostile';
import { runCommand } from './support/palette';
import { filesLine } from '../page/support/sheetPage';
import { useEditor } from './support/suite';
import { goToTop, leaveRows, openContainer, tree, treeRow } from './support/tree';
import { pointAt, until } from './support/until';
import { webview } from './support/webview';

const VIEW = 'Pipeline';

/** Texts of which each would leave a trace in the window, if it were taken for more than a text. */
const SHOWN = [
  'script',
  'image with a handler',
  'Markdown link that runs a command',
  'bare links',
  'Markdown image',
  'icons',
  'entities',
] as const;

const FILES = {
  ...Object.fromEntries(
    SHOWN.flatMap((name, k) => [
      [`deals/${k}.md`, dealOf(HOSTILE[name]!)],
      [`deals/${k} lost.md`, dealOf(HOSTILE[name]!, ['status: lost'])],
      [`deals/${k} odd.md`, unreadableDeals(HOSTILE[name]!)['stage']!],
    ]),
  ),
  'deals/sales-process.yaml': processOf(HOSTILE['image with a handler']!),
};

describe('deals with hostile texts', () => {
  const editor = useEditor({ files: FILES });
  const dialogs: string[] = [];
  const requests: string[] = [];

  before(async function () {
    this.timeout(120_000);
    const { page } = editor();
    page.on('dialog', dialog => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', request => requests.push(request.url()));
    await openContainer(page, 'Deals');
    await goToTop(page, VIEW);
    await treeRow(page, VIEW, '<script>').first().waitFor();
  });

  it('have rows that show them as they are', async () => {
    const { page } = editor();
    for (const name of SHOWN) {
      const row = treeRow(page, VIEW, HOSTILE[name]!.slice(0, 30)).first();
      await row.waitFor();
      assert.ok((await row.textContent())!.includes(HOSTILE[name]!.slice(0, 30)));
      assert.equal(
        await row.locator('.codicon-zap, .codicon-loading, a[href], img, script').count(),
        0,
        name,
      );
    }
  });

  it('have tooltips that show them as they are, without a link, an image or an icon of theirs', async () => {
    const { page } = editor();
    for (const name of SHOWN) {
      const text = HOSTILE[name]!;
      const hover = page
        .locator('.monaco-hover:visible', { hasText: 'Acme' })
        .or(page.locator('.monaco-hover:visible').filter({ has: page.locator('strong') }));
      // What the mouse was on before would still be shown.
      await leaveRows(page);
      await pointAt(treeRow(page, VIEW, text.slice(0, 30)).first().locator('.label-name'), hover);
      const title = (await hover.first().locator('strong').first().innerText()).replace(/\u00a0/g, ' ');
      assert.equal(title, text, name);
      const links = 'a[href], a[data-href], img, script, iframe, button, .codicon-zap, .codicon-loading';
      assert.equal(await hover.first().locator(links).count(), 0, await hover.first().innerHTML());
    }
    await leaveRows(page);
  });

  it('are items of the quick pick as they are', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Advance Stage');
    const list = page.locator('.quick-input-list');
    await list.locator('.monaco-list-row').first().waitFor();
    const text = () => list.innerText();
    for (const name of [
      'script',
      'image with a handler',
      'Markdown link that runs a command',
      'icons',
    ] as const) {
      const shown = HOSTILE[name]!.slice(0, 9);
      await until(name, async () => (await text()).replace(/\u00a0/g, ' ').includes(shown));
    }
    assert.equal(await list.locator('.codicon-zap, .codicon-loading, img, script, a[href]').count(), 0);
    await page.keyboard.press('Escape');
  });

  it('are shown on the page as they are', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Open Today');
    const sheet = webview(page).locator('main');
    const isThere = async () => (await filesLine(sheet)).startsWith(`${SHOWN.length * 3} files = `);
    await until('the page is there', isThere);
    for (const name of ['script', 'image with a handler', 'Markdown image'] as const)
      await sheet.getByText(HOSTILE[name]!).filter({ visible: true }).first().waitFor();
    assert.equal(await sheet.locator('img, script, iframe, a[href]').count(), 0);
  });

  it('have run nothing, asked for nothing and opened nothing', async () => {
    const { page } = editor();
    assert.deepEqual(dialogs, []);
    assert.deepEqual(
      requests.filter(url => url.includes('evil')),
      [],
    );
    assert.deepEqual(await pwned(page), []);
    assert.equal(page.context().pages().length, 1);
    assert.ok(await tree(page, VIEW).isVisible());
  });
});

/** The frames, the webview's among them, in which a script of a deal has left its mark. */
async function pwned(page: Page): Promise<string[]> {
  const marked = await Promise.all(
    page.frames().map(async frame => ((await frame.evaluate("'pwned' in globalThis")) ? frame.url() : '')),
  );
  return marked.filter(Boolean);
}
