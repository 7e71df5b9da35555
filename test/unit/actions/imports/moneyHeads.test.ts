import assert from 'node:assert/strict';
import { moneyHead } from '../../../../src/core/intake/moneyHeads';
import type { ColumnTarget } from '../../../../src/core/intake/target';
import { sentence } from '../../../../src/words/sentence';
import { Importing, saidOf } from './support/importing';

const table = (head: string, cell = '100', more = '', moreCell = '') =>
  `ID,Deal,Company,Stage,"${head}"${more}\n1,A,Acme,Proposal,"${cell}"${moreCell}\n`;
const valueOf = (into: Importing) =>
  into.deals.map(({ value }) => (value ? `${value.amount} ${value.currency}` : 'none'))[0];
const remarks = (plan: Awaited<ReturnType<Importing['take']>>['plan'], key: string) =>
  plan.remarks.filter(({ say }) => say === key).map(sentence);
const EUR = { 'sales-process.yaml': 'currency: EUR\n' };

describe('a heading of amounts that names their currency', () => {
  for (const [head, currency] of [
    ['Deal Value (USD)', 'USD'],
    ['Amount (USD)*', 'USD'],
    ['Amount [CHF]', 'CHF'],
    ['Amount (in GBP)', 'GBP'],
    ['Amount EUR', 'EUR'],
    ['AMOUNT_USD', 'USD'],
    ['amount_usd', 'USD'],
    ['Amount CAD', 'CAD'],
    ['Value in €', 'EUR'],
    ['Valeur en €', 'EUR'],
    ['Valor (R$)', 'BRL'],
    ['Wert €', 'EUR'],
    ['Betrag / CHF', 'CHF'],
    ['Wert (Euro)', 'EUR'],
    ['USD Amount', 'USD'],
    ['€ Wert', 'EUR'],
    ['Deal amount (£)', 'GBP'],
  ] as const)
    it(`is read without it, and tells it: ${head}`, async () => {
      for (const [team, said] of [[{}], [EUR], [EUR, { currency: 'JPY' }]] as const) {
        const into = new Importing(team);
        const { plan } = await into.take('own.csv', table(head), said);
        assert.equal(valueOf(into), `100 ${currency}`);
        assert.deepEqual(saidOf(plan.noted), []);
        assert.equal(plan.open.currency, undefined);
      }
    });

  for (const head of ['Deal amount ($)', 'Value in $', 'Amount (dollars)', '$ Amount'])
    it(`is asked about where several share the sign, as in cells: ${head}`, async () => {
      const into = new Importing(EUR);
      const { plan } = await into.take('own.csv', table(head));
      assert.equal(valueOf(into), '100 XXX');
      assert.equal(plan.open.currency?.mayBe[0], 'USD');
      assert.equal(remarks(plan, 'signShared').length, 1);

      const other = new Importing();
      const { plan: stillOpen } = await other.take('own.csv', table(head), { currency: 'EUR' });
      assert.equal(valueOf(other), '100 XXX');
      assert.equal(remarks(stillOpen, 'signShared').length, 1);

      for (const [team, said] of [
        [{}, { currency: 'CAD' }],
        [{ 'sales-process.yaml': 'currency: CAD\n' }, undefined],
      ] as const) {
        const known = new Importing(team);
        const { plan: settled } = await known.take('own.csv', table(head), said);
        assert.equal(valueOf(known), '100 CAD');
        assert.equal(settled.open.currency, undefined);
      }
    });

  it('leaves what a cell says to the cell', async () => {
    for (const [head, cell, is] of [
      ['Amount (USD)', '€100', '100 EUR'],
      ['Amount (CAD)', '$100', '100 CAD'],
      ['Amount ($)', '100 NOK', '100 NOK'],
    ] as const) {
      const into = new Importing();
      await into.take('own.csv', table(head, cell));
      assert.equal(valueOf(into), is);
    }
  });

  it('is not that of a sign that can’t mean it: of that the answer counts', async () => {
    for (const [said, is] of [
      [undefined, '30 XXX'],
      [{ currency: 'USD' }, '30 USD'],
    ] as const) {
      const into = new Importing();
      const { plan } = await into.take('own.csv', table('Value in €', '$30'), said);
      assert.equal(valueOf(into), is);
      assert.equal(remarks(plan, 'signShared').length, said ? 0 : 1);
    }
  });

  it('counts where a column of currencies says another one, which is told; and tells nothing where both agree', async () => {
    for (const [cell, told] of [
      [
        'EUR',
        [
          '2 Currency: The currency is “EUR” here and USD in the heading “Amount (USD)”, so the value is in USD. Correct the one that’s wrong.',
        ],
      ],
      ['USD', []],
      ['', []],
    ] as const) {
      const into = new Importing();
      const { plan } = await into.take('own.csv', table('Amount (USD)', '100', ',Currency', `,${cell}`));
      assert.equal(valueOf(into), '100 USD');
      assert.deepEqual(saidOf(plan.noted), told);
    }
  });

  it('comes after one without a currency, beside which it is a key of the team’s own', async () => {
    const into = new Importing();
    const { plan } = await into.take('own.csv', table('Amount (USD)', '110', ',Amount,Currency', ',100,EUR'));
    assert.equal(valueOf(into), '100 EUR');
    assert.deepEqual(plan.proposed.mapping.columns.get('Amount (USD)'), { key: 'amount_usd' });
  });

  it('is known in the export of a system, and takes the place of the heading that was there before', async () => {
    const hubspot = (head: string, amount: number) =>
      `Record ID,Deal Name,Deal Stage,${head},Deal owner\n1,A,Contract Sent,${amount},Ann\n`;
    const into = new Importing();
    await into.take('hubspot.csv', hubspot('Amount', 100));
    const { plan } = await into.take('hubspot.csv', hubspot('Amount (USD)', 200));
    assert.deepEqual([plan.proposed.layout?.name, valueOf(into)], ['HubSpot', '200 USD']);
  });

  it('changes nothing of a column that the mapping has as something else', async () => {
    const into = new Importing();
    const key = { key: 'list_price' };
    const columns = new Map<string, ColumnTarget>([
      ['ID', 'id'],
      ['Deal', 'title'],
      ['Company', 'account'],
      ['Stage', 'stage'],
      ['Amount (USD)', key],
    ]);
    const { plan } = await into.take('own.csv', table('Amount (USD)'), { columns });
    assert.equal(valueOf(into), 'none');
    assert.deepEqual(plan.proposed.mapping.columns.get('Amount (USD)'), key);
    assert.deepEqual(remarks(plan, 'valuesLeft'), []);
  });

  it('is none where the word is no currency', () => {
    for (const head of [
      'Amount (converted)',
      'Total (all)',
      'TOTAL ALL',
      'Value (k€)',
      'Amount ($M)',
      'Revenue FR',
    ])
      assert.equal(moneyHead(head), undefined, head);
    for (const head of ['Amount', 'VALUE TRY', 'Won in May', 'Deal in progress'])
      assert.equal(moneyHead(head), undefined, head);
  });
});

