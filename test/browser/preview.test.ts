import assert from 'node:assert/strict';
import { type FrameLocator } from 'playwright-core';
import { openFile, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { setTheme, themeNames } from './support/theme';
import { webview } from './support/webview';

describe('the card in the Markdown preview', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline', size: { width: 1100, height: 900 } });

  async function preview(name: string): Promise<FrameLocator> {
    const { page } = editor();
    if (await page.locator('.tab').count()) await runCommand(page, 'View: Close All Editors');
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

  for (const theme of themeNames) {
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
});
