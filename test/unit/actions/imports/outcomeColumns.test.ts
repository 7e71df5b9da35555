import assert from 'node:assert/strict';
import { Importing, saidOf } from './support/importing';

const ODOO = '"Opportunity","Expected Revenue","Stage","Salesperson","Expected Closing","Created on"';
const odoo = (more: string, rows: Readonly<Record<string, readonly [stage: string, more: string]>>) =>
  [
    `${ODOO},${more}`,
    ...Object.entries(rows).map(
      ([title, [stage, cells]]) =>
        `"${title}","5000.00","${stage}","Ben Ott","2026-10-18","2026-08-01 10:00:00",${cells}`,
    ),
  ].join('\n');
const standings = (into: Importing) =>
  Object.fromEntries(into.deals.map(({ title, stage, status }) => [title, `${stage} ${status}`]));

describe('an archived opportunity of Odoo', () => {
  for (const no of ['False', ''])
    it(`is lost, unless it is won, where Active is “${no}”`, async () => {
      const into = new Importing();
      const { plan } = await into.take(
        'odoo.csv',
        odoo('"Active","Lost Reason"', {
          A: ['Proposition', '"True",""'],
          B: ['Qualified', `"${no}","Too expensive"`],
          C: ['Won', `"${no}",""`],
        }),
      );
      assert.deepEqual(
        into.deals.map(({ title, status, lostReason }) => [title, status, lostReason]),
        [
          ['A', 'open', undefined],
          ['B', 'lost', 'Too expensive'],
          ['C', 'won', undefined],
        ],
      );
      assert.deepEqual(saidOf(plan.noted), []);
    });

  it('loses the deal that an earlier export had as open, and opens it again when it is restored', async () => {
    const into = new Importing();
    const table = (active: string) => odoo('"Active"', { B: ['Qualified', `"${active}"`] });
    for (const [day, active, is] of [
      ['09', 'True', 'open'],
      ['16', 'False', 'lost'],
      ['23', 'True', 'open'],
    ] as const) {
      await into.take(`odoo-2026-11-${day}.csv`, table(active));
      assert.deepEqual(standings(into), { B: `qualification ${is}` });
    }
  });
});

describe('a column of outcomes in words', () => {
  it('says how the deals of Odoo stand, beside the day of their close', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'odoo.csv',
      odoo('"Is Won","Closed Date"', {
        A: ['Proposition', '"Pending",""'],
        B: ['Qualified', '"Lost","2026-11-02 09:00:00"'],
        C: ['Won', '"Won","2026-11-03 09:00:00"'],
      }),
    );
    assert.deepEqual(
      into.deals.map(({ title, status, closedOn }) => [title, status, closedOn]),
      [
        ['A', 'open', undefined],
        ['B', 'lost', '2026-11-02'],
        ['C', 'won', '2026-11-03'],
      ],
    );
    assert.deepEqual(saidOf(plan.noted), []);
  });

  for (const head of [
    'Is Won',
    'Is Lost',
    'Won/Lost',
    'Won or lost',
    'Won Status',
    'Outcome',
    'Gewonnen/Verloren',
  ])
    it(`may be called “${head}”`, async () => {
      const into = new Importing();
      const table = (b: string) =>
        `Deal ID,Deal Name,Stage,${head}\n1,A,Proposal,Pending\n2,B,Proposal,${b}\n3,C,Demo,Won\n`;
      const others = { A: 'proposal open', C: 'needs-analysis won' };
      for (const [word, is] of [
        ['Pending', 'open'],
        ['Lost', 'lost'],
        ['Won', 'won'],
        ['Open', 'open'],
      ] as const) {
        await into.take('crm.csv', table(word));
        assert.deepEqual(standings(into), { ...others, B: `proposal ${is}` });
      }
    });

  it('counts beside a column “Status” that says something else', async () => {
    const into = new Importing();
    await into.take('crm.csv', 'Deal Name,Stage,Status,Won/Lost\nA,Demo,Active,Lost\nB,Demo,Active,\n');
    assert.deepEqual(standings(into), { A: 'needs-analysis lost', B: 'needs-analysis open' });
  });

  it('is told where it can’t be read, or says another outcome than the stage', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'crm.csv',
      'Deal Name,Stage,Is Won\nA,Demo,maybe\nB,Won,Lost\nC,Demo,no\nD,Demo,yes\n',
    );
    assert.deepEqual(
      Object.values(standings(into)).map(one => one.split(' ')[1]),
      ['open', 'won', 'open', 'won'],
    );
    assert.deepEqual(
      plan.noted.map(({ row, column }) => [row, column]),
      [
        [2, 'Is Won'],
        [3, 'Is Won'],
      ],
    );
  });
});

describe('a deal whose status is that it was deleted', () => {
  for (const deleted of ['Deleted', 'Gelöscht'])
    it(`is left out, as “${deleted}”`, async () => {
      const into = new Importing();
      const { plan } = await into.take(
        'pipedrive.csv',
        `ID,Title,Stage,Status\n1,A,Proposal,Open\n2,B,Proposal,${deleted}\n`,
      );
      assert.deepEqual(standings(into), { A: 'proposal open' });
      assert.deepEqual([plan.noted, plan.leftOut.map(({ row }) => row)], [[], [3]]);
    });
});
