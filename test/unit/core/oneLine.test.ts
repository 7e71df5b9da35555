import assert from 'node:assert/strict';
import fc from 'fast-check';
import { oneLine } from '../../../src/core/oneLine';
import { ownText } from '../../../src/core/ownText';
import { forAll } from '../support/property';

const texts = fc
  .array(
    fc.constantFrom(
      ' ',
      '  ',
      '\t',
      '\n',
      '\r\n',
      '\u00a0',
      '\u2028',
      'a',
      'bc',
      'é',
      '提',
      '~',
      '!',
      '\u007f',
      '',
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''));

describe('a text on one line', () => {
  for (const [text, line] of [
    ['', ''],
    [' ', ''],
    ['a b', 'a b'],
    [' a', 'a'],
    ['a ', 'a'],
    ['a  b', 'a b'],
    ['a\nb', 'a b'],
    ['a\tb', 'a b'],
    ['é\u00a0b ', 'é b'],
    ['\u007f', '\u007f'],
  ] as const)
    it(`is ${JSON.stringify(line)} of ${JSON.stringify(text)}`, () => assert.equal(oneLine(text), line));

  it('has its words with one space between them', () => {
    forAll(texts, text => assert.equal(oneLine(text), text.split(/\s+/).filter(Boolean).join(' ')));
  });
});

describe('a text with memory of its own', () => {
  it('is the same text, however long', () => {
    forAll(fc.tuple(texts, fc.nat(30)), ([text, more]) => {
      const whole = text + 'x'.repeat(more);
      for (const part of [whole, whole.slice(1), '']) assert.equal(ownText(part), part);
    });
  });
});
