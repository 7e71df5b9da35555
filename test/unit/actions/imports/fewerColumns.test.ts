import assert from 'node:assert/strict';
import { Importing, saidOf, TODAY } from './support/importing';
import { dealRows, dealsAsCsv } from '../../../../src/core/text/dealTable';
import { excelFile } from '../../../../src/files/tables/excelFile';

const file = (title: string, more = '') =>
  `---\ntitle: ${title}\naccount: Acme\nstage: proposal\nvalue: 100\ncreated: 2026-09-01\n${more}---\n`;
const FILES = { 'd1.md': file('Scanners'), 'north/d2.md': file('Robots', 'source_id: hubspot:7\n') };

/** A pipeline, and its export with some columns. */
async function exported(columns: readonly string[], files: Readonly<Record<string, string>> = FILES) {
  const into = new Importing(files);
  await into.plan('none.csv', 'Title,Stage\nx,Proposal\n');
  return { into, csv: dealsAsCsv(into.deals, TODAY, ',', columns) };
}

describe('our own export with some of its columns', () => {
  for (const columns of [
    ['path', 'title', 'stage', 'amount'],
    ['path', 'title', 'stage', 'status', 'amount', 'currency', 'close_date'],
    ['title', 'path', 'stage', 'region'],
    ['title', 'account', 'created', 'stage', 'source_id', 'days_in_stage'],
  ])
    it(`is read as ours, and changes what is changed: ${columns.join()}`, async () => {
      const { into, csv } = await exported(columns);
      const before = into.files.all;
      const { plan } = await into.take('part.csv', csv);
      assert.deepEqual([plan.matched.length, plan.fresh, plan.notTaken], [2, [], []]);
      for (const [name, text] of Object.entries(before)) assert.equal(into.files.all[name], text);
      const { plan: last } = await into.take('part.csv', csv.replace(/proposal/g, 'closing'));
      assert.deepEqual(
        last.matched.map(({ differences }) => differences.map(({ field }) => field)),
        [['stage'], ['stage']],
      );
    });

  it('is so as an Excel file', async () => {
    const { into } = await exported([]);
    const rows = dealRows(into.deals, TODAY, ['path', 'title', 'stage']);
    const { plan } = await into.take('part.xlsx', await excelFile('Deals', rows, () => false));
    assert.deepEqual([plan.matched.length, plan.fresh], [2, []]);
  });

  it('finds a deal that has another title here by its path and day; without the day it says which one it may be', async () => {
    const full = await exported(['path', 'title', 'stage', 'created']);
    const part = await exported(['path', 'title', 'stage']);
    for (const { into } of [full, part])
      into.files.write('/team/deals/d1.md', FILES['d1.md'].replace('Scanners', 'Printers'));
    const { plan } = await full.into.take('part.csv', full.csv);
    assert.deepEqual(
      plan.matched.map(({ there, differences }) => [there.deal.path, differences.map(({ field }) => field)]),
      [
        ['d1.md', ['title']],
        ['north/d2.md', []],
      ],
    );
    const { plan: unsure } = await part.into.take('part.csv', part.csv);
    assert.deepEqual([unsure.matched.length, unsure.fresh], [1, []]);
    assert.deepEqual(saidOf(unsure.notTaken), [
      '2: The deal at its path has another title here: d1.md. If it’s that deal, give it the same title in the table; to create another one, import duplicates, too (--make-duplicates).',
    ]);
    const wished = await part.into.plan('part.csv', part.csv, undefined, { makesDuplicates: true });
    assert.equal(wished.ok && wished.fresh.length, 1);
  });

  it('makes another deal where one of another account or day has its path', async () => {
    const { csv } = await exported(['path', 'title', 'stage', 'created', 'account']);
    const into = new Importing({ 'd1.md': file('Other').replace('Acme', 'Hooli') });
    const { plan } = await into.take('part.csv', csv);
    assert.deepEqual([plan.matched, plan.fresh.length, plan.notTaken], [[], 2, []]);
  });
});

