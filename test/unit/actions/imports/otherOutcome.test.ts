import assert from 'node:assert/strict';
import { FOLDER, Importing } from './support/importing';

/** How a deal stands, and the day on which it was closed. */
interface Row {
  readonly is: 'open' | 'won' | 'lost';
  readonly on?: string;
}

/** Tables of a system with one deal each, as its exports name the day of the close. */
interface System {
  readonly name: string;
  readonly heads: string;
  readonly row: (row: Row) => string;
}

const pipedrive = (stage: string): System['row'] => {
  return ({ is, on = '' }) => {
    const time = on && `${on} 09:00:00`;
    return `9,Iota,Wayne,${stage},${is},2026-08-09 07:43:21,${is === 'won' ? time : ''},${is === 'lost' ? `${time},Price` : ','}`;
  };
};
const byStage = (ended: (is: 'Won' | 'Lost') => string, open: string): System['row'] => {
  return ({ is, on = '2026-12-18' }) =>
    `9,Iota,Wayne,${is === 'open' ? open : ended(is === 'won' ? 'Won' : 'Lost')},2026-08-09,${on},${is === 'lost' ? 'Price' : ''}`;
};
const PIPEDRIVE =
  'Deal - ID,Deal - Title,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason';
const SYSTEMS: readonly System[] = [
  { name: 'pipedrive', heads: PIPEDRIVE, row: pipedrive('Negotiations Started') },
  {
    name: 'hubspot',
    heads: 'Record ID,Deal Name,Associated Company,Deal Stage,Create Date,Close Date,Closed Lost Reason',
    row: byStage(is => `Closed ${is}`, 'Contract Sent'),
  },
  {
    name: 'salesforce',
    heads: 'Opportunity ID,Opportunity Name,Account Name,Stage,Created Date,Close Date,Loss Reason',
    row: byStage(is => `Closed ${is}`, 'Negotiation/Review'),
  },
  {
    name: 'others',
    heads: 'ID,Title,Account,Stage,Created,Closed on,Lost reason',
    row: byStage(is => is, 'Negotiation'),
  },
];

/** Takes exports of these days, in their order; gives the file of the deal. */
async function after(system: System, rows: Readonly<Record<string, Row>>): Promise<string> {
  const into = new Importing();
  for (const [day, row] of Object.entries(rows))
    await into.take(`${system.name}-${day}.csv`, `${system.heads}\n${system.row(row)}\n`);
  return into.files.all[`${FOLDER}/iota.md`]!;
}

const outcomesIn = (text: string) =>
  [...text.matchAll(/\{on: (\S+), status: (won|lost)[^}]*\}/g)].map(([, on, is]) => `${is} ${on}`);

describe('a deal that ended the other way after all', () => {
  for (const system of SYSTEMS)
    for (const before of ['lost', 'won'] as const)
      for (const isKnown of [true, false])
        it(`was ${before} and is not, by ${system.name}, ${isKnown ? 'in a stage that is known' : 'seen for the first time when it was closed'}`, async () => {
          const is = before === 'won' ? 'lost' : 'won';
          const text = await after(system, {
            ...(isKnown && { '2026-11-02': { is: 'open' } }),
            '2026-11-09': { is: before, on: '2026-11-05' },
            '2026-11-16': { is, on: '2026-11-14' },
          });
          assert.match(text, new RegExp(`^status: ${is}$`, 'm'));
          assert.match(text, /^closed_on: 2026-11-14$/m);
          assert.deepEqual(outcomesIn(text), [`${before} 2026-11-05`, `${is} 2026-11-14`], text);
          assert.equal(/reason: Price/.test(text), true, 'why it was lost');
        });

  it('keeps the day of the first close where the table names an earlier one for the second', async () => {
    const [system] = SYSTEMS as readonly [System];
    const text = await after(system, {
      '2026-11-09': { is: 'lost', on: '2026-11-05' },
      '2026-11-16': { is: 'won', on: '2026-11-03' },
    });
    assert.match(text, /^closed_on: 2026-11-05$/m);
    assert.deepEqual(outcomesIn(text), ['lost 2026-11-05', 'won 2026-11-05'], text);
  });
});
