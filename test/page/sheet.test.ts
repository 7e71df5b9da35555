import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { Pipeline } from '../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS, makeProcess } from '../../src/core/process/process';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING, type FunnelQuestion } from '../../src/shared/funnelQuestion';
import type { FunnelSheet } from '../../src/shared/funnelSheet';
import type { Tab } from '../../src/shared/tabs';
import { isSparing } from '../launch/sparing.mjs';
import { CHANGES } from '../unit/funnel/support/examples';
import { date, day, dealWith } from '../unit/support/deals';
import { AS_OF, WORKED_EXAMPLE } from '../unit/support/workedExample';
import { sampleChanges } from './support/sampleChanges';
import { samplePipeline } from './support/samplePipeline';
import { filesLine, type SheetPage } from './support/sheetPage';
import { useSheetPages } from './support/sheetPages';
import { assertAccessible, chooseTab, lookAtAllTabs, MANY, seen, sheetOf } from './support/sheets';
import { themes, type ThemeName } from './support/themeColours';

const pipeline = new Pipeline(DEFAULT_PROCESS);
for (const deal of WORKED_EXAMPLE) pipeline.set({ kind: 'deal', path: deal.path, deal, problems: [] });

/** What buttons are called that change a file or ask what to change; Other… asks for a point. */
const WRITES = /^(?:Tick|(?!Other).+…)$/;

