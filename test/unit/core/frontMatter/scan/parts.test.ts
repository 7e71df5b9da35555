import assert from 'node:assert/strict';
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { isFree, type KeyOrValue } from '../../../../../src/core/frontMatter/scan/part';
import { partsOf } from '../../../../../src/core/frontMatter/scan/spot';
import { file } from '../../../support/deals';
import { KINDS } from '../support/kinds';

interface Around {
  readonly path: readonly string[];
  readonly isItem: boolean;
  readonly isFlow: boolean;
}

const OPENING = '---\n'.length;

/** The keys and values of a front matter as the `yaml` package has them: what it is, where, and in which map or list. */
function judged(yaml: string): { parts: object[]; neighbours: number[] } {
  const parts: object[] = [];
  const groups: object[] = [];
  const quoteOf = (node: Node) =>
    isScalar(node) && node.type === 'QUOTE_DOUBLE'
      ? '"'
      : isScalar(node) && node.type === 'QUOTE_SINGLE'
        ? "'"
        : '';
  const add = (kind: string, node: Node, { path, isItem, isFlow }: Around, group: object) => {
    const [start, end] = node.range!;
    const text = isScalar(node) && quoteOf(node) ? String(node.value) : yaml.slice(start, end);
    parts.push({
      kind,
      start: start + OPENING,
      end: end + OPENING,
      text,
      quote: quoteOf(node),
      hasColon: kind === 'key',
      path,
      isItem,
      isFlow,
    });
    groups.push(group);
  };
  const visit = (node: Node | null, around: Around, group: object): void => {
    if (isMap(node)) {
      const isFlow = node.flow === true;
      for (const { key, value } of node.items as Pair<Node, Node>[]) {
        add('key', key, { path: around.path, isItem: false, isFlow }, node);
        const name = String((key as Node & { value: unknown }).value);
        const path = around.path.length < 3 ? [...around.path, name] : around.path;
        visit(value, { path, isItem: false, isFlow }, {});
      }
    } else if (isSeq(node)) {
      const isFlow = node.flow === true;
      for (const item of node.items as Node[]) visit(item, { path: around.path, isItem: true, isFlow }, node);
    } else if (node && !isAlias(node) && node.range![0] < node.range![1]) {
      add('value', node, around, around.isItem ? group : {});
    }
  };
  visit(parseDocument(yaml).contents, { path: [], isItem: false, isFlow: false }, {});
  return { parts, neighbours: numbered(groups) };
}

/** What is found there, in the same words. */
function found(yaml: string): { parts: object[]; neighbours: number[] } {
  const parts = partsOf(file(yaml)).filter(part => !isFree(part));
  const ownGroup = (part: KeyOrValue) => (part.kind === 'key' || part.isItem ? part.group : {});
  return {
    parts: parts.map(({ kind, start, end, text, quote, hasColon, path, isItem, isFlow }) => ({
      ...{ kind, start, end, text, quote, hasColon, path, isItem, isFlow },
    })),
    neighbours: numbered(parts.map(ownGroup)),
  };
}

/** For each thing the number of the first that is the same. */
const numbered = (all: readonly unknown[]) => all.map(one => all.indexOf(one));

