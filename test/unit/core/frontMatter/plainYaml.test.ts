import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePlainYaml } from '../../../../src/core/frontMatter/plainYaml';
import { dataOf, duplicateKey, parseYamlText } from '../../../../src/core/frontMatter/yamlText';
import { assertEnough, forAll } from '../../support/property';

/** By the exact parser; `undefined` where it finds an error. */
function exact(yaml: string): { readonly data: unknown } | undefined {
  const document = parseYamlText(yaml, { merge: true })?.document;
  if (!document || document.errors.length || duplicateKey(document)) return undefined;
  return { data: dataOf(document) };
}

describe('the reader of plain lines', () => {
  for (const [what, yaml, data] of [
    [
      'words, numbers and days',
      'a: b c\nd: 12\ne: 2026-01-02\nf: 1.5\n',
      { a: 'b c', d: 12, e: '2026-01-02', f: 1.5 },
    ],
    [
      'what is true, false or nothing',
      'a: true\nb: no\nc:\nd: null\n',
      { a: true, b: 'no', c: null, d: null },
    ],
    [
      'numbers of any length',
      'a: 123456789012345\nb: 9007199254740993127\n',
      exact('a: 123456789012345\nb: 9007199254740993127\n')!.data,
    ],
    ['quotes', 'a: "b: c"\nd: \'# e\'\n', { a: 'b: c', d: '# e' }],
    [
      'colons and signs inside of words',
      'a: https://b.c/#d\ne: 10:30\n',
      { a: 'https://b.c/#d', e: '10:30' },
    ],
    ['a list below its key', 'a:\n  - b\n  - 1\nc:\n- d\n', { a: ['b', 1], c: ['d'] }],
    ['a list in brackets', 'a: [b, "c, d", 2]\ne: []\n', { a: ['b', 'c, d', 2], e: [] }],
    [
      'blanks within brackets',
      'a: [ b , c ]\nd: { e: f , g: 1 }\nh: [ "i", j ]\n',
      { a: ['b', 'c'], d: { e: 'f', g: 1 }, h: ['i', 'j'] },
    ],
    [
      'words that begin with any letter or digit, and some signs',
      'a: 0 left\nz: 9 to 5\nA: (b)\nZ: +49 30\na2: /b\nb: _c\nc: ärger\nd: a\ne: z\nf: A\ng: Z\nh: ¡hola!\n',
      {
        ...{ a: '0 left', z: '9 to 5', A: '(b)', Z: '+49 30', a2: '/b', b: '_c', c: 'ärger' },
        ...{ d: 'a', e: 'z', f: 'A', g: 'Z', h: '¡hola!' },
      },
    ],
    ['groups on a line', 'a:\n  - {b: c d, e: 1}\nf: {g: h}\n', { a: [{ b: 'c d', e: 1 }], f: { g: 'h' } }],
    ['groups over lines', 'a:\n  - b: c\n    d: e\n  - b: f\n', { a: [{ b: 'c', d: 'e' }, { b: 'f' }] }],
    ['comments and blank lines', '# a\n\nb: c\n# d\ne: f\n', { b: 'c', e: 'f' }],
  ] as const)
    it(`reads ${what}`, () => assert.deepEqual(parsePlainYaml(yaml), data));

  for (const [what, yaml] of [
    ['nothing at all', '\n'],
    ['a text over lines', 'a: b\n  c\n'],
    ['a block of text', 'a: |\n  b\n'],
    ['a comment behind a value', 'a: b # c\n'],
    ['a colon too many', 'a: b: c\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a sign that YAML keeps for itself', 'a: @b\n'],
    ['a comma without a blank behind it', 'a: [b,c]\n'],
    ['a comma at the end', 'a: [b, ]\n'],
    ['a word behind a quote', 'a: ["b" c]\n'],
    ['a key without a value in a group', 'a: {b: , c: d}\n'],
    ['a key twice in a group', 'a: {b: c, b: d}\n'],
    ['a key that may be nothing', 'null: a\n'],
    ['a reference', 'a: &b c\nd: *b\n'],
    ['lists of several depths', 'a:\n  - b\n    - c\n'],
    ['brackets in brackets', 'a: [[b]]\n'],
    ['a bracket within a word in brackets', 'a: [b[c, d]\n'],
    ['a brace within a word in brackets', 'a: [b, c}d]\n'],
    ['a bracket that stays open', 'a: [b\n'],
    ['an escape', 'a: "b\\n"\n'],
    ['line ends of Windows', 'a: b\r\n'],
    ['a group below its key', 'a:\n  b: c\n'],
  ] as const)
    it(`leaves ${what} to others`, () => assert.equal(parsePlainYaml(yaml), undefined));

  it('reads nothing otherwise than the exact parser', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b_c',
        'null',
        'true',
        '1',
        '-1',
        '+1',
        '0x1f',
        '1e3',
        '.5',
        '~',
        '2026-01-02',
        'é',
        '€ 5',
        '(a)',
        "O'B",
      ],
      ...[
        ' ',
        '  ',
        ': ',
        ':',
        ', ',
        ',',
        '- ',
        '-',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '#',
        ' #',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '?',
      ],
      ...[
        '\n',
        '\n',
        '\n',
        '\na: ',
        '\nb:\n  - ',
        '\n  - ',
        '\n    ',
        '\n- ',
        '\n# c\n',
        '\n\n',
        '\t',
        '\u00a0',
        '\u2003',
        '\u3000',
        '\u2028',
        '\u0085',
      ],
      ...['[a, ', '{a: ', ', b: ', '"a"', "'b'", '...', '---'],
    );
    const text = fc.array(piece, { maxLength: 14 }).map(pieces => `k: ${pieces.join('')}\n`);
    let read = 0;
    forAll(
      text,
      yaml => {
        const data = parsePlainYaml(yaml);
        if (!data) return;
        read++;
        assert.deepEqual({ data }, exact(yaml));
      },
      4000,
    );
    assertEnough(read, 200);
  });
});
