import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forAllInTime } from '../../support/property';
import { Importing, saidOf } from './support/importing';

const HEADS = 'Deal ID,Deal Name,Account,Stage,Created,Value';
const rows = (...ids: readonly string[]) =>
  `${HEADS}\n${ids.map((id, at) => `"${id}",Deal ${at},Firm ${at},Proposal,2026-09-0${at + 1},100`).join('\n')}\n`;

/** What becomes of a table that says `200` of all, where a first one was imported. */
async function again(before: string, after: string, name = 'deals.csv') {
  const into = new Importing();
  await into.take(name, before);
  const { plan } = await into.take(name, after.replaceAll(',100', ',200'));
  return { into, plan };
}

describe('an id that a table writes in another form than the last time', () => {
  for (const [before, after] of [
    ['0065g00000AbCdE', '0065g00000AbCdEAAV'],
    ['0065g00000AbCdEAAV', '0065g00000AbCdE'],
    ['11', '11.0'],
    ['11,00', '11'],
    ['007', '7'],
    ['1,234', '1234'],
    ['AB-1', 'ab-1'],
    ['zcrm_4711', '4711'],
  ] as const)
    it(`is the same id: ${before}, then ${after}`, async () => {
      const { into, plan } = await again(rows(before), rows(after));
      assert.deepEqual([plan.matched.length, plan.fresh, plan.notTaken], [1, [], []]);
      assert.match(into.told['Deal 0']!, new RegExp(` 200 .*deals:${before}$`));
    });

  it('is the same in Salesforce’s report and its API’s export, whatever the last three characters are', async () => {
    const report = (id: string) =>
      `Opportunity ID,Opportunity Name,Account Name,Stage,Close Date,Amount\n${id},Scanners,Acme,Prospecting,2026-12-31,100\n`;
    const { plan } = await again(report('0065g00000AbCdE'), report('0065g00000AbCdEAAZ'), 'report.csv');
    assert.deepEqual([plan.matched.length, plan.fresh], [1, []]);
    const other = await again(report('0065g00000AbCdE'), report('0065g00000abcde').replace('Acme', 'Hooli'));
    assert.deepEqual([other.plan.matched.length, other.plan.fresh.length], [0, 1]);
  });

  it('is known also of a deal that was deleted, and by the name of another file', async () => {
    const into = new Importing();
    await into.take('deals.csv', rows('11', '12'));
    const { plan } = await into.take('dump.csv', rows('11.0', '12.0'));
    assert.deepEqual([plan.proposed.mapping.kind, plan.matched.length, plan.fresh], ['deals', 2, []]);
    const file = '/team/deals/deal-0.md';
    await into.files.delete(file, into.files.all[file]!);
    const after = await into.take('deals.csv', rows('11.0', '12.0'));
    assert.deepEqual([after.plan.deleted.length, after.plan.fresh], [1, []]);
  });

  it('is another id where two of the table are alike but for the form, or all else is of another deal', async () => {
    const { plan, into } = await again(rows('007'), rows('007', '7', '7.0'));
    assert.deepEqual([plan.matched.length, plan.fresh.length, plan.notTaken], [1, 2, []]);
    const third = await into.take('deals.csv', rows('007', '7', '7.0'));
    assert.deepEqual([third.plan.matched.length, third.plan.fresh], [3, []]);
    const other = rows('7').replace('Deal 0,Firm 0', 'Fridges,Hooli').replace('09-01', '10-10');
    assert.equal((await again(rows('007'), other)).plan.fresh.length, 1);
  });

  it('names the deal to which the rows of other tables belong', async () => {
    const into = new Importing();
    await into.take('deals.csv', rows('11', '12'));
    const { done } = await into.add('calls.csv', 'Deal ID,Date,Subject\n11.0,2026-11-02,Hello\n');
    assert.equal(done.changed.length, 1);
  });
});

describe('a row with another id than a deal of the same account, title and day', () => {
  const before = rows('12345678901234567890', '5');
  const after = rows('1.23457E+19', '5');

  it('isn’t made unless that is wished, and says which deal it may be', async () => {
    const { plan, into } = await again(before, after);
    assert.deepEqual(plan.fresh, []);
    assert.deepEqual(saidOf(plan.notTaken), [
      '2: The account, title and day are those of deal-0.md, imported as “deals:12345678901234567890”. If it’s that deal, correct the id in the table, or write “deals:1.23457E+19” there as source_id. To create it anyway, import duplicates, too (--make-duplicates).',
    ]);
    const wished = await into.plan('deals.csv', after, undefined, { makesDuplicates: true });
    assert.equal(wished.ok && wished.fresh.length, 1);
  });

  it('is another deal where the table has that one, too', async () => {
    const twins = (...ids: readonly string[]) =>
      `${HEADS}\n${ids.map(id => `${id},Scanners,Acme,Proposal,2026-09-01,100`).join('\n')}\n`;
    const { plan } = await again(twins('1', '2'), twins('1', '2', '3'));
    assert.deepEqual([plan.matched.length, plan.fresh.length, plan.notTaken], [2, 1, []]);
  });
});

const id = fc
  .tuple(fc.constantFrom('', '0', '00'), fc.integer({ min: 1, max: 12 }), fc.constantFrom('', '.0', ',00'))
  .map(parts => parts.join(''));
const letters = fc.constantFrom(
  'AB-1',
  'ab-1',
  'Ab-1',
  '0065g00000AbCdE',
  '0065g00000abcde',
  '0065g00000AbCdEAAV',
);
const tables = fc.uniqueArray(fc.oneof(id, letters), { minLength: 1, maxLength: 6 });

describe('ids in any forms', () => {
  it('never make one deal of two rows of a table, nor another deal at the second time', () =>
    forAllInTime(fc.tuple(tables, tables), async ([first, second]) => {
      const table = (ids: readonly string[]) =>
        `${HEADS}\n${ids.map((one, at) => `"${one}",Deal,Firm,Proposal,,${at}`).join('\n')}\n`;
      const into = new Importing();
      await into.take('deals.csv', table(first));
      assert.equal(into.deals.length, first.length);
      const { plan } = await into.take('deals.csv', table(second));
      const paths = plan.matched.map(({ there }) => there.deal.path);
      assert.equal(new Set(paths).size, paths.length);
      assert.equal(plan.matched.length + plan.fresh.length + plan.notTaken.length, second.length);
      const { plan: last } = await into.take('deals.csv', table(second));
      assert.deepEqual([last.matched.length, last.fresh.length], [paths.length + plan.fresh.length, 0]);
    }));
});
