import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, invertEdits, replacing, shiftEdits, type TextEdit } from '../../../src/core/textEdit';
import { forAll } from '../support/property';

describe('text edits', () => {
  it('are applied in the order of their places', () => {
    const edits = [
      { start: 4, end: 7, text: 'ox' },
      { start: 0, end: 0, text: 'a ' },
    ];
    assert.equal(applyEdits('red fox', edits), 'a red ox');
  });

  it('at one place come out in the order in which they were given', () => {
    const insert = (text: string) => ({ start: 1, end: 1, text });
    assert.equal(applyEdits('ab', [insert('1'), insert('2'), { start: 1, end: 2, text: '' }]), 'a12');
  });

  it('are taken back by their inverse', () => {
    forAll(textWithEdits, ([text, edits]) => {
      const changed = applyEdits(text, edits);
      assert.equal(applyEdits(changed, invertEdits(text, edits)), text);
    });
  });

  it('are the same further down', () => {
    forAll(textWithEdits, ([text, edits]) => {
      assert.equal(applyEdits(`# ${text}`, shiftEdits(edits, 2)), `# ${applyEdits(text, edits)}`);
    });
  });

  it('replace the lines between those that two texts have in common, and no others', () => {
    const line = fc.constantFrom('a', 'b', '🚀', '', 'stage: x');
    const newline = fc.constantFrom('\n', '\r\n');
    const text = fc.array(fc.tuple(line, newline), { maxLength: 6 }).map(lines => lines.flat().join(''));
    forAll(fc.tuple(text, text, line, text), ([before, from, last, to]) => {
      const [one, other] = [`${before}${from}${last}`, `${before}${to}${last}`];
      const edits = replacing(one, other);
      assert.equal(applyEdits(one, edits), other);
      assert.equal(edits.length === 0, one === other);
      for (const { start, end } of edits) {
        assert.ok(start >= before.length || !before.endsWith('\n'), 'touches what both begin with');
        for (const at of [start, end]) assert.ok(at === one.length || at === 0 || one[at - 1] === '\n');
      }
    });
    assert.deepEqual(replacing('\na', 'a'), [{ start: 0, end: 1, text: '' }]);
    assert.deepEqual(replacing('\nb', 'x\nb'), [{ start: 0, end: 1, text: 'x\n' }]);
    assert.deepEqual(replacing('a\nb', 'a\nc'), [{ start: 2, end: 3, text: 'c' }]);
    assert.deepEqual(replacing('a\na\n', 'a\n'), [{ start: 2, end: 4, text: '' }]);
    assert.deepEqual(replacing('a\n', 'a\na\n'), [{ start: 2, end: 2, text: 'a\n' }]);
    assert.deepEqual(replacing('', 'a'), [{ start: 0, end: 0, text: 'a' }]);
    assert.deepEqual(replacing('a', ''), [{ start: 0, end: 1, text: '' }]);
    for (const same of ['', 'a', 'a\nb\n']) assert.deepEqual(replacing(same, same), []);
    assert.deepEqual(replacing('a\nb\nc\n', 'a\nx\nc\n'), [{ start: 2, end: 4, text: 'x\n' }]);
  });
});

const textWithEdits = fc.string({ minLength: 1, maxLength: 40 }).chain(text =>
  fc.tuple(
    fc.constant(text),
    fc
      .tuple(
        fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }),
        fc.array(fc.string({ maxLength: 5 }), { minLength: 4, maxLength: 4 }),
      )
      .map(([places, texts]): TextEdit[] => {
        const ends = places.toSorted((a, b) => a - b);
        return texts
          .slice(0, Math.floor(ends.length / 2))
          .map((inserted, index) => ({ start: ends[2 * index]!, end: ends[2 * index + 1]!, text: inserted }));
      }),
  ),
);
