import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dealInFront } from './support/inFront';
import { answer, asked, chooseFile, pick, pickNew, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { openContainer, treeRow } from './support/tree';
import { until } from './support/until';

const VIEW = 'Pipeline';
const NAME = 'foerdetechnik-twelve-scanners.md';

describe('a new deal, without a mouse', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline' });
  const text = () => readFile(join(editor().folder, 'deals', NAME), 'utf8').catch(() => '');
  const untilText = (what: string, pattern: RegExp) =>
    until(what, async () => pattern.test(await text()) || undefined);

  before(() => openContainer(editor().page, 'Deals'));

  it('is written, opened and in the view', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: New Deal…');
    await asked(page, 'Deal name');
    await answer(page, 'Fördetechnik: twelve scanners');
    await asked(page, 'Account');
    await pickNew(page, 'Fördetechnik');
    await asked(page, 'What’s it worth?');
    await answer(page, '18k EUR');
    await pick(page, '3  Qualification');
    await dealInFront(page, NAME);
    await treeRow(page, VIEW, 'Fördetechnik').waitFor();
    await untilText('the deal', /^title: 'Fördetechnik: twelve scanners'$/m);
    assert.match(await text(), /^value: 18000$/m);
  });

  it('gets a next step on a date as people say it, shown as understood before it is written', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Set Next Step…');
    await asked(page, 'What’s the next step?');
    await answer(page, 'Send the data sheet');
    await asked(page, 'By when?');
    await page.locator('.quick-input-widget input:visible').fill('in 2 weeks');
    await page.locator('.quick-input-message', { hasText: 'in 14 days' }).waitFor();
    await editor().screenshot('date');
    await page.keyboard.press('Enter');
    await untilText('the next step', /^next_step: Send the data sheet\nnext_step_on: \d{4}-\d{2}-\d{2}$/m);
  });

  it('comes of a table too, whose preview is read by keys while the list asks about it', async () => {
    const { page, folder } = editor();
    const size = page.viewportSize()!;
    await page.setViewportSize({ ...size, height: 500 });
    const file = join(folder, 'wren.csv');
    await writeFile(file, 'Title,Stage,Value,Currency,Owner\nWren scanners,Proposal,48000,EUR,dana\n');
    await runCommand(page, 'Deals: Import Deals…');
    await page.locator('.quick-input-widget', { hasText: 'Preview Import' }).waitFor();
    await chooseFile(page, file);
    const asks = 'Import 1 Deal';
    await asked(page, asks);
    const first = page.locator('.view-line', { hasText: 'wren.csv: a table of deals' });
    await first.waitFor();
    const top = async () => (await first.boundingBox({ timeout: 500 }).catch(() => null))?.y ?? -1;
    const before = await top();
    await page.keyboard.press('PageDown');
    await until('the preview is further down', async () => (await top()) < before);
    // However often it is pressed, the end stays in sight.
    for (let times = 0; times < 9; times++) await page.keyboard.press('PageDown');
    await page.locator('.view-line', { hasText: '## Log' }).waitFor();
    await asked(page, asks);
    for (const back of ['Tab', 'Escape']) {
      await page.keyboard.press('Control+1');
      await page.locator('.monaco-editor.focused').waitFor();
      await page.keyboard.press(back);
      await until(`the list has the keyboard after ${back}`, () =>
        page
          .locator('.quick-input-widget:visible')
          .evaluateAll(all => all.some(one => one.contains(one.ownerDocument.activeElement))),
      );
    }
    await editor().screenshot('import');
    await page.keyboard.press('Enter');
    await page.setViewportSize(size);
    await treeRow(page, VIEW, 'Wren scanners').waitFor();
  });

  it('has an activity in its log', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Log Activity…');
    await asked(page, 'What happened?');
    await answer(page, 'call: they have four sites');
    await untilText('the activity', /^- \d{4}-\d{2}-\d{2} call: they have four sites$/m);
    await editor().screenshot('deal');
  });
});
