import assert from 'node:assert/strict';
import { isAbsent, isNoNumber } from '../../../../src/core/intake/absent';
import {
  addressesIn,
  guarded,
  isYes,
  peopleIn,
  unguarded,
  unguardedOwn,
} from '../../../../src/core/intake/cells';
import { guessByHead, stageEnteredIn } from '../../../../src/core/intake/guess';
import { outcomeSaid } from '../../../../src/core/intake/outcomeNamed';
import { readAmountCell, readCurrencyCell } from '../../../../src/core/intake/readCells';
import { sentence } from '../../../../src/words/sentence';

describe('an end of a deal that the name of its stage tells', () => {
  for (const [name, outcome, behind, before] of [
    ['Closed Lost (no budget)', 'lost', 'no budget'],
    ['Closed-Lost: Price, Timing', 'lost', 'Price, Timing'],
    ['Lost - Price', 'lost', 'Price'],
    ['Dead - no budget', 'lost', 'no budget'],
    ['won_renewal', 'won', 'renewal'],
    ['Renewal: Won', 'won', undefined, 'Renewal'],
    ['Renewal -- Won', 'won', undefined, 'Renewal'],
    ['Renewal / North | Closed won', 'won', undefined, 'Renewal, North'],
    ['7. Won', 'won'],
    ['100% – Closed Won', 'won'],
    ['Closed won to Acme', 'won', 'Acme'],
    ['Closed lost because of price', 'lost', 'price'],
    ['Lost to Globex', 'lost', 'Globex'],
    ['Verloren wegen Preis', 'lost', 'Preis'],
    ['Perdu à cause du prix', 'lost', 'prix'],
    ['Perdido por precio', 'lost', 'precio'],
    ['Customer', 'won'],
    ['Cancelled', 'lost'],
    ['Lost contact', undefined],
    ['Won/Lost', undefined],
    ['Lost or won back', undefined],
    ['Customer - new', undefined],
    ['Negotiation', undefined],
    ['Wondering', undefined],
    ['', undefined],
    ['123', undefined],
  ] as const)
    it(`is ${outcome ?? 'none'}: “${name}”`, () => {
      const said = outcomeSaid(name);
      assert.deepEqual([said?.outcome, said?.behind, said?.before], [outcome, behind, before]);
    });
});

describe('a cell that says that there is nothing', () => {
  for (const [said, asText, asRead, asOwn] of [
    ['null', true, true, true],
    [' #N/A ', true, true, true],
    ['(empty)', true, true, true],
    ['N/A', true, true, false],
    ['-', true, true, false],
    ['—', true, true, false],
    ['None', true, true, false],
    ['na', false, true, false],
    ['k. A.', false, true, false],
    ['0000-00-00', false, true, false],
    ['0', false, false, false],
    ['nothing', false, false, false],
  ] as const)
    it(`is known by its column: ${said}`, () => {
      for (const target of ['owner', 'account', 'lost_reason', 'stage'] as const)
        assert.equal(isAbsent(said, target), asText, target);
      for (const target of [
        'value',
        'close_date',
        'created',
        'probability',
        'id',
        { entered: 'x' },
        'email',
      ] as const)
        assert.equal(isAbsent(said, target), asRead, JSON.stringify(target));
      for (const target of ['product', { key: 'x' }] as const) assert.equal(isAbsent(said, target), asOwn);
      for (const target of ['title', 'path', 'tag_list', 'subject', 'text', 'old'] as const)
        assert.equal(isAbsent(said, target), false, target);
      assert.equal(isNoNumber(said), asRead);
    });
});

describe('a ticked box', () => {
  it('is known in several languages, and nothing else is one', () => {
    for (const yes of ['TRUE', 'Yes', ' 1 ', 'x', 'Ja', 'oui', 'si', 'WAHR', 'checked', 'ｙｅｓ'])
      assert.ok(isYes(yes), yes);
    for (const no of ['', '0', 'no', 'false', 'maybe', 'y e s']) assert.ok(!isYes(no), no);
  });
});

describe('people in a cell', () => {
  for (const [cell, people] of [
    ['R. Lee', [{ name: 'R. Lee' }]],
    [
      'R. Lee (r.lee@acme.example); Imke  Bruns',
      [{ name: 'R. Lee', email: 'r.lee@acme.example' }, { name: 'Imke Bruns' }],
    ],
    [
      '"Lee, R." <r@acme.example>\nimke@acme.example',
      [{ name: 'Lee, R.', email: 'r@acme.example' }, { email: 'imke@acme.example' }],
    ],
    ['jane at acme', [{ name: 'jane at acme' }]],
    ['jane@acme', [{ name: 'jane@acme' }]],
    [' ; ;\n', []],
  ] as const)
    it(`are read: ${JSON.stringify(cell)}`, () => assert.deepEqual(peopleIn(cell), people));

  it('may be set apart by commas where they are addresses', () => {
    assert.deepEqual(addressesIn('mailto:a@acme.example, B <b@acme.example>, C'), [
      { email: 'a@acme.example' },
      { name: 'B', email: 'b@acme.example' },
      { name: 'C' },
    ]);
  });
});

