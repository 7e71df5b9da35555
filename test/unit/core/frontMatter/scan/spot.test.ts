import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFree } from '../../../../../src/core/frontMatter/scan/part';
import { partsOf, spotAt } from '../../../../../src/core/frontMatter/scan/spot';
import { parseFrontMatter } from '../../../../../src/core/frontMatter/parse';
import { changedFile } from '../../../support/changes';
import { assertEnough, forAll } from '../../../support/property';

/** What stands at the mark `|`, in one line: `value history.stage “propo”`, `key of contacts “”`. */
function at(marked: string): string {
  const offset = marked.indexOf('|');
  const spot = spotAt(marked.replace('|', ''), offset);
  if (!spot) return 'nothing';
  const { kind, path, text, quote, isItem, lead } = spot.part;
  const what = isItem ? `item` : kind;
  const where = kind === 'key' ? `${what} of ${path.join('.') || 'the deal'}` : `${what} ${path.join('.')}`;
  return `${where} ${quote}${text}${quote}${lead ? ` behind “${lead}”` : ''}`;
}

const head = (yaml: string) => `---\n${yaml}\n---\nNotes: x\n`;

describe('what stands at the cursor in a front matter', () => {
  for (const [yaml, expected] of [
    ['sta|ge: proposal', 'key of the deal stage'],
    ['stage: pro|posal', 'value stage proposal'],
    ['stage: |proposal # as agreed', 'value stage proposal'],
    ['stage: proposal # as |agreed', 'nothing'],
    ['stage: proposal| ', 'value stage proposal'],
    ['# stage: |', 'nothing'],
    ['stage: "needs| analysis"', 'value stage "needs analysis"'],
    ["title: 'it''s| mine'", "value title 'it's mine'"],
    ['stage: |', 'value stage '],
    ['stage:|', 'value stage  behind “ ”'],
    ['stage:   |  ', 'value stage '],
    ['stage: | # as agreed', 'value stage '],
    ['stage: !!str |', 'value stage '],
    ['stage: !!str| x', 'nothing'],
    ['"stage": pro|', 'value stage pro'],
    ['a: b: c|', 'value a b: c'],
    ['site: https://x|', 'value site https://x'],
    ['title: a #1|', 'nothing'],
    ['title: a#1|', 'value title a#1'],
    ['title: x\n|', 'key of the deal '],
    ['|\ntitle: x', 'key of the deal '],
    ['title: x\nsta|', 'key of the deal sta'],
    ['sta|', 'key of the deal sta'],
    ['title: x\nsta|\nowner: y', 'key of the deal sta'],
    ['  title: x\n|', 'key of the deal  behind “  ”'],
    ['tags:\n  - har|dware', 'item tags hardware'],
    ['tags:\n  - |', 'item tags '],
    ['tags:\n  -|', 'item tags  behind “ ”'],
    ['tags:\n- a\n- |\nowner: x', 'item tags '],
    ['tags:\n  - a\n  |', 'item tags  behind “- ”'],
    ['tags:\n  |', 'item tags  behind “- ”'],
    ['tags:\n|', 'key of the deal '],
    ['tags:\n  - a\n|\n  - b', 'key of the deal '],
    ['tags: [a, |]', 'item tags '],
    ['tags: [a,|]', 'item tags  behind “ ”'],
    ['tags: [|]', 'item tags '],
    ['tags: [a, "b|c"]', 'item tags "bc"'],
    ['tags: [a, b|, c] # x', 'item tags b'],
    ['tags: [a, |\nowner: x', 'item tags '],
    ['tags: [a, |', 'item tags '],
    ['tags: [\n  a,\n  b|\n]\nowner: x', 'item tags b'],
    ['tags: [\n  a, # |b\n]\nowner: x', 'nothing'],
    ['tags: [a, b]\nowner: |', 'value owner '],
    ['tags: [a, b\nowner: da|na', 'value owner dana'],
    ['title: "Acme\nowner: da|na', 'value owner dana'],
    ['title: "Ac|me\nowner: dana', 'value title "Acme"'],
    ['title: {{ x }}\nowner: da|na', 'value owner dana'],
    ['contacts:\n  - {name: R. Lee, ro|le: buyer}', 'key of contacts role'],
    ['contacts:\n  - {name: R. Lee, role: buy|er}', 'value contacts.role buyer'],
    ['contacts:\n  - {name: R. Lee, |}', 'key of contacts '],
    ['contacts:\n  - {|}', 'key of contacts '],
    ['contacts:\n  - {name: R. Lee, role: |}', 'value contacts.role '],
    ['contacts:\n  - {name: R. Lee, role: |\n  - {name: x}', 'value contacts.role '],
    ['contacts:\n  - name: R. Lee\n    role: |', 'value contacts.role '],
    ['contacts:\n  - name: R. Lee\n    |', 'key of contacts '],
    ['contacts:\n  - name: R. Lee\n    ro|', 'key of contacts ro'],
    ['contacts:\n  - na|', 'item contacts na'],
    ['contacts: [{name: x, role: y|}]', 'value contacts.role y'],
    ['history:\n  - {on: 2026-01-05, stage: prop|}', 'value history.stage prop'],
    ['history:\n  - {on: 2026-01-05, stage: proposal}\n  |', 'item history  behind “- ”'],
    ['history:\n  - on: 2026-01-05\n    stage: |\n  - on: 2026-01-06', 'value history.stage '],
    ['history:\n  - {on: 2026-01-05, stage: a}\n-|', 'nothing'],
    ['title: x\n-|', 'nothing'],
    ['note: |-\n  sta|ge: x'.replace('|-', '>'), 'value note |>|'],
    ['note: >\n  text\n|\nowner: x', 'key of the deal '],
    ['note: >\n  text\nowner: d|', 'value owner d'],
    ['note: one\n  two|\nowner: x', 'value note |one|'],
    ['stage: proposal\n  # a com|ment', 'nothing'],
    ['stage: prop|\n  # a comment', 'value stage prop'],
    ['stage:\n  prop|', 'value stage prop'],
    ['stage: *a|', 'nothing'],
    ['base: &b {stage: x|}', 'value base.stage x'],
    ['{"stage": "pro|posal", "tags": []}', 'value stage "proposal"'],
    ['{"stage": "proposal", |}', 'key of the deal '],
    ['tags: [!!str |, *a, &b c]', 'item tags '],
    ['tags: [!!str x, *a|, &b c]', 'nothing'],
    ['tags: [!!str x, *a, &b c|]', 'item tags c'],
    ['{"stage":|}', 'value stage  behind “ ”'],
    ['a:\n  b:\n    c:\n      d: e|', 'value a.b.c e'],
    ['a| #b: c', 'key of the deal a'],
    ['a #b|: c', 'nothing'],
    ['?st|age: x', 'key of the deal ?stage'],
    ['tags:\n  - a\n  b|', 'nothing'],
    ['title: x\n  |', 'nothing'],
    ['  title: x\n |', 'key of the deal  behind “ ”'],
    ['   title: x\n |', 'key of the deal  behind “  ”'],
    ['stage: |# c', 'nothing'],
    ['tags:\n  - |# c', 'nothing'],
    ['tags:\n  -| # c', 'item tags  behind “ ”'],
    ['tags:\n  - # |c', 'nothing'],
    ['stage: !!str |# c', 'nothing'],
    ['stage: !!str # |c', 'nothing'],
    ['stage: &a !!str |', 'value stage '],
    ['a:\n  note: >\n    text\n |\nowner: x', 'nothing'],
    ['note: >\n  text\n  |\n  more', 'value note |>|'],
    ['note: >\n  text\n|\n  more', 'key of the deal '],
    ['a:\n  b: x\n\n  |\n  c: y', 'key of a '],
    ['a:\n  b: x\n |\n', 'nothing'],
    ['a: b\n   c|', 'value a |b|'],
    ['a:\n  b|', 'value a b'],
    ['a:\n  b\n  c|', 'value a |b|'],
    ['[a, |]', 'item  '],
    ['[|\na]', 'nothing'],
    ['{\na: b,\nc|: d\n}', 'key of the deal c'],
    ['{\n|\n}', 'key of the deal '],
    ['x: [a,\nb|]', 'key of the deal b]'],
    ['x: [a,\n|]', 'item x '],
    ['x: {a: "b\nc|', 'key of the deal c'],
    ['x: [a:|b]', 'item x a:b'],
    ['x: {a:|}', 'value x.a  behind “ ”'],
    ['x: {a|}', 'key of x a'],
    ['x: {a:b|}', 'key of x a:b'],
    ['x: {"a":b|}', 'value x.a b'],
    ['x: [a #|b\n]', 'nothing'],
    ['x: [a#|b]', 'item x a#b'],
    ['x: {a: b: c|}', 'value x.a c'],
    ['x: {a, |b}', 'key of x b'],
    ['x: [[a], |]', 'item x '],
    ['x: [a]|', 'nothing'],
    ['x: [a] |b', 'nothing'],
    ['x: [a]\ny|', 'key of the deal y'],
    ['-x: y|', 'value -x y'],
    ['a:b: c|', 'value a:b c'],
    ['tags:\n - a\n  - b|', 'item tags |a|'],
    ['a:\n    b: c\n  d|: e', 'key of a d'],
    ['a: |\t# x', 'value a '],
    ['"a|', 'key of the deal "a'],
    ['a: "b|\nc: d', 'value a "b"'],
    ["a: 'b''|", "value a 'b''"],
    ['a: "b\\"|c"', 'value a "b"c"'],
    ['a: "b|" c', 'value a "b"'],
    ['a: @b|', 'value a @b'],
    ['a: `b|`', 'value a `b`'],
    ['a: b\n\n|', 'key of the deal '],
    ['a:\n  *b\n  c|', 'nothing'],
    ['a: b # c\n  d|', 'nothing'],
    ['a: b \n  d|', 'value a |b|'],
    ['? a|: b', 'key of the deal ? a: b'],
    ['?: |', 'value ? '],
    ['"a" b|', 'key of the deal "a" b'],
    ["x: ['a\\', 'b|']", "item x 'b'"],
    ['x: ["b"\'|c]', "item x 'c]'"],
    ['title: "Acme\nowner: "da|na"', 'value owner "dana"'],
    ['tags: |[]', 'nothing'],
    ['tags: [a, b]| ', 'nothing'],
    ['x: [a # c\n | ]', 'nothing'],
    ['x: [a # c\n |]', 'nothing'],
    ['x: {"a" |: }', 'nothing'],
    ['x: {a |: b}', 'nothing'],
    ['x: [a: |]', 'value x.a '],
    ['x: [a: b|]', 'value x.a b'],
    ['x: {|a}', 'key of x a'],
    ['x:\n  -\n|', 'key of the deal '],
    ['x:\n- |', 'item x '],
    ['x:\n|- ', 'nothing'],
    ['a:\n- b\nc|: d', 'key of the deal c'],
    ['a:\n  - - b\n    - |\n  - c', 'item a '],
    ['note: > # c\n  d|', 'value note |>|'],
    ['a: !!str b\n  c|', 'value a |b|'],
    ['a:  |# b', 'nothing'],
  ] as const) {
    it(`${yaml.replaceAll('\n', '⏎')} is ${expected}`, () => {
      assert.equal(at(head(yaml)), expected);
      assert.equal(at(head(yaml).replaceAll('\n', '\r\n')), expected);
      assert.equal(at(`\uFEFF${head(yaml)}`), expected);
    });
  }

  for (const [marked, expected] of [
    ['---\nstage: |', 'value stage '],
    ['---\n|', 'key of the deal '],
    ['---\nstage: x\n|', 'key of the deal '],
    ['---\nstage: x\n---\nstage: |', 'nothing'],
    ['---\nstage: x\n|---\n', 'nothing'],
    ['---\nstage: x\n-|--\n', 'nothing'],
    ['|---\nstage: x\n---\n', 'nothing'],
    ['# Title\nstage: |', 'nothing'],
    ['---js\nstage: |\n---\n', 'nothing'],
    ['+++\nstage: |\n+++\n', 'nothing'],
    ['|', 'nothing'],
    ['---\n|---\n', 'nothing'],
    ['---\na: x\n--\r-\nowner: |', 'value owner '],
    ['---\nx: {a:|', 'value x.a  behind “ ”'],
    ['---\nx: {a: "|', 'value x.a ""'],
    ['---\r\nstage: x\r\n---\r\nstage: |', 'nothing'],
    ['---\nx: {a:b|', 'key of x a:b'],
  ] as const) {
    it(`${marked.replaceAll('\n', '⏎')} is ${expected}`, () => assert.equal(at(marked), expected));
  }

  it('is nothing in a text without front matter, or in one with nothing in it', () => {
    for (const text of ['# Title\nstage: x\n', '---\n---\nstage: x\n']) assert.deepEqual(partsOf(text), []);
  });

  it('is by the team’s names a key like any other, where it only looks like one, and a value as it stands', () => {
    const names = new Map([['value', 'amount']]);
    const texts = (yaml: string) => partsOf(head(yaml), names).map(({ text }) => text);
    assert.deepEqual(texts('amount: value\nvalue: 1'), ['value', 'value', '', '1']);
    assert.deepEqual(texts('[value, amount]'), ['value', 'amount']);
  });

  it('belongs with what stands beside it, and with nothing else', () => {
    const groupsOf = (marked: string) => {
      const offset = marked.indexOf('|');
      const { part, parts } = spotAt(marked.replace('|', ''), offset)!;
      return parts.filter(one => one !== part && one.group === part.group).map(({ text }) => text);
    };
    for (const [yaml, ...neighbours] of [
      ['a: x\nb:\n  c: y\n|', '', 'a', 'b'],
      ['  a: x\n|\n  b: y', '', 'a', 'b'],
      ['a: x\nb:\n  c: y\n  |\n  d: z', '', 'c', 'd'],
      ['a:\n  - b\n  - |\n  - c\nd: e', '', 'b', 'c'],
      ['a:\n  - b: c\n    |\n  - d: e', '', 'b'],
      ['a: [b, |, c]\nd: [e]', '', 'b', 'c'],
      ['a: [{b: c, |}, {d: e}]', '', 'b', 'c'],
      ['a:\n  |\nb: c', ''],
    ] as const)
      assert.deepEqual(groupsOf(head(yaml)).filter(Boolean), neighbours.filter(Boolean), yaml);
  });

  it('is never more than the line or the lines of one value, whatever stands there', () => {
    const piece = fc.constantFrom(
      ...[
        'stage',
        ': ',
        ':',
        '\n',
        '\n  ',
        '\n    ',
        '- ',
        '-',
        '[',
        ']',
        '{',
        '}',
        ',',
        ', ',
        '"',
        "'",
        '#',
        ' # ',
      ],
      ...[
        '|',
        '>',
        '&a ',
        '*a',
        '!!str ',
        '\\',
        '\t',
        '\r\n',
        'tags',
        'x',
        ' ',
        '---',
        '? ',
        '%',
        '\u2028',
        '🚀',
      ],
    );
    forAll(
      fc.array(piece, { maxLength: 40 }),
      pieces => {
        const text = `---\n${pieces.join('')}`;
        for (let offset = 0; offset <= text.length; offset++) {
          const spot = spotAt(text, offset);
          if (!spot) continue;
          const { start, end, until } = spot.part;
          assert.ok(start <= offset && offset <= until && end <= until && until <= text.length);
        }
      },
      300,
    );
  });

  it('is what the reader of the file finds there, for each value of a file that is valid', () => {
    let compared = 0;
    forAll(
      changedFile,
      ({ text }) => {
        const parsed = parseFrontMatter(text);
        if (parsed.kind !== 'found') return;
        for (const part of partsOf(text)) {
          const { kind, path, quote } = part;
          if (kind !== 'value' || isFree(part) || quote === '|' || path.length !== 1) continue;
          const value = Object.hasOwn(parsed.data, path[0]!) ? parsed.data[path[0]!] : undefined;
          const texts = [value].flat().map(one => (typeof one === 'string' ? one : undefined));
          if (texts.includes(undefined)) continue;
          // Quoted texts of several lines are folded.
          if (part.text.includes('\n')) continue;
          assert.ok(
            texts.includes(part.text),
            `${JSON.stringify(texts)} has no ${JSON.stringify(part.text)}`,
          );
          compared++;
        }
      },
      500,
    );
    assertEnough(compared, 300);
  });
});
