import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Call } from '../../src/core/calls/call';
import type { Deal } from '../../src/core/deal/deal';
import { makeProcess } from '../../src/core/process/process';
import { closingInGit, date, dealWith, makeDeal } from '../unit/support/deals';
import { WORKED_EXAMPLE } from '../unit/support/workedExample';
import { assertAccessible, assertFits, lookAtAllTabs, seen, sheetOf, useSheets } from './support/sheets';
import { themes, type ThemeName } from './support/themeColours';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** The worked example with some close dates, and five more deals. */
const DEALS: readonly Deal[] = [
  ...WORKED_EXAMPLE.map(deal => (deal.path === 'E.md' ? { ...deal, closeDate: date('2026-03-20') } : deal)),
  dealWith('L0 C10', { path: 'G.md', value: eur(5_000), closeDate: date('2026-03-31') }),
  dealWith('L0 R10', { path: 'H.md', value: eur(7_000), closeDate: date('2026-04-15') }),
  // Was to close in the year before, and is open yet; the next one was put off before that was over.
  makeDeal({
    path: 'I.md',
    stage: 'proposal',
    value: eur(3_000),
    created: date('2025-09-01'),
    closeDate: date('2025-12-15'),
  }),
  makeDeal({
    path: 'J.md',
    stage: 'closing',
    forecast: 'omitted',
    value: eur(900),
    created: date('2025-09-01'),
    closeDate: date('2026-03-10'),
    inGit: closingInGit([
      { on: date('2025-09-01'), closeDate: date('2025-12-10') },
      { on: date('2025-12-05'), closeDate: date('2026-03-10') },
    ]),
  }),
  makeDeal({
    path: 'K.md',
    stage: 'closing',
    value: { amount: 400, currency: 'USD' },
    closeDate: date('2026-03-11'),
  }),
];

const QUOTA = new Map([
  ['2026-Q1', eur(25_000)],
  ['2026-Q2', eur(30_000)],
]);

const SHEET = sheetOf({ deals: DEALS });
const CALLS: readonly Call[] = (
  [
    ['dana', '2025-Q4', '2025-09-30', 9_000],
    ['dana', '2026-Q1', '2025-12-31', 40_000],
    ['dana', '2026-Q1', '2026-02-20', 35_000],
    ['team', '2026-Q1', '2026-01-10', 50_000],
    ['team', '2026-Q1', '2026-03-02', 1],
  ] as const
).map(([owner, period, on, amount]) => ({ owner, period, on: date(on), money: eur(amount) }));
const WITH_QUOTA = sheetOf({
  deals: DEALS,
  calls: CALLS,
  process: makeProcess({ minSample: 4, quota: QUOTA }),
});

