import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dealOpened } from './support/inFront';
import { answer } from './support/palette';
import { useEditor } from './support/suite';
import { clickRow, focusTree, openContainer, tree, treeRow, treeRows } from './support/tree';
import { until } from './support/until';

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta'];

/** Next to each other, in this order, in both views. */
const FILES = Object.fromEntries(
  NAMES.map((name, at) => {
    const fields = [`title: ${name}`, 'stage: prospecting', `value: ${9 - at}`, 'next_step: Call'];
    return [`deals/${name}.md`, ['---', ...fields, 'next_step_on: 2026-01-05', '---', ''].join('\n')];
  }),
);

/** The arrow keys move a ring from row to row, and select nothing: in a list of files, too, Delete means the row with the ring. */
describe('keys in the views', () => {
  const editor = useEditor({ files: FILES, settings: { 'dealNotes.me': 'marek' } });
  const text = (name: string) => readFile(join(editor().folder, 'deals', `${name}.md`), 'utf8');
  const stages = async () => {
    const all = await Promise.all(NAMES.map(text));
    return all.map(one => /^stage: (.*)$/m.exec(one)?.[1]).join(' ');
  };
  const untilStages = (wanted: string) =>
    until(`the stages are ${wanted}`, async () => (await stages()) === wanted || undefined);
  const ring = (view: string, name: string) =>
    tree(editor().page, view).locator('.monaco-list-row.focused', { hasText: name }).waitFor();
  /** The view has come after the deal, and has taken the keyboard there: until then the ring is where the deal was. */
  const ringIn = (stage: string, name: string) =>
    tree(editor().page, 'Pipeline')
      .locator(`.monaco-list-row.focused[aria-label^="${name}, "][aria-label*=", ${stage}, "]`)
      .waitFor();

  /** A click on a row opens its deal, which takes a moment; keys come after it. */
  const open = async (view: string, name: string) => {
    await clickRow(editor().page, view, name);
    await dealOpened(editor().page, `${name}.md`);
  };

  before(async () => {
    const { page } = editor();
    await openContainer(page, 'Deals');
    // All four, and none that was there before.
    for (const view of ['Pipeline', 'Agenda'])
      await until(`${view} has these deals`, async () => {
        const deals = (await treeRows(page, view)).filter(({ level }) => level === 2);
        return deals.length === NAMES.length && deals.every(({ text }, at) => text.includes(NAMES[at]!));
      });
  });

  it('move the deal with the ring, not the one that was clicked', async () => {
    const { page } = editor();
    await open('Pipeline', 'Alpha');
    await focusTree(page, 'Pipeline');
    await page.keyboard.press('ArrowDown');
    await ring('Pipeline', 'Beta');
    await page.keyboard.press('Alt+.');
    await untilStages('prospecting qualification prospecting prospecting');
    await ringIn('Qualification', 'Beta');
    await page.keyboard.press('Alt+.');
    await untilStages('prospecting needs-analysis prospecting prospecting');
    await ringIn('Needs analysis', 'Beta');
  });

  it('log an activity of the deal with the ring in the agenda, which then goes on from there', async () => {
    const { page } = editor();
    // The same day for all: the largest value first.
    await open('Agenda', 'Alpha');
    await focusTree(page, 'Agenda');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await ring('Agenda', 'Gamma');
    await page.keyboard.press('Alt+L');
    await page.locator('.quick-input-widget', { hasText: 'What happened?' }).waitFor();
    await answer(page, 'call: nobody there');
    await until('it is logged', async () => /call: nobody there/.test(await text('Gamma')) || undefined);
    for (const name of ['Alpha', 'Beta', 'Delta']) assert.doesNotMatch(await text(name), /nobody there/);
    await focusTree(page, 'Agenda');
    await page.keyboard.press('ArrowUp');
    await ring('Agenda', 'Beta');
    await page.keyboard.press('Alt+P');
    await dealOpened(page, 'Alpha.md');
    await ring('Agenda', 'Alpha');
  });

  it('mean no deal on the row of a stage, and leave it open', async () => {
    const { page } = editor();
    const before = await stages();
    await open('Pipeline', 'Delta');
    await focusTree(page, 'Pipeline');
    await page.keyboard.press('ArrowLeft');
    await ring('Pipeline', 'Prospecting');
    await page.keyboard.press('Alt+.');
    await page.locator('.notification-list-item', { hasText: 'Go to a deal in the view first.' }).waitFor();
    await treeRow(page, 'Pipeline', 'Delta').waitFor();
    assert.equal(await stages(), before);
  });

  it('move all deals that are selected, wherever the ring is', async () => {
    const { page } = editor();
    await open('Pipeline', 'Alpha');
    await clickRow(page, 'Pipeline', 'Gamma', { modifiers: ['Control'] });
    await focusTree(page, 'Pipeline');
    await page.keyboard.press('ArrowDown');
    await ring('Pipeline', 'Delta');
    await page.keyboard.press('Alt+.');
    await untilStages('qualification needs-analysis qualification prospecting');
  });
});
