import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { isList, propertyOf } from '../../src/core/fields/table';
import {
  CHOICE_KEYS,
  fieldOf,
  FILTER_KEYS,
  kindOf,
  type ChoiceKey,
  type DealFilter,
} from '../../src/core/filter/table';
import { Pipeline } from '../../src/core/pipeline/pipeline';
import { makeProcess } from '../../src/core/process/process';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import { filterWords } from '../../src/words/filter';
import { date } from '../unit/support/deals';
import { ONE_OF_EACH } from '../unit/support/filters';
import { AS_OF, WORKED_EXAMPLE } from '../unit/support/workedExample';
import { assertAccessible, assertFits } from './support/sheets';
import type { SheetPage } from './support/sheetPage';
import { useSheetPages } from './support/sheetPages';

const process = makeProcess({ stages: { proposal: { label: 'Offer' } } });
const NAMES = CHOICE_KEYS.filter(key => kindOf(key) === 'names');
/** What is chosen by names has one name in all deals. */
const named = Object.fromEntries(
  NAMES.map(key => [propertyOf(fieldOf(key)), isList(fieldOf(key)) ? ['Acme'] : 'Acme']),
);
const pipeline = new Pipeline(
  process,
  WORKED_EXAMPLE.map(deal => ({
    ...{ kind: 'deal', path: deal.path, problems: [] },
    deal: { ...deal, ...named },
  })),
);

/** A filter that asks for one thing of each kind. */
const FULL: Required<DealFilter> = { ...ONE_OF_EACH, to: date('2026-03-31'), minValue: 100 };
const { label } = filterWords('en');