describe('the sheet of the worked example, on the page', () => {
  const openPage = useSheetPages();
  let page: Page;
  let sheetPage: SheetPage;

  async function open(
    theme: ThemeName = 'dark',
    asked: FunnelQuestion = EVERYTHING,
    { language = 'en', width = 1100, tab = 'funnel' as Tab } = {},
  ): Promise<void> {
    ({ page, sheetPage } = await openPage(theme, { width, language, tab, calm: true }));
    const past = asked.asOf && {
      ...{ day: asked.asOf, words: 'the end of Sat 31 Jan', why: 'There is no git here.', now: AS_OF },
    };
    await sheetPage.showSheet({ ...funnelSheet(pipeline, asked, AS_OF, { past }), closed: MANY });
  }

  const lists = () => sheetPage.sent.flatMap(message => (message.type === 'list' ? [message] : []));
  const rows = (table: string) =>
    page.locator(`${table} tbody tr`).evaluateAll(all =>
      all.map(row =>
        [...row.querySelectorAll('td.count')].map(cell => {
          const copy = cell.cloneNode(true) as typeof cell;
          for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
          return copy.textContent;
        }),
      ),
    );
  const switchTo = (label: string) => page.locator('#funnel .switch label', { hasText: label }).click();

  it('has its reach, pending and lost deals, and its conversions', async () => {
    await open();
    assert.deepEqual(await rows('.funnel'), [
      ['6', '0', '0', '100% 6 of 6', '3.5 d'],
      ['6', '0', '1', '83% 5 of 6', '3.5 d'],
      ['5', '0', '0', '100% 5 of 5', '8 d'],
      ['5', '1', '0', 'too few 4 of 4', 'too few'],
      ['4', '0', '1', 'too few 3 of 4', '8 d'],
      ['3', '1', '0', 'too few 2 of 2', 'too few'],
      ['2', '0', '0', 'too few 2 of 2', 'too few'],
      ['2', '', '', '', ''],
    ]);
    assert.deepEqual(await page.locator('.funnel .worst .label').allTextContents(), [
      'Prospecting loses most',
    ]);
    assert.equal(
      await page.locator('#panel-funnel h2').textContent(),
      'Prospecting loses the most: 17% of its deals',
    );
  });

  it('has the stages that deals really entered, and those that they entered step by step', async () => {
    await open();
    await switchTo('Entered');
    const sizes = async () => (await rows('.funnel')).map(([size]) => size);
    assert.deepEqual(await sizes(), ['6', '6', '5', '4', '4', '2', '2', '2']);
    await switchTo('No skips');
    assert.deepEqual(await sizes(), ['6', '6', '5', '4', '3', '2', '1', '2']);
  });

  it('has the same in money', async () => {
    await open();
    await switchTo('EUR');
    assert.deepEqual(
      (await rows('.funnel')).slice(0, 2).map(cells => cells.slice(0, 3)),
      [
        ['€60,000', '€0', '€0'],
        ['€60,000', '€0', '€4,000'],
      ],
    );
  });

  it('has its headline', async () => {
    await open('dark', EVERYTHING, { tab: 'forecast' });
    const figures = await page.locator('.headline .figure').evaluateAll(all =>
      all.map(figure => {
        const value = figure.querySelector('.value')!.cloneNode(true) as typeof figure;
        value.querySelector('.trend')?.remove();
        return [figure.querySelector('dt')!.textContent, value.textContent];
      }),
    );
    assert.deepEqual(figures, [
      ['Open value', '€30,000'],
      ['Weighted', '€18,000'],
      ['Win rate', 'too few'],
      ['Median cycle', 'too few'],
      ['Velocity', 'too few'],
      ['Closing in Q1 2026', '–'],
    ]);
  });

  it('opens the deals behind a number, by the mouse and by the keyboard', async () => {
    await open();
    await page.locator('.funnel tbody tr').nth(1).locator('.part .behind').click();
    assert.deepEqual(lists().at(-1)!.figure, { kind: 'stage', of: 'lost', stage: 'prospecting' });
    const reached = page.locator('.funnel tbody tr').nth(2).locator('.count .behind').first();
    await reached.focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(lists().at(-1)!.figure, { kind: 'stage', of: 'reached', stage: 'qualification' });
    assert.equal(lists().at(-1)!.words, 'Qualification: reached');
  });

  it('asks for other deals, another day and another pipeline beside it', async () => {
    await open();
    await page.getByLabel('As of').fill('2026-02-01');
    await page.getByText('+ Filter').click();
    await page.getByLabel('Created').selectOption('This quarter');
    await page.getByLabel('Value from').fill('5000');
    await page.getByLabel('Value from').blur();
    assert.ok(sheetPage.sent.some(message => message.type === 'showAsOf' && message.day === '2026-02-01'));
    const asked = sheetPage.sent.flatMap(message => (message.type === 'ask' ? [message.asked] : []));
    assert.deepEqual(asked, [
      { ...EVERYTHING, filter: { from: '2026-01-01', to: '2026-03-31' } },
      { ...EVERYTHING, filter: { minValue: 5000 } },
    ]);
  });

  it('sets two choices of deals side by side', async () => {
    await open('dark', { ...EVERYTHING, filter: { maxValue: 9000 }, beside: {} });
    const heads = await page.locator('table.beside thead th').allTextContents();
    assert.deepEqual(heads, ['Figure', 'value up to 9,000', 'all deals', 'Difference']);
    const only = page.locator('footer', { hasText: 'Showing only value up to 9,000.' });
    assert.match((await only.textContent())!, /^6 files = 0 open .* 3 filtered out/);
    const deals = page.locator('table.beside tbody tr').first().locator('.behind');
    assert.deepEqual(
      (await deals.allTextContents()).map(text => text.split(',')[0]),
      ['3', '6'],
    );
    for (const [place, beside] of [false, true].entries()) {
      await deals.nth(place).click();
      assert.deepEqual([lists().at(-1)!.figure, lists().at(-1)!.beside], [{ kind: 'deals' }, beside]);
    }
  });

  it('stays where a filter leaves nothing, so that the filter can be taken back', async () => {
    await open('dark', { ...EVERYTHING, filter: { minValue: 9_999_999 } });
    await page.locator('.chosen', { hasText: 'No deals match. Clear filters.' }).waitFor();
    await page.getByRole('button', { name: 'Clear Filters (6 more)' }).click();
    assert.deepEqual(sheetPage.sent.at(-1), { type: 'ask', asked: EVERYTHING });
  });

  it('says which deals are chosen where none of its lists has that choice', async () => {
    const filter = { from: '2025-01-01', to: '2025-01-31' } as FunnelQuestion['filter'];
    await open('dark', { ...EVERYTHING, filter, beside: { minValue: 5 } });
    const chosen = (label: string) =>
      page
        .getByLabel(label, { exact: true })
        .evaluate(select => (select as unknown as { value: string }).value);
    assert.equal(await chosen('Created'), 'from 1 Jan 2025 up to 31 Jan 2025');
    assert.equal(await chosen('Compare with'), 'value from 5');
  });

  it('shows a day in the past as it was then', async () => {
    await open('dark', { ...EVERYTHING, asOf: day(30) });
    assert.equal(
      await filesLine(page.locator('main')),
      '6 files = 4 open + 1 won + 1 lost + 0 need attention + 0 other notes',
    );
    assert.deepEqual(
      (await rows('.funnel')).map(([reached]) => reached),
      ['6', '6', '4', '3', '3', '2', '1', '1'],
    );
    assert.match(
      (await page.locator('footer').textContent())!,
      /value, owner and next step where git knows them; checked criteria are today’s/,
    );
  });

  it('writes numbers and days as the language of the editor has them', async () => {
    await open('dark', { ...EVERYTHING, asOf: day(58) }, { language: 'de', tab: 'forecast' });
    assert.match((await page.locator('.headline .value').first().textContent())!, /^30\.000\s€/);
    assert.match((await page.locator('footer .as-of').textContent())!, /28\.02\.2026/);
  });

  it('moves nothing for who wants no motion, and fits a wide page', async () => {
    await open('dark', EVERYTHING, { width: 2200 });
    const moving = await page.evaluate(
      `[...document.querySelectorAll('main, main *')].filter(one => getComputedStyle(one).transitionDuration.split(', ').some(time => parseFloat(time) > 0.001) || getComputedStyle(one).animationName !== 'none').length`,
    );
    assert.equal(moving, 0);
    assert.ok(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= 2200);
  });

  it('lists the files that are no deals', async () => {
    await open();
    const withNote = new Pipeline(DEFAULT_PROCESS, [{ kind: 'note', path: 'ideas.md' }]);
    for (const deal of WORKED_EXAMPLE) withNote.set({ kind: 'deal', path: deal.path, deal, problems: [] });
    await sheetPage.showSheet(funnelSheet(withNote, EVERYTHING, AS_OF));
    await page.locator('footer').getByRole('button', { name: '1 other note' }).click();
    assert.deepEqual(sheetPage.sent.at(-1), { type: 'listFiles', of: 'note' });
  });

  it('says what to do first, of which deal and why, and does what is beside it', async () => {
    await open('dark', EVERYTHING, { tab: 'today' });
    const deals = [
      dealWith('L0', { path: 'late.md', account: 'Acme', nextStep: 'Call <b>Lee</b>', nextStepOn: day(40) }),
      dealWith('L0', { path: 'none.md', title: 'No plan' }),
      dealWith('L58', { path: 'soon.md', title: 'Soon', nextStep: 'Send it', nextStepOn: day(61) }),
    ];
    await sheetPage.showSheet(sheetOf({ deals }));
    const rows = await seen(page, '.todos > li');
    assert.match(rows[0]!, /^19 d lateCall <b>Lee<\/b>Acme · Lead generation/);
    assert.match(rows[1]!, /^–Decide what happens nextNo plan · Lead generation/);
    assert.match(rows[2]!, /^3 MarSend itSoon · Lead generation/);
    assert.equal(
      await page.locator('#panel-today h2').textContent(),
      '2 of 3 open deals need work, 1 overdue',
    );
    await page
      .getByRole('button', { name: /^Done… / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Set Step… No plan' }).click();
    const acts = sheetPage.sent.filter(({ type }) => type === 'act');
    assert.deepEqual(acts, [
      { type: 'act', action: 'completeNextStep', path: 'late.md' },
      { type: 'act', action: 'setNextStep', path: 'none.md' },
    ]);
  });

  it('calls two deals of one account by their titles', async () => {
    await open('dark', EVERYTHING, { tab: 'today' });
    const step = { nextStep: 'Send the quote', nextStepOn: day(40) };
    const deals = [
      dealWith('L0', { path: 'a.md', account: 'Acme', title: 'Acme, scanners', ...step }),
      dealWith('L0', { path: 'b.md', account: 'Acme', title: 'Acme, vans', ...step }),
      dealWith('L0', { path: 'c.md', account: 'Globex', title: 'Globex, vans', ...step }),
    ];
    await sheetPage.showSheet(sheetOf({ deals }));
    const notes = await page.locator('.todos > li .what > .note').allTextContents();
    assert.deepEqual(
      notes.map(note => note.split(' · ')[0]),
      ['Acme, scanners', 'Acme, vans', 'Globex'],
    );
  });

  it('has beside it where most is lost, and lists the deals that wait too long there', async () => {
    await open('dark', EVERYTHING, { tab: 'today' });
    const deals = [...WORKED_EXAMPLE, dealWith('L0 P1', { path: 'waits.md' })];
    await sheetPage.showSheet(sheetOf({ deals }));
    assert.match(
      (await page.locator('.one-thing').textContent())!,
      /^One thingProspecting loses the most: 17% of its deals\. 1 open deal is past the limit there\./,
    );
    await page.locator('.one-thing button').click();
    assert.deepEqual(
      sheetPage.sent.findLast(({ type }) => type === 'list'),
      {
        type: 'list',
        figure: { kind: 'condition', is: 'stalled', stage: 'prospecting' },
        words: 'Stalled in Prospecting',
        beside: false,
      },
    );
  });

  it('says what its parts are worth in one sum only where the team has a rate for all of it', async () => {
    await open('dark', EVERYTHING, { tab: 'today' });
    const inCurrency = (currency: string) =>
      dealWith('L58', {
        ...{ path: `${currency}.md`, title: currency, nextStep: 'Call', nextStepOn: day(61) },
        value: { amount: 1000, currency },
      });
    const process = makeProcess({ currency: 'EUR', rates: new Map([['GBP', 1.2]]) });
    const heading = page.locator('#todo-next');
    await sheetPage.showSheet(sheetOf({ deals: ['EUR', 'GBP'].map(inCurrency), process }));
    assert.equal(await heading.textContent(), 'Next 7 days 2 · ≈ €2,200');
    await sheetPage.showSheet(sheetOf({ deals: ['EUR', 'GBP', 'USD'].map(inCurrency), process }));
    assert.equal(await heading.textContent(), 'Next 7 days 3 · €1,000 + £1,000 + $1,000');
  });

  it('shows all that comes within a week, some at first', async () => {
    await open('dark', EVERYTHING, { tab: 'today' });
    const coming = (n: number) =>
      dealWith('L58', {
        path: `${n}.md`,
        title: `Soon ${n}`,
        nextStep: `Call ${n}`,
        nextStepOn: day(61),
        value: { amount: 1000, currency: n > 5 ? 'GBP' : 'EUR' },
      });
    const rows = page.locator('.todos > li');
    await sheetPage.showSheet(sheetOf({ deals: [1, 2, 3, 4, 5].map(coming) }));
    assert.equal(await rows.count(), 5);
    const more = page.getByRole('button', { name: /^Show \d+ More$/ });
    assert.equal(await more.count(), 0);
    await sheetPage.showSheet(sheetOf({ deals: [1, 2, 3, 4, 5, 6, 7].map(coming) }));
    assert.equal(await page.locator('#todo-next').textContent(), 'Next 7 days 7 · €5,000 + £2,000');
    assert.equal(await rows.count(), 5);
    assert.equal(await more.textContent(), 'Show 2 More');
    await more.click();
    assert.equal(await rows.count(), 7);
    assert.equal(await more.count(), 0);
  });

  it('says what is missing to the quota, or that nothing is', async () => {
    await open('dark', EVERYTHING, { tab: 'today' });
    const deals = [dealWith('L0 won58', { path: 'won.md', value: { amount: 5000, currency: 'EUR' } })];
    const says = async (amount: number) => {
      const quota = new Map([['2026-Q1', { amount, currency: 'EUR' }]]);
      await sheetPage.showSheet(sheetOf({ deals, process: makeProcess({ quota }) }));
      return (await seen(page, '.this-quarter .part-sum')).at(-1);
    };
    assert.equal(await says(7000), '€2,000 gap');
    assert.equal(await says(4000), 'no gap');
  });

  it('says what has changed since Monday, with the deals', async () => {
    await open('dark', EVERYTHING, { tab: 'today' });
    const deals = [
      dealWith('L0 P57', { path: 'on.md', title: 'Moved on' }),
      dealWith('L0 won58', { path: 'won.md', title: 'Won', value: { amount: 5000, currency: 'EUR' } }),
    ];
    await sheetPage.showSheet(sheetOf({ deals }));
    const changes = page.locator('.changes');
    assert.deepEqual(await seen(page, '.changes .line'), [
      ...['New 0', 'Moved on 1', 'Moved back 0', 'Won 1', 'Lost 0', 'Close date pushed 0', 'Activities 0'],
    ]);
    await changes.locator('summary').getByText('Won', { exact: true }).click();
    await changes.getByText('€5,000').waitFor();
    await changes.getByRole('button', { name: 'Won' }).click();
    assert.deepEqual(sheetPage.sent.at(-1), { type: 'openFile', path: 'won.md' });
  });

  it('is a drawing that needs no page, a picture, and a page to print', async () => {
    await open();
    for (const name of ['SVG', 'PNG', 'Printable']) {
      await page.locator('.export summary').click();
      await page.getByRole('button', { name }).click();
    }
    // What the page waits for is said, and is none of what is printed.
    const awaited = page.getByRole('status').getByText('Finding out what changed, for the printable page…');
    await awaited.waitFor();
    await sheetPage.showChanges(CHANGES);
    await awaited.waitFor({ state: 'detached' });
    const saved = () => sheetPage.sent.flatMap(message => (message.type === 'save' ? [message] : []));
    while (saved().length < 3) await page.evaluate('new Promise(requestAnimationFrame)');
    const of = (format: string) => saved().find(one => one.format === format)!.content;
    assert.match(of('svg'), /^<svg [^>]*xmlns=.*Needs analysis.*<\/svg>$/s);
    assert.doesNotMatch(of('svg'), /var\(|class=/);
    const words = [...of('svg').matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    for (const text of ['Prospecting', '1 lost', 'Went on', 'Still open: no further yet', 'Lost here'])
      assert.ok(words.includes(text), `${text} is not in ${words.join('; ')}`);
    assert.equal(Buffer.from(of('png'), 'base64').subarray(1, 4).toString(), 'PNG');
    assert.match(of('html'), /^<main .*How far deals get.*<\/main>$/s);
    assert.doesNotMatch(of('html'), /<button|<script|<form|Finding out/);
  });

  it('says how a figure has changed, in one sum at the team’s rates with what that is made of', async () => {
    const deals = [
      dealWith('L0', { path: 'a.md', value: { amount: 10_000, currency: 'EUR' } }),
      dealWith('L95', { path: 'b.md', value: { amount: 5000, currency: 'GBP' } }),
      dealWith('L95', { path: 'c.md', value: { amount: 1, currency: 'USD' } }),
    ];
    const process = makeProcess({ currency: 'EUR', rates: new Map([['GBP', 1.2]]) });
    await open('dark', EVERYTHING, { tab: 'forecast' });
    await sheetPage.showSheet(sheetOf({ deals, process, asOf: date('2026-04-10') }));
    const text = (selector: string) =>
      page
        .locator('.headline .figure')
        .first()
        .locator(selector)
        .evaluateAll(all => all.map(one => one.textContent));
    assert.deepEqual(await text('.value > .amount'), ['≈ €16,000']);
    assert.deepEqual(await text('.made-of'), ['€10,000£5,000$1without USD: no rate']);
    assert.deepEqual(await text('.trend'), ['+€6,000 (+60%) since 31 Mar']);
    assert.equal(await page.locator('.headline .figure').last().locator('.trend').count(), 0);
  });

  it('has a menu for all that can be saved, which closes by Esc, by a choice, and by a click or the focus elsewhere', async () => {
    await open();
    const menu = page.locator('.export .menu');
    const openMenu = async () => {
      await page.locator('.export summary').click();
      await menu.waitFor();
    };
    await openMenu();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'SUMMARY');
    await openMenu();
    await page.locator('h1').first().click();
    await menu.waitFor({ state: 'hidden' });
    await openMenu();
    await menu.getByRole('button').last().focus();
    await page.keyboard.press('Tab');
    await menu.waitFor({ state: 'hidden' });
    await openMenu();
    await menu.getByRole('button').first().click();
    await menu.waitFor({ state: 'hidden' });
    assert.equal(sheetPage.sent.at(-1)!.type, 'copy');
  });

  it('gives every stop of the Tab key a name, and has at most sixty of them before a tab ends', async () => {
    await open();
    await sheetPage.showChanges(CHANGES);
    await lookAtAllTabs(page, async tab => {
      const stops = await stopsOf(page);
      assert.ok(stops.length > 8, tab);
      assert.deepEqual(
        stops.filter(stop => stop),
        [],
      );
    });
    const sample = samplePipeline(AS_OF);
    await sheetPage.showSheet(funnelSheet(sample, EVERYTHING, AS_OF));
    await sheetPage.showChanges(sampleChanges(sample, AS_OF));
    await lookAtAllTabs(page, async tab => {
      const { length } = await stopsOf(page);
      assert.ok(length <= 60, `${length} in ${tab}`);
    });
  });

  it('has its tabs as one stop of the Tab key, and keeps the tab for when it is back', async () => {
    await open();
    await page.getByRole('tab', { name: 'Funnel' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#panel-time').waitFor();
    assert.equal(await page.locator('#panel-funnel').isVisible(), false);
    assert.equal(await page.getByRole('tab', { selected: true }).textContent(), 'Time in stage');
    assert.equal(((await sheetPage.state()) as { tab: string }).tab, 'time');
    await page.getByRole('button', { name: 'Skip to Content' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), 'panel-time');
  });

  it('goes where a command leads, each time', async () => {
    await open();
    const goTo = (tab: Tab) =>
      sheetPage.show({
        ...{ type: 'show', pipelines: [{ id: 'file:///deals', name: 'deals' }], chosen: 'file:///deals' },
        content: { kind: 'sheet', sheet: { ...funnelSheet(pipeline, EVERYTHING, AS_OF), closed: MANY } },
        goTo: tab,
      });
    await goTo('forecast');
    await page.locator('#panel-forecast').waitFor();
    await chooseTab(page, 'Process');
    await goTo('forecast');
    await page.locator('#panel-forecast').waitFor();
    await sheetPage.loadAgain();
    await goTo('time');
    await page.locator('#panel-time').waitFor();
    assert.equal(await page.locator('.panel').count(), 1, 'only what is looked at is drawn');
  });

  it('grows with the pipeline: what rests on closed deals comes when there are enough of them', async () => {
    await open('dark', EVERYTHING, { tab: 'process' });
    await sheetPage.showSheet(funnelSheet(pipeline, EVERYTHING, AS_OF));
    await page.locator('#panel-today').waitFor();
    assert.deepEqual(await page.getByRole('tab').allTextContents(), ['Today', 'Changes', 'Forecast']);
    await page
      .getByText('Funnel, time in stage, process and what-if appear after 5 closed deals; you have 4.')
      .waitFor();
  });

  it('cannot be taken for today on a day in the past, and leads back', async () => {
    await open('dark', { ...EVERYTHING, asOf: day(30) });
    const words =
      'The pipeline as of the end of Sat 31 Jan, not now. Nothing here can be changed. There is no git here.';
    await page.locator('.past', { hasText: words }).waitFor();
    assert.equal(await page.getByLabel('As of').inputValue(), day(30));
    await page.getByRole('button', { name: 'Back to Now' }).click();
    assert.deepEqual(sheetPage.sent.at(-1), { type: 'showAsOf', day: null });
  });

  it('cannot be taken for all where not all files have been read, and leads on to the rest', async () => {
    await open();
    const show = (sheet: FunnelSheet, partial: { readonly read: number; readonly of?: number }) =>
      sheetPage.show({
        ...{ type: 'show', pipelines: [{ id: 'file:///deals', name: 'deals' }], chosen: 'file:///deals' },
        content: { kind: 'sheet', sheet, partial },
      });
    const notAll = page.locator('.not-all');
    await show(funnelSheet(pipeline, EVERYTHING, AS_OF), { read: 3000, of: 10_000 });
    await notAll.getByText('Only 3,000 of 10,000 files have been read, so deals are missing here.').waitFor();
    assert.equal(await page.locator('footer').count(), 1);
    await assertAccessible(page, '.not-all');
    await notAll.getByRole('button', { name: 'Read the Rest' }).click();
    assert.deepEqual(sheetPage.sent.at(-1), { type: 'readRest' });
    // Where nothing is read yet, there may be deals all the same.
    await show(funnelSheet(new Pipeline(pipeline.process), EVERYTHING, AS_OF), { read: 0 });
    await notAll.getByText('Not all files have been read, so deals are missing here.').waitFor();
    assert.equal(await page.getByText('No deals yet').count(), 0);
    await sheetPage.showSheet(funnelSheet(pipeline, EVERYTHING, AS_OF));
    assert.equal(await notAll.count(), 0);
  });

  it('has no button that writes on a day in the past', async () => {
    const asked = { ...EVERYTHING, asOf: day(30) };
    const attention = [{ path: 'broken.md', reason: 'No stage.', line: 1 }];
    const past = { day: day(30), words: 'the end of Sat 31 Jan', why: null, now: AS_OF };
    await open('dark', asked, { tab: 'today' });
    const writing = async (at: typeof past | null) => {
      const sheet = { ...funnelSheet(pipeline, asked, AS_OF, { past: at }), attention, toFix: 1 };
      await sheetPage.showSheet({ ...sheet, closed: MANY });
      const found: string[] = [];
      await lookAtAllTabs(page, async () => {
        const names = await page.getByRole('button').allTextContents();
        found.push(...names.map(name => name.trim()).filter(name => WRITES.test(name)));
      });
      return [...new Set(found)].sort();
    };
    const now = ['Fix…', 'Hold…', 'More…', 'Move…', 'Set Forecast Call…', 'Set Step…'];
    assert.deepEqual(await writing(null), now);
    assert.deepEqual(await writing(past), []);
  });

  it('is dark on white in a picture, whatever the theme, with the pipeline’s name, and the page stays as it is', async () => {
    await open('hc-dark');
    const colours = () =>
      page.evaluate('getComputedStyle(document.body).backgroundColor + document.body.className');
    const before = await colours();
    await page.locator('.export summary').click();
    await page.getByRole('button', { name: 'SVG' }).click();
    const saved = () => sheetPage.sent.find(message => message.type === 'save');
    while (!saved()) await page.evaluate('new Promise(requestAnimationFrame)');
    const svg = saved()!.content;
    assert.match(svg, /^<svg [^>]*><rect [^>]*fill="rgb\(255, 255, 255\)"/);
    for (const text of ['deals', 'Prospecting', '83% 5 of 6']) assert.match(svg, new RegExp(`>${text}[ <]`));
    assert.equal(await colours(), before);
  });

  it('says what a number means when it is pointed at', async () => {
    await open();
    await page.locator('.funnel thead').getByText('Still open').hover();
    await page.locator('.tip', { hasText: 'Open deals that reached this stage' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.tip').waitFor({ state: 'detached' });
  });

  it('has a definition on hover for every number in a table and in the what-if', async () => {
    await open('dark', { ...EVERYTHING, beside: {}, filter: { maxValue: 15_000 } });
    await sheetPage.showChanges(CHANGES);
    await lookAtAllTabs(page);
    for (const details of await page.locator('details:not(.opens)').all())
      await details.evaluate(one => one.setAttribute('open', ''));
    const bare = await page
      .locator('main td:not(.plot), main .number, main .figure, main dd')
      .evaluateAll(cells =>
        cells
          .filter(({ textContent }) => /\d/.test(textContent ?? ''))
          .filter(cell => !cell.closest('[data-tip]') && !cell.querySelector('[data-tip]'))
          .map(({ outerHTML }) => outerHTML),
      );
    assert.deepEqual(bare, []);
  });

  it('has a definition for every number', async () => {
    await open();
    await sheetPage.showChanges(CHANGES);
    await lookAtAllTabs(page);
    const missing = await page
      .locator('[data-tip]')
      .evaluateAll(all =>
        all
          .map(one => one.getAttribute('data-tip'))
          .filter(key => !all[0]!.ownerDocument.getElementById(`definition-${key}`)),
      );
    assert.deepEqual(missing, []);
  });

  for (const [at, theme] of (Object.keys(themes) as ThemeName[]).entries()) {
    it(`has nothing that axe finds with two choices side by side, in ${theme}`, async () => {
      await open(theme, { ...EVERYTHING, beside: {}, filter: { maxValue: 15_000 } });
      const tabs = await page.getByRole('tab').allTextContents();
      // Each tab by itself is in each theme in accessible.test.ts.
      for (const tab of tabs.filter(
        (_, place) => !isSparing() || place % Object.keys(themes).length === at,
      )) {
        await chooseTab(page, tab);
        await assertAccessible(page, 'html');
      }
    });
  }
});

/** All stops of the Tab key, in order: what one is that has no name, and nothing for those that have one. */
async function stopsOf(page: Page): Promise<string[]> {
  await page.evaluate('document.activeElement?.blur(); window.getSelection()?.collapse(document.body, 0)');
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<string>(`(() => {
      const { activeElement: at } = document;
      const name = at.ariaLabel || at.textContent?.trim() || at.title || at.labels?.[0]?.textContent;
      const isStop = at.matches('a, button, input, select, summary, [role]') || at.classList.contains('defined');
      return at === document.body ? 'BODY' : name && isStop ? '' : at.outerHTML.slice(0, 120);
    })()`);
    if (stop === 'BODY' || stops.length > 500) return stops;
    stops.push(stop);
  }
}
