import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing, saidOf } from './support/importing';

const HEADS =
  'Record ID,Deal Name,Deal Stage,Date entered stage,Date left stage,Original Source,Amount,Deal owner';
const ROWS = [
  '1,Acme,Appointment Scheduled,2026-01-05 09:00,2026-02-01,Web,100,dana',
  '1,Acme,Qualified To Buy,2026-02-01,2026-03-01,Web,100,dana',
  '1,Acme,Contract Sent,2026-03-01,2026-04-10,Web,150,dana',
  '1,Acme,Closed Won,2026-04-10,,Web,150,dana',
  '2,Globex,Appointment Scheduled,2026-01-06,2026-02-02,Web,7,ben',
  '2,Globex,Qualified To Buy,2026-02-02,,Web,9,ben',
];

async function imported(rows: readonly string[], heads = HEADS) {
  const into = new Importing();
  const { plan } = await into.take('hubspot.csv', [heads, ...rows].join('\n'));
  return { into, plan, file: (name: string) => into.files.all[`${FOLDER}/${name}.md`]! };
}

describe('a table with a row for each stage of a deal', () => {
  it('becomes one deal with its history, as its newest row has it', async () => {
    const { into, plan, file } = await imported(ROWS);
    assert.deepEqual(plan.notTaken, []);
    assert.deepEqual(into.told, {
      Acme: '- | dana | closing won | 150 XXX | - - 2026-04-10 | hubspot:1',
      Globex: '- | ben | qualification open | 9 XXX | - - - | hubspot:2',
    });
    assert.match(
      file('acme'),
      /history:\n {2}- \{on: 2026-01-05, stage: prospecting\}\n {2}- \{on: 2026-02-01, stage: qualification\}\n {2}- \{on: 2026-03-01, stage: closing\}\n {2}- \{on: 2026-04-10, status: won\}\n/,
    );
    assert.doesNotMatch(file('acme'), /left_stage/);
  });

  it('is the same in any order of its rows, and once more changes nothing', () =>
    forAllInTime(
      fc.shuffledSubarray(ROWS, { minLength: ROWS.length }),
      async rows => {
        const { into } = await imported(rows);
        const other = await imported(ROWS);
        assert.deepEqual(into.told, other.into.told);
        for (const name of ['acme', 'globex'])
          assert.equal(into.files.all[`${FOLDER}/${name}.md`], other.file(name));
        const before = into.files.all;
        await into.take('hubspot.csv', [HEADS, ...rows].join('\n'));
        assert.deepEqual(into.files.all, before);
      },
      20,
    ));

  it('whose rows contradict each other on one day has that told', async () => {
    const { plan } = await imported([...ROWS.slice(4), ROWS[5]!.replace(',9,', ',8,')]);
    assert.deepEqual(saidOf(plan.notTaken), [
      '4: This row is “hubspot:2” again and differs from row 3 in value. Row 3 was taken.',
    ]);
  });

  it('of which only the close is in the table tells by the row where the deal was', async () => {
    const { into, file } = await imported(
      ['Acme,Acme Corp,Prospecting,Closed Lost,100,2026-09-12,2026-09-12'],
      'Opportunity Name,Account Name,From Stage,To Stage,Amount,Last Modified,Close Date',
    );
    assert.match(into.told['Acme']!, /\| prospecting lost \|/);
    assert.doesNotMatch(file('acme'), /stage: prospecting\}/);
  });

  it('is Salesforce’s Opportunity History, the newest first', async () => {
    const { into, plan } = await imported(
      [
        'Acme,Acme Corp,Proposal/Price Quote,Closed Lost,100,2026-04-10,2026-04-10',
        'Acme,Acme Corp,Prospecting,Proposal/Price Quote,100,2026-02-01,2026-05-01',
        'Acme,Acme Corp,,Prospecting,80,2026-01-05,2026-05-01',
      ],
      'Opportunity Name,Account Name,From Stage,To Stage,Amount,Last Modified,Close Date',
    );
    assert.deepEqual(plan.notTaken, []);
    assert.deepEqual(into.told, { Acme: 'Acme Corp | - | proposal lost | 100 XXX | - - 2026-04-10 | -' });
    assert.deepEqual(
      into.deals[0]!.history.map(({ on, stage, status }) => [on, stage ?? status]),
      [
        ['2026-01-05', 'prospecting'],
        ['2026-02-01', 'proposal'],
        ['2026-04-10', 'lost'],
      ],
    );
  });
});
