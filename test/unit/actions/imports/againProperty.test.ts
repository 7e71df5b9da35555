import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveDeals } from '../../../../src/actions/moveDeals';
import { setField } from '../../../../src/actions/setFields';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing } from './support/importing';

const FIELDS = ['account', 'owner', 'stage', 'value', 'close_date', 'next_step', 'region'] as const;
type Row = Readonly<Record<(typeof FIELDS)[number], string>>;

const texts = (...some: readonly string[]) => fc.constantFrom('', ...some);
const row: fc.Arbitrary<Row> = fc.record({
  account: texts('Acme', 'Globex: the “2nd”', '#7'),
  owner: texts('ada', 'ben'),
  stage: fc.constantFrom('proposal', 'negotiation', 'closing', 'qualification', 'won', 'lost'),
  value: texts('100', '250.5', '48000'),
  close_date: texts('2026-12-18', '2027-01-31', '2027-03-01'),
  next_step: texts('Call', '- [ ] Send it', 'true'),
  region: texts('North', '007', '12'),
});

/** Each deal as the first export has it, with what is changed here since, and what in the second export. */
const deals = fc.array(
  fc.record({
    a: row,
    here: fc.option(row, { nil: undefined }),
    there: fc.option(row, { nil: undefined }),
    fields: fc.record({
      here: fc.subarray([...FIELDS], { maxLength: 3 }),
      there: fc.subarray([...FIELDS], { maxLength: 3 }),
    }),
  }),
  { minLength: 1, maxLength: 5 },
);

const ALL = Object.fromEntries(
  FIELDS.map(field => [field, field === 'close_date' ? '2027-05-05' : '1']),
) as unknown as Row;

interface Deal {
  readonly id: string;
  readonly a: Row;
  readonly b: Row;
  /** What is set here between the two. */
  readonly set: Partial<Row>;
}

const changed = (from: Row, to: Row | undefined, fields: readonly (typeof FIELDS)[number][]): Partial<Row> =>
  Object.fromEntries(fields.flatMap(field => (to && to[field] !== from[field] ? [[field, to[field]]] : [])));

function tableOf(rows: readonly (readonly [string, Row])[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const heads = ['Deal ID', 'Deal Name', ...FIELDS];
  return [
    heads.join(','),
    ...rows.map(([id, one]) => [id, `Deal ${id}`, ...FIELDS.map(field => one[field])].map(cell).join(',')),
  ].join('\n');
}

/** What the file of a deal says in our terms. */
function saidIn(into: Importing, id: string): Row {
  const text = into.files.all[`${FOLDER}/deal-${id}.md`]!;
  const deal = into.deals.find(({ title }) => title === `Deal ${id}`)!;
  const region = /^region: (.*)$/m.exec(text)?.[1] ?? '';
  return {
    account: deal.account ?? '',
    owner: deal.owner ?? '',
    stage: deal.status === 'open' ? deal.stage : deal.status,
    value: deal.value ? String(deal.value.amount) : '',
    close_date: deal.closeDate ?? '',
    next_step: deal.nextStep ?? '',
    region: region.replace(/^'(.*)'$/, '$1'),
  };
}

async function change(into: Importing, id: string, set: Partial<Row>): Promise<void> {
  const file = `${FOLDER}/deal-${id}.md`;
  const { stage, ...fields } = set;
  for (const [key, value] of Object.entries(fields)) {
    const { refused } = await setField(into.workspace, [file], { key, value, language: 'en' });
    assert.deepEqual(refused, []);
  }
  if (!stage) return;
  const move = async (wish: Parameters<typeof moveDeals>[2]) => {
    const { refused } = await moveDeals(into.workspace, [file], move => ({
      ...(typeof wish === 'function' ? wish(move) : wish),
      answer: { despite: 'rules' },
    }));
    assert.deepEqual(refused, []);
  };
  const { status, stageNotKnown } = into.deals.find(({ title }) => title === `Deal ${id}`)!;
  if (status !== 'open')
    await move({ wish: { kind: 'reopen', ...(stageNotKnown && { stage: 'lead-generation' as const }) } });
  if (stage === 'won') await move({ wish: { kind: 'win' } });
  else if (stage === 'lost') await move({ wish: { kind: 'stop', reason: 'price' } });
  else await move({ wish: { kind: 'set', stage: stage as 'proposal' } });
}

describe('tables imported one after the other', function () {
  this.timeout(60_000);

  it('lose no change of either side unshown; once more, they change nothing; the order of rows doesn’t matter', () =>
    forAllInTime(
      fc.tuple(deals, fc.infiniteStream(fc.nat())),
      async ([some, chance]) => {
        const all = some.map(({ a, here, there, fields }, at): Deal => {
          const b = { ...a, ...changed(a, there, fields.there) };
          return { id: String(at), a, b, set: changed(a, here, fields.here) };
        });
        // One in which nothing is empty: of an empty column nobody has decided what it becomes.
        const full: Row = { ...ALL, stage: 'proposal' };
        const first = tableOf([['full', full], ...all.map(({ id, a }) => [id, a] as const)]);
        const rows = [['full', full] as const, ...all.map(({ id, b }) => [id, b] as const)];
        const second = tableOf(rows);
        const shuffled = tableOf(
          rows
            .map(one => ({ one, at: chance.next().value as number }))
            .sort((x, y) => x.at - y.at)
            .map(({ one }) => one),
        );
        const into = new Importing();
        const other = new Importing();
        for (const one of [into, other]) {
          await one.take('crm.csv', first);
          for (const { id, set } of all) await change(one, id, set);
        }
        const before = new Map(all.map(({ id }) => [id, saidIn(into, id)]));
        const { done } = await into.take('crm.csv', second);
        assert.deepEqual(done.notTaken, []);
        for (const { id, a, b } of all) {
          const [was, is] = [before.get(id)!, saidIn(into, id)];
          const told = done.updated.find(({ incoming }) => incoming.title === `Deal ${id}`);
          for (const field of FIELDS) {
            // Of a closed deal it is the day of the close.
            if (field === 'close_date' && [a, b, was].some(({ stage }) => ['won', 'lost'].includes(stage)))
              continue;
            const isLeft = told?.left.some(one => one.field === field) ?? false;
            const isTaken = told?.taken.some(one => one.field === field) ?? false;
            const [base, here, there] = [a[field], was[field], b[field]];
            const what = `${id} ${field}: ${base} → here ${here}, there ${there}, now ${is[field]}`;
            if (base === there || here === there) {
              assert.deepEqual([is[field], isLeft, isTaken], [here, false, false], what);
            } else if (here === base)
              assert.deepEqual([is[field], isLeft, isTaken], [there, false, true], what);
            else assert.deepEqual([is[field], isLeft, isTaken], [here, true, false], what);
          }
        }
        const after = into.files.all;
        const again = await into.take('crm.csv', second);
        assert.deepEqual(into.files.all, after);
        assert.deepEqual(
          again.done.updated.flatMap(({ taken }) => taken),
          [],
        );
        await other.take('crm.csv', shuffled);
        assert.deepEqual(other.files.all, after);
      },
      40,
    ));
});
