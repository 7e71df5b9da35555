import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { plainReason, slipIn } from '../../../../src/core/frontMatter/yamlProblem';
import { sentenceOf } from '../../../../src/words/sentence';
import { file } from '../../support/deals';

/** What is said of a front matter that cannot be read: the code, the place, and with what words. */
function said(yaml: string) {
  const parsed = parseFrontMatter(file(yaml));
  assert.ok(parsed.kind === 'refused', JSON.stringify(parsed));
  const { code, line, column, end, says } = parsed.problem;
  const place = column === undefined ? `${line}` : `${line}:${column}–${end!.line}:${end!.column}`;
  return { code, place, args: (says as { args: Readonly<Record<string, unknown>> }).args };
}

function refusal(yaml: string): string {
  const parsed = parseFrontMatter(file(yaml));
  assert.ok(parsed.kind === 'refused');
  return sentenceOf(parsed.problem);
}

describe('a value with a “: ” in it is shown', () => {
  for (const [what, yaml, place, text] of [
    ['behind its key', 'stage: a\ntitle: Acme: scanners', '3:8–3:22', 'Acme: scanners'],
    ['in a file with CRLF', 'a: 1\r\ntitle: Acme: scanners\r\nb: 2', '3:8–3:22', 'Acme: scanners'],
    ['without a comment', 'title: Acme: scanners # c: d', '2:8–2:22', 'Acme: scanners'],
    ['with a # that begins no comment', 'a: x#y: z', '2:4–2:10', 'x#y: z'],
    ['in an item', '  - title: Acme: x', '2:12–2:19', 'Acme: x'],
    ['without the blanks behind it', 'a:\n  - b: Acme: x  ', '3:8–3:15', 'Acme: x'],
    ['behind a key in double quotes', '"ti: tle": A: b', '2:12–2:16', 'A: b'],
    ['behind a key in single quotes', "'ti: tle': A: b", '2:12–2:16', 'A: b'],
    ['whose first words are in quotes', 'title: "a": b', '2:8–2:14', '"a": b'],
    ['with several', 'a: b: c:', '2:4–2:9', 'b: c:'],
    ['that ends with it', 'a: x:\nb: 1', '2:4–2:6', 'x:'],
    ['with brackets in it', 'title: x [y: z]: b', '2:8–2:19', 'x [y: z]: b'],
    ['in braces', 'a: {b: c: d, e: 1}', '2:8–2:12', 'c: d'],
    ['in braces, behind others', 'a: {x: 1, b: c: d}', '2:14–2:18', 'c: d'],
    ['in brackets', 'a: [b: c: d]', '2:8–2:12', 'c: d'],
    ['in brackets, behind others', 'a: [{x: 1}, b: c: d]', '2:16–2:20', 'c: d'],
    ['in braces in brackets', 'a: [b, {c: d: e}]', '2:12–2:16', 'd: e'],
    ['in brackets over lines', 'a: [\n  b: c: d\n]', '3:6–3:10', 'c: d'],
    ['in brackets that nothing closes on its line', 'a: [b, c: d: e\n  ]', '2:11–2:15', 'd: e'],
  ] as const) {
    it(what, () => assert.deepEqual(said(yaml), { code: 'unquoted-colon', place, args: { text } }));
  }
});

describe('a tab at the start of a line is shown', () => {
  for (const [yaml, place] of [
    ['a:\n\t- b', '3:1–3:2'],
    ['a: 1\n\t\tb: 2\nc: 3', '3:1–3:3'],
    ['a:\n  b: 1\n\t \tc: 2', '4:1–4:4'],
  ] as const) {
    it(JSON.stringify(yaml), () =>
      assert.deepEqual(said(yaml), { code: 'tab-indentation', place, args: {} }),
    );
  }
});

describe('a slip that makes the parser fail elsewhere is shown where it is', () => {
  for (const [yaml, place, args] of [
    ['a: "b', '2:4–2:6', { quote: '"' }],
    ['a: b\n"c: d', '3:1–3:6', { quote: '"' }],
    ["a: 1\nb: 'c # d  \ne: f", '3:4–3:10', { quote: "'" }],
    ['a: 1\nb：c\nd: 2', '3:2–3:3', { char: '：' }],
    ['a: 1\nb:\u00a0c\nd: 2', '3:3–3:4', { char: '\u00a0' }],
    // The wide colon of a text is no fault, and so is none of the others.
    ['a: |\n  b：c\nd: @e', '4:4–4:6', undefined],
    ['a: "b：\n  c"\nd: @e', '4:4–4:6', undefined],
  ] as const) {
    it(JSON.stringify(yaml), () => {
      const { place: at, args: named } = said(yaml);
      assert.equal(at, place);
      if (args) assert.deepEqual(named, args);
    });
  }
});

