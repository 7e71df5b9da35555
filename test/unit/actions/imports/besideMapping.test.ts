import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BESIDE_KINDS, besideTargets } from '../../../../src/core/intake/beside/besideHeads';
import {
  changedBesideMapping,
  readBesideMapping,
  withBesideColumn,
  writeBesideMapping,
  type BesideIs,
  type BesideSaid,
} from '../../../../src/core/intake/beside/besideMapping';
import { sentenceOf } from '../../../../src/words/sentence';
import { forAll } from '../../support/property';
import { fixture, FOLDER, Importing } from './support/importing';

const KEPT = `${FOLDER}/_import/hubspot-log.yaml`;
const ACTIVITIES = [
  'Record ID,Activity type,Title,Body,Outcome,Activity date,Associated Deal IDs',
  '1,Call,Terms,They agree,Won over,2026-11-05,71',
].join('\n');
const deal = '---\ntitle: Tern\naccount: Tern\nstage: proposal\nsource_id: hubspot:71\n---\n';

const said = (columns: Record<string, BesideIs>): BesideSaid => ({
  what: 'activities',
  columns: new Map(Object.entries(columns)),
});

describe('a table that was exported beside deals', () => {
  it('is read as a person says, which is kept and counts for the next one', async () => {
    const into = new Importing({ 'tern.md': deal });
    await into.add('activities.csv', ACTIVITIES, said({ Outcome: 'subject' }));
    assert.match(into.files.all[`${FOLDER}/tern.md`]!, /^- 2026-11-05 call: Won over: They agree$/m);
    assert.match(into.files.all[KEPT]!, /^what: activities\nkind: hubspot\ncolumns:$/m);
    assert.match(into.files.all[KEPT]!, /^ {2}Title: nothing\n {2}Body: text\n {2}Outcome: subject$/m);
    const next = ACTIVITIES.replace('1,Call,Terms,They agree,Won over', '2,Call,Terms,Signed,Done');
    await into.add('activities.csv', next);
    assert.match(into.files.all[`${FOLDER}/tern.md`]!, /^- 2026-11-05 call: Done: Signed$/m);
  });

  it('keeps nothing where nobody has said anything', async () => {
    const into = new Importing({ 'tern.md': deal });
    await into.add('activities.csv', ACTIVITIES);
    assert.ok(!(KEPT in into.files.all));
  });

  it('of heads that nobody knows is read by a mapping, and known again by the name of its file', async () => {
    const into = new Importing({ 'tern.md': deal });
    const table = (id: number, day = 'Wann') => `${day},Was,Vorgang\n2026-11-0${id},Anruf ${id},71\n`;
    const columns = { Was: 'text', Vorgang: 'deal_id' } as const;
    await into.add('diary.csv', table(1), said({ ...columns, Wann: 'on' }));
    await into.add('journal.csv', table(2, 'Date'), said({ ...columns, Date: 'on' }));
    await into.add('journal 2026-11.csv', table(3, 'Date'));
    assert.match(
      into.files.all[`${FOLDER}/tern.md`]!,
      /- 2026-11-03 Anruf 3\n- 2026-11-02 Anruf 2\n- 2026-11-01 Anruf 1\n/,
    );
  });

  it('has its days read as was said once', async () => {
    const into = new Importing({ 'tern.md': deal });
    const table = ACTIVITIES.replace('2026-11-05', '05/06/2026');
    await into.add('activities.csv', table, { dates: new Map([['Activity date', 'mdy']]) });
    await into.add('activities.csv', table.replace('1,Call', '3,Note').replace('05/06', '07/08'));
    const text = into.files.all[`${FOLDER}/tern.md`]!;
    assert.match(text, /^- 2026-07-08 note: .*\n- 2026-05-06 call: /m);
  });

  it('goes by a kept mapping of which all else stays when it is changed', async () => {
    const into = new Importing({ 'tern.md': deal });
    await into.add('activities.csv', ACTIVITIES, said({ Outcome: 'subject' }));
    into.files.write(KEPT, into.files.all[KEPT]!.replace('Outcome: subject', 'Outcome: subject # ours'));
    const before = into.files.all[KEPT]!;
    const columns = withBesideColumn(
      [
        { head: 'Title', is: 'nothing' },
        { head: 'Outcome', is: 'subject' },
      ],
      'Title',
      'subject',
    );
    await into.add('activities.csv', ACTIVITIES, { what: 'activities', columns });
    const after = before.replace('Title: nothing', 'Title: subject');
    assert.equal(into.files.all[KEPT], after.replace('Outcome: subject', 'Outcome: nothing'));
  });

  for (const [what, text, says] of [
    ['no kind of table', 'what: things\n', /no “what”/],
    [
      'a column that such a table doesn’t have',
      'what: people\ncolumns:\n  Day: on\n',
      /“Day” can’t be “"on"”\. Write deal_id/,
    ],
    ['a key that there is not', 'what: people\ncolour: red\n', /no “colour”/],
  ] as const)
    it(`is not read by a mapping with ${what}`, () => {
      const read = readBesideMapping(text);
      assert.ok(read && !read.ok);
      assert.match(sentenceOf(read.problem), says);
    });

  it('may say its mapping of people as of activities', async () => {
    const into = new Importing({ 'acme.md': deal });
    const { done } = await into.add('hubspot-contacts.csv', fixture('hubspot-contacts.csv'), {
      what: 'people',
      columns: new Map(),
    });
    assert.ok(done);
    assert.ok(`${FOLDER}/_import/hubspot-contacts.yaml` in into.files.all);
  });
});

describe('a mapping of such a table', () => {
  const mapping = fc.constantFrom(...BESIDE_KINDS).chain(what => {
    const head = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter(one => one !== '__proto__');
    const columns = fc
      .array(fc.tuple(head, fc.constantFrom<BesideIs>(...besideTargets(what), 'nothing')), { maxLength: 5 })
      .map(all => new Map(all));
    return fc.record(
      {
        what: fc.constant(what),
        kind: fc.constant('crm'),
        dates: fc.constantFrom('dmy' as const, new Map([['a "b": {c}', 'mdy' as const]])),
        columns,
      },
      { noNullPrototype: true },
    );
  });

  it('is read again as what it is, be it new or changed in a text that is there', () => {
    forAll(fc.tuple(mapping, mapping), ([first, second]) => {
      const text = writeBesideMapping(first);
      assert.deepEqual(readBesideMapping(text), { ok: true, said: first });
      const wanted = {
        ...second,
        what: first.what,
        columns: new Map([...first.columns].map(([head]) => [head, 'nothing' as const])),
      };
      const after = changedBesideMapping(text.replace('columns:', '# ours\ncolumns:'), wanted);
      assert.match(after, /^# ours$/m);
      assert.deepEqual(readBesideMapping(after), { ok: true, said: { ...wanted } });
    });
  });
});
