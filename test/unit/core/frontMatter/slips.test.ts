import assert from 'node:assert/strict';
import { oddCharacter, oddStarts, openQuote, visible } from '../../../../src/core/frontMatter/slips';

describe('the start of a line that is not what it looks like', () => {
  for (const [line, after] of [
    ['a\uff1ab', 'a: '],
    ['a\uff1a b', 'a: '],
    ['a\uff1a', 'a:'],
    ['a\u00a0:\u00a0b', 'a : '],
    ['a\u200b: b', 'a: '],
    ['a\u00a0:b', 'a :'],
    ['\u00a0\u00a0a: b', '  a: '],
    ['-\u00a0b', '- '],
  ] as const) {
    it(JSON.stringify(line), () =>
      assert.deepEqual(
        oddStarts(`x: 1\n${line}\ny: 2\n`).map(one => [one.start, one.text]),
        [[5, after]],
      ),
    );
  }

  it('is no matter of its value', () => assert.deepEqual(oddStarts('a: b\u00a0c\n- it is d\uff1ae.\n'), []));
});

it('the first character that is not what it looks like is told, and what can be seen of a text', () => {
  assert.deepEqual(oddCharacter('x: 1\na\u00a0\uff1ab\nc\uff1ad\n'), { at: 6, char: '\u00a0' });
  assert.equal(oddCharacter('x: 1\na: b\u00a0c\n'), undefined);
  assert.equal(oddCharacter('x: 1\n'), undefined);
  assert.equal(visible('\u200b a\u200bb \ufeff'), 'ab');
});

describe('a quote', () => {
  for (const [yaml, at] of [
    ['a: "b\n', 3],
    ["a: 'b\nc: 'd'\n", 3],
    ['- "b\n- "c"\n', 2],
    ['x: 1\n"b\n', 5],
    ['a: "b\n  c"d\n', 3],
    ['a: "b \\"\nc: d\n', 3],
    ["a: 'b''\nc: d\n", 3],
  ] as const) {
    it(`is open in ${JSON.stringify(yaml)}`, () => assert.equal(openQuote(yaml)?.at, at));
  }

  for (const yaml of [
    'a: "b"\n',
    'a: "b\n  c"\nd: 1\n',
    'a: "b\r\n  c"\r\nd: 1\r\n',
    'a: "b\n  c"',
    'a: "b\n  c" # d\n',
    "a: 'b\\'\nc: 'd'\n",
    "a: 'it''s'\nb: 'c'\n",
    'a: "b \\" c"\nd: "e"\n',
    'a: "b \\"\n  c" # d\n',
    "a: 'b''\n  c' # d\n",
    'a: "b" c\n',
    'a: it\u2019s\n',
    "a: it's\nb: c's\n",
  ]) {
    it(`is closed in ${JSON.stringify(yaml)}`, () => assert.equal(openQuote(yaml), undefined));
  }
});