describe('YAML that is not valid is shown with what mostly causes it', () => {
  for (const [yaml, place, slip, reason] of [
    ['owner: @dana', '2:8–2:13', 'other', 'Plain value cannot start with reserved character @'],
    ['a: 1\nb: `x`  \nc: 2', '3:4–3:7', 'other', 'Plain value cannot start with reserved character `'],
    ['a: 1\n  b: 2', '2:4–2:5', 'indent', 'Nested mappings are not allowed in compact mappings'],
    ['a: b\n c: d', '2:4–2:5', 'indent', 'Nested mappings are not allowed in compact mappings'],
    ['a\nb: c', '2:1–2:2', 'colon', 'Implicit keys need to be on a single line'],
    ['? a\nb', '3:1–3:2', 'colon', 'Implicit map keys need to be followed by map values'],
    ['- a\nb: c', '3:1–3:5', 'other', 'Unexpected scalar at node end'],
    ['a: "b" c  ', '2:8–2:9', 'other', 'Unexpected scalar at node end'],
    ['a: |x\n b', '2:5–2:6', 'other', 'Block scalar header includes extra characters: |x'],
    ['a: "x\\q"', '2:6–2:9', 'other', 'Invalid escape sequence \\q'],
    ['*aa: b: c', '2:6–2:10', 'other', 'Unexpected scalar token'],
    ['b: , ', '2:4–2:5', 'other', 'Plain value cannot start with flow indicator character ,'],
    ['stage:[ # c\n  ]', '3:3–3:4', 'other', 'Unexpected flow-seq-end token in YAML stream: "]"'],
    ['a: 1\n<<: x', '2', 'other', 'Merge sources must be maps or map aliases'],
    ['%a: b', '3:1–3:1', 'other', 'Missing directives-end indicator line'],
    [
      'a: 1\nb: [c, d',
      '4:1–4:1',
      'other',
      'Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ] as const) {
    it(JSON.stringify(yaml), () =>
      assert.deepEqual(said(yaml), { code: 'invalid-yaml', place, args: { reason, slip } }),
    );
  }
});

describe('an alias that means nothing is shown', () => {
  const unresolved = (name: string) => `Unresolved alias (the anchor must be set before the alias): ${name}`;
  for (const [yaml, place, name] of [
    ['a: *x', '2:4–2:6', 'x'],
    ['b: 1\na: [*x-y, 2]', '3:5–3:9', 'x-y'],
    ['a: &x 1\nb: *y # *y', '3:4–3:6', 'y'],
  ] as const) {
    it(JSON.stringify(yaml), () =>
      assert.deepEqual(said(yaml), {
        code: 'invalid-yaml',
        place,
        args: { reason: unresolved(name), slip: 'other' },
      }),
    );
  }
});

it('a key that stands twice is shown where it stands again, by its name', () => {
  const parsed = parseFrontMatter(file('a: 1\n"owner": x\n  # c\nowner: y'));
  assert.ok(parsed.kind === 'refused');
  const { line, column, end, at } = parsed.problem;
  assert.deepEqual(
    { line, column, end, at },
    { line: 5, column: 1, end: { line: 5, column: 6 }, at: ['owner'] },
  );
  const nothing = parseFrontMatter(file('~: a\n~: b'));
  assert.deepEqual(nothing.kind === 'refused' && nothing.problem.at, ['']);
});

describe('aliases are read up to 1,000 of them', () => {
  const anchors = Array.from({ length: 20 }, (_, k) => `a${k}: &a${k} ${k}\n`).join('');
  const aliases = (count: number) =>
    `${anchors}b: [${Array.from({ length: count }, (_, k) => `*a${k % 20}`).join(', ')}]`;

  it('and no more', () => {
    const parsed = parseFrontMatter(file(aliases(1000)));
    assert.ok(parsed.kind === 'found');
    assert.deepEqual(
      parsed.data['b'],
      Array.from({ length: 1000 }, (_, k) => k % 20),
    );
    assert.deepEqual(said(aliases(1001)), { code: 'too-deep', place: '2', args: { most: 1000 } });
    assert.match(refusal(aliases(1001)), /more than 1000 aliases/);
  });

  it('of one anchor, too', () => {
    const ofOne = (count: number) => `a: &a {b: 1}\nc: [${Array<string>(count).fill('*a').join(', ')}]`;
    const parsed = parseFrontMatter(file(ofOne(1000)));
    assert.ok(parsed.kind === 'found');
    assert.deepEqual(parsed.data['c'], Array<unknown>(1000).fill({ b: 1 }));
    assert.deepEqual(said(ofOne(1001)), { code: 'too-deep', place: '2', args: { most: 1000 } });
  });

  it('where they do not grow', () => {
    const bomb = Array.from(
      { length: 40 },
      (_, k) => `a${k}: &a${k} [${k ? `*a${k - 1}, *a${k - 1}` : 'x'}]`,
    );
    assert.deepEqual(said(bomb.join('\n')), { code: 'too-deep', place: '2', args: {} });
    assert.match(refusal(bomb.join('\n')), /expand to far too much/);
  });
});

it('the reason of a parser is told on one line, without its place and its full stop', () => {
  for (const [message, reason] of [
    ['Bad thing at line 12, column 34:\n\n  a: b\n', 'Bad thing'],
    ['Bad thing at line 1, column 2', 'Bad thing'],
    ['Bad thing at line 1, column 2: here', 'Bad thing at line 1, column 2: here'],
    ['Bad   thing\t here.', 'Bad thing here'],
    ['Bad thing:', 'Bad thing'],
  ] as const)
    assert.equal(plainReason(new Error(message)), reason);
});

it('what mostly causes an error is told by its reason', () => {
  for (const [reason, slip] of [
    ['Tabs are not allowed as indentation', 'tab'],
    ['Missing closing single-quote', 'quote'],
    ['Missing closing doublequote', 'quote'],
    ['A block sequence may not be used as an implicit map key: implicit map keys', 'colon'],
    ['Mapping values are not allowed in this context', 'indent'],
    ['Something else', 'other'],
  ] as const)
    assert.equal(slipIn(reason), slip);
});