describe('a table of which no column is known as the value', () => {
  for (const [head, cell] of [
    ['Auftragssumme', '12500'],
    ['Value (k€)', '12'],
    ['Worth', '€ 1,200'],
  ] as const)
    it(`says which column has numbers in all rows: ${head}`, async () => {
      const into = new Importing(EUR);
      const { plan } = await into.take('own.csv', table(head, cell), { currency: 'EUR' });
      assert.deepEqual(remarks(plan, 'valuesLeft'), [
        `No deal has a value: “${head}” has numbers in all rows, but isn’t known as the value. If it is, write into the mapping: “${head}: value”.`,
      ]);
      assert.deepEqual(remarks(plan, 'chosenCurrency'), []);
      // The mapping that was kept is what somebody has agreed to.
      const { plan: again } = await into.take('own.csv', table(head, cell));
      assert.deepEqual(remarks(again, 'valuesLeft'), []);
    });

  it('names money before other numbers', async () => {
    const into = new Importing();
    const { plan } = await into.take('own.csv', table('Seats', '12', ',Summe', ',€ 100'));
    assert.deepEqual(plan.proposed.valuesLeft, ['Summe']);
  });

  for (const [what, head, cell, more] of [
    ['a column is one', 'Value', '100', ',Seats'],
    ['some rows have none', 'Summe', '', ''],
    ['they are days', 'Kickoff', '2026-10-01', ''],
    ['they are texts', 'Region', 'North', ''],
  ] as const)
    it(`says nothing where ${what}`, async () => {
      const into = new Importing();
      const { plan } = await into.take('own.csv', table(head, cell, more, more && ',3'));
      assert.deepEqual(plan.proposed.valuesLeft, []);
    });
});