describe('an apostrophe before a cell', () => {
  it('is taken off where it kept a spreadsheet from working it out, and nowhere else', () => {
    for (const [cell, plain] of [
      ["'=1+1", '=1+1'],
      ["'+49 30", '+49 30'],
      ["' -x", ' -x'],
      ["''@x", "'@x"],
      ["'＝1", '＝1'],
      ["'Acme'", "'Acme'"],
      ["=1'", "=1'"],
      ["a;'=b", "a;'=b"],
    ] as const)
      assert.equal(unguarded(cell), plain, cell);
    assert.equal(unguardedOwn("'=a;'=b;'c"), "=a;=b;'c");
    for (const text of ["'=a", "=a;'=b", "a;'+b", "'x", "''-", 'a']) {
      assert.equal(unguardedOwn(guarded(text)), text, text);
    }
  });
});

describe('what a column is by its head', () => {
  for (const [head, target] of [
    ['Deal Name', 'title'],
    ['Betreff', 'title'],
    ['Kunde', 'account'],
    ['Propriétaire', 'owner'],
    ['Close Date', 'close_day'],
    ['close_date', 'close_day'],
    ['Lost Reason', 'lost_reason'],
    ['next step', 'next_step'],
    ['Colour', undefined],
    ['constructor', undefined],
    ['', undefined],
  ] as const)
    it(`is ${target ?? 'not known'}: ${head}`, () => assert.equal(guessByHead(head), target));

  for (const [head, stage] of [
    ['Date entered "Demo (Sales Pipeline)"', 'Demo'],
    ['Date entered Demo (Sales) ', 'Demo'],
    ['time entered stage “Offer sent”', 'Offer sent'],
    ['hs_v2_date_entered_122178070', '122178070'],
    ['hs_date_entered_closedwon', 'closedwon'],
    ['Date entered stage', undefined],
    ['Date entered (x)', undefined],
    ['Update entered Demo', undefined],
    ['Stage', undefined],
  ] as const)
    it(`is the day of a stage where it names one: ${head}`, () => assert.equal(stageEnteredIn(head), stage));
});

describe('an amount in a cell, at its edges', () => {
  const read = (cell: string, style: 'people' | 'program' = 'people', own?: string) => {
    const done = readAmountCell(cell, style, own, new Set());
    if ('says' in done) return sentence(done.says);
    const { amount, currency, isRounded, shared } = done.value;
    return [amount, currency, isRounded, shared?.sign];
  };

  it('has a point or a comma before its decimals, or in a thousand, by who writes it', () => {
    for (const [cell, people, program] of [
      ['1.234', 1234, 1.234],
      ['1,234', 1234, 1.234],
      ['0.234', 0.234, 0.234],
      ['1.2345', 1.2345, 1.2345],
      ['1234.567', 1234.567, 1234.567],
      ['5e3', 5000, 5000],
      [' 12 ', 12, 12],
    ] as const) {
      assert.deepEqual(read(cell), [people, undefined, undefined, undefined], cell);
      assert.deepEqual(read(cell, 'program'), [program, undefined, undefined, undefined], cell);
    }
  });

  it('says when it has more digits than a number keeps', () => {
    assert.deepEqual(read('0.12345678901234567890'), [0.12345678901234568, undefined, true, undefined]);
    assert.deepEqual(read('0.123456789012345'), [0.123456789012345, undefined, undefined, undefined]);
    assert.match(String(read('9007199254740993')), /9007199254740993/);
    assert.deepEqual(read('9007199254740991'), [9_007_199_254_740_991, undefined, undefined, undefined]);
    assert.deepEqual(read('1000000000000000'), [1e15, undefined, undefined, undefined]);
  });

  it('names the sign that several currencies share', () => {
    assert.deepEqual(read('$5'), [5, undefined, undefined, '$']);
    assert.deepEqual(read('5 kr'), [5, undefined, undefined, 'kr']);
    assert.deepEqual(read('5 kr', 'people', 'DKK'), [5, 'DKK', undefined, undefined]);
    assert.match(String(read('a lot')), /a lot/);
  });

  it('has a currency by what stands behind its name as well', () => {
    const currency = (cell: string, own?: string) => {
      const done = readCurrencyCell(cell, own);
      return 'says' in done ? undefined : done.value;
    };
    assert.deepEqual(
      ['EUR', ' € ', 'US Dollar - USD', 'Euro (EUR)', 'usd', '$'].map(one => currency(one)),
      [...['EUR', 'EUR', 'USD', undefined, 'USD', undefined]],
    );
    assert.equal(currency('$', 'CAD'), 'CAD');
    assert.equal(currency('XEUR'), undefined);
  });
});
