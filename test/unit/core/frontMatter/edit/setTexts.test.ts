import assert from 'node:assert/strict';
import { editFrontMatter } from '../../../../../src/core/frontMatter/edit/editFrontMatter';
import { textsIn } from '../../../../../src/core/frontMatter/edit/setTexts';
import { sentenceOf } from '../../../../../src/words/sentence';
import { file } from '../../../support/deals';

const withTags = (yaml: string, tags: readonly string[]) => editFrontMatter(file(yaml), { texts: { tags } });

describe('the texts of a list are set', () => {
  for (const [what, before, tags, after] of [
    ['the same', 'tags: [ a, b ] # c', ['a', 'b'], 'tags: [ a, b ] # c'],
    ['one more', 'tags: [a, "b"]', ['a', 'b', 'c'], 'tags: [a, "b", "c"]'],
    ['two more', 'tags:\n- a\nx: 1', ['a', 'b', 'c'], 'tags:\n- a\n- b\n- c\nx: 1'],
    ['another', "tags: [a, 'b', c]", ['a', 'x', 'c'], "tags: [a, 'x', c]"],
    ['others', 'tags: [a, "b", c]', ['c', 'x', 'y', 'z'], 'tags: [x, "y", c, z]'],
    ['less at the start', 'tags: [a, b, c]', ['c'], 'tags: [c]'],
    ['less at the end', 'tags: [a, b, c ]', ['a'], 'tags: [a ]'],
    ['less in the middle', 'tags: [a, b, c, d]', ['a', 'd'], 'tags: [a, d]'],
    ['less here and there', 'tags: [a, b, c, d, e]', ['b', 'd'], 'tags: [b, d]'],
    ['one for many', 'tags: [a, b, c]', ['x'], 'tags: [x]'],
    ['less lines', 'tags:\n  - a\n  - b\n  - c\nx: 1', ['a', 'c'], 'tags:\n  - a\n  - c\nx: 1'],
    ['no last line', 'tags:\n  - a\n  - b', ['a'], 'tags:\n  - a'],
    [
      'a line less, but its comment',
      'tags:\n  - a\n  - b   # of b\n  - c',
      ['a', 'c'],
      'tags:\n  - a\n  # of b\n  - c',
    ],
    ['another before a comment', 'tags:\n  - a # of a\n  - b', ['x', 'b'], 'tags:\n  - x # of a\n  - b'],
    ['a block less', 'tags:\n  - |\n    a\n  - b', ['b'], 'tags:\n  - b'],
    ['beside what is no text', 'tags: [{x: 1}, a, [b]]', ['c'], 'tags: [{x: 1}, c, [b]]'],
    ['none beside what is no text', 'tags: [{x: 1}, a]', [], 'tags: [{x: 1}]'],
    ['numbers as they are', 'tags: [1, true, 2]', ['true', '3', '2'], "tags: ['3', true, 2]"],
    ['with blanks in them', 'tags: ["a  b", c]', ['a b', 'd'], 'tags: ["a  b", d]'],
    ['none', 'tags: [a, b]\nx: 1', [], 'x: 1'],
    ['in the place of one text', 'tags: a, b # c', ['b', 'd'], "tags: 'b, d' # c"],
    ['the same as one text', 'tags: a,b', ['a', 'b'], 'tags: a,b'],
    ['none in the place of one text', 'tags: a\nx: 1', [], 'x: 1'],
    ['in the place of a number', 'tags: 7', ['7', 'a'], "tags: '7, a'"],
    ['where there are none', 'x: 1\ntags:', ['a', 'b'], 'x: 1\ntags:\n  - a\n  - b'],
    ['in an empty list', 'tags: [] # c', ['a', 'b'], 'tags: # c\n  - a\n  - b'],
    ['in a new list', 'x: 1', ['a', 'b'], 'x: 1\ntags:\n  - a\n  - b'],
    ['in a new list in braces', '{x: 1}', ['a', 'b'], '{x: 1, tags: [a, b]}'],
    ['in an empty list in braces', '{x: 1, tags: []}', ['a', 'b'], '{x: 1, tags: [a, b]}'],
    [
      'behind what has a comment',
      'tags: [\n  a # of a\n]',
      ['a', 'b', 'c'],
      'tags: [\n  a, # of a\n  b,\n  c\n]',
    ],
    ['where an empty list has a comment', 'tags: [ # none\n]', ['a', 'b'], 'tags: [ # none\n  a,\n  b\n]'],
    ['where nothing wanted was there', 'x: 1', [], 'x: 1'],
  ] as const) {
    it(what, () => {
      const edited = withTags(before, tags);
      assert.ok(edited.ok, JSON.stringify(edited));
      assert.equal(edited.text, file(after));
    });
  }

  for (const [before, tags, reason] of [
    ['tags: &t [a, b]\nx: *t', ['a'], /has an anchor that is used elsewhere/],
    ['tags: [!mine a, b]', ['x', 'b'], /has an item that isn’t plain text/],
    ['tags:\n  - |\n    a\n  - b', ['x', 'b'], /has an item that isn’t plain text/],
    ['tags: [a, # of a\n  b]', ['b'], /a comment between the items/],
    ['tags: [a, b\n  # of b\n  , c]', ['a', 'b'], /a comment between the items/],
    ['? tags\n: - a\n  - b', ['b'], /shares its line/],
  ] as const) {
    it(`not in ${JSON.stringify(before)}`, () => {
      const edited = withTags(before, tags);
      assert.ok(!edited.ok, JSON.stringify(edited));
      assert.match(sentenceOf(edited.problem), /“tags”/);
      assert.match(sentenceOf(edited.problem), reason);
    });
  }
});

it('the texts in a value are those of its items, or the parts between its commas', () => {
  for (const [value, texts] of [
    [null, []],
    [undefined, []],
    ['a, b ,  c  d,', ['a', 'b', 'c d']],
    [7, ['7']],
    [false, ['false']],
    [
      ['a,b', 2, null, { x: 1 }, ' c ', ''],
      ['a,b', '2', 'c'],
    ],
    [{ x: 1 }, []],
  ] as const)
    assert.deepEqual(textsIn(value), texts);
});
