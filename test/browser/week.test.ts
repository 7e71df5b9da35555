import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../launch/workspace.mjs';
import { type Editor, startEditor } from './support/editor';
import { dealInFront } from './support/inFront';
import { answer, asked, pick, pickNew, runCommand } from './support/palette';
import { focusTree, tree, treeRow, treeRows } from './support/tree';
import { until } from './support/until';
import { webview } from './support/webview';

const [PIPELINE, AGENDA] = ['Pipeline', 'Agenda'];

/** A day as files have it, so many days from today. */
function day(after: number): string {
  const on = new Date();
  on.setDate(on.getDate() + after);
  return on.toLocaleDateString('sv');
}

/** The last day of the month after this one. */
function endOfNextMonth(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth() + 2, 0).toLocaleDateString('sv');
}

interface Given {
  readonly title: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly value: number;
  readonly step: string;
  readonly on: string;
}

function fileOf({ title, account, owner, stage, value, step, on }: Given, notes: string): string {
  return [
    '---',
    ...[`title: ${title}`, `account: ${account}`, `owner: ${owner}`, `stage: ${stage}`, `value: ${value}`],
    ...['currency: EUR', `next_step: ${step}`, `next_step_on: ${on}`, `created: ${day(-9)}`, 'history:'],
    `  - {on: ${day(-9)}, stage: ${stage}}`,
    ...['---', '## Log', '', `- ${day(-4)} call: they want an offer`, notes, ''],
  ].join('\n');
}

const FILES = {
  berger: fileOf(
    {
      ...{ title: 'Berger Pumps, spare parts', account: 'Berger Pumps', owner: 'marek', stage: 'proposal' },
      ...{ value: 52_000, step: 'Present the quote', on: day(-3) },
    },
    '',
  ),
  coldane: fileOf(
    {
      ...{ title: 'Coldane Foods, labels', account: 'Coldane Foods', owner: 'dana', stage: 'prospecting' },
      ...{ value: 12_000, step: 'Ask Nadia for a demo day', on: day(-2) },
    },
    '',
  ),
  delft: fileOf(
    {
      ...{ title: 'Delft Marine, stores', account: 'Delft Marine', owner: 'marek', stage: 'qualification' },
      ...{ value: 30_000, step: 'Send the plan', on: day(-1) },
    },
    `\n## To do\n\n- [ ] ${day(0)} Legal review @buyer`,
  ),
};

