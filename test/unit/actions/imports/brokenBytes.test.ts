import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing, saidOf } from './support/importing';

const HEADS = 'Deal ID,Deal Name,Account,Owner,Stage,Value,Currency,Region,Notes';
const ROWS = [
  '1,Café Zürich,Müller,Zoë,Proposal,100,EUR,Süd,Größe klären',
  '2,Łódź,Åkerlund,Ben,Proposal,200,EUR,Ost,Zwei',
  '3,Globex,Globex,Ada,Proposal,300,EUR,Nord,Drei',
];

/** The bytes of a text, where `<E9>` stands for one of them. */
const bytesOf = (text: string) =>
  Buffer.concat(
    text
      .split(/(<[0-9A-F]{2}>)/)
      .map(part => (/^<..>$/.test(part) ? Buffer.from(part.slice(1, 3), 'hex') : Buffer.from(part))),
  );
const tableOf = (rows: readonly string[], mark = '') => bytesOf(`${mark}${[HEADS, ...rows].join('\n')}\n`);
const withRow = (row: string) => tableOf([ROWS[0]!, row, ROWS[2]!]);

/** The files of the deals after the first import. */
async function imported(rows = ROWS): Promise<{ into: Importing; before: Readonly<Record<string, string>> }> {
  const into = new Importing();
  await into.take('deals.csv', tableOf(rows));
  return { into, before: dealsIn(into) };
}

const dealsIn = ({ files }: Importing) =>
  Object.fromEntries(Object.entries(files.all).filter(([file]) => file.endsWith('.md')));

