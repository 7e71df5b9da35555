import assert from 'node:assert/strict';
import { Importing, FOLDER } from './support/importing';

/** What deals become whose stage or status has such a name: their status, and the reason of a loss. */
async function standing(names: readonly string[], head = 'Stage', more = ''): Promise<string[]> {
  const into = new Importing();
  const rows = names.map((name, at) => `Deal ${at},"${name}",2026-03-01${more && `,${more}`}`);
  const heads = `Deal Name,${head},Close Date${more && ',Loss Reason'}`;
  await into.take('deals.csv', [heads, ...rows].join('\n'));
  return names.map((_, at) => {
    const { status, lostReason } = into.deals.find(({ title }) => title === `Deal ${at}`)!;
    return lostReason === undefined ? status : `${status}: ${lostReason}`;
  });
}

describe('a stage of another system in which a deal is over', () => {
  for (const [names, becomes] of [
    [['Lost - price', 'Lost: Price', 'LOST_PRICE', '7. Lost – price', 'Closed Lost (Price)'], 'lost: price'],
    [
      ['Closed Lost – Competitor', 'Closed Lost to Competition', 'Lost to the competition'],
      'lost: competitor',
    ],
    [['Verloren (Preis)', 'Verloren wegen Preis', 'Perdu - Preis', 'Dead: Preis'], 'lost: Preis'],
    [['Closed Lost | No Budget', 'Closed Lost no-budget', 'lost-no budget'], 'lost: no budget'],
    [
      ['Closed Lost (Sales Pipeline)', 'Renewal: Lost', '6 - Lost', 'Lost (0%)', 'Perdida', 'Closed/Lost'],
      'lost',
    ],
    [
      [
        'Won - Upsell',
        'Closed - Won',
        '5. Closed Won',
        'Won (100%)',
        'Upsell – Won',
        'Gewonnen!',
        '100% Won',
      ],
      'won',
    ],
    [
      ['Almost won', 'Lost Contact', 'Demo - Done', 'Won/Lost', 'Won or lost?', 'To be won', 'Price - win'],
      'open',
    ],
  ] as const) {
    it(`is ${becomes}: ${names.join(', ')}`, async () =>
      assert.deepEqual(
        await standing(names),
        names.map(() => becomes),
      ));
  }

  it('may say so in the column of outcomes', async () =>
    assert.deepEqual(await standing(['Lost - price', 'Won - upsell'], 'Status'), ['lost: price', 'won']));

  it('says less of the reason than a column of reasons; what else it says is among the notes', async () => {
    assert.deepEqual(await standing(['Lost - price'], 'Stage', 'too late'), ['lost: too late']);
    const into = new Importing();
    await into.take('deals.csv', 'Deal Name,Stage\nA,Won - Upsell\nB,Won (Sales Pipeline)\n');
    assert.match(into.files.all[`${FOLDER}/a.md`]!, /^Stage: Won - Upsell$/m);
    assert.doesNotMatch(into.files.all[`${FOLDER}/b.md`]!, /Stage:/);
  });

  it('is what the mapping says, where a person has said it', async () => {
    const into = new Importing();
    const name = 'Lost - price';
    const stages = [{ name, is: 'negotiation' as const, how: 'said' as const }];
    await into.take('deals.csv', `Deal Name,Stage\nA,${name}\n`, { stages });
    const [{ stage, status, lostReason } = {}] = into.deals;
    assert.deepEqual([stage, status, lostReason], ['negotiation', 'open', undefined]);
  });
});
