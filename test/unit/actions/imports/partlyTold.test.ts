import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing, saidOf } from './support/importing';

const HEADS = ['Deal', 'Company', 'Stage', 'Value', 'Created', 'Owner', 'Close Date', 'Region'] as const;
type Head = (typeof HEADS)[number];
const KEPT: readonly Head[] = ['Deal', 'Stage'];
const OTHERS = HEADS.filter(head => !KEPT.includes(head));
type Row = Readonly<Partial<Record<Head, string>>>;

const tableOf = (rows: readonly Row[], heads: readonly Head[] = HEADS) =>
  [heads.join(), ...rows.map(row => heads.map(head => row[head] ?? '').join())].join('\n');

const cell = (...some: readonly string[]) => fc.constantFrom('', ...some);
const more = fc.record({
  Company: cell('Acme', 'Globex', 'Initech'),
  Stage: fc.constantFrom('Proposal', 'Demo'),
  Value: cell('100', '250.5'),
  Created: cell('2026-09-01', '2026-09-02', '2026-09-03'),
  Owner: cell('dana', 'ben'),
  'Close Date': cell('2026-12-18'),
  Region: cell('North', 'South'),
});
/** With no column empty: of an empty one nobody has decided what it becomes. */
const FULL: Row = {
  ...{ Deal: 'Full', Company: 'Full', Stage: 'Proposal', Value: '1', Created: '2026-08-01' },
  ...{ Owner: 'dana', 'Close Date': '2026-12-18', Region: 'South' },
};
const rowsOf = (titles: fc.Arbitrary<string>, isUnique: boolean): fc.Arbitrary<readonly Row[]> =>
  fc
    .uniqueArray(
      fc.tuple(titles, more).map(([Deal, row]) => ({ ...row, Deal })),
      {
        maxLength: 7,
        selector: ({ Deal, Company, Created }) => (isUnique ? Deal : [Deal, Company, Created].join()),
      },
    )
    .map(rows => [FULL, ...rows]);
const anyHeads = fc
  .subarray(OTHERS, { maxLength: OTHERS.length })
  .map(some => HEADS.filter(head => KEPT.includes(head) || some.includes(head)));

const dealsIn = (into: Importing) =>
  Object.fromEntries(Object.entries(into.files.all).filter(([file]) => file.endsWith('.md')));
const DEALS =
  'Deal,Company,Stage,Value,Created\nAlpha,Acme,Proposal,100,2026-09-01\nBeta,Globex,Demo,200,2026-09-02\n';
const without = (...heads: readonly string[]) => {
  const [head, ...rows] = DEALS.trim()
    .split('\n')
    .map(line => line.split(','));
  const places = head!.flatMap((name, at) => (heads.includes(name) ? [] : [at]));
  return [head!, ...rows].map(row => `${places.map(at => row[at]).join()}\n`).join('');
};
const mapping = (into: Importing, kind = 'deals') => into.files.all[`${FOLDER}/_import/${kind}.yaml`]!;
/** The advice is followed: columns that the mapping lacks are added to it. */
function decide(into: Importing, lines: readonly string[]): void {
  const text = mapping(into).replace('columns:\n', `columns:\n${lines.map(line => `  ${line}\n`).join('')}`);
  into.files.write(`${FOLDER}/_import/deals.yaml`, text);
}
const LINES: Readonly<Record<string, string>> = {
  ...{
    Company: 'Company: account',
    Value: 'Value: value',
    Created: 'Created: created',
    Owner: 'Owner: owner',
  },
  ...{ 'Close Date': 'Close Date: close_date', Region: 'Region: {key: region}' },
};

