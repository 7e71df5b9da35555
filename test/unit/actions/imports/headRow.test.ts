import assert from 'node:assert/strict';
import { Importing, saidOf } from './support/importing';

const own = (...rows: string[]) => ['Vorhaben,Lage,Summe', ...rows, ''].join('\n');

describe('the row of the headings', () => {
  for (const word of ['Won', 'Lost', 'Lead', 'Service', 'Contact', 'Gewonnen', 'Demo', 'Opportunity'])
    for (const rows of [
      [`A,Angebot,100`, `B,Demo,200`, `C,${word},400`],
      [`A,Angebot,x`, `B,${word},y`, `C,Demo,z`, `D,Demo,z`],
    ])
      it(`is the first, though “${word}” stands below it (${rows.length} rows)`, async () => {
        const into = new Importing();
        const refused = await into.refused('o.csv', own(...rows));
        assert.match(refused, /Vorhaben.*Lage.*Summe/);
        const said = new Map([
          ['Vorhaben', 'title'],
          ['Lage', 'stage'],
        ] as const);
        const { plan } = await into.take('o.csv', own(...rows), { columns: said });
        assert.equal(plan.proposed.mapping.columns.get('Lage'), 'stage');
        assert.deepEqual([into.deals.length, plan.notTaken], [rows.length, []]);
      });

  it('is a later one where that has clearly the headings, and rows above it that look like data are told', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'deals.csv',
      'Deals,As of today\nOld,Acme,Demo,5\nDeal,Company,Stage,Value\nNew,Globex,Demo,7\n',
    );
    assert.deepEqual(Object.keys(into.told), ['New']);
    assert.deepEqual(saidOf(plan.notTaken), [
      '2: This row stands above row 3, which has the headings. To import it, move it below them.',
    ]);
  });

  it('may have one known word only where the rows above it have fewer cells', async () => {
    const into = new Importing();
    assert.match(
      await into.refused('deals.csv', 'Report,Dana\nVorhaben,Lage,Company\nA,x,Acme\n'),
      /Vorhaben/,
    );
  });

  it('is nowhere where the first row is one of data', async () => {
    const into = new Importing();
    assert.match(await into.refused('deals.csv', 'A,Demo,100\nB,Won,200\nC,Lead,300\n'), /heading/);
  });
});
