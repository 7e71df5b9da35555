import assert from 'node:assert/strict';
import { RowsBeside } from '../../../../src/core/intake/beside/rowsBeside';
import { Survey } from '../../../../src/core/intake/survey';
import { tableOf } from '../../../../src/files/tables/tableOf';
import { sentence } from '../../../../src/words/sentence';
import { gathered, TODAY } from './support/table';

describe('a file that is larger than any table of deals', () => {
  it('is read up to a row, which is told', async () => {
    const lines = new TextEncoder().encode('a,b\n'.repeat(100_000));
    const table = tableOf('deals.csv', async function* () {
      for (let part = 0; part < 12; part++) yield lines;
    });
    let count = 0;
    let last;
    for await (const row of table.rows()) [count, last] = [count + 1, row];
    assert.equal(count, 1_000_001);
    assert.ok(last && 'broken' in last);
    assert.match(sentence(last.broken), /^An import takes 1,000,000 rows at most\. This row and those below/);
  });

  const TEXT = 'x'.repeat(400_000);
  const SAID =
    /^An import takes 1 MB of text at most\. This row and those below it weren’t taken: import them from a file of their own, or without the column of long texts\.$/;

  for (const column of ['notes', 'key region'])
    it(`has as many deals taken as an import keeps the texts of: ${column}`, () => {
      const rows = [1, 2, 3, 4, 5].map(at => [`Deal ${at}`, 'Proposal', TEXT]);
      const { deals, notTaken } = gathered(['title', 'stage', column], rows, { mostTextMb: 1 });
      assert.deepEqual(
        deals.map(({ title }) => title),
        ['Deal 1', 'Deal 2'],
      );
      assert.deepEqual(
        notTaken.map(({ row }) => row),
        [4],
      );
      assert.match(sentence(notTaken[0]!.says), SAID);
    });

  it('has as many activities taken as an import keeps the texts of', () => {
    const rows = [['Deal', 'Text'], ...[1, 2, 3, 4].map(at => [`Deal ${at}`, TEXT])].map((cells, at) => ({
      number: at + 1,
      cells,
    }));
    const survey = new Survey(TODAY, new Set());
    for (const row of rows) survey.add(row);
    const read: number[] = [];
    const all = new RowsBeside(
      survey.end()!,
      new Map([['text', [1]]]),
      { read: ({ row }) => (read.push(row), {}), find: () => ({ deals: [], missing: [] }) },
      1,
    );
    for (const row of rows) all.add(row);
    const { notTaken } = all.end(() => {
      throw new Error('no deal');
    });
    assert.deepEqual(read, [2, 3]);
    assert.deepEqual(
      notTaken.map(({ row }) => row),
      [4],
    );
    assert.match(sentence(notTaken[0]!.says), SAID);
  });
});
