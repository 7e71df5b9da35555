import assert from 'node:assert/strict';
import type { FrontMatterChange } from '../../../../../src/core/frontMatter/edit/change';
import { editFrontMatter } from '../../../../../src/core/frontMatter/edit/editFrontMatter';
import { file } from '../../../support/deals';

function edited(text: string, change: FrontMatterChange): string {
  const result = editFrontMatter(text, change);
  assert.ok(result.ok, JSON.stringify(result));
  return result.text;
}

type Rows = readonly (readonly [head: string, change: FrontMatterChange, after: string])[];

function itEdits(rows: Rows): void {
  for (const [head, change, after] of rows) {
    it(`${JSON.stringify(head)} by ${JSON.stringify(change)}`, () => {
      assert.equal(edited(file(head), change), file(after));
      const crlf = (text: string) => file(text).replaceAll('\n', '\r\n');
      assert.equal(edited(crlf(head), change), crlf(after));
    });
  }
}

const add = (...tags: string[]): FrontMatterChange => ({ texts: { tags } });
const event = { append: { history: { on: 'z', stage: 'w', skipped: ['a', 'b'] } } };

describe('a list takes what is added to it', () => {
  itEdits([
    ['{}', add('a', 'new'), '{tags: [a, new]}'],
    ['{value: 12, tags:  }', add('b', 'q'), '{value: 12, tags: [b, q]  }'],
    ['tags: [a]', add('a', 'b', 'c'), 'tags: [a, b, c]'],
    ['tags: [ab]', add('a', 'b'), 'tags: [a, b]'],
    ['tags: [ a , ]', add('a', 'b'), 'tags: [ a , b ]'],
    ['tags: [\n  a # b, c\n  ,\n]', add('a', 'b'), 'tags: [\n  a # b, c\n  ,\n  b,\n]'],
    ['{x: 1, tags:\n[a\n]}', add('a', 'b'), '{x: 1, tags:\n[a,\n  b\n]}'],
    ['tags:\n  [] \nowner: x', add('b'), 'tags:\n  - b\nowner: x'],
    ['tags:\n  [] # c\nowner: x', add('b'), 'tags:\n   # c\n  - b\nowner: x'],
    ['history: []', event, 'history:\n  - {on: z, stage: w, skipped: [a, b]}'],
    [
      'history: [{"on": "x", n: 1}, {stage: y}]',
      event,
      'history: [{"on": "x", n: 1}, {stage: y}, {"on": "z", stage: w, skipped: [a, b]}]',
    ],
    ['x:\n  - a', { append: { x: 'b' }, set: { stage: 'lead' } }, 'x:\n  - a\n  - b\nstage: lead'],
    ['# nothing', { texts: { x: ['b', 'q'] } }, '# nothing\nx:\n  - b\n  - q'],
  ]);

  it('with no edit that changes nothing', () => {
    const result = editFrontMatter(file('tags: \nowner: x'), { append: { tags: 'b' } });
    assert.ok(result.ok);
    assert.equal(result.edits.length, 1);
    assert.equal(result.text, file('tags: \n  - b\nowner: x'));
  });
});

describe('a list loses what is taken out of it', () => {
  itEdits([
    ['tags: [a, b, c, d]', add('a', 'd'), 'tags: [a, d]'],
    ['tags: [a, b, c, d]', add('d'), 'tags: [d]'],
    ['tags: [a, b, c, d]', add('a'), 'tags: [a]'],
    ['tags: [a, b] # c', add('a'), 'tags: [a] # c'],
    ['tags:\n  - |\n    b\n  - c', add('c'), 'tags:\n  - c'],
    ['tags:\n  - c\n  - |\n    b\nowner: x', add('c'), 'tags:\n  - c\nowner: x'],
  ]);

  it('by one edit for neighbours', () => {
    const result = editFrontMatter(file('tags: [a, b, c, d]'), add('a', 'd'));
    assert.deepEqual(result.ok && result.edits, [{ start: 14, end: 20, text: '' }]);
  });
});

describe('a value is written', () => {
  itEdits([
    ['stage: &s proposal', { set: { stage: 'closing' } }, 'stage: &s closing'],
    ['stage: &s\nx: 1', { set: { stage: 'closing' } }, 'stage: &s closing\nx: 1'],
    ['value: &v 1', { set: { value: 5 } }, 'value: &v 5'],
    ['value: !!null', { set: { value: 5 } }, 'value: 5'],
    ['value: !!null  ', { set: { value: 5 } }, 'value: 5  '],
    ['value: !!int   7', { set: { value: 5 } }, 'value: 5'],
    ['? value\nx: 1', { set: { value: 5 } }, '? value\n: 5\nx: 1'],
    ['note: |\nstage: x', { set: { note: 'q' } }, 'note: q\nstage: x'],
    ['x: {n: !!str 1}', { replace: [{ at: ['x', 'n'], value: 'q' }] }, 'x: {n: !!str q}'],
    ['history: [a]\nx: 1', { set: { note: 'q' } }, 'history: [a]\nx: 1\nnote: q'],
    ['{a: 1, value:  }', { set: { owner: 'dana' } }, '{a: 1, value:, owner: dana  }'],
  ]);

  it('with the line ends that stand before it', () =>
    assert.equal(
      edited('---\r\n\nowner: x\r\n---\r\n', { set: { title: 'a' } }),
      '---\r\n\ntitle: a\nowner: x\r\n---\r\n',
    ));
});

describe('a key is taken out', () => {
  itEdits([
    ['note: a\n  # b\nx: 1', { clear: ['note'] }, 'x: 1'],
    ['note: a  \nx: 1', { clear: ['note'] }, 'x: 1'],
    ['stage: &s x # c', { clear: ['stage'] }, 'stage: # c'],
    ['{stage: x, a: 1, # c\n b: 2}', { clear: ['stage'] }, '{a: 1, # c\n b: 2}'],
    ['{a: 1, ? stage : x, b: 2}', { clear: ['stage'] }, '{a: 1, b: 2}'],
    ['{a: 1, stage: x, tags: y, b: 2}', { clear: ['tags', 'stage'] }, '{a: 1, b: 2}'],
  ]);
});
