import assert from 'node:assert/strict';
import { parseFastYaml } from '../../../../src/core/frontMatter/fastYaml';

const withCrlf = (text: string) => text.replaceAll('\n', '\r\n');

// The exact reader takes many times as long: what people write every day must not be left to it.
describe('the fast reader reads by itself', () => {
  for (const [what, yaml, data] of [
    ['a list over lines', 'a: [\n  b,\n  c\n]\nd: 1\n', { a: ['b', 'c'], d: 1 }],
    ['a list over lines with a blank one', 'a: [\n  b,\n\n  c\n]\n', { a: ['b', 'c'] }],
    ['a list over lines before a comment', 'a: [\n  b\n] # c\nd: 1\n', { a: ['b'], d: 1 }],
    ['a list over lines at the end of all', 'a: [\n  b\n]', { a: ['b'] }],
    ['a group over lines', 'x: 1\na: {\n  b: c,\n  d: e }\n', { x: 1, a: { b: 'c', d: 'e' } }],
    ['JSON over lines', '{\n  "a": ["b"],\n  "c": {"d": 1}\n}\n', { a: ['b'], c: { d: 1 } }],
    ['quotes on one line each', 'a: "b"\nc: \'d\'\n', { a: 'b', c: 'd' }],
    ['quotes and brackets at the end of all', 'a: ["b", {c: "d"}]', { a: ['b', { c: 'd' }] }],
    ['a list of one list', 'a:\n  - [b]\n  - - c\n', { a: [['b'], ['c']] }],
    ['a comment behind all sorts', 'a: [b] # c\nd: "e" # f\ng: |- # h\n  i\n', { a: ['b'], d: 'e', g: 'i' }],
    ['tabs that do not indent', 'a:\tb\t# c\n', { a: 'b' }],
    ['words that look like null', 'nullify: Nil\nn: ~x\n', { nullify: 'Nil', n: '~x' }],
  ] as const) {
    it(what, () => {
      assert.deepEqual(parseFastYaml(yaml), data);
      assert.deepEqual(parseFastYaml(withCrlf(yaml)), data);
    });
  }
});

describe('the fast reader leaves to the exact one', () => {
  for (const [what, yaml] of [
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: &b c\nd: *b\n'],
    ['a merged group', '<<: {a: 1}\nb: 2\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a tag of somebody’s own', 'a: !b c\n'],
    ['a list that does not stand in', 'a: [b,\nc]\n'],
    ['a list over lines within another', 'a:\n  - [b,\n    c]\n'],
    ['a brace at the margin within a list', 'a: [{b: c\n}\n]\n'],
    ['text behind a list over lines', 'a: [b,\n  c] d\n'],
    ['quotes over lines', 'a: "b\n  c"\n'],
    ['single quotes over lines', "a: 'b\n\n  c'\n"],
    ['a list as a key', '[a, b]: c\n'],
    ['a group as a key', '{a: b}: c\n'],
    ['null as a key', '~: a\n'],
    ['the word null as a key', 'a: {null: b}\n'],
    ['a template', 'a: {{ b }}\n'],
    ['a pair in a list', 'a: [b: c]\n'],
    ['a comment right behind a bracket', 'a: [b]# c\n'],
    ['an indenting tab', 'a:\n \tb: c\n'],
    ['a byte order mark', 'a: \uFEFFb\n'],
    ['a block with its own indentation', 'a: |2\n    b\n'],
  ] as const) {
    it(what, () => assert.throws(() => parseFastYaml(yaml)));
  }
});