describe('our own export that comes back unedited', () => {
  it('differs in nothing from links and texts on several lines', async () => {
    const more = 'next_step: "@call; a,\\nb second"\n';
    const { into } = await exported([], { 'a.md': file('A', more).replace('Acme', '"[[Acme]]"') });
    const { plan } = await into.take('deals.csv', dealsAsCsv(into.deals, TODAY));
    assert.deepEqual(
      plan.matched.map(({ differences }) => differences),
      [[]],
    );
  });

  it('says nothing of other columns, however often it comes', async () => {
    const { into } = await exported([], { 'a.md': file('A', 'region: North\nlost_note: x\n') });
    const csv = dealsAsCsv(into.deals, TODAY);
    for (let time = 0; time < 3; time++) {
      const { plan } = await into.take('deals.csv', csv);
      assert.deepEqual(
        plan.remarks.filter(({ say }) => say === 'mappingFilledUp'),
        [],
      );
    }
  });
});

describe('a table without ids that has no day of creation any more', () => {
  const TABLE =
    'Deal,Company,Stage,Value,Created\nScanners,Acme,Proposal,100,2026-01-05\nRobots,Globex,Proposal,200,2026-01-06\n';
  const without = (table: string) => table.replace(/,[^,\n]*$/gm, '');

  for (const [what, newer] of Object.entries({
    'is gone': without(TABLE),
    'has another heading': TABLE.replace('Created', 'Made on'),
    'is gone, and the account, too': without(TABLE).replace(/^([^,]*),[^,]*/gm, '$1'),
  }))
    it(`updates its deals: the column ${what}`, async () => {
      const into = new Importing();
      await into.take('list.csv', TABLE);
      const { plan } = await into.take('list.csv', newer.replace(',100', ',150'));
      assert.deepEqual([plan.matched.length, plan.fresh, plan.notTaken], [2, [], []]);
      assert.match(into.told['Scanners']!, /^Acme .* 150 .* 2026-01-05/);
      const again = await into.take('list.csv', TABLE.replace(',100', ',170'));
      assert.deepEqual([again.plan.matched.length, again.plan.fresh, again.plan.deleted], [2, [], []]);
      assert.match(into.told['Scanners']!, / 170 /);
    });

  it('names the deals that a row may be where several have its title and account', async () => {
    const into = new Importing();
    const twins = `${TABLE}Scanners,Acme,Closing,300,2026-02-05\n`;
    await into.take('list.csv', twins);
    const newer = without(TABLE);
    const { plan } = await into.take('list.csv', newer);
    assert.deepEqual([plan.matched.length, plan.fresh], [1, []]);
    assert.deepEqual(saidOf(plan.notTaken), [
      '2: This row may be scanners.md, scanners-2.md: title, account and day of creation don’t tell for certain. If it’s one of those deals, make all three alike in the table and in the file; to create another one, import duplicates, too (--make-duplicates).',
    ]);
    const wished = await into.plan('list.csv', newer, undefined, { makesDuplicates: true });
    assert.equal(wished.ok && wished.fresh.length, 1);
  });

  it('doesn’t make a deal again that was deleted', async () => {
    const into = new Importing();
    await into.take('list.csv', TABLE);
    const name = '/team/deals/scanners.md';
    await into.files.delete(name, into.files.all[name]!);
    const { plan } = await into.take('list.csv', without(TABLE));
    assert.deepEqual([plan.deleted.length, plan.matched.length, plan.fresh], [1, 1, []]);
  });

  it('says of a deal that somebody made by hand how the two are linked', async () => {
    const into = new Importing({ 'x.md': file('Scanners') });
    const { plan } = await into.take('list.csv', without(TABLE));
    assert.deepEqual(saidOf(plan.notTaken), [
      '2: There already is a deal with this account and title: x.md. To link them, give both the same day of creation; to create it anyway, import duplicates, too (--make-duplicates).',
    ]);
  });
});
