import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDay } from '../../src/core/calendar';
import { answer, pick, runCommand } from './support/palette';
import { filesLine } from '../page/support/sheetPage';
import { useEditor } from './support/suite';
import { pictured, setTheme } from './support/theme';
import { clickRow, openContainer, pane, treeRow, treeRows } from './support/tree';
import { until } from './support/until';
import { webview } from './support/webview';

const VIEW = 'Pipeline';
const today = localDay(new Date());
/** In euros: Hartwold’s pounds are worth more than Valdera’s euros. */
const LARGEST = ['Stadtkorn Mühlen', 'Hartwold DIY', 'Logística Valdera'];

describe('the sample pipeline', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline' });
  const fileText = (name: string) => readFile(join(editor().folder, 'deals', name), 'utf8');

  /** Waits until the row has the text: the tree follows a moment after the file. */
  const rowShows = (label: string, text: string) =>
    treeRow(editor().page, VIEW, label).filter({ hasText: text }).first().waitFor();

  it('is drawn as seven stages, won, lost and what needs attention', async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    await rowShows('Lead generation', '4');
    // So few deals are shown at once, as soon as all are read.
    await treeRow(page, VIEW, 'Nordhavel').waitFor();
    const view = pane(page, VIEW);
    await view.hover();
    await view.locator('[aria-label="Collapse All"]').click();
    const rows = await until('ten rows', async () => {
      const found = await treeRows(page, VIEW);
      return found.length === 10 ? found : undefined;
    });
    assert.deepEqual(
      rows.map(({ text }) => text.replace(/ ·.*/, '').replace(/\s+/g, ' ')),
      [
        'Lead generation4',
        'Prospecting4',
        'Qualification4',
        'Needs analysis3',
        'Proposal3',
        'Objections and negotiations2',
        'Closing2',
        'Won9',
        'Lost9',
        'Needs attention2',
      ],
    );
  });

  it('is summed up on the page', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Open Today');
    const sheet = webview(page).locator('main');
    const all = '43 files = 22 open + 9 won + 9 lost + 2 need attention + 1 other note';
    await until('the files add up', async () => (await filesLine(sheet)) === all);
  });

  it('lists the deals behind a sum, the largest first', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Open Forecast');
    await webview(page).locator('.headline').getByRole('button', { name: '22 open deals' }).first().click();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.nth(2).waitFor();
    // A row may have a second line below the title.
    const titles = await rows.locator('.quick-input-list-row:first-child .label-name').allTextContents();
    assert.deepEqual(
      titles.slice(0, 3).map(title => title.split(',')[0]),
      LARGEST,
    );
    await page.keyboard.press('Escape');
  });

  it('takes them into the view by the row at the end of the list, until Esc is pressed', async () => {
    const { page } = editor();
    await webview(page).locator('.headline').getByRole('button', { name: '22 open deals' }).first().click();
    await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
    await page.keyboard.press('ArrowUp');
    await page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Show in Pipeline View' })
      .waitFor();
    await page.keyboard.press('Enter');
    const message = pane(page, VIEW).locator('.message');
    await message.filter({ hasText: /^Only “Open value”: 22 deals\. Press Esc to show all\.$/ }).waitFor();
    const titles = (await treeRows(page, VIEW)).map(({ text }) => text);
    assert.ok(!titles.some(text => /^(?:Won|Lost)/.test(text)), titles.join(', '));
    // The first deal has the focus, so Esc means the view.
    await page
      .locator('[role="tree"][aria-label="Pipeline"]:focus .monaco-list-row.selected.focused')
      .waitFor();
    await page.keyboard.press('Escape');
    await message.waitFor({ state: 'hidden' });
    // Its stages stay open: closed again, they leave room for the rows below.
    await page.keyboard.press('Control+ArrowLeft');
    await treeRow(page, VIEW, 'Lost').waitFor();
  });

  it('is brought to each tab of the page by a command', async () => {
    const { page } = editor();
    for (const name of ['Today', 'Changes', 'Forecast', 'Funnel', 'Time in Stage', 'Process', 'What If']) {
      await runCommand(page, `Deals: Open ${name}`);
      const tab = webview(page).getByRole('tab', { name, selected: true });
      await tab.waitFor();
    }
  });

  for (const theme of pictured) {
    it(`can be looked at in ${theme}`, async () => {
      const { page } = editor();
      await setTheme(page, theme);
      await clickRow(page, VIEW, 'Proposal');
      await clickRow(page, VIEW, 'Needs attention');
      await editor().screenshot(`pipeline-${theme}`);
      await clickRow(page, VIEW, 'Needs attention');
      await clickRow(page, VIEW, 'Proposal');
    });
  }

  it('moves a deal that is picked by typing, with no editor open', async () => {
    const { page } = editor();
    const before = await fileText('nordhavel-spare-parts.md');
    await runCommand(page, 'Deals: Advance Stage');
    await pick(page, 'Nordhavel, spare parts store');
    // The proposal was only mailed.
    await pick(page, 'Move Anyway');
    await page
      .locator('.notification-toast', {
        hasText: 'Nordhavel, spare parts store → Objections and negotiations',
      })
      .waitFor();
    const after = await until('the file', async () => {
      const text = await fileText('nordhavel-spare-parts.md');
      return text === before ? undefined : text;
    });
    const expected = before
      .replace('stage: proposal\nstatus', 'stage: negotiation\nstatus')
      .replace(
        /(stage: proposal\}\n)---/,
        `$1  - {on: ${today}, stage: negotiation, skipped: [proposal-presented, value-agreed]}\n---`,
      );
    assert.equal(after, expected);
    await rowShows('Objections and negotiations', '3');
    await rowShows('Proposal', '2');
  });

  it('is followed by the funnel while it is open', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Open Funnel');
    // With the one that went back from there, four deals came this far and no further.
    await webview(page)
      .getByRole('button', { name: /^4\s*, Still open at Objections and negotiations/ })
      .waitFor();
  });

  it('takes the move back with Undo in the message', async () => {
    const { page } = editor();
    await page.locator('.notification-toast .monaco-button', { hasText: 'Undo' }).click();
    await rowShows('Proposal', '3');
    await until('the file', async () =>
      (await fileText('nordhavel-spare-parts.md')).includes('stage: proposal\nstatus') ? true : undefined,
    );
  });

  it('stops pursuing a deal with a reason from the list and a note', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Mark Lost (Stop Pursuing)…');
    await pick(page, 'Nordhavel, spare parts store');
    await pick(page, 'competitor');
    await answer(page, 'They had an offer: ours came late');
    await rowShows('Lost', '10');
    const closed = /^status: lost\nlost_reason: competitor\nlost_note: 'They had an offer: ours came late'$/m;
    const line = new RegExp(`^ {2}- \\{on: ${today}, status: lost, reason: competitor\\}$`, 'm');
    await until('the file', async () => {
      const text = await fileText('nordhavel-spare-parts.md');
      return (closed.test(text) && line.test(text)) || undefined;
    });
  });

  it('sets a stage that is chosen from the seven', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Set Stage…');
    await pick(page, 'Veldkamer');
    await pick(page, '5  Proposal');
    await pick(page, 'Move Anyway');
    await until('the file', async () =>
      /^stage: proposal$/m.test(await fileText('veldkamer-flower-logistics.md')) ? true : undefined,
    );
  });

  it('harms no deal by Enter alone: where a stage is chosen, the next one is active', async () => {
    const { page } = editor();
    const focused = page.locator('.quick-input-list .monaco-list-row.focused');
    await runCommand(page, 'Deals: Set Stage…');
    await pick(page, 'Veldkamer');
    await page.locator('.quick-input-title', { hasText: 'Set Stage: Veldkamer' }).waitFor();
    await focused.filter({ hasText: '6  Objections and negotiations' }).waitFor();
    await page.keyboard.press('Escape');
  });
});
