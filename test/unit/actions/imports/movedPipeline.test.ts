import assert from 'node:assert/strict';
import { dealsAsJsonLines } from '../../../../src/core/exchange/json/list';
import type { Deal } from '../../../../src/core/deal/deal';
import { moreOf } from '../../../../src/core/deal/more';
import { dealRows, dealsAsCsv, isDayColumn } from '../../../../src/core/text/dealTable';
import { excelFile } from '../../../../src/files/tables/excelFile';
import { FOLDER, Importing, saidOf, TODAY } from './support/importing';

const HEADS = 'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Company Name,Pipeline,Region';
const rows = (...values: readonly string[]) =>
  [
    HEADS,
    ...values.map((value, at) => `47${at},Deal ${at},Contract Sent,${value},dana,Acme,Sales,North`),
  ].join('\n');

const FORMS: Readonly<Record<string, (deals: readonly Deal[]) => string | Promise<Uint8Array>>> = {
  'deals.csv': deals => dealsAsCsv(deals, TODAY),
  'deals.xlsx': deals => excelFile('Deals', dealRows(deals, TODAY), isDayColumn),
  'deals.jsonl': deals => dealsAsJsonLines(deals, TODAY),
};

/** A pipeline that came from another system, exported, and imported into an empty folder. */
async function movedAs(form: string, texts: Readonly<Record<string, string>> = {}): Promise<Importing> {
  const before = new Importing();
  await before.take('hubspot.csv', rows('100', '200'));
  const after = new Importing(texts);
  await after.take(form, await FORMS[form]!(before.deals));
  assert.deepEqual(
    after.deals.map(deal => moreOf(deal)),
    before.deals.map(deal => moreOf(deal)),
  );
  return after;
}

describe('a pipeline that was moved into another folder by our own export', () => {
  for (const form of Object.keys(FORMS))
    it(`as ${form} is known again by the other system’s next export: what differs is listed, until somebody takes it`, async () => {
      const into = await movedAs(form);
      const newer = rows('100', '250', '300');
      const { plan, done } = await into.take('hubspot-2.csv', newer);
      assert.deepEqual(saidOf(plan.notTaken), []);
      assert.deepEqual(
        [plan.proposed.mapping.kind, done.created.length, plan.matched.length],
        ['hubspot', 1, 2],
      );
      const left = done.updated.flatMap(one =>
        one.left.map(({ field, there }) => `${field}: ${String(there)}`),
      );
      assert.deepEqual(left, ['value: 250']);
      await into.take('hubspot-3.csv', newer, undefined, () => true);
      const { done: last } = await into.take('hubspot-4.csv', newer.replace('100', '150'));
      assert.deepEqual(
        last.updated.flatMap(one => one.left),
        [],
      );
      assert.deepEqual(
        into.deals.map(({ value }) => value?.amount),
        [150, 250, 300],
      );
    });

  it('is updated at once where what was kept of its imports came with it', async () => {
    const before = new Importing();
    await before.take('hubspot.csv', rows('100', '200'));
    const kept = Object.entries(before.files.all).filter(([file]) => file.includes('/_import/'));
    const into = await movedAs(
      'deals.jsonl',
      Object.fromEntries(kept.map(([file, text]) => [file.slice(FOLDER.length + 1), text])),
    );
    const { done } = await into.take('hubspot.csv', rows('100', '250'));
    assert.deepEqual([done.created.length, done.updated.flatMap(one => one.left)], [0, []]);
    assert.deepEqual(
      into.deals.map(({ value }) => value?.amount),
      [100, 250],
    );
  });

  it('keeps apart two copies of one file, which have one id, and deals of the same name with ids of their own', async () => {
    const file = (title: string, id: string) =>
      `---\ntitle: ${title}\naccount: Acme\nstage: proposal\nsource_id: hubspot:${id}\n---\n`;
    const before = new Importing({
      ...{ 'a.md': file('Scanners', '1'), 'copy.md': file('Scanners copy', '1') },
      ...{ 'b.md': file('Printers', '2'), 'c.md': file('Printers', '3') },
    });
    await before.plan('none.csv', 'Title,Stage\nx,Proposal\n');
    const into = new Importing();
    const { plan } = await into.take('deals.jsonl', dealsAsJsonLines(before.deals, TODAY));
    assert.deepEqual([saidOf(plan.notTaken), into.deals.length], [[], 4]);
    const again = await into.take('deals.jsonl', dealsAsJsonLines(before.deals.toReversed(), TODAY));
    assert.deepEqual([again.done.created.length, again.done.updated.length], [0, 0]);
  });

  it('takes over what has changed behind keys of the team’s own, lists too, and empties what was emptied', async () => {
    const deal = (more: string) => new Importing({ 'a.md': `---\ntitle: A\nstage: proposal\n${more}---\n` });
    const exported = async (more: string) => {
      const from = deal(more);
      await from.plan('none.csv', 'Title,Stage\nx,Proposal\n');
      return dealsAsJsonLines(from.deals, TODAY);
    };
    const into = new Importing();
    await into.take(
      'deals.jsonl',
      await exported('region: North\nsites: [Bonn, 7]\nvip: true\nzone: 7\nvalue: -500\n'),
    );
    const other = await exported('region: South\nsites: [Kiel]\nvip: false\nzone: "7"\nvalue: -600\n');
    const { done } = await into.take('deals.jsonl', other);
    assert.deepEqual(
      done.updated.flatMap(({ left }) => left),
      [],
    );
    assert.deepEqual(moreOf(into.deals[0]!), {
      own: { region: 'South', sites: ['Kiel'], vip: false, zone: 7 },
      asWritten: { value: -600 },
    });
  });

  it('has what an edit can’t write in the notes, and says so', async () => {
    const from = new Importing({ 'a.md': '---\ntitle: A\nstage: proposal\nbilling: {street: 5}\n---\n' });
    await from.plan('none.csv', 'Title,Stage\nx,Proposal\n');
    const into = new Importing();
    const { plan } = await into.take('deals.jsonl', dealsAsJsonLines(from.deals, TODAY));
    assert.deepEqual(saidOf(plan.noted), [
      '1 own.billing: “{"street":5}” can’t be a billing here. It’s in the notes.',
    ]);
    assert.match(into.files.all[`${FOLDER}/a.md`]!, /^own\.billing: \{"street":5\}$/m);
  });
});
