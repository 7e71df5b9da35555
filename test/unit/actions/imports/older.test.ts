import assert from 'node:assert/strict';
import { saidText } from '../../../../src/core/intake/again/saidText';
import type { Imported } from '../../../../src/actions/imports/importDeals';
import { sentence } from '../../../../src/words/sentence';
import { FOLDER, Importing } from './support/importing';

const HEADS =
  'Deal ID,Deal Name,Stage,Value,Currency,Close Date,Date entered Qualification,Date entered Proposal,Date entered Negotiation';
const table = (...rows: readonly string[]) => [HEADS, ...rows].join('\n');
const NEW = table(
  '1,Acme,Closed Won,150,EUR,2026-09-20,2026-05-01,2026-06-01,2026-07-01',
  '2,Globex,Proposal,150,EUR,2026-12-24,2026-05-01,2026-06-15,',
);
const OLD = table(
  '1,Acme,Qualification,100,EUR,2026-12-20,2026-05-01,,',
  '2,Globex,Closed Lost,100,EUR,2026-05-20,2026-05-01,,',
  '3,Initech,Qualification,100,EUR,2026-12-20,2026-05-01,,',
);

function told({ updated }: Imported, side: 'taken' | 'left'): string[] {
  return updated.flatMap(one =>
    one[side].map(({ field, here, there }) => `${field}: ${saidText(here)} → ${saidText(there)}`),
  );
}

describe('an older export that is imported last', () => {
  for (const [how, first, last] of [
    ['by the days in the names of the files', 'crm-2026-11-01.csv', 'crm-2026-06-01.csv'],
    ['by the days on which stages were entered', 'crm.csv', 'crm.csv'],
  ] as const)
    it(`is known ${how}: it undoes nothing, is told, and its new deals are taken`, async () => {
      const into = new Importing();
      await into.take(first, NEW);
      const before = into.files.all;
      for (let time = 0; time < 2; time++) {
        const { plan, done } = await into.take(last, OLD);
        assert.deepEqual(told(done, 'taken'), []);
        assert.deepEqual(told(done, 'left'), [
          ...['stage: won → qualification', 'value: 150 → 100', 'close_date:  → 2026-12-20'],
          ...['stage: proposal → lost', 'value: 150 → 100'],
        ]);
        assert.ok(
          plan.remarks
            .map(sentence)
            .includes(
              'This table is older than what was imported before: what it says differently about 2 deals was left. If it’s newer after all, say --take all.',
            ),
        );
        assert.equal(done.created.length, time ? 0 : 1);
        for (const name of ['acme', 'globex'])
          assert.equal(into.files.all[`${FOLDER}/${name}.md`], before[`${FOLDER}/${name}.md`]);
      }
      const again = await into.take(first, NEW);
      assert.deepEqual([told(again.done, 'taken'), told(again.done, 'left')], [[], []]);
      const newer = NEW.replace('Proposal,150', 'Negotiation,170').replace('06-15,', '06-15,2026-11-03');
      const { done } = await into.take(first.replace('11-01', '11-04'), newer);
      assert.deepEqual(told(done, 'taken'), ['stage: proposal → negotiation', 'value: 150 → 170']);
    });

  it('keeps the history in its order also where a person takes what it says', async () => {
    const into = new Importing();
    await into.take('crm-2026-11-01.csv', NEW);
    await into.take('crm-2026-06-01.csv', OLD, undefined, () => true);
    for (const { history, closedOn, status } of into.deals) {
      const days = history.map(({ on }) => on);
      assert.deepEqual(days, days.toSorted());
      if (status !== 'open') assert.equal(closedOn, days.at(-1));
    }
    assert.deepEqual(
      into.problems.filter(({ severity }) => severity !== 'hint'),
      [],
    );
  });

  it('isn’t one that moves a deal back on a later day, or knows of no day', async () => {
    const into = new Importing();
    await into.take('crm.csv', NEW);
    const back = table('2,Globex,Qualification,90,EUR,2026-12-24,2026-11-12,2026-06-15,');
    assert.deepEqual(told((await into.take('crm.csv', back)).done, 'taken'), [
      'stage: proposal → qualification',
      'value: 150 → 90',
    ]);
    const bare = 'Deal ID,Deal Name,Stage\n1,Acme,Negotiation\n';
    assert.deepEqual(told((await into.take('crm.csv', bare)).done, 'taken'), ['stage: won → negotiation']);
  });
});