describe('a table in UTF-8 with broken bytes', () => {
  it('stays UTF-8: what is good overwrites nothing with other letters, and makes no deal again', async () => {
    const { into, before } = await imported();
    const { plan, done } = await into.take('deals.csv', withRow(ROWS[1]!.replace('Ost', 'O<FF>t')));
    assert.deepEqual(dealsIn(into), before);
    assert.equal(done.created.length, 0);
    assert.deepEqual(saidOf(plan.lost), [
      '3 Region: Bytes in “O\uFFFDt” are broken, so this cell wasn’t taken; the rest of the row was. Correct it, or export the table as UTF-8, and import it again.',
    ]);
  });

  for (const [where, row] of Object.entries({
    id: '<FF>,Łódź,Neu,Eva,Closing,9,USD,West,Neu',
    title: '2,Ł<F3>dź,Neu,Eva,Closing,9,USD,West,Neu',
    stage: '2,Łódź,Neu,Eva,Clos<80>ng,9,USD,West,Neu',
    'comma before an owner': '2,Łódź,Neu<C0>Eva,Closing,9,USD,West,Neu',
    'quote before a comma': '2,Łódź,<FF>Neu, AG",Eva,Closing,9,USD,West,Neu',
    'comma and a broken quote': '2,Łódź,"Neu",Eva<FF><FF>Clo, sing",9,USD,West,Neu',
    'quote behind a text': '2,Łódź,"Neu<FF>,Eva,Closing,9,USD,West,Neu',
  }))
    it(`takes nothing of a row with a broken ${where}, and takes the others`, async () => {
      const { into, before } = await imported();
      const others = [ROWS[0]!, row, ROWS[2]!.replace('Ada', 'Cem')];
      const { plan, done } = await into.take('deals.csv', tableOf(others));
      assert.deepEqual(
        plan.notTaken.map(one => one.row),
        [3],
      );
      assert.equal(done.created.length, 0);
      const changed = Object.entries(dealsIn(into)).filter(([file, text]) => text !== before[file]);
      assert.deepEqual(
        changed.map(([file]) => file),
        [`${FOLDER}/globex.md`],
      );
    });

  it('takes a row without the broken cell, and neither empties its field nor fills something else in', async () => {
    const { into, before } = await imported();
    const row = '2,Łódź,Neu,B<FF>n,Proposal,900,E<FF>R,Ost,Zw<FF>i';
    const { plan } = await into.take('deals.csv', withRow(row), { owner: 'dana', currency: 'USD' });
    assert.deepEqual(
      plan.lost.map(({ column }) => column),
      ['Owner', 'Currency', 'Notes'],
    );
    const [file, was] = Object.entries(before).find(([, text]) => text.includes('Łódź'))!;
    assert.equal(into.files.all[file], was.replace('account: Åkerlund', 'account: Neu'));
    // The same table mended is taken whole.
    await into.take('deals.csv', withRow('2,Łódź,Neu,Bén,Proposal,900,EUR,Ost,Zwö'));
    assert.match(into.files.all[file]!, /owner: Bén\n[^]*value: 900\n[^]*Zwö/);
  });

  it('makes a new deal without the broken cell', async () => {
    const into = new Importing();
    await into.take('deals.csv', withRow('2,Łódź,Neu,B<FF>n,Proposal,9,EUR,Ost,Zwei'));
    assert.equal(into.told['Łódź'], 'Neu | - | proposal open | 9 EUR | - - - | deals:2');
  });

  it('without ids takes nothing of a row whose account is broken: it might be another deal', async () => {
    const into = new Importing();
    const heads = 'Deal Name,Account,Stage';
    await into.take('d.csv', `${heads}\nCafé,Müller,Proposal\n`);
    const { plan, done } = await into.take('d.csv', bytesOf(`${heads}\nCafé,M<FF>ller,Closing\n`));
    assert.equal(done.created.length + done.updated.length, 0);
    assert.equal(plan.notTaken.length, 1);
    assert.deepEqual(Object.keys(into.told), ['Café']);
  });

  it('with a broken heading isn’t read, and the heading is told', async () => {
    const broken = bytesOf([HEADS.replace('Owner', 'Own<E9>r'), ...ROWS].join('\n'));
    assert.equal(
      await new Importing().refused('deals.csv', broken),
      'Row 1 has the heading “Own\uFFFDr”, in which bytes are broken, so nothing was read. Correct it, or export the table as UTF-8, and import that.',
    );
  });

  it('that ends within a letter is taken but for that cell', async () => {
    const { into, before } = await imported();
    const cut = Buffer.from(`${HEADS}\n${ROWS[0]!}\n${ROWS[1]!.slice(0, -4)}ö`).subarray(0, -1);
    const { plan } = await into.take('deals.csv', cut);
    assert.deepEqual(
      plan.lost.map(({ row, column }) => [row, column]),
      [[3, 'Notes']],
    );
    assert.deepEqual(dealsIn(into), before);
  });

  it('is UTF-8 by its mark alone', async () => {
    const into = new Importing();
    const plain = '1,Acme,Acme,Ada,Proposal,100,EUR,S<E9>,Eins';
    const { plan } = await into.take('deals.csv', tableOf([plain], '\uFEFF'));
    assert.equal(plan.lost.length, 1);
    assert.deepEqual(Object.keys(into.told), ['Acme']);
  });

  it('is UTF-8 wherever the broken byte and the first letter stand', async () => {
    for (const at of [0, 700, 1399]) {
      const rows = Array.from({ length: 1400 }, (_, row) => `${row},Deal ${row},A,B,Proposal,1,EUR,X,Y`);
      rows[at] = rows[at]!.replace('X', '<FF>');
      rows[1399 - at] = rows[1399 - at]!.replace(',B,', ',Bé,');
      const plan = await new Importing().plan('deals.csv', tableOf(rows));
      assert.ok(plan.ok);
      assert.deepEqual(
        plan.lost.map(({ row, column }) => [row, column]),
        [[at + 2, 'Region']],
      );
      assert.equal(plan.fresh[1399 - at]!.fields['owner'], 'Bé');
    }
  });

  it('that was put together of two exports in two encodings changes no deal of the first', async () => {
    const { into, before } = await imported();
    const second = Buffer.from(
      `${HEADS}\n4,Neu,M\xfcller,Zo\xeb,Proposal,4,EUR,S\xfcd,Gr\xf6\xdfe\n`,
      'latin1',
    );
    const { plan } = await into.take('deals.csv', Buffer.concat([tableOf(ROWS), second]));
    const after = dealsIn(into);
    for (const [file, text] of Object.entries(before)) assert.equal(after[file], text);
    assert.equal(plan.lost.length, 4);
  });

  it('is read as the code page that it is in where it has no letter of UTF-8, or hardly one', async () => {
    for (const [row, account] of [
      ['1,Acme,Caf<E9>,Ada,Proposal,1,EUR,X,Y', 'Café'],
      ['1,Acme,Caf<E9>,Zo<EB>,Proposal,1 <80>,,S<FC>d,„MEN<DC><94> gr<F6><DF>er', 'Café'],
    ] as const) {
      const into = new Importing();
      const { plan } = await into.take('deals.csv', tableOf([row.replace('„', '<84>')]));
      assert.deepEqual(plan.lost, []);
      assert.equal(into.deals[0]!.account, account);
    }
  });

  it('of deals on lines of JSON takes the good lines', async () => {
    const into = new Importing();
    const lines = [
      '{"title":"Café","stage":"proposal","owner":"Zoë"}',
      '{"title":"Glob<FF>x","stage":"proposal"}',
      '{"title":"Hooli","st<FF>ge":"proposal"}',
      '{"title":"Initech","stage":"proposal","owner":"B<FF>n"}',
      '{"title":"Umbrella","stage":"proposal"<FF>}',
    ];
    const { plan } = await into.take('deals.jsonl', bytesOf(lines.join('\n')));
    assert.deepEqual(Object.keys(into.told), ['Café', 'Initech']);
    assert.deepEqual(
      plan.notTaken.map(({ row, says }) => [row, says.say]),
      [
        [2, 'rowLost'],
        [3, 'rowLostKey'],
        [5, 'rowNotJson'],
      ],
    );
    assert.deepEqual(
      plan.lost.map(({ row, column }) => [row, column]),
      [[4, 'owner']],
    );
  });

  it('of one deal in several rows takes none of them where one is broken', async () => {
    const heads = 'Record ID,Deal Name,Deal Stage,Date entered stage,Amount';
    const rows = (last: string) =>
      bytesOf(
        `${heads}\n1,Café,Qualified To Buy,2026-10-01,5\n1,Café,${last},2026-11-01,5\n2,Büro,Contract Sent,2026-11-02,6\n`,
      );
    const into = new Importing();
    await into.take('h.csv', rows('Contract Sent'));
    const before = dealsIn(into);
    const { plan } = await into.take('h.csv', rows('Contr<FF>ct Sent'));
    assert.deepEqual(dealsIn(into), before);
    assert.deepEqual(
      plan.notTaken.map(({ row, says }) => [row, says.say]),
      [
        [2, 'rowOfLost'],
        [3, 'rowLost'],
      ],
    );
  });

  it('of activities logs the good rows alone', async () => {
    const { into } = await imported();
    const { plan, done } = await into.add(
      'activities.csv',
      bytesOf('Deal ID,Date,Subject\n1,2026-11-01,Größe g<FF>klärt\n2,2026-11-02,Café\n'),
    );
    assert.deepEqual(saidOf(plan.notTaken), [
      '2 Subject: Bytes in “Größe g\uFFFDklärt” are broken, so this row wasn’t taken. Correct it, or export the table as UTF-8, and import it again.',
    ]);
    assert.equal(done.changed.length, 1);
  });

  it('whose letters another program has lost doesn’t overwrite them unasked', async () => {
    const { into, before } = await imported();
    const lost = tableOf(ROWS.map(row => row.replaceAll(/[^\0-\x7f]/g, '\uFFFD')));
    const { done } = await into.take('deals.csv', lost);
    assert.deepEqual(dealsIn(into), before);
    assert.ok(done.updated.every(({ taken }) => !taken.length));
    assert.ok(done.updated.some(({ left }) => left.some(({ field }) => field === 'title')));
  });
});

