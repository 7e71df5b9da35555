import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../../src/files/decode';
import { forAll } from '../support/property';
import { sentenceOf } from '../../../src/words/sentence';

function problemOf(bytes: Uint8Array) {
  const decoded = decode(bytes);
  assert.ok('problem' in decoded, JSON.stringify(decoded));
  return decoded.problem;
}

function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  assert.ok('text' in decoded, JSON.stringify(decoded));
  return decoded.text;
}

describe('the bytes of a file', () => {
  it('are read as UTF-8, with the byte order mark kept', () => {
    assert.equal(textOf(Buffer.from('\uFEFF---\r\ntitle: Zoë 🚀\r\n')), '\uFEFF---\r\ntitle: Zoë 🚀\r\n');
    assert.equal(textOf(new Uint8Array()), '');
    assert.equal(textOf(Buffer.from('\uFEFF\uFEFFa\0')), '\uFEFF\uFEFFa\0');
  });

  for (const [name, bytes] of [
    ['Latin-1', Buffer.from('title: Zoë\n', 'latin1')],
    ['a character cut in two', Buffer.from('🚀').subarray(0, 3)],
    ['half a surrogate pair', Buffer.from([0xed, 0xa0, 0x80])],
    ['a longer form than needed', Buffer.from([0xc0, 0xaf])],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])],
  ] as const) {
    it(`in ${name} are told to be no UTF-8, with the way out`, () => {
      const problem = problemOf(bytes);
      assert.equal(problem.code, 'not-utf8');
      assert.match(sentenceOf(problem), /not in UTF-8\. Open it with its encoding and save it as UTF-8/);
    });
  }

  for (const [name, mark] of [
    ['little', [0xff, 0xfe]],
    ['big', [0xfe, 0xff]],
  ] as const) {
    it(`in UTF-16, ${name} end first, are named so`, () => {
      assert.match(sentenceOf(problemOf(Uint8Array.from([...mark, 0x2d, 0x00]))), /in UTF-16\. Open it/);
    });
  }

  for (const encoding of ['little', 'big'] as const) {
    it(`in UTF-16, ${encoding} end first, without a mark are named so too`, () => {
      const bytes = Buffer.from('---\ntitle: a\n', 'utf16le');
      if (encoding === 'big') bytes.swap16();
      assert.match(sentenceOf(problemOf(bytes)), /in UTF-16\. Open it/);
    });
  }

  it('that are bad do not spoil what is read next', () => {
    problemOf(Buffer.from([0x61, 0xf0, 0x9f]));
    assert.equal(textOf(Buffer.from('Zoë')), 'Zoë');
  });

  it('that are taken for a text are what the text is written as', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 }).map(text => new Uint8Array(Buffer.from(text))),
    );
    forAll(
      bytes,
      some => {
        const decoded = decode(some);
        if ('text' in decoded) assert.deepEqual(new Uint8Array(Buffer.from(decoded.text)), some);
        else if (!sentenceOf(decoded.problem).includes('UTF-16'))
          assert.notDeepEqual(new Uint8Array(Buffer.from(Buffer.from(some).toString())), some);
      },
      500,
    );
  });
});
