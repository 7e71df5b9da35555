import assert from 'node:assert/strict';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { dealOf } from '../../../../src/core/deal/entry';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealsAsJsonLines } from '../../../../src/core/exchange/json/list';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { dealRows, dealsAsCsv, isDayColumn } from '../../../../src/core/text/dealTable';
import { excelFile } from '../../../../src/files/tables/excelFile';
import { sentence } from '../../../../src/words/sentence';
import { FOLDER, Importing, TODAY } from './support/importing';

function read(lines: readonly string[]): Deal {
  return dealOf(readDeal('a.md', `---\n${lines.join('\n')}\n---\n`, DEFAULT_PROCESS))!;
}

const BEFORE = read([
  ...['title: Scanners', 'account: Acme', 'owner: dana', 'stage: proposal', 'value: 100', 'currency: EUR'],
  ...['value_period: month', 'term: 12', 'probability: 40', 'created: 2026-01-05', 'close_date: 2027-01-01'],
  ...['next_step: Call', 'next_step_on: 2026-12-01'],
]);
const AFTER = read([
  ...['title: Scanners', 'account: Acme AG', 'owner: ben', 'stage: closing', 'value: 250.5', 'currency: USD'],
  ...['value_period: year', 'term: 3', 'probability: 60', 'created: 2026-01-06', 'close_date: 2027-02-02'],
  ...['next_step: Sign', 'next_step_on: 2026-12-02'],
]);

const without = (json: string, key: string) =>
  JSON.stringify({ ...(JSON.parse(json) as object), [key]: undefined });

/** The forms of our own export, and how earlier versions of ours wrote them. */
const FORMS: Readonly<Record<string, (deal: Deal) => string | Promise<Uint8Array>>> = {
  'deals.csv': deal => dealsAsCsv([deal], TODAY),
  'semicolons.csv': deal => dealsAsCsv([deal], TODAY, ';'),
  'deals.xlsx': deal => excelFile('Deals', dealRows([deal], TODAY), isDayColumn),
  'deals.jsonl': deal => dealsAsJsonLines([deal], TODAY),
  'deals.json': deal => `{"deals": [${dealsAsJsonLines([deal], TODAY)}]}`,
  'older.jsonl': deal => without(dealsAsJsonLines([deal], TODAY), 'contractValue'),
};

const csvOf = ([deal]: readonly Deal[]) => {
  const [heads = '', row = ''] = dealsAsCsv([deal!], TODAY).split('\r\n');
  const cells = row.split(',');
  return heads.split(',').flatMap((head, at) => (head === 'days_in_stage' ? [] : [`${head}: ${cells[at]}`]));
};

describe('our own export in another form than the last time', () => {
  for (const [first, before] of Object.entries(FORMS))
    for (const [second, after] of Object.entries(FORMS))
      it(`changes all that it says otherwise: ${first}, then ${second}`, async () => {
        const into = new Importing();
        await into.take(first, await before(BEFORE));
        const { plan, done } = await into.take(second, await after(AFTER));
        assert.deepEqual([plan.notTaken, done.updated.flatMap(({ left }) => left)], [[], []]);
        assert.deepEqual(csvOf(into.deals), csvOf([AFTER]));
      });

  it('is read by what the team has decided of one of its forms', async () => {
    const into = new Importing();
    await into.take('deals.jsonl', dealsAsJsonLines([BEFORE], TODAY));
    const kept = `${FOLDER}/_import/deal-notes.yaml`;
    const mapping = into.files.all[kept]!;
    into.files.write(
      kept,
      mapping.replace('columns:', 'columns:\n  value: {key: listed}\n  nextStep: nothing'),
    );
    await into.take('deals.csv', dealsAsCsv([AFTER], TODAY));
    const [deal] = into.deals;
    assert.deepEqual([deal!.valueEach?.amount, deal!.nextStep, deal!.closeDate], [100, 'Call', '2027-02-02']);
    assert.match(into.files.all[`${FOLDER}/a.md`]!, /^listed: 250\.5$/m);
  });

  it('is read as ours also where a person says of what kind it is, and a table that is only called so isn’t', async () => {
    const into = new Importing();
    await into.take('deals.csv', dealsAsCsv([{ ...BEFORE, account: 'n/a' }], TODAY), { kind: 'mine' });
    assert.equal(into.deals[0]!.account, 'n/a');
    const others = new Importing();
    await others.take('deal-notes.csv', 'Deal ID,Title,Stage,Account\n1,Scanners,Proposal,n/a\n');
    assert.equal(others.deals[0]!.account, undefined);
  });
});

describe('a mapping that doesn’t have all columns of a table', () => {
  it('is told with the lines that it lacks, fields first; with these, they’re taken', async () => {
    const heads = 'Deal ID,Deal Name,Stage';
    const into = new Importing();
    await into.take('crm.csv', `${heads}\n1,Acme,Proposal\n`);
    const newer = `${heads},Region,Title,Next: Step\n1,Acme,Proposal,North,Offer,Call\n`;
    const { plan } = await into.take('crm.csv', newer);
    const [told] = plan.remarks.filter(({ say }) => say === 'columnsUnmapped').map(sentence);
    assert.equal(
      told,
      "The mapping doesn’t have “Next: Step”, “Region”, “Title”, so they’re left out. Add below its columns: “'Next: Step': next_step”, “Region: {key: region}”, “Title: {key: title_there}”.",
    );
    const kept = `${FOLDER}/_import/crm.yaml`;
    const lines = [...told!.matchAll(/“([^“”]*(?:step|}))”/g)].map(([, line]) => `  ${line}\n`);
    into.files.write(kept, into.files.all[kept]!.replace('columns:\n', `columns:\n${lines.join('')}`));
    await into.take('crm.csv', newer);
    assert.match(into.files.all[`${FOLDER}/acme.md`]!, /^next_step: Call$[^]*^region: North$/m);
  });
});
