import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, placeBefore } from '../../../src/core/textEdit';
import { forAll } from '../support/property';

describe('where a place was before some edits', () => {
  // 0123456789
  // red fox!    →    a red ox!
  const edits = [
    { start: 4, end: 7, text: 'ox' },
    { start: 0, end: 0, text: 'a ' },
  ];

  it('is where the same character stood', () => {
    assert.equal(applyEdits('red fox!', edits), 'a red ox!');
    assert.deepEqual(
      [2, 3, 5, 8, 9].map(at => placeBefore(at, edits)),
      [0, 1, 3, 7, 8],
    );
  });

  it('is in what was replaced, for what was written there', () => {
    assert.deepEqual(
      [0, 1, 6, 7].map(at => placeBefore(at, edits)),
      [0, 0, 4, 5],
    );
    const longer = [{ start: 2, end: 3, text: 'wxyz' }];
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6].map(at => placeBefore(at, longer)),
      [1, 2, 3, 3, 3, 3],
    );
    assert.equal(placeBefore(2, [{ start: 2, end: 5, text: '' }]), 5);
  });

  it('is the same where there were none', () => assert.equal(placeBefore(7, []), 7));

  it('is where the same character stood, whatever the edits', () => {
    // Each character of the text is another one, so that it is known again; edits write none of them.
    const first = 0x4e00;
    const text = String.fromCharCode(...Array.from({ length: 20 }, (_, at) => first + at));
    const places = fc.uniqueArray(fc.nat(20), { minLength: 2, maxLength: 8 });
    const written = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    });
    forAll(
      fc.tuple(places, written),
      ([ends, texts]) => {
        const sorted = ends.toSorted((a, b) => a - b);
        const some = texts
          .slice(0, Math.floor(sorted.length / 2))
          .map((one, at) => ({ start: sorted[2 * at]!, end: sorted[2 * at + 1]!, text: one }));
        const changed = applyEdits(text, some);
        for (let at = 0; at < changed.length; at++) {
          const was = placeBefore(at, some.toReversed());
          if (changed.charCodeAt(at) >= first) assert.equal(was, changed.charCodeAt(at) - first);
          else assert.ok(some.some(({ start, end }) => start <= was && was <= end));
        }
        assert.equal(placeBefore(changed.length + 3, some), text.length + 3);
      },
      300,
    );
  });
});
