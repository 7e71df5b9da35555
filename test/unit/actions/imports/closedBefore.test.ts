import assert from 'node:assert/strict';
import { FOLDER, Importing, TODAY } from './support/importing';

const tableOf = (stage: string, closeDate: string) =>
  `Opportunity ID,Opportunity Name,Stage,Amount,Close Date\n1,Alpha,${stage},100,${closeDate}\n`;

describe('a deal whose table says that it was closed before a move that an import wrote', () => {
  const closed = async () => {
    const into = new Importing();
    await into.take('crm.csv', tableOf('Prospecting', '2026-12-20'));
    // Of the day of this move the table says nothing: that of the import is taken.
    await into.take('crm.csv', tableOf('Qualification', '2026-12-20'));
    return { into, ...(await into.take('crm.csv', tableOf('Closed Lost', '2026-11-14'))) };
  };
  const closedOn = ({ deals }: Importing) => deals[0]!.closedOn;
  const difference = { field: 'closed_on', here: TODAY, there: '2026-11-14', isBoth: true };

  it('is closed on the day of that move, and the other day is told', async () => {
    const { into, done } = await closed();
    assert.equal(into.deals[0]!.status, 'lost');
    assert.equal(closedOn(into), TODAY);
    assert.deepEqual(
      done.updated.map(({ left }) => left),
      [[difference]],
    );
  });

  it('is told so by each table until somebody decides; then fields and history have the day', async () => {
    const { into } = await closed();
    const again = await into.take('crm.csv', tableOf('Closed Lost', '2026-11-14'));
    assert.deepEqual(
      again.plan.matched.map(({ differences }) => differences),
      [[difference]],
    );
    await into.take('crm.csv', tableOf('Closed Lost', '2026-11-14'), undefined, () => true);
    assert.equal(closedOn(into), '2026-11-14');
    assert.match(into.files.all[`${FOLDER}/alpha.md`]!, /\{on: 2026-11-14, status: lost\}/);
    const last = await into.take('crm.csv', tableOf('Closed Lost', '2026-11-14'));
    assert.deepEqual(
      last.plan.matched.map(({ differences }) => differences),
      [[]],
    );
  });
});
