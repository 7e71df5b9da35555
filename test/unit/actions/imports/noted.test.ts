import assert from 'node:assert/strict';
import { Importing, saidOf } from './support/importing';

const HEADS = 'Deal ID,Deal Name,Stage,Close Date,Value';
const table = (...rows: readonly string[]) => [HEADS, ...rows].join('\n');
const SOON = '1,Acme,Proposal,soon,5';
const NOT_A_DAY = '2 Close Date: “soon” isn’t a day. It’s in the notes.';

describe('a cell that makes no sense', () => {
  const taken = async (into: Importing, text: string) =>
    saidOf((await into.take('deals.csv', text)).plan.noted);

  it('is told when it’s put in the notes, and not again while the table says the same', async () => {
    const into = new Importing();
    assert.deepEqual(await taken(into, table(SOON)), [NOT_A_DAY]);
    const before = { ...into.files.all };
    assert.deepEqual(await taken(into, table(SOON)), []);
    assert.deepEqual(into.files.all, before);
    assert.deepEqual(await taken(into, table('1,Acme,Proposal,soon,6')), []);
    assert.deepEqual(await taken(into, table('1,Acme,Proposal,later,6')), [
      NOT_A_DAY.replace('soon', 'later'),
    ]);
    assert.deepEqual(await taken(into, table('2,Globex,Demo,soon,1', '1,Acme,Proposal,later,6')), [
      NOT_A_DAY,
    ]);
  });

  it('is not told of a row whose deal was deleted here', async () => {
    const into = new Importing();
    await into.take('deals.csv', table(SOON));
    const file = '/team/deals/acme.md';
    assert.equal(await into.files.delete(file, into.files.all[file]!), undefined);
    const { plan } = await into.take('deals.csv', table(SOON));
    assert.deepEqual([plan.deleted.length, plan.noted], [1, []]);
  });

  it('that is taken all the same is told once, and again when something of its row is taken', async () => {
    const into = new Importing();
    const won = (value: string) => table(`1,Acme,Closed Won,2027-03-01,${value}`);
    assert.equal((await taken(into, won('5'))).length, 1);
    assert.deepEqual(await taken(into, won('5')), []);
    assert.equal((await taken(into, won('6'))).length, 1);
  });
});
