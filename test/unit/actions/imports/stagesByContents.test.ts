import assert from 'node:assert/strict';
import { Importing } from './support/importing';

/** What became of each deal, where all that is said of the table are its own words for stages. */
async function told(table: string) {
  const into = new Importing();
  const { plan } = await into.take('deals.csv', table);
  assert.deepEqual(plan.notTaken, []);
  const { columns, stages } = plan.proposed.mapping;
  const spread = stages.filter(({ how }) => how === 'spread').map(({ name }) => name);
  const open = into.deals.map(({ title, stage, status }) => `${title} ${status === 'open' ? stage : status}`);
  return { columns: Object.fromEntries(columns), spread, open };
}

describe('a column of stages that isn’t called so', () => {
  it('is known as “Status” where none of its words is a stage that many know', async () => {
    const { columns, spread, open } = await told(
      'Kunde,Titel,Status\nAcme,Scanner,Im Gespräch\nBeta,Regal,Auftrag\nGamma,Halle,Wartet auf Freigabe\n',
    );
    assert.equal(columns['Status'], 'stage');
    assert.deepEqual(spread, ['Im Gespräch', 'Wartet auf Freigabe']);
    assert.ok(open.includes('Regal won'));
  });

  it('stays a status where one of its words is that a deal is open', async () => {
    const into = new Importing();
    const plan = await into.plan('deals.csv', 'Deal,Status\nA,Open\nB,Parked\nC,Won\nD,Asleep\n');
    assert.ok(plan.ok);
    assert.equal(plan.proposed.mapping.columns.get('Status'), 'status');
  });

  it('is known by its contents, whatever it is called', async () => {
    const { columns, open } = await told(
      'Deal,Where,Region\nA,Proposal,North\nB,Demo,South\nC,Won,North\nD,Lost,South\n',
    );
    assert.deepEqual([columns['Where'], columns['Region']], ['stage', { key: 'region' }]);
    assert.deepEqual(open.sort(), ['A proposal', 'B needs-analysis', 'C won', 'D lost']);
  });

  it('is none beside a column of stages, nor where it has other words too', async () => {
    const beside = await told('Deal,Stage,Last seen\nA,Demo,Proposal\nB,Proposal,Demo\n');
    assert.deepEqual(beside.columns['Last seen'], { key: 'last_seen' });
    const other = await told('Deal,Status,Kind\nA,Won,Demo\nB,Won,Proposal\nC,Lost,Fair\n');
    assert.deepEqual(other.columns['Kind'], { key: 'kind' });
  });
});
