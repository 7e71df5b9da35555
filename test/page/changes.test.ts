import assert from 'node:assert/strict';
import type { ChangesSheet } from '../../src/shared/changesSheet';
import { until } from '../browser/support/until';
import { date } from '../unit/support/deals';
import { assertAccessible, assertFits, chooseTab, seen, sheetOf, useSheets } from './support/sheets';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const deal = (title: string, said: string, amount: number, more: object = {}) => ({
  ...{
    path: `${title.toLowerCase()}.md`,
    isGone: false,
    title,
    said,
    value: eur(amount),
    on: null,
    by: null,
  },
  ...more,
});
const deals = (...all: ReturnType<typeof deal>[]) => ({
  count: all.length,
  value: { EUR: all.reduce((sum, { value }) => sum + value.amount, 0) },
  deals: all,
});
const NOTHING = {
  new: 0,
  reopened: 0,
  won: 0,
  lost: 0,
  removed: 0,
  up: 0,
  down: 0,
  recurrency: 0,
  unread: 0,
};
const sum = (count: number, EUR: number) => ({ count, value: { EUR } });

const CHANGED: ChangesSheet = {
  point: 'week',
  between: {
    ...{ kind: 'compared', since: 'Mon 23 Feb', notes: [] },
    bridges: { EUR: { ...NOTHING, from: 100_000, new: 40_000, won: -30_000, removed: -5_000, to: 105_000 } },
    groups: [
      { group: 'new', ...deals(deal('Zeta', 'Prospecting', 40_000)) },
      { group: 'won', ...deals(deal('Gamma', '', 30_000, { on: date('2026-02-25'), by: 'Dana' })) },
      { group: 'removed', ...deals(deal('Eta', 'Proposal', 5_000, { isGone: true })) },
      {
        group: 'advanced',
        ...deals(...Array.from({ length: 8 }, (_, at) => deal(`Deal ${at}`, 'Proposal → Closing', 10))),
      },
    ],
    owners: [
      { owner: 'dana', from: { EUR: 100_000 }, to: { EUR: 65_000 }, won: 1, lost: 0, slipped: 0 },
      { owner: null, from: {}, to: { EUR: 40_000 }, won: 0, lost: 0, slipped: 1 },
    ],
  },
  slips: {
    quarter: { period: '2026-Q1', ...deals(deal('Ceta', '20 Mar → 20 Apr', 20_000)) },
    month: { period: '2026-02', count: 0, value: {}, deals: [] },
  },
  pace: {
    day: 60,
    quarters: [
      {
        quarter: '2026-Q1',
        day: date('2026-03-01'),
        won: sum(2, 60_000),
        open: sum(3, 90_000),
        inTheEnd: sum(0, 0),
      },
      {
        quarter: '2025-Q4',
        day: date('2025-11-29'),
        won: sum(6, 48_000),
        open: sum(1, 8),
        inTheEnd: sum(9, 70_000),
      },
    ],
    usual: {
      won: { ...sum(6, 48_000), n: 6 },
      open: { ...sum(1, 8), n: 1 },
      inTheEnd: { ...sum(9, 70_000), n: 9 },
    },
  },
};
const withPace = (pace: Partial<ChangesSheet['pace']>) => ({
  ...CHANGED,
  pace: { ...CHANGED.pace, ...pace },
});
const withBetween = (between: Partial<ChangesSheet['between']>) =>
  ({ ...CHANGED, between: { ...CHANGED.between, ...between } }) as ChangesSheet;

