import assert from 'node:assert/strict';
import { parse } from 'papaparse';
import { unguardedOwn } from '../../../../src/core/intake/cells';
import { dealRows, dealsAsCsv, isDayColumn } from '../../../../src/core/text/dealTable';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealsAsJsonLines, listAsJson } from '../../../../src/core/exchange/json/list';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { excelFile } from '../../../../src/files/tables/excelFile';
import { sentenceOf } from '../../../../src/words/sentence';
import { forAllInTime } from '../../support/property';
import { anyDealFiles } from './support/dealFiles';
import { Importing, saidOf, TODAY } from './support/importing';

function exported(deals: readonly Deal[]): string {
  const index = new Pipeline(DEFAULT_PROCESS);
  for (const deal of deals) index.set({ kind: 'deal', path: deal.path, deal, problems: [] });
  return JSON.stringify(listAsJson('deals', { pipeline: index, leftOut: 0 }, deals, TODAY, sentenceOf));
}

const asExcel = (deals: readonly Deal[]) => excelFile('Deals', dealRows(deals, TODAY), isDayColumn);

/** A team whose deals are in euros, unless they say otherwise: those without a currency stay without one. */
const TEAM = { 'sales-process.yaml': 'currency: EUR\n' };

const byPath = (deals: readonly Deal[]) => deals.toSorted((a, b) => (a.path < b.path ? -1 : 1));

describe('our own export', function () {
  this.timeout(60_000);

  for (const separator of [',', ';'] as const) {
    it(`as CSV with “${separator}” gives the same deals again`, () =>
      forAllInTime(anyDealFiles, async deals => {
        const csv = dealsAsCsv(deals, TODAY, separator);
        const into = new Importing(separator === ';' ? TEAM : {});
        const { plan } = await into.take('deals.csv', csv);
        assert.deepEqual(saidOf([...plan.notTaken, ...plan.noted]), []);
        assert.deepEqual(
          saidInCells(dealsAsCsv(byPath(into.deals), TODAY)),
          saidInCells(dealsAsCsv(byPath(deals), TODAY)),
        );
      }));
  }

  it('as an Excel file gives the same deals again', () =>
    forAllInTime(
      anyDealFiles,
      async deals => {
        const into = new Importing();
        const { plan } = await into.take('deals.xlsx', await asExcel(deals));
        assert.deepEqual(saidOf([...plan.notTaken, ...plan.noted]), []);
        assert.deepEqual(
          saidInCells(dealsAsCsv(byPath(into.deals), TODAY)),
          saidInCells(dealsAsCsv(byPath(deals), TODAY)),
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
      forAllInTime(anyDealFiles, async deals => {
        const into = new Importing(name === 'deals.jsonl' ? TEAM : {});
        const { plan } = await into.take(name, write(deals));
        assert.deepEqual(saidOf([...plan.notTaken, ...plan.noted]), []);
        assert.deepEqual(JSON.parse(exported(byPath(into.deals))), JSON.parse(exported(byPath(deals))));
      }));
  }
});

/** How long a deal was in its stage follows from the history, which a table doesn't have; nor can it tell a text -7 from the number. */
function saidInCells(csv: string): readonly (readonly string[])[] {
  const { data } = parse<string[]>(csv, { delimiter: ',' });
  const at = data[0]!.indexOf('days_in_stage');
  return data.map(row => row.toSpliced(at, 1).map(unguardedOwn));
}
