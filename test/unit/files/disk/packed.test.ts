import fc from 'fast-check';
import assert from 'node:assert/strict';
import { NotPlain, Packer, Unpacker, type Packed, type Shapes } from '../../../../src/files/disk/packed';
import { forAll } from '../../support/property';

const plain = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number || 0),
    fc.boolean(),
    fc.constant(undefined),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'path', 'toString'),
      tie('value'),
      // As JSON makes them.
      { noNullPrototype: true },
    ),
  ),
})).value;

describe('packed data', () => {
  const throughText = (packed: Packed) => JSON.parse(JSON.stringify(packed)) as Packed;

  it('is unpacked as it was, also behind what others of its packer were made of', () => {
    forAll(fc.array(plain, { minLength: 1, maxLength: 5 }), values => {
      const shapes: Shapes = [];
      const packer = new Packer(shapes);
      const packed = values.map(value => throughText(packer.pack(value)));
      const unpacker = new Unpacker(shapes);
      assert.deepStrictEqual(
        packed.map(one => unpacker.unpack(one)),
        values,
      );
      const later = new Packer(JSON.parse(JSON.stringify(shapes)) as Shapes);
      later.pack(values);
      const unpackerLater = new Unpacker(later.shapes);
      assert.deepStrictEqual(
        packed.map(one => unpackerLater.unpack(one)),
        values,
      );
    });
  });

  it('is nothing that JSON would change', () => {
    const odd: readonly unknown[] = [NaN, Infinity, -0, null, 1n, new Date(0), new Map(), new Set([1])];
    for (const value of [...odd, { 'a\0b': 1 }, JSON.parse('{"__proto__": 1}')])
      assert.throws(() => new Packer([]).pack({ deal: [value] }), NotPlain);
  });
});