describe('the tab of changes, on the page', () => {
  const open = useSheets('changes');
  const show = (changes?: ChangesSheet) => open(sheetOf(), 'dark', 1100, changes);

  it('asks what has changed while it is open, and no longer', async () => {
    const { page, sent } = await show();
    await page.getByRole('status').getByText('Finding out what changed…').waitFor();
    await chooseTab(page, 'Today');
    await chooseTab(page, 'Changes');
    const seeing = () => sent.flatMap(message => (message.type === 'seeChanges' ? [message.isSeen] : []));
    // The page says so once it is drawn.
    await until('it is told each time', () => seeing().length >= 3);
    assert.deepEqual(seeing().slice(-3), [true, false, true]);
  });

  it('says in its title what was won, lost and new, and names first what slipped', async () => {
    const { page } = await show(CHANGED);
    assert.deepEqual(await seen(page, '#panel-changes h2'), ['Since Mon 23 Feb: 1 won, 1 new']);
    assert.deepEqual(await seen(page, '#panel-changes h3'), [
      ...['Slipped out of Q1 2026', 'Open pipeline since Mon 23 Feb', 'What the deals did'],
      ...['Changes by owner', 'Pace of Q1 2026'],
    ]);
    assert.deepEqual(await seen(page, '#slipped li'), ['Ceta 20 Mar → 20 Apr · €20,000']);
    await page.locator('#slipped label', { hasText: 'Month' }).click();
    assert.deepEqual(await seen(page, '#slipped h3, #slipped p'), [
      'Slipped out of Feb 2026',
      'No deal has slipped out of Feb 2026 so far.',
    ]);
  });

  it('has the way from one open total to the other, and each of its numbers and bars opens its deals', async () => {
    const { page, sent } = await show(CHANGED);
    assert.deepEqual(await seen(page, '.bridge tr'), [
      ...['Open before€100,000', 'New+€40,000', 'Won−€30,000', 'Removed−€5,000', 'Open now€105,000'],
    ]);
    const asked = () => sent.findLast(message => message.type === 'listChanged');
    await page.locator('.bridge').getByRole('button', { name: '−€30,000' }).click();
    const won = { kind: 'bridge', number: 'won', currency: 'EUR' };
    assert.deepEqual(asked(), { type: 'listChanged', figure: won, words: 'Won' });
    await page.locator('.bridge rect').nth(3).click();
    assert.deepEqual(asked()!.figure, { ...won, number: 'removed' });
  });

  it('is one stop of the Tab key for its numbers, and one for all names, with the arrow keys between', async () => {
    const { page, sent } = await show(CHANGED);
    await page.locator('.bridge').getByRole('button', { name: '€100,000' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(sent.flatMap(one => (one.type === 'listChanged' ? [one.words] : [])).at(-1), 'New');
    await page.locator('.kinds button').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.deepEqual(sent.at(-1), { type: 'openChange', path: 'gamma.md', isGone: false });
    assert.equal(await page.locator('.kinds button[tabindex="0"]').count(), 1);
  });

  it('draws bars that start where the one before ends, with both totals from one line', async () => {
    const { page } = await show(CHANGED);
    const boxes = await Promise.all((await page.locator('.bridge rect').all()).map(bar => bar.boundingBox()));
    const [from, added, won, removed, to] = boxes.map(box => ({ left: box!.x, right: box!.x + box!.width }));
    const isNear = (a: number, b: number) => assert.ok(Math.abs(a - b) < 3, `${a} ${b}`);
    isNear(from!.left, to!.left);
    isNear(added!.left, from!.right);
    isNear(won!.right, added!.right);
    isNear(removed!.right, won!.left);
    isNear(to!.right, removed!.left);
  });

  it('names the deals by what they did, a few of each at first, and opens what changed', async () => {
    const { page, sent } = await show(CHANGED);
    assert.deepEqual(await seen(page, '.kinds h4'), [
      'Won 1€30,000',
      'New 1€40,000',
      'Moved on 8€80',
      'Removed 1€5,000',
    ]);
    assert.deepEqual((await seen(page, '.kinds li')).slice(0, 2), [
      'Gamma €30,000 · 25 Feb, Dana',
      'Zeta Prospecting · €40,000',
    ]);
    await page.getByRole('button', { name: 'Show 2 More' }).click();
    assert.equal(await page.locator('.kinds li').count(), 11);
    await page.getByRole('button', { name: 'Eta', exact: true }).click();
    assert.deepEqual(sent.at(-1), { type: 'openChange', path: 'eta.md', isGone: true });
    await page.locator('.kinds h4').getByRole('button', { name: 'Won' }).click();
    assert.deepEqual(sent.at(-1), {
      ...{ type: 'listChanged', figure: { kind: 'group', group: 'won' }, words: 'Won' },
    });
  });

  it('sets the owners beside each other, each number with its deals', async () => {
    const { page, sent } = await show(CHANGED);
    assert.deepEqual(await seen(page, '#changed-owners tbody tr'), [
      'dana€100,000€65,000100',
      'No owner–€40,000001',
    ]);
    await page.locator('#changed-owners').getByRole('button', { name: '€40,000' }).click();
    const figure = { kind: 'owner', owner: null, of: 'to' };
    assert.deepEqual(sent.at(-1), { type: 'listChanged', figure, words: 'No owner: open now' });
  });

  it('holds the quarter against the same day of those before, and says where too few deals tell', async () => {
    const { page, sent } = await show(CHANGED);
    assert.deepEqual(await seen(page, '#pace .says'), [
      'Day 60: €60,000 won so far. By this day it was €48,000 on average in the quarter before.',
    ]);
    assert.deepEqual(await seen(page, '#pace tbody tr, #pace tfoot tr'), [
      'Q1 2026 1 Mar 2026€60,000€90,000',
      'Q4 2025 29 Nov 2025€48,000€8€70,000',
      'On average before€48,000too few€70,000',
    ]);
    await page.locator('#pace').getByRole('button', { name: '€90,000' }).click();
    const figure = { kind: 'pace', quarter: '2026-Q1', part: 'open' };
    assert.deepEqual(sent.at(-1), { type: 'listChanged', figure, words: 'Q1 2026, open, closing in it' });
  });

  it('compares with nothing where no quarter before is known, or too little of them', async () => {
    const few = { ...CHANGED.pace.usual, won: { ...sum(2, 48_000), n: 2 } };
    const thin = await show(withPace({ usual: few }));
    assert.match((await seen(thin.page, '#pace .says'))[0]!, /Too few deals were won by this day/);
    const none = { won: null, open: null, inTheEnd: null };
    const young = await show(withPace({ quarters: CHANGED.pace.quarters.slice(0, 1), usual: none }));
    assert.match((await seen(young.page, '#pace .says'))[0]!, /No earlier quarter is known in full/);
  });

  it('has a choice since when, and asks for any other point', async () => {
    const { page, sent } = await show(CHANGED);
    await page.locator('#since label', { hasText: 'Month' }).click();
    assert.deepEqual(sent.at(-1), { type: 'setSince', point: 'month' });
    await page.getByRole('button', { name: 'Other…' }).click();
    assert.deepEqual(sent.at(-1), { type: 'chooseSince' });
  });

  it('says in a line what git could not tell, and what it does know stands all the same', async () => {
    const note = 'There is no git here, so how deals stood on 2026-02-22 comes from their own history.';
    const partial = await show(withBetween({ notes: [note] }));
    assert.deepEqual(await seen(partial.page, '.lacking'), [note]);
    assert.equal(await partial.page.locator('.bridge tr').count(), 5);
    const reason = 'git can’t find “main”.';
    const failed = await show({ ...CHANGED, point: 'main', between: { kind: 'failed', reason } });
    assert.deepEqual(await seen(failed.page, '#panel-changes h2, .lacking'), ['Changes', reason]);
    assert.deepEqual(await seen(failed.page, '#slipped li, #since label'), [
      ...['Ceta 20 Mar → 20 Apr · €20,000', 'Yesterday', 'Monday', 'Month', 'Quarter'],
    ]);
    await assertAccessible(failed.page, 'body');
  });

  it('has one sum at the team’s rates beside each currency, and all of them in a table', async () => {
    const bridges = {
      EUR: { ...NOTHING, from: 100, recurrency: -40, to: 60 },
      GBP: { ...NOTHING, from: 10, recurrency: 30, up: 5, to: 45 },
    };
    const sheet = {
      ...sheetOf(),
      currencies: { own: 'EUR', rates: { EUR: 1, GBP: 1.2 }, used: ['EUR', 'GBP'] },
    };
    const { page } = await open(sheet, 'dark', 700, withBetween({ bridges } as object));
    assert.deepEqual(await seen(page, '.bridge tr'), [
      ...['Open before€112', 'Value up+€6', 'To or from another currency−€4', 'Open now€114'],
    ]);
    await page.locator('#since label', { hasText: 'GBP' }).click();
    assert.deepEqual((await seen(page, '.bridge tr')).slice(1, 2), ['Value up+£5']);
    await page.locator('#since summary').click();
    assert.deepEqual((await seen(page, '#since .as-table tr')).slice(0, 2), [
      'Change≈ EUREURGBP',
      'Open before€112€100£10',
    ]);
  });

  it('calls the second total that of then while the page shows a day in the past', async () => {
    const past = {
      day: date('2026-02-28'),
      words: 'the end of Sat 28 Feb',
      why: null,
      now: date('2026-03-01'),
    };
    const { page, sent } = await open({ ...sheetOf(), past }, 'dark', 1100, CHANGED);
    assert.equal((await seen(page, '.bridge th')).at(-1), 'Open then');
    assert.deepEqual((await seen(page, '#changed-owners thead th')).slice(1, 3), [
      'Open before',
      'Open then',
    ]);
    await page.locator('.bridge').getByRole('button', { name: '€105,000' }).click();
    assert.equal(sent.flatMap(one => (one.type === 'listChanged' ? [one.words] : [])).at(-1), 'Open then');
    assert.equal(await page.getByText('Open now', { exact: true }).filter({ visible: true }).count(), 0);
  });

  it('explains the bars of the pace where there are some, and only there', async () => {
    for (const width of [300, 480, 1100]) {
      const { page } = await open(sheetOf(), 'dark', width, CHANGED);
      await page.locator('.pace').waitFor();
      const bars = await page.locator('.pace-bar').first().isVisible();
      assert.equal(bars, width === 1100, `bars at ${width}`);
      assert.equal(await page.locator('.pace-legend').isVisible(), bars, `legend at ${width}`);
    }
  });

  it('fits the narrowest page with amounts of millions', async () => {
    const bridges = { EUR: { ...NOTHING, from: 912_345_678, up: 12_345_678, to: 924_691_356 } };
    const { page } = await open(sheetOf(), 'light', 300, withBetween({ bridges } as object));
    await page.locator('.bridge').waitFor();
    await assertFits(page);
  });
});