describe('the keys and values of a front matter are found where the reader of YAML finds them', () => {
  const plainKinds = Object.entries(KINDS)
    .filter(([, { yaml }]) => !/[|>]/.test(yaml))
    .map(([what, { yaml }]) => [what, yaml] as const);
  for (const [what, yaml] of [
    ...plainKinds,
    [
      'in braces',
      '{"stage":"lead","tags":["a", b],"contacts":[{"name":"R","role":"buyer"}],"x":{"y":{"z":1}}}',
    ],
    [
      'in braces over lines',
      '{\n  stage: lead, # c\n  tags: [ a,\n    "b c" ],\n  x: {y: 1,\n  },\n  z: 2\n}',
    ],
    ['in brackets over lines', 'tags: [\n  a, # b, c\n  d e,\n  "f]",\n  [g, h]\n]\nowner: x'],
    [
      'of texts with marks in them',
      "a: b:c\nd: e#f\ng: 'h: ''i'' # j'\nk: \"l \\\" \\u00e9\\x41\\n\" # m\nn: o,p[q]\nr: ?s\nt: -u\n?v: w\nx: y ? z",
    ],
    ['of texts with escapes', 'a: "\\t\\0\\r\\/\\u2028"\nb: "c\\\\"\nd: \'\\n\''],
    ['of texts in braces with marks in them', 'a: {b: c:d, e: f#g, "h":i, j: "k}", \'l\': [m, n]}'],
    [
      'of lists in lists',
      'a:\n- - b\n  - c\n-\n  - d\n- e:\n  - f\n  g: h\ni:\n    - j\n    -   k: l\n        m: n',
    ],
    ['of lists at the margin', 'a:\n- b\n- c # d\n# e\n- f\ng: h'],
    ['below their keys', 'a:\n  b\nc:\n  # d\n\n  "e"\nf:\n    g:\n      h: i\n    j: k\nl: m'],
    ['behind tags and anchors', 'a: !!str b\nc: &d e\nf: !x &g h\ni: [!!str j, &k l]\nm: !!map\n  n: o'],
    ['beside aliases', 'a: &b c\nd: *b\ne: [*b, f]\ng: {h: *b, i: j}\nk: l'],
    ['beside what is missing', 'a:\nb: # c\nd: {e: , f: g}\nh:\n  - i\n  -\n  - # j\nk: ""\nl: \'\''],
    ['with tabs', 'a:\tb\nc: \td\t# e\nf: [g,\th]\ni:\t"j"\t'],
    ['deep down', 'a:\n  b:\n    c:\n      d:\n        e: f\n      g: h\n  i: j'],
    ['of keys in quotes', '"a b": c\n\'d: e\': f\n"g" : h\ni j: k\nl#m: n\n"": o'],
    ['all of which stand in', '  a: b\n  c:\n    - d\n  e:\n  - f'],
    ['of keys with marks in them', '-x: y\na:b: c\nhttp://d: e\nf#g: h\n?i: j'],
    ['of groups below their dashes', 'a:\n-\n  b: c\n-\n\n  d: e\n-\n  - f'],
    ['all in braces at the margin', '{\na: b,\nc: [d,\ne]\n}'],
    ['of letters of all kinds', 'naïve: ü\n見積: 🚀 x\na.b-c/d: e@f'],
  ] as const) {
    it(what, () => assert.deepEqual(found(yaml), judged(yaml)));
  }
});

describe('a text of several lines is found as one', () => {
  for (const [yaml, key, whole, text] of [
    ['a: |\n  b: c\n\n  - d\ne: f', 'a', '|\n  b: c\n\n  - d', '|'],
    ['a: >- # x\n  b\n   # no comment\ne: f', 'a', '>- # x\n  b\n   # no comment', '>-'],
    ['a: b\n  c d\ne: f', 'a', 'b\n  c d', 'b'],
    ['a: b \t\n  c d\ne: f', 'a', 'b \t\n  c d', 'b'],
    ['a: b\n\n# c\ne: f', 'a', 'b', 'b'],
    ['a: "b\n\n  c"\ne: f', 'a', '"b\n\n  c"', 'b\n\n  c'],
    ["a: 'b\n  c' # d\ne: f", 'a', "'b\n  c'", 'b\n  c'],
    ['a:\n  - |\n    b\n\n    c\n  - d', 'a', '|\n    b\n\n    c', '|'],
  ] as const) {
    it(JSON.stringify(yaml), () => {
      const lines = file(yaml);
      const part = partsOf(lines).find(one => one.kind === 'value' && !isFree(one))!;
      assert.deepEqual(
        [part.path.join('.'), lines.slice(part.start, part.end), part.text],
        [key, whole, text],
      );
      assert.equal(part.until, part.end);
      const behind = partsOf(lines).findLast(one => one.kind === 'value')!;
      assert.equal(behind.text, yaml.at(-1));
    });
  }
});
