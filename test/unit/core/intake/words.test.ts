import assert from 'node:assert/strict';
import { dayNamedIn, daysMeant, DayTally } from '../../../../src/core/intake/days';
import { foldHead, foldName, keyOfHead } from '../../../../src/core/intake/heads';
import { LAYOUTS } from '../../../../src/core/intake/layouts/layouts';
import { goesBackAt, inTheirOrder, mapStages } from '../../../../src/core/intake/mapStages';
import { outcomeNamed } from '../../../../src/core/intake/outcomeNamed';
import { notesOf, quietStart, wordsOf } from '../../../../src/core/intake/notes';
import { readAmountCell, readCurrencyCell, readDayCell } from '../../../../src/core/intake/readCells';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { TODAY } from './support/table';

describe('a day in a cell', () => {
  for (const [cell, dmy, mdy = dmy] of [
    ['2026-12-18', '2026-12-18'],
    ['2026-12-18T23:30:00-08:00', '2026-12-18'],
    ['2026-12-18 07:43:21.123456+00:00', '2026-12-18'],
    ['2026-12-18 2:15:33 PM', '2026-12-18'],
    ['2026-12-18, at 2.15 p.m.', '2026-12-18'],
    ['2026-12-18 10:22 UTC', '2026-12-18'],
    ['03/04/2026', '2026-04-03', '2026-03-04'],
    ['3. 4. 2026', '2026-04-03'],
    ['03-04-26 10:22', '2026-04-03', '2026-03-04'],
    ['20261218', '2026-12-18'],
    ['05-Mar-2026', '2026-03-05'],
    ['21 Oct 26', '2026-10-21'],
    ['21. Okt. 26', '2026-10-21'],
    ['Oct 7, 2025', '2025-10-07'],
    ['7. Oktober 2025', '2025-10-07'],
    ['7 octobre 2025', '2025-10-07'],
    ['7 de enero de 2025', '2025-01-07'],
    ["5 March '26", '2026-03-05'],
    ['46374', '2026-12-18'],
    ['46374.75', '2026-12-18'],
    ['46374,75', '2026-12-18'],
    ['20000', '1954-10-03'],
    ['80000', '2119-01-11'],
  ] as const)
    it(`is read: ${cell}`, () => assert.deepEqual(daysMeant(cell, TODAY), { dmy, mdy }));

  for (const cell of [
    ...['', '  ', '19999', '80001', '463740', 'x46374', '2026-13-40', 'Friday', 'March 5', 'soon'],
    ...['12.5', '1-2', `2026-12-18${' '.repeat(60)}x`, 'call 03/04/2026', '03/04/2026 x', 'R2D2-2026'],
  ])
    it(`is none: ${JSON.stringify(cell)}`, () => assert.equal(daysMeant(cell, TODAY), undefined));

  it('is told by the order of its column, and is such as a deal can have', () => {
    const read = (cell: string, order?: 'dmy' | 'mdy') => {
      const found = readDayCell(cell, order, TODAY);
      return 'value' in found ? found.value : found.says.say;
    };
    assert.equal(read('03/04/2026'), 'cellDayUnclear');
    assert.equal(read('03/04/2026', 'dmy'), '2026-04-03');
    assert.equal(read('03/04/2026', 'mdy'), '2026-03-04');
    assert.equal(read('25/04/2026'), '2026-04-25');
    assert.equal(read('25/04/2026', 'mdy'), 'cellDayOtherOrder');
    assert.equal(read('04/25/2026', 'dmy'), 'cellDayOtherOrder');
    assert.equal(read('04/25/2026'), '2026-04-25');
    assert.equal(read('soon'), 'cellNoDay');
    assert.equal(read('31/02/2026', 'dmy'), 'cellNoDay');
    assert.equal(read('1899-12-30'), 'cellDayImpossible');
    assert.equal(read('2206-01-01'), 'cellDayImpossible');
  });

  it('tells of a column whether the day comes first', () => {
    const order = (...cells: readonly string[]) => {
      const tally = new DayTally();
      for (const cell of cells) tally.add(cell, daysMeant(cell, TODAY));
      return `${tally.order} ${tally.days}`;
    };
    assert.equal(order(), 'undefined 0');
    assert.equal(order('soon', '2026-12-18', '04/04/2026'), 'undefined 2');
    assert.equal(order('03/04/2026', '2026-12-18'), 'unclear 2');
    assert.equal(order('03/04/2026', '25/04/2026'), 'dmy 2');
    assert.equal(order('04/25/2026', '03/04/2026'), 'mdy 2');
    assert.equal(order('04/25/2026', '25/04/2026'), 'undefined 2');
  });

  it('is found in the name of a file where it has been', () => {
    for (const name of ['Deals_2026_05_28', 'hubspot-2026-05-28.csv', 'export 20260528', '2026.05.28 x'])
      assert.equal(dayNamedIn(name, TODAY), '2026-05-28', name);
    for (const name of [
      'Deals_2026_13_28',
      'export 2027-05-28',
      'x120260528',
      'x202605281',
      'x1999-05-28',
      'x',
    ])
      assert.equal(dayNamedIn(name, TODAY), undefined, name);
  });
});

