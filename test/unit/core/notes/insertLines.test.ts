import assert from 'node:assert/strict';
import { htmlBlock } from '../../../../src/core/notes/htmlBlock';
import { indentBehind, insertItems, insertLines, wideBullet } from '../../../../src/core/notes/insertLines';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { applyEdits } from '../../../../src/core/textEdit';

describe('lines are put into a text', () => {
  for (const [what, text, at, expected] of [
    ['at its start', 'a\n', 0, 'x\ny\na\n'],
    ['in its middle', 'a\nb\n', 2, 'a\nx\ny\nb\n'],
    ['at its end', 'a\n', 2, 'a\nx\ny\n'],
    ['behind a last line without an end', 'a\nb', 3, 'a\nb\nx\ny'],
    ['into nothing', '', 0, 'x\ny\n'],
    ['with the line end above', 'a\r\nb\n', 3, 'a\r\nx\r\ny\r\nb\n'],
    ['with the line end above, not that below', 'a\nb\r\n', 2, 'a\nx\ny\nb\r\n'],
    ['behind a last line without an end, in a file with CRLF', 'a\r\nb', 4, 'a\r\nb\r\nx\r\ny'],
    ['with the line end above, in a file that mixes them', 'a\nb\r\nc', 5, 'a\nb\r\nx\r\ny\r\nc'],
    ['at the start of a file with CRLF', 'a\r\nb', 0, 'x\r\ny\r\na\r\nb'],
    ['below an empty line', '\na', 1, '\nx\ny\na'],
  ] as const) {
    it(what, () => assert.equal(applyEdits(text, [insertLines(text, at, ['x', 'y'])]), expected));
  }
});

it('the indentation of what follows counts tabs up to the next column of four', () => {
  const behind = (text: string, at = 0) => indentBehind(readNotes(text, 0), at);
  assert.deepEqual(
    ['a', ' a', '\ta', '  \ta', '    \t a', ' \t \ta', '', '\n  \n   a'].map(text => behind(text)),
    [0, 1, 4, 4, 9, 8, 0, 3],
  );
  assert.equal(behind('  a\n   b\n', 4), 3);
  assert.equal(behind('  a\n', 4), 0);
});

it('a bullet is so wide that what follows is no part of its item', () => {
  const bullet = (text: string, mark = '- ') => wideBullet(readNotes(text, 0), 0, mark);
  assert.deepEqual(
    ['a', ' a', '  a', '   a', '    a', '         a'].map(text => bullet(text)),
    ['- ', '- ', '-  ', '-   ', '-    ', '-    '],
  );
  assert.equal(bullet('   a', '1. '), '1.  ');
  assert.equal(bullet('  a', '1. '), '1. ');
  assert.equal(bullet('  a', '-    '), '-    ');
});

it('items are put behind one, and apart from a paragraph that follows at once', () => {
  const inserted = (text: string, index = 0) => {
    const notes = readNotes(text, 0);
    return applyEdits(text, [insertItems(notes, notes.items[index]!, ['- x'])]);
  };
  for (const [text, expected] of [
    ['- a\n- b\n', '- a\n- x\n- b\n'],
    ['- a\n\nb\n', '- a\n- x\n\nb\n'],
    ['- a\n  ```\n  b\nc\n', '- a\n  ```\n  b\n- x\n\nc\n'],
    ['- a\n# b\n', '- a\n- x\n# b\n'],
    ['- a\n  b', '- a\n  b\n- x'],
    ['-\n  - a\n- b\n', '-\n  - a\n- x\n- b\n'],
  ] as const)
    assert.equal(inserted(text), expected);
});

it('a tag alone on a line begins HTML, unless it is endless or a paragraph goes on there', () => {
  const tag = (length: number) => `<a b="${'c'.repeat(length - 8)}">`;
  assert.equal(tag(2000).length, 2000);
  assert.equal(htmlBlock(tag(2000), false), 'blank');
  assert.equal(htmlBlock(tag(2001), false), undefined);
  assert.equal(htmlBlock(tag(100), true), undefined);
  assert.equal(htmlBlock('<div', true), 'blank');
});
