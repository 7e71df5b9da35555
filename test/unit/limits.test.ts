import assert from 'node:assert/strict';
import { addDays } from '../../src/core/calendar';
import { STAGE_IDS } from '../../src/core/process/stages';
import { date, file } from './support/deals';
import { OtherProcess } from './support/otherProcess';
import type { Way } from './support/reading';

/** A second is a nuisance, a minute is a hang: what grows with the square of these texts takes a minute or more. */
const MOST_MS = 8000;
/** An extension host has some four thousand. */
const MOST_MB = 1600;

const other = new OtherProcess();
after(() => other.stop());

/** How each way of reading a text is to end. */
type Outcomes = Partial<Record<Way, string>>;

function isBounded(what: string, text: () => string, outcomes: Outcomes): void {
  it(what, async () => {
    const ways = Object.keys(outcomes) as Way[];
    const took = await other.take(ways, text());
    for (const way of ways) {
      const { outcome, ms, mb } = took[way];
      assert.equal(outcome, outcomes[way], way);
      assert.ok(ms < MOST_MS, `${way}: ${ms} ms`);
      assert.ok(mb < MOST_MB, `${way}: ${mb} MB`);
    }
  }).timeout(90_000);
}

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, k) => line(k));
const lines = (count: number, line: (index: number) => string) => many(count, line).join('\n');
const MB = 1_000_000;
/** Of the texts that nobody has: enough for what grows with the square to take minutes all the same. */
const SOME = MB / 4;