describe('an amount in a cell', () => {
  for (const [cell, style, amount, currency] of [
    ['5000', 'people', 5000],
    [' 5000.5 ', 'people', 5000.5],
    ['1,234', 'people', 1234],
    ['1.234', 'people', 1234],
    ['1.234', 'program', 1.234],
    ['1,234', 'program', 1.234],
    ['12,34', 'people', 12.34],
    ['0.234', 'people', 0.234],
    ['1234.567', 'people', 1234.567],
    ['1e3', 'people', 1000],
    ['1.5E+3', 'people', 1500],
    ['48k €', 'people', 48000, 'EUR'],
    ['1 234,56 €', 'people', 1234.56, 'EUR'],
  ] as const)
    it(`is read as ${style} write it: ${cell}`, () => {
      const read = readAmountCell(cell, style, undefined, new Set());
      assert.ok('value' in read);
      assert.deepEqual([read.value.amount, read.value.currency], [amount, currency]);
    });

  it('has a currency by its code, sign or name', () => {
    const read = (cell: string, own?: string) => {
      const found = readCurrencyCell(cell, own);
      return 'value' in found ? found.value : found.says.say;
    };
    const cells = ['EUR', ' € ', 'euro', 'US Dollar - USD', 'usd', 'Mine (CHF', 'shells', 'BUSD', 'USD 5'];
    assert.deepEqual(
      cells.map(cell => read(cell)),
      [...['EUR', 'EUR', 'EUR', 'USD', 'USD', 'CHF'], ...Array<string>(3).fill('cellNoCurrency')],
    );
    assert.equal(read('$', 'CAD'), 'CAD');
    const shared = readAmountCell('($1,000)', 'people', undefined, new Set());
    assert.ok(!('value' in shared));
    const signed = readAmountCell('$1,000.50', 'people', undefined, new Set());
    assert.equal('value' in signed && signed.value.shared?.sign, '$');
  });
});

describe('the stages of another system', () => {
  const is = (names: readonly string[], process = DEFAULT_PROCESS) =>
    mapStages(names, undefined, process).map(({ is: meant, how }) => `${meant} ${how}`);

  it('are known by our names, by words of many teams, and as ends', () => {
    assert.deepEqual(
      is([
        'Proposal',
        'closed won',
        'Gewonnen 🎉',
        'Discovery',
        'Demo Scheduled',
        'Verbal!',
        '✅ Negotiation',
      ]),
      [
        'proposal known',
        'won known',
        'won known',
        'needs-analysis known',
        'needs-analysis word',
        'closing word',
        'negotiation known',
      ],
    );
  });

  it('are spread between first and last where nobody knows them, in their order', () => {
    assert.deepEqual(is(['Alpha']), ['needs-analysis spread']);
    assert.deepEqual(is(['Alpha', 'Proposal', 'Beta']), [
      'qualification spread',
      'proposal known',
      'proposal spread',
    ]);
    assert.deepEqual(
      is([...'abcdefghi']).map(one => one.split(' ')[0]),
      [
        ...['lead-generation', 'prospecting', 'prospecting', 'qualification', 'needs-analysis'],
        ...['proposal', 'negotiation', 'negotiation', 'closing'],
      ],
    );
  });

  it('are the team’s own before all others', () => {
    const process = makeProcess({ stages: { closing: { aliases: ['Demo'] } } });
    assert.deepEqual(is(['Demo'], process), ['closing known']);
  });

  it('name how a deal has ended, whatever pictures stand there', () => {
    for (const [name, outcome] of [
      ['Won', 'won'],
      ['🎉 won!', 'won'],
      ['Closed Lost', 'lost'],
      ['perdu', 'lost'],
      ['Disqualified', 'lost'],
      ['Signed', 'won'],
      ['Open', undefined],
      ['Won or lost', undefined],
      ['Discovery', undefined],
    ] as const)
      assert.equal(outcomeNamed(name), outcome, name);
  });

  it('stand in the order of the system that is known, and go back where it has them the other way round', () => {
    const layout = LAYOUTS.find(({ stages }) => stages && stages.length > 3)!;
    const names = layout.stages!.map(({ names: all }) => all[0]!);
    const theirs = mapStages([...names.toReversed(), 'Mine'], layout, DEFAULT_PROCESS);
    assert.deepEqual(
      inTheirOrder(theirs, layout).map(({ name }) => name),
      [...names, 'Mine'],
    );
    assert.deepEqual(inTheirOrder(theirs, undefined), theirs);
    assert.equal(goesBackAt(theirs, layout), undefined);
    const [first, second] = names;
    const meant = (name: string, is: 'proposal' | 'closing') => ({ name, is, how: 'said' as const });
    const back = [meant(second!, 'proposal'), meant(first!, 'closing')];
    const found = goesBackAt(back, layout);
    assert.deepEqual([found?.before.name, found?.after.name], [first, second]);
    // The order of a mapping that was made of a table is that of its rows.
    assert.equal(goesBackAt(back.toReversed(), undefined), undefined);
  });
});