const word = fc.constantFrom('Zoë', 'Müller, AG', 'Łódź', '東京', 'a "b" ü', 'Grün 🎉', '');
const row = fc.record({ account: word, owner: word, region: word, source: word });
type Row = Readonly<Record<'account' | 'owner' | 'region' | 'source', string>>;
const KEYS = ['account', 'owner', 'region', 'source'] as const;
const FILLED: Row = { account: 'Zoë', owner: 'Zoë', region: 'Zoë', source: 'Zoë' };
/** None of them is a part of any sign. */
const broken = fc.constantFrom(0xff, 0xc0, 0xc1, 0xf5);

describe('random bytes that are broken', () => {
  it('never change what other rows say, nor what good cells said before', async () => {
    await forAllInTime(
      fc.tuple(
        fc.array(fc.tuple(row, row), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(), broken), { minLength: 1, maxLength: 4 }),
      ),
      async ([some, breaks]) => {
        // An empty column is decided once something stands in it.
        const deals = [[FILLED, FILLED] as const, ...some];
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = (which: 0 | 1) =>
          deals.map((deal, at) =>
            [`${at}`, `Büro ${at} 東京`, ...KEYS.map(key => deal[which][key]), 'Proposal']
              .map(quoted)
              .join(','),
          );
        const heads = 'Deal ID,Deal Name,Account,Owner,Region,Source,Stage';
        const tableWith = (which: 0 | 1) => Buffer.from(`${[heads, ...lines(which)].join('\n')}\n`);
        const into = new Importing();
        await into.take('deals.csv', tableWith(0));
        const bytes = tableWith(1);
        const places = breaks.map(([at]) => heads.length + 1 + (at % (bytes.length - heads.length - 1)));
        for (const [index, [, byte]] of breaks.entries()) bytes[places[index]!] = byte;
        let start = heads.length + 1;
        let isAfterBroken = false;
        const areWhole = lines(1).map(line => {
          const end = start + Buffer.byteLength(line);
          const isWhole = !isAfterBroken && !places.some(place => place >= start && place <= end);
          isAfterBroken = places.includes(end);
          start = end + 1;
          return isWhole;
        });
        const before = dealsIn(into);
        if ((await into.plan('deals.csv', bytes)).ok) {
          const { done } = await into.take('deals.csv', bytes);
          assert.equal(done.created.length, 0);
        } else {
          // Where not one row can be read, it says so.
          assert.ok(!areWhole.includes(true));
          assert.deepEqual(dealsIn(into), before);
        }
        assert.equal(Object.keys(dealsIn(into)).length, deals.length);
        for (const [at, isWhole] of areWhole.entries()) {
          const said = saidIn(into, at);
          for (const key of KEYS) {
            const may = deals[at]!.map((one): string => one[key]);
            if (isWhole) assert.equal(said[key], may[1], key);
            else assert.ok(may.includes(said[key]), `${key}: ${said[key]}`);
          }
        }
      },
    );
  });
});

function saidIn(into: Importing, at: number): Row {
  const deal = into.deals.find(({ title }) => title === `Büro ${at} 東京`)!;
  const text = into.files.all[`${FOLDER}/${deal.path}`]!;
  const region = /^region: (.*)$/m.exec(text)?.[1] ?? '';
  return {
    account: deal.account ?? '',
    owner: deal.owner ?? '',
    source: deal.source ?? '',
    region: region.startsWith('"')
      ? String(JSON.parse(region))
      : region.replace(/^'(.*)'$/, '$1').replaceAll("''", "'"),
  };
}
