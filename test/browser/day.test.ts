import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dealInFront } from './support/inFront';
import { answer, asked, pick, pickNew, runCommand } from './support/palette';
import { useEditor } from './support/suite';
import { focusTree, tree, treeRow, treeRows } from './support/tree';
import { until } from './support/until';

const [PIPELINE, AGENDA] = ['Pipeline', 'Agenda'];

/** What a rep does from the first look in the morning; the mouse is not touched once. */
describe('a working day, without a mouse', () => {
  const editor = useEditor({ folder: 'media/sample-pipeline', settings: { 'dealNotes.me': 'marek' } });
  const text = (name: string) => readFile(join(editor().folder, 'deals', name), 'utf8').catch(() => '');
  const untilText = (name: string, pattern: RegExp) =>
    until(`${name} has ${String(pattern)}`, async () => pattern.test(await text(name)) || undefined);

  /** Goes down the rows with the arrow key, as far as the one that begins like this. */
  async function goTo(view: string, label: string): Promise<void> {
    const { page } = editor();
    const row = treeRow(page, view, label).first();
    await page.keyboard.press('Home');
    await until(`the row "${label}" is reached`, async () => {
      if ((await row.count()) && (await row.evaluate(element => element.classList.contains('focused'))))
        return true;
      await page.keyboard.press('ArrowDown');
      return undefined;
    });
  }

  async function overdueDeals(): Promise<number> {
    const [first] = await treeRows(editor().page, AGENDA);
    return Number(/^Overdue, (\d+)/.exec(first!.ariaLabel)?.[1]);
  }

  it('begins with what is due', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Focus on Agenda View');
    await treeRow(page, AGENDA, 'Overdue').waitFor();
    const step =
      /^next step Present the quote, .*, overdue since .*, Nordhavel, spare parts store, Nordhavel Landtechnik, €31,000, Proposal, \d+ days in this stage/;
    // The view may still be following the files.
    const rows = await until('the step of Nordhavel', async () => {
      const shown = await treeRows(page, AGENDA);
      return shown.some(({ ariaLabel }) => step.test(ariaLabel)) && shown;
    });
    assert.match(rows[0]!.ariaLabel, /^Overdue, \d+ deals?/);
    await page.locator('.activitybar .badge-content', { hasText: /^\d+$/ }).first().waitFor();
    await editor().screenshot('day-agenda');
  });

  it('does it, logs it and sets the next step, in one go', async () => {
    const { page } = editor();
    await focusTree(page, AGENDA);
    const overdue = await overdueDeals();
    await goTo(AGENDA, 'Nordhavel');
    await page.keyboard.press('Enter');
    await dealInFront(page, 'nordhavel-spare-parts.md');
    await focusTree(page, AGENDA);
    await page.keyboard.press('Alt+Enter');
    await asked(page, 'What happened?');
    await answer(page, 'meeting: quote presented, they want the vans in it too');
    await asked(page, 'What’s the next step?');
    await answer(page, 'Send the quote with nine vans');
    await asked(page, 'By when?');
    await answer(page, 'in 3 days');
    await untilText(
      'nordhavel-spare-parts.md',
      /^- \d{4}-\d\d-\d\d meeting: quote presented, they want the vans in it too$/m,
    );
    await untilText('nordhavel-spare-parts.md', /^next_step: Send the quote with nine vans$/m);
    await until('it is no longer overdue', async () => (await overdueDeals()) === overdue - 1 || undefined);
  });

  it('logs a call', async () => {
    const { page } = editor();
    await focusTree(page, PIPELINE);
    await goTo(PIPELINE, 'Jezerin Metal');
    await page.keyboard.press('Enter');
    await dealInFront(page, 'jezerin-metal.md');
    await page.locator('.statusbar-item', { hasText: '2/7 Prospecting' }).waitFor();
    await page.keyboard.press('Alt+L');
    await asked(page, 'What happened?');
    await answer(page, 'call: walked through the tool store');
    await untilText('jezerin-metal.md', /^- \d{4}-\d\d-\d\d call: walked through the tool store$/m);
  });

  it('moves the deal, and ticks on the spot what is done', async () => {
    const { page } = editor();
    await focusTree(page, PIPELINE);
    await goTo(PIPELINE, 'Jezerin Metal');
    await page.keyboard.press('Enter');
    await dealInFront(page, 'jezerin-metal.md');
    await focusTree(page, PIPELINE);
    await page.keyboard.press('Alt+.');
    await asked(page, 'Still open');
    await editor().screenshot('day-gate');
    await pick(page, 'Complete Now…');
    await asked(page, '0 Selected');
    for (const criterion of ['A first conversation', 'They named the problem']) {
      const focused = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: criterion });
      await until(`“${criterion}” is reached`, async () => {
        if (await focused.count()) return true;
        await page.keyboard.press('ArrowDown');
        return undefined;
      });
      await page.keyboard.press('Space');
    }
    await editor().screenshot('day-criteria');
    await page.keyboard.press('Enter');
    await untilText('jezerin-metal.md', /^stage: qualification$/m);
    await untilText('jezerin-metal.md', /^checks:\n {2}- first-talk\n {2}- problem-stated$/m);
  });

  it('finds a deal, logs a call from the list, and opens it', async () => {
    const { page } = editor();
    await page.keyboard.press('Alt+Q');
    await asked(page, 'Find Deal');
    await page.keyboard.type('turnca');
    const found = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Turnica' });
    await found.waitFor();
    await page.keyboard.press('Alt+L');
    await asked(page, 'What happened?');
    await page.keyboard.press('Escape');
    await asked(page, 'Find Deal');
    await found.waitFor();
    await page.keyboard.press('Alt+L');
    await asked(page, 'What happened?');
    await answer(page, 'call: they want a second look');
    await untilText('turnica-dairy-batch-tracing.md', /^- \d{4}-\d\d-\d\d call: they want a second look$/m);
    await asked(page, 'Find Deal');
    await found.waitFor();
    await page.keyboard.press('Enter');
    await dealInFront(page, 'turnica-dairy-batch-tracing.md');
  });

  it('adds a deal of their own, and gives it to a colleague', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: New Deal…');
    await asked(page, 'Deal name');
    await answer(page, 'Harbour works, tool cribs');
    await asked(page, 'Account');
    await pickNew(page, 'Harbour Works');
    await asked(page, 'What’s it worth?');
    await answer(page, '24k EUR');
    await pick(page, '2  Prospecting');
    await dealInFront(page, 'harbour-works-tool-cribs.md');
    await untilText('harbour-works-tool-cribs.md', /^owner: marek$/m);
    await runCommand(page, 'Deals: Set Owner…');
    await pick(page, 'dana');
    await untilText('harbour-works-tool-cribs.md', /^owner: dana$/m);
  });

  it('looks at the deals of one colleague alone, and at all again', async () => {
    const { page } = editor();
    await focusTree(page, PIPELINE);
    const all = (await treeRows(page, PIPELINE)).length;
    await runCommand(page, 'Deals: Filter…');
    await asked(page, 'open deals');
    await page.keyboard.type('dana');
    const focused = page.locator('.quick-input-list .monaco-list-row.focused .label-name');
    await until('the owner is reached', async () => {
      if ((await focused.count()) && (await focused.first().textContent())?.trim() === 'dana') return true;
      await page.keyboard.press('ArrowDown');
      return undefined;
    });
    await page.keyboard.press('Enter');
    const chosen = page.locator('.quick-input-list .monaco-list-row[aria-label^="dana, chosen"]');
    await chosen.locator('.codicon-check').waitFor();
    await editor().screenshot('day-filter');
    await page.keyboard.press('Escape');
    const message = page.locator('.sidebar .message', { hasText: 'open deals: owner dana' });
    await message.waitFor();
    await treeRow(page, PIPELINE, 'Harbour works').waitFor();
    assert.equal(await treeRow(page, PIPELINE, 'Jezerin').count(), 0);
    await editor().screenshot('day-filtered');
    await focusTree(page, PIPELINE);
    await page.keyboard.press('Escape');
    await message.waitFor({ state: 'hidden' });
    await until('all are shown', async () => (await treeRows(page, PIPELINE)).length >= all || undefined);
  });

  it('has their own deals alone by one key, in both views, and everyone’s again', async () => {
    const { page } = editor();
    const says = (words: string) => page.locator('.sidebar .message', { hasText: words });
    await focusTree(page, AGENDA);
    await page.keyboard.press('Alt+M');
    await says('due: owner marek').waitFor();
    await says('open deals: owner marek').waitFor();
    await editor().screenshot('day-mine');
    await focusTree(page, PIPELINE);
    await page.keyboard.press('Alt+M');
    await says('owner marek').first().waitFor({ state: 'hidden' });
    await focusTree(page, AGENDA);
    await page.keyboard.press('Alt+M');
    await says('due: owner marek').waitFor();
    await page.keyboard.press('Escape');
    await says('owner marek').first().waitFor({ state: 'hidden' });
  });

  it('takes the last change back', async () => {
    const { page } = editor();
    await runCommand(page, 'Deals: Undo Last Change');
    await untilText('harbour-works-tool-cribs.md', /^owner: marek$/m);
  });

  before(async () => {
    await editor().page.locator('.activitybar [aria-label^="Deals"]').first().waitFor();
    await runCommand(editor().page, 'Deals: Focus on Pipeline View');
    await tree(editor().page, PIPELINE).waitFor();
  });
});