describe('a table without ids that tells less than before, or more', () => {
  it('makes no deal and changes none where any columns are missing', () =>
    forAllInTime(
      fc.tuple(rowsOf(fc.constantFrom('Scanners', 'Robots', 'Pumps'), false), anyHeads),
      async ([rows, heads]) => {
        const into = new Importing();
        await into.take('deals-2026-11-02.csv', tableOf(rows));
        const before = dealsIn(into);
        await into.take('deals-2026-11-09.csv', tableOf(rows, heads));
        assert.deepEqual(dealsIn(into), before);
        await into.take('deals-2026-11-16.csv', tableOf(rows));
        assert.deepEqual(dealsIn(into), before);
      },
    ));

  it('makes none, and fills in what is new, where columns come later, go and come back', () =>
    forAllInTime(
      fc.tuple(
        rowsOf(fc.constantFrom('Scanners', 'Robots', 'Pumps', 'Fans', 'Belts'), true),
        fc.array(anyHeads, { minLength: 1, maxLength: 4 }),
      ),
      async ([rows, tables]) => {
        const into = new Importing();
        let day = 10;
        await into.take(`deals-2026-11-${day}.csv`, tableOf(rows, tables[0]));
        decide(
          into,
          OTHERS.filter(head => !tables[0]!.includes(head)).map(head => LINES[head]!),
        );
        const files = Object.keys(dealsIn(into));
        for (const heads of [...tables.slice(1), HEADS]) {
          const { plan } = await into.take(`deals-2026-11-${++day}.csv`, tableOf(rows, heads));
          assert.deepEqual([plan.fresh, saidOf(plan.notTaken)], [[], []]);
        }
        assert.deepEqual(Object.keys(dealsIn(into)), files);
        for (const { Deal, Company, Created, Region } of rows) {
          const { account, created } = into.deals.find(({ title }) => title === Deal)!;
          assert.deepEqual([account ?? '', created ?? ''], [Company, Created]);
          const text = Object.values(dealsIn(into)).find(one => one.includes(`title: ${Deal}\n`))!;
          assert.equal(/^region: (.*)$/m.exec(text)?.[1] ?? '', Region);
        }
      },
    ));

  it('updates its deals by titles alone, each time, where account and day went one after the other', async () => {
    const into = new Importing();
    await into.take('deals.csv', DEALS);
    await into.take('deals.csv', without('Created'));
    for (const value of [101, 102, 103]) {
      const { plan } = await into.take(
        'deals.csv',
        without('Company', 'Created').replace(',100', `,${value}`),
      );
      assert.deepEqual([plan.fresh, plan.deleted, saidOf(plan.notTaken)], [[], [], []]);
      assert.equal(into.deals.find(({ title }) => title === 'Alpha')!.value?.amount, value);
    }
  });

  for (const gone of ['Company', 'Created'] as const)
    it(`updates a deal that was retitled or moved here though the ${gone} is gone for good`, async () => {
      for (const [path, change] of [
        ['alpha.md', (text: string) => text.replace('title: Alpha', 'title: Alpha here')],
        ['2026/alpha.md', (text: string) => text],
      ] as const) {
        const into = new Importing();
        await into.take('deals.csv', DEALS);
        await into.take('deals.csv', without(gone));
        const text = into.files.all[`${FOLDER}/alpha.md`]!;
        await into.files.delete(`${FOLDER}/alpha.md`, text);
        into.files.write(`${FOLDER}/${path}`, change(text));
        const { plan } = await into.take('deals.csv', without(gone).replace(',100', ',900'));
        assert.deepEqual([plan.fresh, plan.deleted], [[], []]);
        assert.match(into.files.all[`${FOLDER}/${path}`]!, /^value: 900$/m);
      }
    });

  it('gives no new deal the file name of one that was deleted, so that this one stays deleted', async () => {
    const rows = ['Scan,Acme,Proposal,100,2026-09-01', 'Scan,Globex,Proposal,200,2026-09-02'];
    const into = new Importing();
    await into.take('deals.csv', ['Deal,Company,Stage,Value,Created', ...rows].join('\n'));
    await into.files.delete(`${FOLDER}/scan-2.md`, into.files.all[`${FOLDER}/scan-2.md`]!);
    const shorter = [
      'Deal,Stage,Value,Created',
      ...['Scan,Proposal,100,2026-09-01', 'Scan,Proposal,200,2026-09-02', 'Scan,Proposal,300,2026-09-03'],
    ].join('\n');
    const { plan, done } = await into.take('deals.csv', shorter);
    assert.deepEqual([done.created.length, plan.deleted.length], [1, 1]);
    const before = dealsIn(into);
    const again = await into.take('deals.csv', shorter);
    assert.deepEqual([again.plan.fresh.length, again.plan.deleted.length], [0, 1]);
    assert.deepEqual(dealsIn(into), before);
  });

  it('is the deal also under another file name, after a move by other programs, and with ids besides', async () => {
    for (const [name, table] of [
      ['pipeline.csv', without('Company')],
      ['deals.csv', without('Company', 'Created')],
      [
        'deals.csv',
        without('Company').replace('Deal,', 'ID,Deal,').replace('Alpha', '1,Alpha').replace('Beta', '2,Beta'),
      ],
    ] as const) {
      const into = new Importing();
      await into.take('deals.csv', DEALS);
      await into.files.rename([{ from: `${FOLDER}/alpha.md`, to: `${FOLDER}/north/alpha.md` }]);
      const { plan } = await into.take(name, table);
      assert.deepEqual([plan.matched.length, plan.fresh, saidOf(plan.notTaken)], [2, [], []], table);
    }
  });

  it('is the deal where it had an id before, and no account', async () => {
    const into = new Importing();
    await into.take('deals.csv', 'ID,Deal,Stage\n1,Alpha,Proposal\n2,Beta,Demo\n');
    decide(into, ['Company: account']);
    const { plan } = await into.take(
      'deals.csv',
      'Deal,Company,Stage\nAlpha,Acme,Proposal\nBeta,Globex,Demo\n',
    );
    assert.deepEqual([plan.matched.length, plan.fresh, plan.notTaken], [2, [], []]);
    assert.equal(into.told['Alpha'], 'Acme | - | proposal open | - | - - - | deals:1');
  });

  it('is listed where it may be several, or several rows may be it, and made where that is wished', async () => {
    const into = new Importing();
    await into.take('deals.csv', 'Deal,Company,Stage\nAlpha,Acme,Demo\nAlpha,Globex,Demo\n');
    const { plan } = await into.take('deals.csv', 'Deal,Stage\nAlpha,Demo\n');
    assert.deepEqual([plan.matched, plan.fresh], [[], []]);
    assert.deepEqual(saidOf(plan.notTaken), [
      '2: This row may be alpha.md, alpha-2.md: title, account and day of creation don’t tell for certain. If it’s one of those deals, make all three alike in the table and in the file; to create another one, import duplicates, too (--make-duplicates).',
    ]);
    const other = new Importing();
    await other.take('deals.csv', 'Deal,Stage\nAlpha,Demo\n');
    decide(other, ['Company: account']);
    const two = 'Deal,Company,Stage\nAlpha,Acme,Demo\nAlpha,Globex,Demo\n';
    const { plan: unclear } = await other.take('deals.csv', two);
    assert.deepEqual([unclear.matched, unclear.fresh, unclear.unsure.length], [[], [], 2]);
    assert.match(
      saidOf(unclear.notTaken).join('\n'),
      /^2: This row may be alpha\.md: .*\n3: This row may be alpha\.md: /,
    );
    const { done } = await other.take('deals.csv', two, undefined, undefined, { makesDuplicates: true });
    assert.equal(done.created.length, 2);
  });

  it('is another deal where account or day are others', async () => {
    const into = new Importing();
    await into.take('deals.csv', DEALS);
    const { done } = await into.take('deals.csv', without('Company').replace('09-01', '10-01'));
    assert.equal(done.created.length, 1);
  });

  it('is listed where the table has no titles any more, and accounts alone', async () => {
    for (const ids of ['ID,', '']) {
      const into = new Importing();
      await into.take('deals.csv', `${ids}Deal,Company,Stage\n${ids && '1,'}Alpha,Acme,Proposal\n`);
      const before = dealsIn(into);
      const { plan } = await into.take('deals.csv', 'Company,Stage\nAcme,Proposal\n');
      assert.match(saidOf(plan.notTaken).join(), /^2: This row may be alpha\.md/);
      assert.deepEqual(dealsIn(into), before);
    }
  });

  it('is not made again where it was deleted', async () => {
    const into = new Importing();
    await into.take('deals.csv', DEALS);
    await into.files.delete(`${FOLDER}/alpha.md`, into.files.all[`${FOLDER}/alpha.md`]!);
    const { plan } = await into.take('deals.csv', without('Company'));
    assert.deepEqual([plan.fresh, plan.deleted.map(({ title }) => title)], [[], ['Alpha']]);
  });
});