describe('the forecast, on the page', () => {
  const open = useSheets('forecast');
  const says = async (page: Page) => (await seen(page, '#forecast .says'))[0]!;
  const row = (page: Page, label: string) =>
    page.locator('.periods tr', { hasText: new RegExp(`^${label}`) });
  /** Column by column; cells without anything are empty. */
  const numbers = async (page: Page, label: string) => {
    const at = (await seen(page, '.periods tr th[scope="row"]')).findIndex(text => text.startsWith(label));
    return seen(page, `.periods tr:has(th[scope="row"]) >> nth=${at} >> td`);
  };
  const choose = (page: Page, label: string) =>
    page.locator('#forecast .switch label', { hasText: new RegExp(`^${label}$`) }).click();

  it('says what the quarter has brought and is to bring', async () => {
    const { page } = await open(SHEET);
    assert.equal(await says(page), 'This quarter: €18,000 won, €5,000 commit, €0 best case.');
  });

  it('says what is to go to the quota, how often that is covered, and how often it should be', async () => {
    const { page } = await open(WITH_QUOTA);
    assert.equal(
      await says(page),
      'This quarter: €18,000 won, €5,000 commit, €0 best case. €7,000 to go to the quota of €25,000: ' +
        'open deals cover that 2.1 times. At your win rate of 50% (n = 4), you need 2 times.',
    );
    assert.deepEqual((await numbers(page, 'Quota')).slice(1, 3), ['€25,000', '€30,000']);
    assert.deepEqual((await numbers(page, 'Covered')).slice(1, 3), ['2.1 ×', '0.2 ×']);
    assert.equal(await page.locator('#forecast line.quota').count(), 2);
  });

  it('does not say how much cover is needed after too few closed deals', async () => {
    const { page } = await open(sheetOf({ deals: DEALS, process: makeProcess({ quota: QUOTA }) }));
    assert.match(await says(page), /Too few closed deals to tell what coverage you need \(n = 4\)\.$/);
  });

  it('says that the quota is met', async () => {
    const quota = new Map([['2026-Q1', eur(18_000)]]);
    const { page } = await open(sheetOf({ deals: DEALS, process: makeProcess({ quota }) }));
    assert.match(await says(page), / The quota of €18,000 is met\.$/);
    assert.equal((await numbers(page, 'Covered'))[1], 'met');
  });

  it('has each category by the quarter, what slipped and what is omitted', async () => {
    const { page } = await open(SHEET);
    assert.deepEqual((await seen(page, '.periods thead th')).slice(0, 3), ['Q4 2025', 'Q1 2026', 'Q2 2026']);
    assert.deepEqual((await numbers(page, 'Won')).slice(0, 3), ['–', '€18,000', '–']);
    assert.deepEqual((await numbers(page, 'Commit')).slice(0, 3), ['–', '€5,000', '–']);
    assert.deepEqual((await numbers(page, 'Best case')).slice(0, 3), ['€3,000', '–', '€7,000']);
    assert.deepEqual((await numbers(page, 'Pipeline')).slice(0, 3), ['–', '€10,000', '–']);
    assert.deepEqual((await numbers(page, 'Slipped')).slice(0, 3), ['€900', '–', '']);
    assert.deepEqual((await numbers(page, 'Omitted')).slice(0, 3), ['–', '€900', '–']);
  });

  it('adds up', async () => {
    const { page } = await open(SHEET);
    await choose(page, 'Cumulative');
    assert.equal((await numbers(page, 'Up to commit'))[1], '€23,000');
    assert.equal((await numbers(page, 'Up to best case'))[1], '€23,000');
    assert.equal((await numbers(page, 'Open pipeline'))[1], '€15,000');
  });

  it('has the months without gaps, another currency, and deals', async () => {
    const { page } = await open(SHEET);
    await choose(page, 'Months');
    assert.deepEqual((await seen(page, '.periods thead th')).slice(0, 5), [
      ...['Dec 2025', 'Jan 2026', 'Feb 2026', 'Mar 2026', 'Apr 2026'],
    ]);
    assert.deepEqual((await numbers(page, 'Won')).slice(0, 4), ['–', '€6,000', '€12,000', '–']);
    await choose(page, 'USD');
    assert.equal((await numbers(page, 'Commit'))[3], '$400');
    await choose(page, 'Deals');
    assert.equal((await numbers(page, 'Commit'))[3], '2');
  });

  it('begins with all currencies as one sum where the team has rates, and holds that against the quota', async () => {
    const rates = new Map([['USD', 0.5]]);
    const process = makeProcess({ minSample: 4, quota: QUOTA, currency: 'EUR', rates });
    const sek = { amount: 9, currency: 'SEK' };
    const more = makeDeal({ path: 'L.md', stage: 'closing', value: sek, closeDate: date('2026-03-11') });
    const { page, listed } = await open(sheetOf({ deals: [...DEALS, more], process }));
    assert.match(
      await says(page),
      /^This quarter: €18,000 won, €5,200 commit, €0 best case\. €7,000 to go to the quota of €25,000: open deals cover that 2\.2 times\./,
    );
    assert.equal((await numbers(page, 'Quota'))[1], '€25,000');
    const note = '#forecast > .note:not(.says)';
    const told = 'All currencies count at your team’s rates, without SEK: no rate.';
    assert.equal((await seen(page, note))[0], told);
    await page.locator('.periods tr.commit td .behind').first().click();
    assert.deepEqual(listed()[0]!.figure, { kind: 'forecast', period: '2026-Q1', of: 'commit' });
    await choose(page, 'EUR');
    assert.deepEqual((await numbers(page, 'Commit')).slice(0, 2), ['–', '€5,000']);
    assert.ok(!(await seen(page, note)).includes(told));
    await choose(page, '≈ EUR');
    assert.deepEqual((await numbers(page, 'Commit')).slice(0, 2), ['–', '€5,200']);
  });

  it('tells what has no date', async () => {
    const { page, listed } = await open(SHEET);
    assert.equal(
      (await seen(page, '#forecast > .note:not(.says)'))[0],
      'No close date, so not in any period: €20,000 best case.',
    );
    await page.locator('#forecast > .note .behind').click();
    assert.deepEqual(listed()[0]!.figure, {
      kind: 'forecast',
      period: null,
      of: 'best_case',
      currency: 'EUR',
    });
  });

  it('opens the deals behind a bar and behind a number', async () => {
    const { page, listed } = await open(SHEET);
    await page.locator('.drawing .part.pipeline').last().click();
    assert.deepEqual(listed()[0]!.figure, {
      ...{ kind: 'forecast', period: '2026-Q1', of: 'pipeline', currency: 'EUR' },
    });
    assert.equal(listed()[0]!.words, 'Q1 2026, pipeline');
    await row(page, 'Slipped').getByRole('button').click();
    assert.deepEqual(listed()[0]!.figure, { kind: 'slipped', period: '2025-Q4', currency: 'EUR' });
    await choose(page, 'Deals');
    await choose(page, 'Cumulative');
    await row(page, 'Open pipeline').getByRole('button').nth(1).click();
    assert.deepEqual(listed()[0]!.figure, { kind: 'forecast', period: '2026-Q1', of: 'openPipeline' });
  });

  it('is one stop of the Tab key, with the arrow keys from number to number', async () => {
    const { page, listed } = await open(SHEET);
    await row(page, 'Won').getByRole('button').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(listed()[0]!.words, 'Q1 2026, commit');
    // Passes over the best case, of which there is none in this quarter.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(listed()[0]!.words, 'Q1 2026, pipeline');
    await choose(page, 'Months');
    assert.equal(await page.locator('.periods td button[tabindex="0"]').count(), 1);
  });

  it('has all of it as a table too, with the periods that are not drawn', async () => {
    const late = makeDeal({ path: 'L.md', value: eur(50), closeDate: date('2031-05-01') });
    const { page, listed } = await open(sheetOf({ deals: [...DEALS, late] }));
    assert.match((await seen(page, '#forecast > .note')).at(-1)!, /^1 more quarter is in the table only/);
    await page.locator('#forecast summary').click();
    const last = page.locator('#forecast .as-table tr', { hasText: 'Q2 2031' });
    await last.getByRole('button').first().click();
    assert.deepEqual(listed()[0]!.figure, {
      ...{ kind: 'forecast', period: '2031-Q2', of: 'pipeline', currency: 'EUR' },
    });
  });

  it('says that nothing is coming where no deal is', async () => {
    const { page } = await open(sheetOf({ deals: [dealWith('L0 lost3', { path: 'a.md' })] }));
    assert.deepEqual(await seen(page, '#forecast .note'), ['No deals won or open yet.']);
  });

  it('sets the owners beside each other, with a column for quotas only where there are any', async () => {
    const deals = [
      dealWith('L0', {
        path: 'a.md',
        title: 'Acme',
        owner: 'dana',
        value: { amount: 5000, currency: 'EUR' },
      }),
      dealWith('L0 won40', { path: 'b.md', owner: 'tom', value: { amount: 900, currency: 'EUR' } }),
    ];
    const { page } = await open(sheetOf({ deals }));
    assert.deepEqual(await seen(page, '.owners tbody tr'), ['dana€5,000€250–00Acme, 59 d', 'tom––€90000–']);
    await page.getByRole('button', { name: 'Acme, 59 d' }).click();
  });

  it('has the calls beside what came, and those of later days nowhere', async () => {
    const { page } = await open(WITH_QUOTA);
    assert.deepEqual(await seen(page, '#calls tbody tr'), [
      'danaQ1 2026€35,00020 Feb 2026€40,000€0€0€0–',
      'TeamQ1 2026€50,00010 Jan 2026–€18,000€5,000€0€25,000',
      'danaQ4 2025€9,000€9,000€9,000€0–',
    ]);
    await open(SHEET);
    assert.deepEqual(await seen(page, '#calls tbody tr'), []);
    assert.equal(await page.getByRole('button', { name: 'Set Forecast Call…' }).count(), 1);
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`is accessible in ${theme}`, async () => {
      const { page } = await open(WITH_QUOTA, theme);
      await page.locator('#forecast summary').click();
      await choose(page, 'Cumulative');
      await assertAccessible(page, '#panel-forecast');
    });
  }

  it('fits a narrow page, in seven currencies too', async () => {
    const { page } = await open(WITH_QUOTA, 'dark', 320);
    await assertFits(page);
    const codes = ['EUR', 'USD', 'CAD', 'AUD', 'JPY', 'CNY', 'CHF'];
    const deals = codes.map((currency, k) =>
      dealWith('L0 P9', { path: `${k}.md`, value: { amount: 123_456 * (k + 1), currency } }),
    );
    const { page: narrow } = await open(sheetOf({ deals }), 'light', 320);
    await assertFits(narrow);
    await lookAtAllTabs(narrow, () => assertFits(narrow));
  });
});
