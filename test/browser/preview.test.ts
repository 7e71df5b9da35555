import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FrameLocator } from 'playwright-core';
import { openFile, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { pictured, setTheme } from './support/theme';
import { webview } from './support/webview';

/** The bar of views, in pixels: the side bar is closed. */
const SIDES = 48;

describe('the card in the Markdown preview', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline', settings: { 'dealNotes.me': 'marek' } });

  async function preview(name: string): Promise<FrameLocator> {
    const { page } = editor();
    if (await page.locator('.tab').count()) await runCommand(page, 'View: Close All Editors');
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
    await openFile(page, `${name}.md`);
    await page.locator('.view-line', { hasText: 'account:' }).waitFor();
    await runCommand(page, 'Markdown: Open Preview');
    const shown = webview(page);
    await shown.locator('.deal-card').waitFor();
    return shown;
  }

  it('has the seven steps in a row, from left to right', async () => {
    const shown = await preview('nordhavel-spare-parts');
    const marks = shown.locator('.deal-mark');
    assert.equal(await marks.count(), 7);
    const places = await marks.evaluateAll(all => all.map(one => one.getBoundingClientRect().left));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    const current = shown.locator('[aria-current=step]');
    assert.match((await current.textContent())!, /^Proposal, current stage$/);
    // Styles and colours of the theme have arrived.
    const { display } = await shown.locator('.deal-path').evaluate(one => ({
      display: one.ownerDocument.defaultView!.getComputedStyle(one).display,
    }));
    assert.equal(display, 'flex');
  });

  // The card by itself is looked at in each theme, in the tests of the page.
  for (const theme of pictured) {
    it(`is drawn in the colours of the theme: ${theme}`, async () => {
      await setTheme(editor().page, theme);
      const mark = webview(editor().page).locator('.deal-current .deal-mark');
      const colour = await mark.evaluate(
        one => one.ownerDocument.defaultView!.getComputedStyle(one).borderTopColor,
      );
      assert.doesNotMatch(colour, /rgba\(0, 0, 0, 0\)|transparent/);
      await editor().screenshot(`preview ${theme}`);
    });
  }

  for (const [name, words] of [
    ['eckwald-fasteners', 'Proposal, lost here'],
    ['adega-vale-tordo-bottling', 'Closing, won here'],
  ] as const) {
    it(`shows how it ended: ${name}`, async () => {
      const shown = await preview(name);
      assert.equal(await shown.locator('[aria-current=step]').textContent(), words);
      await editor().screenshot(`preview ${name}`);
    });
  }

  const ACCOUNT = 'Medivarna Velkoobchod';
  const OTHER = `---\ntitle: Medivarna, labels\naccount: ${ACCOUNT}\nstage: qualification\n---\n# Medivarna, labels\n`;

  it('has all that one looks for before a call, and no table of the front matter below it', async () => {
    await writeFile(join(editor().folder, 'deals', 'medivarna labels.md'), OTHER);
    const shown = await preview('medivarna-wholesale');
    await runCommand(editor().page, 'View: Close Primary Side Bar');
    assert.equal(
      await shown.locator('.deal-title').textContent(),
      'Medivarna, controlled goods and lot scanning',
    );
    assert.equal(await shown.locator('.deal-whose').textContent(), `${ACCOUNT} · Owner marek`);
    assert.match((await shown.locator('.deal-next').textContent())!, /^Next step answer to validation/);
    assert.match((await shown.locator('.deal-people li').first().textContent())!, /^Radka Hošková · resp/);
    assert.equal(
      await shown.locator('.deal-people a').first().getAttribute('href'),
      'mailto:hoskova@medivarna.example',
    );
    assert.equal(await shown.locator('.deal-log li').count(), 3);
    assert.match((await shown.locator('.deal-log li').first().textContent())!, /mail: questions 9-11/);
    await shown.locator('.deal-deals a', { hasText: 'Medivarna, labels' }).waitFor();
    assert.equal(await shown.locator('table.frontmatter').filter({ visible: true }).count(), 0);
  });

  for (const width of [300, 600, 1100]) {
    it(`needs no scrolling sideways: ${width} pixels`, async () => {
      const { page } = editor();
      await page.setViewportSize({ width: width + SIDES, height: 1100 });
      const card = webview(page).locator('.deal-card');
      const [inner, outer] = await card.evaluate(one => [one.scrollWidth, one.clientWidth]);
      assert.ok(inner! <= outer!, `${inner} > ${outer}`);
      await editor().screenshot(`preview card ${width}`);
    });
  }

  it('leads to the other deals of the account, where a heading does not say the title again', async () => {
    const shown = webview(editor().page);
    await shown.locator('.deal-deals a', { hasText: 'Medivarna, labels' }).click();
    await shown.locator('.deal-title', { hasText: /^Medivarna, labels$/ }).waitFor();
    await shown.locator('h1', { hasText: 'Medivarna, labels' }).waitFor({ state: 'hidden' });
  });

  it('is of the open deal for keys, too', async () => {
    const { page, folder } = editor();
    await webview(page).locator('.deal-title').click();
    await page.keyboard.press('Alt+,');
    await page.locator('.statusbar-item', { hasText: '2/7 Prospecting' }).waitFor();
    assert.match(await readFile(join(folder, 'deals', 'medivarna labels.md'), 'utf8'), /stage: prospecting/);
    await page.keyboard.press('Alt+L');
    await page.locator('.quick-input-title', { hasText: 'Medivarna, labels' }).waitFor();
    await page.keyboard.press('Escape');
  });
});