describe('nesting', () => {
  const flow = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const maps = (depth: number) => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`;
  const dashes = (depth: number) => `${'- '.repeat(depth)}a`;
  const blocks = (depth: number) => lines(depth, k => `${' '.repeat(k + 1)}a:`);
  const deal = (value: string) => file(`stage: proposal\nextra: ${value}`);
  const history = (value: string) => file(`stage: proposal\nhistory:\n  - ${value}`);

  // The map around it is a level too, and the parser has two of its own.
  for (const depth of [50, 90]) {
    const fine = { read: 'deal', move: 'moved', edit: 'edited' };
    isBounded(`${depth} lists on one line`, () => deal(flow(depth)), fine);
    isBounded(`${depth} maps on one line`, () => deal(maps(depth)), fine);
    isBounded(`${depth} lists in the process`, () => `extra: ${flow(depth)}\n`, {
      process: '1 × unknown-key',
    });
  }
  isBounded('100 lists on one line', () => deal(flow(100)), {
    read: 'too-deep',
    move: 'too-deep',
  });

  for (const depth of [101, 4500, 100_000]) {
    const tooDeep = { parse: 'too-deep', read: 'too-deep', move: 'too-deep', edit: 'too-deep' };
    isBounded(`${depth} lists on one line`, () => deal(flow(depth)), tooDeep);
    isBounded(`${depth} lists that never end`, () => deal('['.repeat(depth)), { read: 'too-deep' });
    isBounded(`${depth} maps on one line`, () => deal(maps(depth)), tooDeep);
    isBounded(`${depth} maps that never end`, () => deal('{a: '.repeat(depth)), { read: 'too-deep' });
    isBounded(`${depth} lists in the history`, () => history(flow(depth)), tooDeep);
    isBounded(`${depth} dashes in the history`, () => history(dashes(depth)), tooDeep);
    isBounded(`${depth} dashes`, () => file(`stage:\n  ${dashes(depth)}`), { read: 'too-deep' });
    isBounded(`${depth} dashes and no key`, () => file(dashes(depth)), { read: 'note' });
    isBounded(`${depth} question marks`, () => file(`${'? '.repeat(depth)}a`), { read: 'too-deep' });
    for (const [what, text] of [
      ['lists', `a: ${flow(depth)}\n`],
      ['lists that never end', '['.repeat(depth)],
      ['maps', `a: ${maps(depth)}\n`],
      ['dashes', `${dashes(depth)}\n`],
      ['stages', `stages: ${maps(depth)}\n`],
      ['criteria', `stages: {closing: {exit_criteria: ${flow(depth)}}}\n`],
    ] as const) {
      isBounded(`${depth} ${what} in it in the process`, () => text, { process: '1 × too-deep' });
    }
  }
  // Each level takes a blank more than the one before: at 4,500 that is ten megabytes.
  for (const depth of [101, 1500]) {
    isBounded(`${depth} levels in a block`, () => file(`stage: proposal\nextra:\n${blocks(depth)}`), {
      read: 'too-deep',
      move: 'too-deep',
    });
  }
  for (const depth of [101, 1000]) {
    isBounded(`${depth} levels in a block in the process`, () => `extra:\n${blocks(depth)}\n`, {
      process: '1 × too-deep',
    });
  }
});

describe('aliases', () => {
  const laughs = (count: number) =>
    lines(count, k => `a${k}: &a${k} [${k ? many(9, () => `*a${k - 1}`).join(', ') : 'ha'}]`);
  const lists = (last: string) => `${laughs(30)}\nstage: proposal\n${last}`;
  const maps = lines(30, k => `m${k}: &m${k} {${k ? `x: *m${k - 1}, y: *m${k - 1}` : 'x: ha'}}`);
  const merges = lines(30, k => `m${k}: &m${k} {<<: [${k ? `*m${k - 1}, *m${k - 1}` : '{x: ha}'}]}`);
  const tooMuch = { read: 'too-deep', move: 'too-deep', edit: 'not-editable' };

  isBounded('of lists of aliases', () => file(lists('')), tooMuch);
  isBounded('of maps of aliases', () => file(`${maps}\nstage: proposal`), tooMuch);
  isBounded('that are merged', () => file(`${merges}\nstage: proposal`), tooMuch);
  for (const key of ['title', 'lost_reason', 'value', 'close_date', 'stage', 'history']) {
    isBounded(`as the ${key}`, () => file(`${laughs(30)}\n${key}: *a29`), tooMuch);
  }
  isBounded(
    'in the history',
    () => file(lists('history:\n  - {on: *a29, stage: *a28, status: *a27}')),
    tooMuch,
  );
  isBounded('that are many', () => file(lines(8000, k => `k${k}: &a${k} v\nm${k}: *a${k}`)), {
    read: 'too-deep',
    edit: 'too-deep',
  });
  isBounded('as a key', () => file(lists('? *a29\n: 1')), { read: 'too-deep' });
  isBounded('that contain themselves', () => file('a: &a [*a]\nb: &b {c: *b}\ntitle: *a\nstage: proposal'), {
    read: '1 × invalid-text',
    move: 'moved',
  });
  isBounded('that contain themselves, as the history', () => file('stage: proposal\nhistory: &h [*h]'), {
    read: '1 × invalid-history',
    move: 'not-editable',
  });
  isBounded('of lists of aliases in the process', () => `${laughs(30)}\nlost_reasons: *a29\n`, {
    process: '31 × unknown-key',
  });
});

describe('size', () => {
  const fine = { read: 'deal', move: 'moved' };
  const head = (text: string) => file(`stage: proposal\n${text}`);

  isBounded('5 MB of notes', () => file('stage: proposal', 'word word word word\n'.repeat(250_000)), fine);
  isBounded('5 MB of notes on one line', () => file('stage: proposal', 'x '.repeat(2_500_000)), fine);
  isBounded('5 MB of notes without a front matter', () => '# x '.repeat(1_250_000), { read: 'note' });
  isBounded('16,000 keys', () => head(lines(16_000, k => `key_${k}: some value`)), fine);
  isBounded('16,000 keys in the process', () => lines(16_000, k => `key_${k}: some value`), {
    process: '16000 × unknown-key',
  });
  isBounded(
    '16,000 keys on one line',
    () => head(`x: {${many(16_000, k => `k${k}: ${k}`).join(', ')}}`),
    fine,
  );
  isBounded(
    '16,000 keys on one line in the process',
    () => `x: {${many(16_000, k => `k${k}: ${k}`).join(', ')}}`,
    {
      process: '1 × unknown-key',
    },
  );
  isBounded('a key that stands 10,000 times', () => head('a: 1\n'.repeat(10_000)), {
    read: 'duplicate-key',
  });
  isBounded('a key that stands 10,000 times in the process', () => 'a: 1\n'.repeat(10_000), {
    process: '1 × duplicate-key',
  });

  for (const [what, text, outcomes] of [
    ['one long line', `title: ${'x'.repeat(MB)}`, fine],
    ['one long line of words', `title: ${'x '.repeat(MB / 2)}`, fine],
    ['blanks within a line', `title: a${' '.repeat(SOME)}b`, fine],
    ['blanks in quotes', `title: "a${' '.repeat(SOME)}b"`, fine],
    ['digits', `title: ${'9'.repeat(MB)}`, fine],
    ['a block scalar', `title: |\n${'  line of text\n'.repeat(66_000)}`, fine],
    ['a folded scalar', `title: >\n${'  line of text\n'.repeat(16_000)}`, fine],
    ['lines in quotes', `title: "${'x\n  '.repeat(60_000)}"`, fine],
    ['blank lines', '\n'.repeat(SOME / 2), fine],
    ['lines of blanks', '    \n'.repeat(25_000), fine],
    ['comments', '# comment\n'.repeat(40_000), fine],
    ['a comment', `# ${'x #'.repeat(80_000)}`, fine],
    ['dashes', '-'.repeat(SOME), { read: 'unclosed-front-matter', move: 'unclosed-front-matter' }],
    ['dashes with blanks', `x: ${'- '.repeat(SOME / 5)}`, { read: 'invalid-yaml' }],
    ['dashes on lines', `x:\n${'- \n'.repeat(20_000)}`, fine],
    ['colons', `x${':'.repeat(SOME)}`, { read: 'deal', move: 'invalid-yaml' }],
    ['colons on lines', ':\n'.repeat(SOME / 4), { read: 'duplicate-key' }],
    ['commas', `x: [${','.repeat(SOME / 2)}]`, { read: 'invalid-yaml' }],
    ['quotes', '"'.repeat(SOME), { read: 'invalid-yaml' }],
    ['quotes on lines', `x: ${'"\n'.repeat(SOME / 4)}`, { read: 'invalid-yaml' }],
    ['single quotes', `x: ${"'".repeat(SOME)}`, fine],
    ['anchors', `x: ${'&a '.repeat(SOME / 4)}`, { read: 'invalid-yaml' }],
    ['tags', `x: ${'! '.repeat(SOME / 2)}`, { read: 'invalid-yaml' }],
    ['beginnings of a conflict', '<<<<<<<\n'.repeat(30_000), { read: 'invalid-yaml' }],
    ['halves of a conflict', '<<<<<<< a\n=======\n'.repeat(50_000), { read: 'invalid-yaml' }],
    ['accents', `status: "a${'\u0316\u0301'.repeat(SOME)}"`, { read: 'unknown-status' }],
  ] as const) {
    isBounded(`up to 1 MB of ${what}`, () => head(text), outcomes);
  }
  isBounded('commas in the process', () => `x: [${','.repeat(SOME / 2)}]\n`, {
    process: '1 × invalid-yaml',
  });
  isBounded('quotes on lines in the process', () => '"\n'.repeat(SOME / 4), {
    process: '1 × invalid-yaml',
  });
  isBounded('blank lines in the process', () => `skip: warn\n${'\n'.repeat(SOME / 2)}`, {
    process: 'process',
  });
  isBounded('1 MB as the stage', () => file(`stage: "a${'- '.repeat(MB / 2)}b"`), { read: 'unknown-stage' });
  isBounded(
    '1 MB of conflict markers in the notes',
    () => file('stage: proposal', '<<<<<<<\n'.repeat(MB / 8)),
    { read: '1 × conflict-markers' },
  );
  isBounded(
    '1 MB of blanks behind a heading',
    () => file('stage: proposal', `# a${' #'.repeat(MB / 2)}b`),
    fine,
  );
  isBounded('1 MB of blanks behind a fence', () => `---${' '.repeat(MB)}x\nstage: proposal\n---\n`, {
    parse: 'none',
  });
});

