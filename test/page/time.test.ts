import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addDays } from '../../src/core/calendar';
import type { Deal } from '../../src/core/deal/deal';
import { makeProcess } from '../../src/core/process/process';
import { dealWith } from '../unit/support/deals';
import { AS_OF, WORKED_EXAMPLE } from '../unit/support/workedExample';
import type { SheetPage } from './support/sheetPage';
import { useSheetPages } from './support/sheetPages';
import { sheetOf } from './support/sheets';

/** Five that left the first stage in some days, one that is late, one that nobody has closed for years, one in time. */
const WAITING: readonly Deal[] = [
  ...[2, 4, 6, 8, 10].map(days => dealWith(`L0 lost${days}`, { path: `left${days}.md` })),
  dealWith('L700', {
    ...{
      path: 'late.md',
      title: 'Late & <b>bold</b>',
      owner: 'dana',
      value: { amount: 5000, currency: 'EUR' },
    },
  }),
  dealWith('L0', { path: 'forgotten.md', title: 'Forgotten' }),
  dealWith('L728', { path: 'new.md', title: 'New' }),
];
const WAITING_AS_OF = addDays(AS_OF, 730 - 59);

describe('how long deals stay, on the page', () => {
  const openPage = useSheetPages();
  let page: Page;
  let sheetPage: SheetPage;

  async function open(deals = WORKED_EXAMPLE, asOf = AS_OF, width = 1100): Promise<void> {
    ({ page, sheetPage } = await openPage('dark', { width, tab: 'time' }));
    await sheetPage.showSheet(sheetOf({ deals, asOf }));
  }

  const lists = () => sheetPage.sent.flatMap(message => (message.type === 'list' ? [message.figure] : []));
  const mark = (name: RegExp) => page.locator('.stays').getByRole('button', { name });
  const says = () => page.locator('#time .says').textContent();
  const cells = (table: string) =>
    page
      .locator(`${table} tbody tr`)
      .evaluateAll(all =>
        all.map(row =>
          [...row.querySelectorAll('td.count')].map(cell =>
            cell.textContent!.replace(/, .*: show deals$/, ''),
          ),
        ),
      );

  it('has the worked example’s medians, ended and open stays, and stalled deals', async () => {
    await open();
    assert.deepEqual(await cells('.stays'), [
      ['3.5', '6', '0', '0'],
      ['3.5', '6', '0', '0'],
      ['8', '5', '0', '0'],
      ['too few', '4', '1', '0'],
      ['8', '5', '0', '0'],
      ['too few', '1', '1', '0'],
      ['too few', '2', '0', '0'],
    ]);
    assert.match(
      (await says())!,
      /stay longest in Qualification: half of them 8 days or more \(n = 5 completed/,
    );
    assert.match((await says())!, /None of 2 open deals is over its stage’s time limit/);
  });

  it('has the same and more as a table', async () => {
    await open();
    const rows = await cells('#time .as-table');
    assert.deepEqual(rows[2], ['5', '5', '8', '10', '11.2', '8', 'n/a', '0', '21', '20%']);
    assert.deepEqual(rows[3], ['4', ...Array<string>(6).fill('too few'), '1', '21', '24%']);
  });

  it('says what the open stays do to a median', async () => {
    ({ page, sheetPage } = await openPage('dark', { width: 1100, tab: 'time' }));
    // In Needs analysis, four have ended.
    await sheetPage.showSheet(sheetOf({ process: makeProcess({ minSample: 4 }) }));
    await page
      .locator('#time', { hasText: 'the median is 10 days instead of 9 in Needs analysis' })
      .waitFor();
    assert.equal(await page.locator('.stays .open-median').count(), 1);
    await sheetPage.showSheet(sheetOf());
    await page.locator('#time', { hasText: 'the median is' }).waitFor({ state: 'detached' });
  });

  it('draws stages with too few ended stays in dashes', async () => {
    await open();
    const weak = await page
      .locator('.stays .strip')
      .evaluateAll(all => all.map(strip => strip.classList.contains('weak')));
    assert.deepEqual(weak, [false, false, false, true, false, true, true]);
  });

  it('opens the file of a deal, by the mouse and by the keyboard', async () => {
    await open(WAITING, WAITING_AS_OF);
    await mark(/^New, 2 days in Lead generation/).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press(' ');
    const files = sheetPage.sent.flatMap(message => (message.type === 'openFile' ? [message.path] : []));
    assert.deepEqual(files, ['new.md', 'late.md', 'forgotten.md']);
  });

  it('is one stop of the Tab key a stage, where the arrow keys were last', async () => {
    await open(WAITING, WAITING_AS_OF);
    await mark(/^New/).focus();
    await page.keyboard.press('ArrowRight');
    const stops = await page
      .locator('.stays .mark')
      .evaluateAll(all =>
        all.filter(one => one.getAttribute('tabindex') === '0').map(one => one.textContent),
      );
    assert.equal(stops.length, 1);
    assert.match((await mark(/^Late/).getAttribute('tabindex'))!, /^0$/);
  });

  it('tells how a deal stands by its shape, in its name and on hover, with its title as text', async () => {
    await open(WAITING, WAITING_AS_OF);
    const shape = (name: RegExp) => mark(name).locator('path').getAttribute('d');
    assert.notEqual(await shape(/^New/), await shape(/^Late/));
    assert.match(
      (await mark(/^Late/).getAttribute('aria-label'))!,
      /stalled \(limit 21 days\) · unusually long/,
    );
    await mark(/^Late/).hover();
    const tip = page.locator('.tip', { hasText: 'Late & <b>bold</b>' });
    await tip.waitFor();
    assert.match((await tip.textContent())!, /30 days in Lead generation.*€5,000 · dana/);
  });

  it('cuts the scale where a deal was forgotten, and says so', async () => {
    await open(WAITING, WAITING_AS_OF);
    await page.locator('#time', { hasText: 'The scale ends at 32 days' }).waitFor();
    const [late, forgotten] = await Promise.all([
      mark(/^Late/).boundingBox(),
      mark(/^Forgotten/).boundingBox(),
    ]);
    assert.ok(late!.x < forgotten!.x);
  });

  it('lists the deals behind each of its numbers', async () => {
    await open(WAITING, WAITING_AS_OF);
    const first = page.locator('.stays tbody tr').first();
    for (const place of [1, 2, 3]) await first.locator('td.count').nth(place).locator('.behind').click();
    await page.locator('#time .says .behind').click();
    for (const name of ['Unusually long', 'Idle'])
      await page.locator('.stays-key .behind', { hasText: name }).click();
    const stage = 'lead-generation';
    assert.deepEqual(lists(), [
      { kind: 'stays', stage, open: false },
      { kind: 'stage', of: 'open', stage },
      { kind: 'condition', is: 'stalled', stage },
      { kind: 'condition', is: 'stalled' },
      { kind: 'condition', is: 'unusual' },
      { kind: 'condition', is: 'idle' },
    ]);
  });

  it('of deals without a dated history says what is missing', async () => {
    await open([{ ...WORKED_EXAMPLE[4]!, history: [] }]);
    await page.locator('#time', { hasText: 'No deal has a dated stage yet' }).waitFor();
  });

  it('fits a narrow page', async () => {
    await open(WAITING, WAITING_AS_OF, 400);
    const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    assert.equal(wider, 0);
    assert.match((await page.locator('.stays .parts').first().textContent())!, /median 6, n = 5/);
  });
});
