import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dealRows, dealsAsCsv, isDayColumn } from '../../../../src/core/text/dealTable';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealsAsJsonLines, listAsJson } from '../../../../src/core/exchange/json/list';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { excelFile } from '../../../../src/files/tables/excelFile';
import { sentenceOf } from '../../../../src/words/sentence';
import { anyDeal } from '../../support/pipelines';
import { forAllInTime } from '../../support/property';
import { Importing, saidOf, TODAY } from './support/importing';

/** Titles that a table could break at, or take for something else. */
const title = fc.oneof(
  fc.constantFrom(
    'Acme',
    '=1+2',
    '-7',
    '+49',
    '@home',
    "'tis",
    'a;b,c "d"',
    'null',
    '2026-01-01',
    '1e3',
    '00012',
    'Zoë 🎉',
  ),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .map(text => `T ${text.replace(/[\p{C}\s]+/gu, ' ').trim()}`.trim()),
);

/** A pipeline as it can be in files: no two of a path, and no deal that contradicts itself. */
const pipeline = fc
  .array(fc.tuple(anyDeal, title), { maxLength: 10 })
  .map(all =>
    all.map(([deal, name], at): Deal =>
      tidy({ ...deal, title: name, path: `${at % 2 ? 'closed/' : ''}d${at}.md` }),
    ),
  );

function tidy(deal: Deal): Deal {
  const { status, closedOn, history } = deal;
  const isOpen = status === 'open';
  return {
    ...deal,
    closedOn: isOpen ? undefined : closedOn,
    // Of a closed deal nobody sets one.
    probability: isOpen ? deal.probability : undefined,
    history: history.map(event => ({ ...event })),
  };
}

function exported(deals: readonly Deal[]): string {
  const index = new Pipeline(DEFAULT_PROCESS);
  for (const deal of deals) index.set({ kind: 'deal', path: deal.path, deal, problems: [] });
  return JSON.stringify(listAsJson('deals', { pipeline: index, leftOut: 0 }, deals, TODAY, sentenceOf));
}

const asExcel = (deals: readonly Deal[]) => excelFile('Deals', dealRows(deals, TODAY), isDayColumn);

const byPath = (deals: readonly Deal[]) => deals.toSorted((a, b) => (a.path < b.path ? -1 : 1));

describe('our own export', function () {
  this.timeout(60_000);

  for (const separator of [',', ';'] as const) {
    it(`as CSV with “${separator}” gives the same deals again`, () =>
      forAllInTime(
        pipeline.filter(all => all.length > 0),
        async deals => {
          const csv = dealsAsCsv(deals, TODAY, separator);
          const into = new Importing();
          const { plan } = await into.take('deals.csv', csv);
          assert.deepEqual(saidOf([...plan.notTaken, ...plan.noted]), []);
          const again = dealsAsCsv(byPath(into.deals), TODAY, separator);
          // How long it was in its stage follows from the history, which a table doesn't have.
          assert.deepEqual(
            withoutDays(again, separator),
            withoutDays(dealsAsCsv(byPath(deals), TODAY, separator), separator),
          );
        },
      ));
  }

  it('as an Excel file gives the same deals again', () =>
    forAllInTime(
      pipeline.filter(all => all.length > 0),
      async deals => {
        const into = new Importing();
        const { plan } = await into.take('deals.xlsx', await asExcel(deals));
        assert.deepEqual(saidOf([...plan.notTaken, ...plan.noted]), []);
        assert.deepEqual(
          withoutDays(dealsAsCsv(byPath(into.deals), TODAY), ','),
          withoutDays(dealsAsCsv(byPath(deals), TODAY), ','),
        );
      },
      // Packing and unpacking takes its time.
      30,
    ));

  for (const [name, write] of Object.entries({
    'deals.json': exported,
    'deals.jsonl': (deals: readonly Deal[]) => dealsAsJsonLines(deals, TODAY),
  })) {
    it(`as ${name} gives the same deals again, with their histories`, () =>
      forAllInTime(
        pipeline.filter(all => all.length > 0),
        async deals => {
          const into = new Importing();
          const { plan } = await into.take(name, write(deals));
          assert.deepEqual(saidOf([...plan.notTaken, ...plan.noted]), []);
          assert.deepEqual(JSON.parse(exported(byPath(into.deals))), JSON.parse(exported(byPath(deals))));
        },
      ));
  }
});

function withoutDays(csv: string, separator: string): string[] {
  const [heads = '', ...lines] = csv.split('\r\n');
  const at = heads.split(separator).indexOf('days_in_stage');
  // Behind it only the recurrence stands, of which these deals have none.
  return lines.map(line =>
    line
      .split(separator)
      .filter((_, index, all) => index - all.length !== at - heads.split(separator).length)
      .join(separator),
  );
}
