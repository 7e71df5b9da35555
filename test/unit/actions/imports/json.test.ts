import assert from 'node:assert/strict';
import { FOLDER, Importing, saidOf } from './support/importing';
import { excelOf, number, sheetOf } from './support/excel';

const A = '{"title":"A","stage":"proposal"}';
const B = '{"title":"B","stage":"closing","region":"north"}';

describe('JSON', () => {
  it('a deal a line is taken line by line: what is no deal is listed by its line', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'deals.jsonl',
      [A, 'not json', '', 'null', '[1]', '"text"', B].join('\n'),
    );
    assert.deepEqual(Object.keys(into.told), ['A', 'B']);
    assert.deepEqual(saidOf(plan.notTaken), [
      '2: This line isn’t JSON, so it can’t be read.',
      ...[4, 5, 6].map(
        line => `${line}: A deal is expected here, as in {"title": "Scanners", "stage": "proposal"}.`,
      ),
    ]);
  });

  it('in a list that breaks off is taken where a line is a deal', async () => {
    const into = new Importing();
    const { plan } = await into.take('deals.json', `[\n${A},\n${B},\n{"title":"C",`);
    assert.deepEqual(
      [Object.keys(into.told), plan.notTaken.map(({ row }) => row)],
      [
        ['A', 'B'],
        [1, 4],
      ],
    );
  });

  it('in one list is taken, and what is no deal in it is listed by its place', async () => {
    const into = new Importing();
    const { plan } = await into.take('deals.json', `[null,${A},3]`);
    assert.deepEqual([Object.keys(into.told), plan.notTaken.map(({ row }) => row)], [['A'], [1, 3]]);
  });

  it('of one deal is that deal, over however many lines', async () => {
    const into = new Importing();
    await into.take('deal.json', JSON.stringify(JSON.parse(A), null, 2));
    assert.deepEqual(Object.keys(into.told), ['A']);
  });

  it('has the keys of all its deals, not of the first ones alone', async () => {
    const into = new Importing();
    await into.take(
      'deals.jsonl',
      [...Array.from({ length: 300 }, (_, at) => A.replace('A', `A${at}`)), B].join('\n'),
    );
    assert.match(into.files.all[`${FOLDER}/b.md`]!, /^region: north$/m);
  });

  it('keeps the digits of long numbers, such as ids and amounts', async () => {
    const into = new Importing();
    const rows = [17, 18].map(
      end =>
        `{"id":1234567890123456${end},"title":"D${end}","stage":"proposal","value":12345678901234567890}`,
    );
    const { plan } = await into.take('crm.json', `[${rows.join()}]`);
    assert.deepEqual(
      plan.fresh.map(({ sourceId }) => sourceId),
      ['crm:123456789012345617', 'crm:123456789012345618'],
    );
    assert.ok(plan.fresh.every(({ notes }) => notes === 'value: 12345678901234567890'));
    assert.equal(plan.noted.length, 2);
  });

  for (const [what, text, why] of [
    ['an empty list', '[]', /^There are no deals in this file\.$/],
    ['an empty list of deals', '{"version":1,"deals":[]}', /^There are no deals in this file\.$/],
    ['nothing', '', /^This file is empty\.$/],
    ['null', 'null', /its deals need a “title” and a “stage”/],
    ['other things', '{"foo":1}', /its deals need a “title” and a “stage”/],
    [
      'a list that breaks off',
      '[\n{\n"title": "A",\n"stage":',
      /^This JSON is broken or cut off at line 4\./,
    ],
    ['a slip', '[\n{\n"title": "A"\n"stage": 1\n}]', /^This JSON is broken or cut off at line 4\./],
  ] as const)
    it(`with ${what} is refused for what it is`, async () => {
      assert.match(await new Importing().refused('deals.json', text), why);
    });
});

describe('an Excel file of another program', () => {
  it('keeps the digits of ids that are numbers', async () => {
    const into = new Importing();
    const rows = ['17', '18'].map(end => [number(`1234567890123456${end}`), `D${end}`, 'Proposal']);
    await into.take('crm.xlsx', excelOf([sheetOf([['Deal ID', 'Deal Name', 'Stage'], ...rows])]));
    assert.deepEqual(
      Object.values(into.told).map(line => line.split(' | ').at(-1)),
      ['crm:123456789012345617', 'crm:123456789012345618'],
    );
  });
});