describe('notes of another system', () => {
  for (const [text, notes] of [
    ['Plain', 'Plain'],
    ['# Not a heading', '\\# Not a heading'],
    ['  # Not a heading', '\\# Not a heading'],
    ['a\n~~~\nb\n```\nc', 'a\n\\~~~\nb\n\\```\nc'],
    ['> said', '\\> said'],
    ['a\n===\nb\n--\nc\n=', 'a\n\\===\nb\n\\--\nc\n='],
    ['a\n***\n- - -\n+ one', 'a\n\\***\n\\- - -\n+ one'],
    ['| a | b |', '\\| a | b |'],
    ['- [ ] buy\n* [x] sold\n- [] x\n- one [ ]', '- \\[ ] buy\n* \\[x] sold\n- \\[] x\n- one [ ]'],
    ['a\n    code\n\tcode', 'a\ncode\ncode'],
    ['1 < 2 and <b', '1 < 2 and \\<b'],
    ['a <!-- b </c> <?d', 'a \\<!-- b \\</c> \\<?d'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a  \n\n\n\nb\n', 'a\n\nb'],
    ['a\u0007b\tc', 'a b\tc'],
    ['<p>One</p><p>Two<br/>three</p>', 'One\nTwo\nthree'],
    ['<ul><li>One</li><li class="x">Two</li></ul>', '- One\n- Two'],
    ['<div>a</div><style>p {}</style><script>x()</script >b', 'a\nb'],
    ['<p>a</p><script>never closed', 'a'],
    ['<b>R&amp;D &lt;x&gt; &quot;q&quot; &apos;s&apos; &nbsp;z</b>', 'R&D \\<x> "q" \'s\'  z'],
    ['<i>&#65;&#x42;&#x1F600; &#7; &#xFFFFF; &unknown; &AMP;</i>', 'AB😀   \u{FFFFF} &unknown; &'],
    ['<h2>Plan</h2><span style="a">x</span> 1 < 2', 'Plan\nx 1 < 2'],
    ['a &amp; b', 'a &amp; b'],
  ] as const)
    it(`mean no more than their words: ${JSON.stringify(text)}`, () => assert.equal(notesOf(text), notes));

  it('are their words, in lines', () => {
    assert.equal(wordsOf('<p># a</p>'), '# a');
    assert.equal(quietStart('-- '), '\\-- ');
    assert.equal(quietStart('a # b - [ ] c'), 'a # b - [ ] c');
    // Four blanks or a tab begin a block of code; fewer only say how far in an item stands.
    for (const [line, quiet] of [
      ['  - a', '  - a'],
      [' a', ' a'],
      ['      a', 'a'],
      ['\ta', 'a'],
    ] as const)
      assert.equal(quietStart(line), quiet, JSON.stringify(line));
  });
});

describe('a head', () => {
  it('is the same whatever stands around it', () => {
    assert.deepEqual(
      ['Deal - Title*', '\uFEFFtitle', 'TITLE', 'Opportunity - Title', 'Títle', 'title cf_698395'].map(
        foldHead,
      ),
      Array(6).fill('title'),
    );
    assert.deepEqual(['%', '**', 'a - deal - title', 'cf_12', 'x cf_1 y'].map(foldHead), [
      '%',
      '**',
      'adealtitle',
      'cf12',
      'xcf1y',
    ]);
    assert.deepEqual(['Won 🎉', '🎉', 'Négociation', ' a-b '].map(foldName), [
      'won',
      '🎉',
      'negociation',
      'ab',
    ]);
  });

  it('becomes a key', () => {
    assert.deepEqual(
      ['SO Number cf_698395', '\uFEFFDeal - Région', '2nd owner', '***', '_x_', 'a  (b)', 'x'.repeat(80)].map(
        keyOfHead,
      ),
      ['so_number', 'region', 'column_2nd_owner', 'column', 'x', 'a_b', 'x'.repeat(60)],
    );
  });
});
