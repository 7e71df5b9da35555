import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DayOrder } from '../../../../src/core/intake/days';
import { writeMapping } from '../../../../src/core/intake/mappingFile';
import { sentence } from '../../../../src/words/sentence';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing, saidOf } from './support/importing';

const HEADS = 'Deal ID,Deal Name,Stage,Close Date,Created';
const tableOf = (rows: readonly (readonly [close: string, created: string])[]) =>
  [HEADS, ...rows.map((days, at) => `${at},Deal ${at},Proposal,${days.join(',')}`)].join('\n');
const daysIn = ({ deals }: Importing) => deals.map(({ closeDate, created }) => [closeDate, created]);
const ODD = [
  ['03/12/2026', '2026-01-01'],
  ['04/13/2026', '2026-01-01'],
] as const;

describe('the order of days that a person has said', () => {
  it('counts for each cell of the column: one that it doesn’t fit is listed and stands in the notes', async () => {
    const into = new Importing();
    const { plan } = await into.take('deals.csv', tableOf(ODD), { dates: 'dmy' });
    assert.deepEqual(daysIn(into), [
      ['2026-12-03', '2026-01-01'],
      [undefined, '2026-01-01'],
    ]);
    assert.deepEqual(saidOf(plan.noted), [
      '3 Close Date: “04/13/2026” can’t have the day first, as the other days in this column do. It’s in the notes; if they have the month first, say so in the mapping, as in “dates: mdy”.',
    ]);
    assert.match(into.files.all[`${FOLDER}/deal-1.md`]!, /^Close Date: 04\/13\/2026$/m);
  });

  it('counts by the mapping that is kept, also of a newer export', async () => {
    const into = new Importing();
    await into.take('deals.csv', tableOf([['03/12/2026', '2026-01-01']]), { dates: 'dmy' });
    const { done } = await into.take('deals.csv', tableOf(ODD));
    assert.deepEqual(
      done.updated.flatMap(({ taken }) => taken),
      [],
    );
    assert.deepEqual(daysIn(into)[0], ['2026-12-03', '2026-01-01']);
  });

  it('counts for the columns of which it is said; of the others a cell still tells', async () => {
    const into = new Importing();
    const rows = [
      ['03/12/2026', '03/02/2026'],
      ['13/04/2026', '01/13/2026'],
    ] as const;
    const { plan } = await into.take('deals.csv', tableOf(rows), { dates: new Map([['Close Date', 'mdy']]) });
    assert.deepEqual(daysIn(into), [
      ['2026-03-12', '2026-03-02'],
      [undefined, '2026-01-13'],
    ]);
    assert.deepEqual(
      plan.noted.map(({ row, column }) => [row, column]),
      [[3, 'Close Date']],
    );
  });

  it('stays for the other columns where another one is said of one', async () => {
    const into = new Importing();
    const table = tableOf([['03/12/2026', '05/06/2026']]);
    await into.take('deals.csv', table, { dates: 'dmy' });
    await into.take('deals.csv', table, { dates: new Map([['Created', 'mdy']]) });
    const kept = into.files.all[`${FOLDER}/_import/deals.yaml`]!;
    assert.match(kept, /^dates: \{"\*": dmy, "Created": mdy\}$/m);
    const { plan } = await into.take('deals.csv', tableOf([['04/12/2026', '06/07/2026']]));
    const { fields } = plan.matched[0]!.incoming;
    assert.deepEqual([fields['close_date'], fields['created']], ['2026-12-04', '2026-06-07']);
    assert.equal(writeMapping(plan.proposed.mapping).includes('"*": dmy'), true);
  });

  it('is told to be doubtful where most days that tell can’t be read so', async () => {
    const { plan } = await new Importing().take('deals.csv', tableOf(ODD), { dates: 'dmy' });
    assert.ok(
      plan.remarks
        .map(sentence)
        .includes(
          '“Close Date” has 1 day that can’t have the day first, and is read so. If it has the month first, say “--dates "Close Date=mdy"”.',
        ),
    );
    const more = [...ODD, ['13/04/2026', ''], ['14/04/2026', '']] as const;
    const fits = await new Importing().take('deals.csv', tableOf(more), { dates: 'dmy' });
    assert.ok(fits.plan.remarks.every(({ say }) => say !== 'daysOtherOrder'));
  });

  it('counts for activities too', async () => {
    const into = new Importing();
    await into.take('deals.csv', tableOf([['2026-12-03', '2026-01-01']]));
    const table = 'Deal ID,Date,Subject\n0,03/11/2026,One\n0,04/13/2026,Two\n';
    const { plan } = await into.add('calls.csv', table, 'dmy');
    assert.deepEqual(saidOf(plan.notTaken), [
      '3 Date: “04/13/2026” can’t have the day first, as the other days in this column do. If they have the month first, say so in the mapping, as in “dates: mdy”.',
    ]);
    assert.match(into.files.all[`${FOLDER}/deal-0.md`]!, /^- 2026-11-03 call: One$/m);
  });

  it('is that of every day that is taken, whatever else stands in the column', async () => {
    const number = (most: number) => fc.integer({ min: 1, max: most });
    const two = (one: number) => String(one).padStart(2, '0');
    await forAllInTime(
      fc.record({
        order: fc.constantFrom<DayOrder>('dmy', 'mdy'),
        isKept: fc.boolean(),
        days: fc.array(fc.tuple(number(28), number(28)), { minLength: 1, maxLength: 8 }),
      }),
      async ({ order, isKept, days }) => {
        const into = new Importing();
        const table = tableOf(days.map(([a, b]) => [`${two(a)}/${two(b)}/2027`, '2026-01-01']));
        if (isKept) await into.take('deals.csv', tableOf([['01/01/2027', '2026-01-01']]), { dates: order });
        const { plan } = await into.take('deals.csv', table, isKept ? undefined : { dates: order });
        const noted = new Set(plan.noted.map(({ row }) => row));
        const read = [...plan.fresh, ...plan.matched.map(({ incoming }) => incoming)];
        for (const [at, [a, b]] of days.entries()) {
          const [day, month] = order === 'dmy' ? [a, b] : [b, a];
          const { fields, notes } = read.find(({ row }) => row === at + 2)!;
          const isDay = month <= 12;
          assert.equal(fields['close_date'], isDay ? `2027-${two(month)}-${two(day)}` : undefined);
          assert.equal(noted.has(at + 2), !isDay);
          assert.equal(notes.includes(`${two(a)}/${two(b)}/2027`), !isDay);
        }
      },
    );
  });
});