describe('a history without end', () => {
  const on = (k: number) => addDays(date('1950-01-01'), k);
  const moves = (more: (k: number) => string) => () =>
    file(
      `stage: closing\nclose_date: 2026-01-01\nhistory:\n${lines(5000, k => `  - {on: ${on(k)}, stage: ${STAGE_IDS[k % 7]}${more(k)}}`)}`,
    );

  isBounded(
    'of moves, each with a close date',
    moves(k => `, close_date: ${on(k + 40)}`),
    {
      report: '1 in need',
    },
  );
  isBounded(
    'of outcomes',
    moves(k => `, status: ${k % 2 ? 'lost' : 'open'}, close_date: ${on(k)}`),
    {
      report: '1 in need',
    },
  );
});

describe('fixes', () => {
  const deal = (head: string) => () => file(`stage: proposal\n${head}`);
  for (const [what, text, fix] of [
    ['of values with colons', deal(lines(30, k => `k${k}: a: b`)), 'unquoted-colon'],
    ['of one value with colons', deal(`x: ${'a: '.repeat(SOME / 3)}`), 'too-deep'],
    ['of a value behind blanks', deal(`x:${' '.repeat(SOME)}a: b`), 'unquoted-colon'],
    ['of braces', deal(`x: {${'a: b: c, '.repeat(1000)}}`), 'unquoted-colon'],
    ['of tabs', deal(`x:\n${lines(5000, () => '\t- a')}`), 'tab-indentation'],
    ['of one line of tabs', deal(`x:\n${'\t'.repeat(SOME)}- a`), 'tab-indentation'],
    ['of keys that stand twice', deal(lines(5000, k => `k${k % 2500}: ${k}`)), 'duplicate-key'],
    [
      'of a front matter that does not end',
      () => `---\n${lines(20_000, k => `k${k}: ${k}`)}`,
      'unclosed-front-matter',
    ],
    ['of conflicts', () => '<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(10_000), 'conflict-markers'],
    ['of a date', deal(`close_date: "${'1.'.repeat(SOME / 2)}"`), 'invalid-date'],
    ['of an amount', deal(`value: "${'1 '.repeat(SOME / 2)}"`), 'invalid-value'],
    ['of a history', deal(`history:\n${lines(3000, k => `  - {on: x${k}}`)}`), 'invalid-history'],
    [
      'of an order',
      deal(`history:\n${lines(1500, k => `  - {on: ${addDays(date('2020-01-01'), -k)}, stage: proposal}`)}`),
      'history-order',
    ],
  ] as const) {
    isBounded(what, text, { fix });
  }
});

describe('5,000 history entries', () => {
  const history = (entry: string) => file(`stage: proposal\nhistory:\n${lines(5000, () => entry)}`);
  const fine = { read: 'deal', move: 'moved' };
  isBounded('on a line each', () => history('  - {on: 2026-01-05, stage: proposal}'), fine);
  isBounded('in blocks', () => history('  - on: 2026-01-05\n    stage: proposal'), fine);
  isBounded(
    'all on one line',
    () =>
      file(`stage: proposal\nhistory: [${many(5000, () => '{on: 2026-01-05, stage: proposal}').join(', ')}]`),
    fine,
  );
  isBounded('without a date, each told', () => history('  - {on: 2026-01-0, stage: proposal}'), {
    read: '5000 × invalid-history',
    move: 'moved',
  });
});

describe('notes with checklists', () => {
  const notes = (body: string) => file('stage: proposal', body);
  for (const [what, body, outcome] of [
    ['ticks', '# Proposal\n' + '- [x] budget\n'.repeat(32_000), '1 met, 1 inserted, 0 ticked'],
    [
      'empty boxes',
      '# Proposal\n- [x] signer\n' + '- [ ] budget\n'.repeat(32_000),
      '1 met, 0 inserted, 1 ticked',
    ],
    ['headings', '# Proposal\n'.repeat(36_000) + '- [x] budget', '1 met, 1 inserted, 0 ticked'],
    [
      'headings, each within',
      '# Proposal\n## Proposal\n- [x] x\n'.repeat(12_000),
      '0 met, 1 inserted, 0 ticked',
    ],
    ['blanks in a heading', `- [x] a\n# a${' '.repeat(SOME)}#b\n`, '0 met, 1 inserted, 0 ticked'],
    ['marks in a heading', `- [x] a\n# a${' #'.repeat(MB / 2)}b\n`, '0 met, 1 inserted, 0 ticked'],
    ['blanks before a box', `# Proposal\n-${' '.repeat(SOME)}[x\n- [x] a`, '0 met, 1 inserted, 0 ticked'],
    ['blanks in an item', `# Proposal\n- [x] a${' '.repeat(SOME)}b\n`, '0 met, 1 inserted, 0 ticked'],
    [
      'accents in items',
      `# Proposal\n${`- [x] ${'\u0316\u0301'.repeat(200)}\n`.repeat(500)}`,
      '0 met, 1 inserted, 0 ticked',
    ],
    [
      'lists in lists',
      `# Proposal\n${many(1400, k => `${' '.repeat(k)}- [x] a\n`).join('')}`,
      '0 met, 1 inserted, 0 ticked',
    ],
    ['fences', '# Proposal\n' + '```\n- [x] budget\n'.repeat(60_001), '1 met, 1 inserted, 0 ticked'],
  ] as const) {
    isBounded(`up to 1 MB of ${what}`, () => notes(body), { checklist: outcome });
  }
});

describe('help at the cursor', () => {
  // Not closed yet, as it is while somebody types it.
  for (const [what, yaml] of [
    ['brackets', `a: ${'['.repeat(SOME)}`],
    ['braces with keys', `a: ${'{a: '.repeat(SOME / 4)}`],
    ['quotes on lines', 'a: "\n'.repeat(SOME / 5)],
    ['quotes on lines that stand in', `a:\n${' - "\n'.repeat(SOME / 5)}`],
    ['commas', `a: [${','.repeat(SOME)}]`],
    ['dashes', `a:\n ${'- '.repeat(SOME / 2)}`],
    ['keys', 'stage: b\n'.repeat(SOME / 10)],
    ['blanks', `a: b${' '.repeat(SOME)}c`],
    ['number signs', `a: ${' #'.repeat(SOME / 2)}`],
    ['levels', lines(700, k => `${' '.repeat(k)}a:`)],
  ] as const) {
    isBounded(`in ${what}`, () => `---\n${yaml}`, { help: 'parts' });
  }
});
