import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { STAGE_IDS } from '../../src/core/process/stages';
import { dealWith } from '../unit/support/deals';
import { WORKED_EXAMPLE } from '../unit/support/workedExample';
import { until } from '../browser/support/until';
import type { SheetPage } from './support/sheetPage';
import { useSheetPages } from './support/sheetPages';
import { sheetOf } from './support/sheets';

/** Of twenty that went step by step two were won, of twenty that skipped a stage eighteen. */
const TWO_WAYS = Array.from({ length: 40 }, (_, k) => {
  const end = k % 20 < (k < 20 ? 2 : 18) ? 'won' : 'lost';
  return dealWith(`L0 P1 ${k < 20 ? 'Q2 ' : ''}N3 R4 O5 C6 ${end}7`, { path: `${k}.md` });
});

describe('whether the process is followed, on the page', () => {
  const openPage = useSheetPages();
  let page: Page;
  let sheetPage: SheetPage;

  async function open(deals = WORKED_EXAMPLE, width = 1100): Promise<void> {
    ({ page, sheetPage } = await openPage('dark', { width, tab: 'process' }));
    await sheetPage.showSheet(sheetOf({ deals }));
  }

  const lists = () => sheetPage.sent.flatMap(message => (message.type === 'list' ? [message.figure] : []));
  const flow = (name: RegExp) => page.locator('.flows').getByRole('button', { name });
  const visible = (text: string | null) => text!.replace(/, [^,]*: show deals/g, '');

  it('has the worked example’s figures', async () => {
    await open();
    const figures = await page
      .locator('.followed > div')
      .evaluateAll(all => all.map(one => [...one.querySelectorAll('dt, dd')].map(part => part.textContent)));
    assert.deepEqual(
      figures.map(parts => parts.map(visible)),
      [
        ['Stayed on the path', '67%', '4 of 6 deals'],
        ['One stage at a time', '88%', '22 of 25 moves, 2 skips, 1 back'],
        ['Rework', '14 days', '7% of all days, by 1 deal'],
      ],
    );
  });

  it('draws each move that happened, and says what became of the deals', async () => {
    await open();
    const names = await page
      .locator('.flows .mark')
      .evaluateAll(all => all.map(one => one.getAttribute('aria-label')!));
    assert.equal(names.length, 9);
    assert.ok(
      names.includes('Proposal → Needs analysis, 1 move back, 1 deal: 0 won, 1 lost, 0 open: show deals'),
      names.join('\n'),
    );
    const rows = await page
      .locator('#flow .as-table tbody tr')
      .evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent)));
    assert.deepEqual(
      rows[0]!.map(cell => cell!.replace(/, .*: show deals/, '')),
      ['Lead generation', 'Prospecting', 'step', '6', '2', '2', 'too few'],
    );
  });

  it('lists the deals behind a flow, by the mouse and by the keyboard', async () => {
    await open();
    await flow(/^Qualification → Proposal/)
      .locator('text')
      .click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await until('both are asked for', () => lists().length === 2);
    assert.deepEqual(lists(), [
      { kind: 'flow', from: 'qualification', to: 'proposal' },
      { kind: 'flow', from: 'lead-generation', to: 'prospecting' },
    ]);
  });

  it('lists the deals behind its figures', async () => {
    await open();
    for (const behind of await page.locator('.followed .behind').all()) await behind.click();
    await page.locator('.stations .behind').nth(3).click();
    await page.locator('#flow .says .behind').last().click();
    assert.deepEqual(lists(), [
      { kind: 'conforming' },
      { kind: 'moves', move: 'step' },
      { kind: 'moves', move: 'skip' },
      { kind: 'moves', move: 'back' },
      { kind: 'deviation', deviation: 'rework' },
      { kind: 'stage', of: 'touched', stage: 'needs-analysis' },
      { kind: 'flow', from: 'proposal', to: 'needs-analysis' },
    ]);
  });

  it('has the ways that deals took, with what became of them', async () => {
    await open(TWO_WAYS);
    const rows = await page
      .locator('.variants tbody tr')
      .evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent)));
    assert.deepEqual(
      rows.map(cells => cells.map(cell => cell!.replace(/, .*: show deals/, ''))),
      [
        ['Skips Qualification; reached Closing', '20', '18', '2', '7'],
        ['Stepwise through all seven', '20', '2', '18', 'too few'],
      ],
    );
    await page.locator('.variants .behind').nth(1).click();
    assert.deepEqual(lists(), [
      { kind: 'variant', stages: STAGE_IDS.filter(id => id !== 'qualification'), status: 'won' },
    ]);
  });

  it('sets the deals that left the path beside those that kept to it', async () => {
    await open(TWO_WAYS);
    const row = (name: string) => page.locator('.fates tbody tr', { hasText: name });
    assert.match((await row('Stayed on the path').textContent())!, /10%.*2% – 31%/);
    assert.match((await row('Skipped a stage').textContent())!, /90%.*69% – 98%/);
    assert.match((await row('Went back').textContent())!, /n\/a/);
    assert.match(
      (await page.locator('#deviations .says').textContent())!,
      /isn’t the same as doing badly.*Clear differences: won more often: “Skipped a stage”, “Never in Qualification”/,
    );
    const dots = await page
      .locator('.fates .interval circle')
      .evaluateAll(all => all.map(dot => Number(dot.getAttribute('cx'))));
    assert.equal(dots.length, 3);
    assert.ok(dots[0]! < dots[1]!);
    await row('Skipped a stage').locator('.behind').nth(2).click();
    await row('Never in Qualification').locator('.behind').first().click();
    assert.deepEqual(lists(), [
      { kind: 'deviation', deviation: 'skip', status: 'lost' },
      { kind: 'missed', stage: 'qualification' },
    ]);
  });

  it('does not compare too few', async () => {
    await open();
    assert.match(
      (await page.locator('#deviations .says').textContent())!,
      /Too few of these deals are closed/,
    );
    assert.equal(await page.locator('.fates .interval').count(), 0);
    assert.equal(await page.locator('.fates .rate', { hasText: 'too few' }).count(), 6);
  });

  it('says so where every deal keeps to the path', async () => {
    await open(WORKED_EXAMPLE.filter(({ title }) => ['A', 'D', 'E'].includes(title)));
    assert.match((await page.locator('#flow .says').textContent())!, /Every move went to the next stage/);
    await page.locator('#deviations', { hasText: 'No deal has left the path yet.' }).waitFor();
  });

  it('says so where nothing has moved yet', async () => {
    await open([dealWith('L0')]);
    assert.match((await page.locator('#flow .says').textContent())!, /No deal has changed stage/);
    assert.equal(await page.locator('.flows').count(), 0);
  });

  it('stands in a column on a narrow page, with the names beside their stages', async () => {
    await open(WORKED_EXAMPLE, 400);
    const middles = (selector: string) =>
      page.locator(selector).evaluateAll(all =>
        all.map(one => {
          const { top, bottom } = one.getBoundingClientRect();
          return Math.round((top + bottom) / 2);
        }),
      );
    assert.deepEqual(await middles('.stations li'), await middles('.flows .post'));
    assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
  });

  it('has the intervals to read, and no drawing, where there is no room to draw', async () => {
    await open(TWO_WAYS, 300);
    const rates = page.locator('.fates tbody .rate');
    assert.match((await rates.first().innerText()).replace(/\s+/g, ' '), /^10% \d+% – \d+%/);
    assert.equal(await page.locator('.fates .plot:visible').count(), 0);
    assert.doesNotMatch(await page.locator('#deviations').innerText(), /shaded band/);
    const table = page.locator('#deviations .scrolling');
    assert.equal(await table.evaluate(one => one.scrollWidth - one.clientWidth), 0);
  });

  it('leaves no bracket behind at the end of a line', async () => {
    await open(TWO_WAYS, 300);
    const says = page.locator('#flow .says .unbroken');
    assert.ok(await says.count());
    for (const one of await says.all()) {
      const tops = await one.evaluate(all => [...all.getClientRects()].map(({ top }) => Math.round(top)));
      assert.equal(new Set(tops).size, 1);
    }
  });
});
