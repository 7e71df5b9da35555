import assert from 'node:assert/strict';
import { excelOf, sheetOf } from './support/excel';
import { Importing } from './support/importing';

const ROWS = [
  ['ID', 'Deal', 'Company', 'Stage', 'Value'],
  ['1', 'Acme', 'Acme Corp', 'Proposal', '5'],
  ['2', 'Globex', 'Globex Inc', 'Demo', '6'],
];
const csv = (rows: readonly (readonly string[])[]) => rows.map(row => `${row.join()}\n`).join('');

/** Tables of which some columns have no heading. */
const TABLES: Readonly<Record<string, string | Uint8Array>> = {
  'begins in the third column': csv(ROWS.map(row => ['', '', ...row])),
  'has its numbers in front, as pandas writes them': csv(
    ROWS.map((row, at) => [at ? String(at - 1) : '', ...row]),
  ),
  'has an empty column in the middle': csv(ROWS.map(([id, ...row]) => [id!, '', ...row])),
  'has one without a name in the middle': csv(ROWS.map(([id, ...row], at) => [id!, at ? 'x' : '', ...row])),
  'ends with empty columns': csv(ROWS.map(row => [...row, '', ''])),
  'begins in the third column of a sheet': excelOf([sheetOf(ROWS.map(row => ['', '', ...row]))]),
};

describe('a table in which a column has no heading', () => {
  for (const [what, table] of Object.entries(TABLES))
    it(`is imported, and known again, where it ${what}`, async () => {
      const into = new Importing();
      await into.take('deals.csv', table);
      assert.deepEqual(into.told, {
        Acme: 'Acme Corp | - | proposal open | 5 XXX | - - - | deals:1',
        Globex: 'Globex Inc | - | needs-analysis open | 6 XXX | - - - | deals:2',
      });
      const before = into.files.all;
      const { plan } = await into.take('deals.csv', table);
      assert.deepEqual([plan.matched.length, plan.mappingBy], [2, 'kept']);
      assert.deepEqual(into.files.all, before);
    });
});

describe('the foot of a report', () => {
  it('is none of its rows, also where a comma cuts it', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'report.csv',
      `${csv(ROWS)}Grand Totals (2 records)\nCopyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\nConfidential Information - Do Not Distribute,,\n`,
    );
    assert.deepEqual([Object.keys(into.told), plan.notTaken], [['Acme', 'Globex'], []]);
  });
});