describe('the chooser of deals, on the page', () => {
  const openPage = useSheetPages();
  let page: Page;
  let sheetPage: SheetPage;

  const show = (filter: DealFilter) =>
    sheetPage.showSheet(funnelSheet(pipeline, { ...EVERYTHING, filter }, AS_OF));
  async function open(filter: DealFilter = {}, width = 1100): Promise<void> {
    ({ page, sheetPage } = await openPage('dark', { width, calm: true }));
    await show(filter);
  }
  const asked = () =>
    sheetPage.sent.flatMap(message => (message.type === 'ask' ? [message.asked.filter] : []));
  const inSight = () =>
    page
      .locator('.filters')
      .evaluate(form =>
        [...form.querySelectorAll('select, input, summary')]
          .filter(one => one.checkVisibility())
          .map(
            one =>
              one.getAttribute('aria-label') ??
              one.parentElement!.querySelector('span, summary')?.textContent,
          ),
      );

  it('has whose deals they are in sight, and the rest behind one word', async () => {
    await open();
    const calm = ['Owner', '+ Filter'];
    assert.deepEqual(await inSight(), calm);
    await page.getByText('+ Filter').click();
    assert.deepEqual((await inSight()).slice(calm.length), [
      'Created',
      ...['source', 'tag', 'stage', 'status', 'currency'].map(key => label(key as ChoiceKey)),
      ...NAMES.filter(key => !['owner', 'source', 'tag'].includes(key)).map(label),
      ...['Text', 'Value from', 'to', 'Closing'],
      ...['Stalled', 'Idle', 'Next step overdue', 'No next step', 'Without archived'],
      ...['Compare with', 'Change since'],
    ]);
  });

  it('asks for each kind of filter', async () => {
    await open();
    await page.getByText('+ Filter').click();
    const select = (label: string, option: string) =>
      page.getByLabel(label, { exact: true }).selectOption(option);
    await select('Created', 'This quarter');
    for (const key of NAMES) await select(label(key), 'Acme');
    await select('Stage', 'Offer');
    await select('Status', 'Open');
    await select('Currency', 'EUR');
    await select('Closing', 'This quarter');
    for (const [label, text] of [
      ['Text', ' acme '],
      ['Value from', '100'],
      ['to', '20000.5'],
    ] as const) {
      await page.getByLabel(label, { exact: true }).fill(text);
      await page.getByLabel(label, { exact: true }).blur();
    }
    for (const label of ['Stalled', 'Idle', 'Next step overdue', 'No next step', 'Without archived'])
      await page.getByLabel(label, { exact: true }).check();
    // The page is told nothing new in between: each asks for itself alone.
    const all = Object.assign({}, ...asked()) as DealFilter;
    assert.deepEqual(all, FULL);
    assert.deepEqual(Object.keys(FULL).toSorted(), FILTER_KEYS.toSorted());
  });

  it('asks for amounts as files may have them, whatever is typed', async () => {
    await open();
    await page.getByText('+ Filter').click();
    const amount = page.getByLabel('Value from', { exact: true });
    for (const typed of ['-5', '1e300']) {
      await amount.fill(typed);
      await amount.blur();
    }
    assert.deepEqual(asked(), [{ minValue: 0 }, { minValue: Number.MAX_SAFE_INTEGER }]);
  });

  it('shows what is asked for, part by part, and takes single parts back', async () => {
    await open(FULL);
    const chips = page.locator('.chip');
    // A window of days or of values is one part, and the owner has a place of its own.
    assert.equal(await chips.count(), FILTER_KEYS.length - 3);
    await page.getByText('+ Filter').click();
    const valueOf = (label: string) => page.getByLabel(label, { exact: true }).inputValue();
    assert.deepEqual(await Promise.all(['Stage', 'Account', 'Text', 'to', 'Closing'].map(valueOf)), [
      ...['proposal', 'Acme', 'acme', '20000.5', 'quarter'],
    ]);
    await page.getByLabel('Stalled', { exact: true }).uncheck();
    const { stalled, ...others } = FULL;
    assert.ok(stalled);
    assert.deepEqual(asked().at(-1), others);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove filter: stage Offer' }).click();
    const { stage, ...withoutStage } = FULL;
    assert.ok(stage);
    assert.deepEqual(asked().at(-1), withoutStage);
    await page.getByRole('button', { name: /^Remove filter: created/ }).click();
    const { from, to, ...anyDay } = FULL;
    assert.ok(from && to);
    assert.deepEqual(asked().at(-1), anyDay);
    await show({ owner: ['Acme'] });
    await chips.first().waitFor({ state: 'detached' });
  });

  it('shows several names that were chosen elsewhere, and one that no deal has', async () => {
    await open({ owner: ['dana', 'Acme'], stage: ['proposal', 'closing'], source: ['gone'] });
    const chosen = (label: string) =>
      page.getByLabel(label, { exact: true }).locator('option:checked').textContent();
    assert.deepEqual(await Promise.all(['Owner', 'Stage', 'Source'].map(chosen)), [
      ...['dana or Acme', 'Offer or Closing', 'gone'],
    ]);
    await page.getByLabel('Owner', { exact: true }).selectOption('All');
    assert.deepEqual(asked().at(-1), { stage: ['proposal', 'closing'], source: ['gone'] });
  });

  it('remembers the pipeline and the filter, also while pipelines are being looked for', async () => {
    await open();
    await page.getByLabel('Owner', { exact: true }).selectOption('Acme');
    const content = { kind: 'loading', filesRead: 0 } as const;
    await sheetPage.show({ type: 'show', pipelines: [], content });
    await page.locator('footer').waitFor({ state: 'detached' });
    assert.deepEqual(await sheetPage.state(), {
      pipeline: 'file:///deals',
      asked: { ...EVERYTHING, filter: { owner: ['Acme'] } },
      tab: 'today',
    });
  });

  it('fits a narrow page, open and closed, with nothing that axe finds', async () => {
    await open({}, 300);
    await assertFits(page);
    await page.getByText('+ Filter').click();
    await assertFits(page);
    const gaps = await page.locator('.more .menu .choice').evaluateAll(all => {
      const boxes = all.map(one => one.getBoundingClientRect());
      return boxes.slice(1).map(({ top }, at) => top - boxes[at]!.bottom);
    });
    assert.ok(Math.min(...gaps) >= 6, `no row touches the next: ${gaps.join(', ')}`);
    await page.screenshot({ path: 'out/artifacts/filters-300.png' });
    await assertAccessible(page, '.page-head');
  });
});
