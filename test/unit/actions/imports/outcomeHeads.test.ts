import assert from 'node:assert/strict';
import { sentence } from '../../../../src/words/sentence';
import { Importing } from './support/importing';

const deals = (into: Importing) =>
  into.deals.map(({ title, stage, status }) => `${title} ${stage} ${status}`);
/** Deals A, B, C in a stage, with the cells of more columns. */
const table = (heads: string, ...cells: readonly string[]) =>
  [
    `Deal,Company,Stage,${heads},Value`,
    ...cells.map((cell, at) => `${'ABC'[at]},Acme ${at},Proposal,${cell},${at + 1}00`),
  ].join('\n');
const remarksOf = (plan: {
  remarks: Parameters<typeof sentence>[0][] | readonly Parameters<typeof sentence>[0][];
}) => plan.remarks.filter(({ say }) => say === 'columnNoOutcome').map(sentence);

describe('a column that is called after an outcome, in a table of nobody’s', () => {
  for (const [head, [no, yes]] of [
    ['Won', ['No', 'Yes']],
    ['Won?', ['', 'x']],
    ['WON', ['N', 'Y']],
    ['Is won?', ['0', '1']],
    ['Deal won', ['n/a', 'TRUE']],
    ['closed_won', ['FALSE', 'TRUE']],
    ['Gewonnen', ['Nein', 'Ja']],
    ['gagné', ['non', 'oui']],
    ['Ganada', ['falso', 'verdadero']],
    ['Won', ['Lost', 'Won']],
  ] as const)
    it(`says with “${yes}” that a deal was won: ${head}`, async () => {
      const into = new Importing();
      const { plan } = await into.take('own.csv', table(head, 'No', yes, no));
      const third = no === 'Lost' ? 'C proposal lost' : 'C proposal open';
      assert.deepEqual(deals(into), ['A proposal open', 'B proposal won', third]);
      assert.deepEqual(remarksOf(plan), []);
    });

  it('has one column for each of the two', async () => {
    for (const heads of ['Closed Won,Closed Lost', 'won,lost?', 'Gewonnen,Verloren', 'Gagnée,Perdue']) {
      const into = new Importing();
      await into.take('own.csv', table(heads, 'FALSE,FALSE', 'TRUE,FALSE', 'FALSE,TRUE'));
      assert.deepEqual(deals(into), ['A proposal open', 'B proposal won', 'C proposal lost'], heads);
    }
  });

  for (const [head, cells, line] of [
    ['Won', ['0', '12500', ''], 'Won: is_won'],
    ['Lost', ['', 'too expensive', 'No'], 'Lost: is_lost'],
    ['Won', ['', '2026-10-02', '2026-10-03'], 'Won: won_on'],
  ] as const)
    it(`stays a key of its own where its values say something else, which is told: ${line}`, async () => {
      const into = new Importing();
      const { plan } = await into.take('own.csv', table(head, ...cells));
      assert.deepEqual(deals(into), ['A proposal open', 'B proposal open', 'C proposal open']);
      assert.deepEqual(remarksOf(plan), [
        `“${head}” may say which deals were won or lost, but “${cells[1]}” isn’t yes or no, so it’s a key of its own. If it does, write into the mapping: “${line}”.`,
      ]);
      // The mapping that was kept is what somebody has agreed to.
      const again = await into.take('own.csv', table(head, ...cells));
      assert.deepEqual(remarksOf(again.plan), []);
    });

  it('is no outcome where a word more makes it something else', async () => {
    const into = new Importing();
    const { plan } = await into.take('own.csv', table('Won by,Lost deals before', 'Ann,3', 'Bea,1', 'Cem,0'));
    assert.deepEqual(deals(into), ['A proposal open', 'B proposal open', 'C proposal open']);
    assert.deepEqual(remarksOf(plan), []);
  });
});