/** What a rep does from Monday to Friday, in one window; the mouse is not touched once. */
describe('a working week, by keys alone', () => {
  let editor: Editor;
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: editor.folder, encoding: 'utf8' });
  const text = (name: string) => readFile(join(editor.folder, 'deals', `${name}.md`), 'utf8').catch(() => '');
  const commit = (on = day(0)) => {
    git('add', '--all');
    const who = ['-c', 'user.name=Marek', '-c', 'user.email=marek@seller.example'];
    git(...who, 'commit', '--quiet', '--allow-empty', `--date=${on}T12:00:00`, '--message', 'Deals');
  };

  /** The lines that `git diff` shows to be gone and new, over all files. */
  function changedLines(): string[] {
    git('add', '--all', '--intent-to-add');
    const lines = git('diff', '--unified=0').split('\n');
    return lines.filter(line => /^[-+](?!--|\+\+)/.test(line));
  }

  /** Waits until these lines have changed, and no other in any file; what comes next is compared with that. */
  async function untilChanged(...wanted: string[]): Promise<void> {
    const isSo = () => changedLines().join('\n') === wanted.join('\n');
    await until('the change of the files', isSo).catch(() => undefined);
    assert.deepEqual(changedLines(), wanted);
    commit();
  }

  /** Goes down the rows with the arrow key, as far as the one that has this in it. */
  async function goTo(view: string, label: string): Promise<void> {
    const { page } = editor;
    await focusTree(page, view);
    await page.keyboard.press('Home');
    const ring = tree(page, view).locator('.monaco-list-row.focused', { hasText: label });
    await until(`the row “${label}” is reached`, async () => {
      if (await ring.count()) return true;
      await page.keyboard.press('ArrowDown');
      return undefined;
    });
  }

  /** What the rows of a view begin with, from top to bottom. */
  const labels = async (view: string) => (await treeRows(editor.page, view)).map(({ text }) => text);

  /** All rows but those of stages that have no deals. */
  async function untilRows(view: string, ...wanted: RegExp[]): Promise<void> {
    const filled = async () => (await labels(view)).filter(row => !/\D0$/.test(row));
    const fits = (rows: string[]) =>
      rows.length === wanted.length && rows.every((row, at) => wanted[at]!.test(row));
    await until('the rows', async () => fits(await filled())).catch(() => undefined);
    const rows = await filled();
    assert.ok(fits(rows), `${view} shows\n${rows.join('\n')}`);
  }

  /** Takes the row of the list that is active, which is to be this one. */
  async function take(label: string): Promise<void> {
    const { page } = editor;
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor();
    await page.keyboard.press('Enter');
  }

  before(async () => {
    temporary = await temporaryFolder();
    await mkdir(join(temporary.folder, 'deals'));
    for (const [name, text] of Object.entries(FILES))
      await writeFile(join(temporary.folder, 'deals', `${name}.md`), text);
    editor = await startEditor({ folder: temporary.folder, settings: { 'dealNotes.me': 'marek' } });
    git('init', '--quiet', '--initial-branch=main');
    commit(day(-9));
    await editor.page.locator('.activitybar [aria-label^="Deals"]').first().waitFor();
    await runCommand(editor.page, 'Deals: Focus on Pipeline View');
    await treeRow(editor.page, PIPELINE, 'Delft').waitFor();
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed')
      await editor.screenshot(`failed ${test.fullTitle().replace(/[^\w-]+/g, ' ')}`);
  });
  after(async () => {
    await editor?.close();
    await temporary?.remove();
  });

  it('on Monday sees what to do today, the latest first', async () => {
    const { page } = editor;
    await page.keyboard.press('Alt+D');
    const steps = webview(page).locator('.todos .what > .link');
    await steps.first().waitFor();
    assert.deepEqual(await steps.allTextContents(), [
      'Present the quote',
      'Ask Nadia for a demo day',
      'Send the plan',
    ]);
    await untilRows(
      AGENDA,
      /^Overdue3 · /,
      /^3d Present the quoteBerger/,
      /^2d Ask Nadia.*Coldane/,
      /^1d Send the planDelft/,
      /^Today1$/,
      /Legal review.*Delft/,
    );
    await editor.screenshot('week-today');
  });

  it('goes through the top of it, deal by deal', async () => {
    const { page } = editor;
    await runCommand(page, 'Deals: Next Three…');
    await asked(page, '1 of 3');
    // What helps most is there already, so that Enter is enough.
    await take('Done…');
    await asked(page, 'What happened?');
    await answer(page, 'meeting: quote presented');
    await asked(page, 'What’s the next step?');
    await answer(page, 'Ask for the decision');
    await asked(page, 'By when?');
    await answer(page, 'in 3 days');
    await asked(page, '2 of 3');
    await page.keyboard.type('skip');
    await take('Skip');
    await asked(page, '3 of 3');
    await page.keyboard.press('Escape');
    await untilChanged(
      '-next_step: Present the quote',
      `-next_step_on: ${day(-3)}`,
      '+next_step: Ask for the decision',
      `+next_step_on: ${day(3)}`,
      `+- ${day(0)} meeting: quote presented`,
    );
  });

  it('writes down a new deal, of an account and an owner that nobody has named yet', async () => {
    const { page } = editor;
    await runCommand(page, 'Deals: New Deal…');
    await asked(page, 'Deal name');
    await answer(page, 'Harbour Works, tool cribs');
    await asked(page, 'Account');
    await pickNew(page, 'Harbour Works');
    await asked(page, 'What’s it worth?');
    await answer(page, '24k EUR');
    await pick(page, '1  Lead generation');
    await dealInFront(page, 'harbour-works-tool-cribs.md');
    await until('it is mine', async () => /^owner: marek$/m.test(await text('harbour-works-tool-cribs')));
    commit();
    await runCommand(page, 'Deals: Set Owner…');
    await pickNew(page, 'sam');
    await untilChanged('-owner: marek', '+owner: sam');
    await goTo(PIPELINE, 'Harbour Works');
    const said = (await treeRows(page, PIPELINE)).find(row => row.text.includes('Harbour'))!;
    assert.match(said.ariaLabel, /Harbour Works, tool cribs, Harbour Works, €24,000, Lead generation/);
  });

  it('logs a call of yesterday', async () => {
    const { page } = editor;
    await goTo(PIPELINE, 'Coldane');
    await page.keyboard.press('Alt+L');
    await asked(page, 'What happened?');
    await answer(page, 'yesterday: call, Nadia is away');
    await untilChanged(`+- ${day(-1)} call, Nadia is away`);
  });

  it('moves the deal with the ring, which is one changed line and a new one', async () => {
    const { page } = editor;
    await goTo(PIPELINE, 'Delft');
    await page.keyboard.press('Alt+.');
    await untilChanged(
      '-stage: qualification',
      '+stage: needs-analysis',
      `+  - {on: ${day(0)}, stage: needs-analysis}`,
    );
    await untilRows(
      PIPELINE,
      /^Lead generation1 · €24K/,
      /Harbour/,
      /^Prospecting1 · €12K/,
      /Coldane/,
      /^Needs analysis1 · €30K/,
      /Delft/,
      /^Proposal1 · €52K/,
      /Berger/,
    );
  });

  it('says when it will close, as people do', async () => {
    const { page } = editor;
    await goTo(PIPELINE, 'Delft');
    await page.keyboard.press('Enter');
    await dealInFront(page, 'delft.md');
    await runCommand(page, 'Deals: Set Close Date…');
    await asked(page, 'When do you expect it to close?');
    await answer(page, 'end of next month');
    await untilChanged(`+close_date: ${endOfNextMonth()}`);
  });

  it('on Tuesday has only their own deals in both views and on the page', async () => {
    const { page } = editor;
    await focusTree(page, AGENDA);
    await page.keyboard.press('Alt+M');
    await page.locator('.sidebar .message', { hasText: 'due: owner marek' }).waitFor();
    await untilRows(PIPELINE, /^Needs analysis1 /, /Delft/, /^Proposal1 /, /Berger/);
    await page.keyboard.press('Alt+D');
    const steps = webview(page).locator('.todos .what > .link');
    const isTheirs = async () =>
      (await steps.allTextContents()).join() === 'Send the plan,Ask for the decision';
    await until('Today has only their own', isTheirs);
    await focusTree(page, PIPELINE);
    await page.keyboard.press('Alt+M');
    await treeRow(page, PIPELINE, 'Coldane').waitFor();
    await steps.filter({ hasText: 'Ask Nadia' }).waitFor();
  });

  it('finds a deal from anywhere, and does its next step', async () => {
    const { page } = editor;
    await page.keyboard.press('Alt+Q');
    await asked(page, 'Find Deal');
    await page.keyboard.type('coldane');
    await take('Coldane Foods, labels');
    await dealInFront(page, 'coldane.md');
    await page.keyboard.press('Alt+Enter');
    await asked(page, 'What happened?');
    await answer(page, 'mail: demo on Thursday');
    await asked(page, 'What’s the next step?');
    await answer(page, 'Show the demo');
    await asked(page, 'By when?');
    await answer(page, 'tomorrow');
    await untilChanged(
      '-next_step: Ask Nadia for a demo day',
      `-next_step_on: ${day(-2)}`,
      '+next_step: Show the demo',
      `+next_step_on: ${day(1)}`,
      `+- ${day(0)} mail: demo on Thursday`,
    );
  });

  it('ticks what is to be done in the notes', async () => {
    const { page } = editor;
    await goTo(AGENDA, 'Legal review');
    await page.keyboard.press('Alt+Enter');
    await untilChanged(`-- [ ] ${day(0)} Legal review @buyer`, `+- [x] ${day(0)} Legal review @buyer`);
    await treeRow(page, AGENDA, 'Legal review').waitFor({ state: 'detached' });
  });

  it('holds a deal, which is no longer late', async () => {
    const { page } = editor;
    await goTo(AGENDA, 'Send the plan');
    await page.keyboard.press('Enter');
    await dealInFront(page, 'delft.md');
    await runCommand(page, 'Deals: Hold Until…');
    await asked(page, 'Until when is nothing to be done?');
    await answer(page, 'in 10 days');
    await untilChanged(`+on_hold_until: ${day(10)}`);
    await until('nothing is late', async () => !(await labels(AGENDA)).some(row => /^Overdue/.test(row)));
    const above = page.locator('.editor-instance .codelens-decoration');
    await above.filter({ hasText: 'On hold until' }).waitFor();
    assert.doesNotMatch((await above.first().textContent())!, /late/);
  });

  it('gives a deal up for a reason of its own, and takes that back', async () => {
    const { page } = editor;
    await goTo(PIPELINE, 'Coldane');
    await page.keyboard.press('Enter');
    await dealInFront(page, 'coldane.md');
    await runCommand(page, 'Deals: Mark Lost (Stop Pursuing)…');
    await asked(page, 'Mark Lost: Coldane Foods');
    await pickNew(page, 'bankrupt');
    await asked(page, 'Add a note');
    await page.keyboard.press('Enter');
    await until('it is lost', () => changedLines().includes('+lost_reason: bankrupt'));
    const [isLost, isOpen] = ['[aria-label*="lost in Prospecting"]', ':not([aria-label*="lost in"])'];
    await treeRow(page, PIPELINE, 'Coldane').and(page.locator(isLost)).waitFor();
    await runCommand(page, 'Deals: Undo Last Change');
    await untilChanged();
    await treeRow(page, PIPELINE, 'Coldane').and(page.locator(isOpen)).waitFor();
  });

  it('on Friday sees what will close when', async () => {
    const { page } = editor;
    await runCommand(page, 'Deals: Open Forecast');
    const shown = webview(page).locator('#forecast');
    await shown.waitFor();
    const end = endOfNextMonth();
    const quarter = `Q${Math.ceil(Number(end.slice(5, 7)) / 3)} ${end.slice(0, 4)}`;
    const dated = shown.locator('tr', { hasText: /^Pipeline/ }).getByRole('button');
    await dated.first().waitFor();
    assert.deepEqual(await dated.allTextContents(), [`€30,000, ${quarter}, pipeline: show deals`]);
    // The first is Berger’s, in the stage before the last two; the others are what Coldane and Harbour Works are worth.
    await shown.getByText('No close date, so not in any period: €52,000').waitFor();
    await shown.getByText('€36,000 pipeline').waitFor();
    await editor.screenshot('week-forecast');
  });

  it('tells a manager with one click what slipped and what changed since Monday, and with another one how', async () => {
    const { page } = editor;
    const sheet = webview(page);
    await sheet.getByRole('tab', { name: 'Changes' }).click();
    await sheet.locator('#slipped', { hasText: /^Slipped out of Q\d \d{4}/ }).waitFor();
    const kind = (name: string) => sheet.locator('.kinds section', { hasText: new RegExp(`^${name}`) });
    await kind('Moved on').getByRole('button', { name: 'Delft Marine, stores' }).waitFor();
    await kind('New').getByText('Lead generation · €24,000').waitFor();
    await sheet.locator('.bridge tr', { hasText: 'New' }).getByText('+€24,000').waitFor();
    await editor.screenshot('week-changes');
    await kind('Moved on').getByRole('button', { name: 'Delft Marine, stores' }).click();
    await page.locator('.tab.active', { hasText: /Delft Marine, stores \(.* ↔ now\)/ }).waitFor();
  });
});
