import assert from 'node:assert/strict';
import { openFile } from './support/palette';
import { useEditor } from './support/suite';
import { setTheme, themeNames } from './support/theme';
import { until } from './support/until';

describe('the colours of a deal in the editor', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline' });

  /** The colour of a word in a line that begins like this. */
  async function colourOf(line: string, word: string): Promise<string> {
    const spans = editor().page.locator('.view-line', { hasText: line }).first().locator('span span');
    return until(`“${word}” is there`, async () =>
      spans.evaluateAll((all, text) => {
        const found = all.find(one => one.textContent?.includes(text));
        // One that is just being drawn anew has no colour.
        return (found && found.ownerDocument.defaultView!.getComputedStyle(found).color) || undefined;
      }, word),
    );
  }

  before(async () => {
    const { page } = editor();
    await openFile(page, 'eckwald-fasteners.md');
    await page.locator('.view-line', { hasText: 'account:' }).waitFor();
  });

  for (const theme of themeNames) {
    it(`tell stage, outcome, dates and the rest apart: ${theme}`, async () => {
      await setTheme(editor().page, theme);
      const text = () => colourOf('account:', 'Eckwald');
      await until(
        'the grammar is loaded',
        async () => (await colourOf('stage:', 'proposal')) !== (await text()) || undefined,
      );
      const [stage, lost, day] = [
        await colourOf('stage:', 'proposal'),
        await colourOf('status:', 'lost'),
        await colourOf('close_date:', '2026'),
      ];
      assert.equal(await colourOf('on: 2026-02-23', 'lead-generation'), stage);
      assert.equal(await colourOf('on: 2026-02-23', '2026-02-23'), day);
      assert.equal(await colourOf('currency:', 'EUR'), await colourOf('value:', '83000'));
      assert.equal(new Set([stage, day, await text()]).size, 3);
      assert.notEqual(lost, stage);
      await editor().screenshot(`colours ${theme}`);
    });
  }
});
