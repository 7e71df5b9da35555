import assert from 'node:assert/strict';
import { isSameText, markOf, withoutMark } from '../../../src/core/byteOrderMark';
import { found } from '../../../src/core/found';
import { once } from '../../../src/core/once';
import { oneLine } from '../../../src/core/oneLine';

describe('what stands in a file instead of something else', () => {
  for (const [value, named] of [
    [null, { is: 'nothing' }],
    [undefined, { is: 'nothing' }],
    ['', { is: 'text', text: '' }],
    ['Acme', { is: 'text', text: 'Acme' }],
    [[], { is: 'list' }],
    [['a'], { is: 'list' }],
    [{}, { is: 'group' }],
    [0, { is: 'plain', text: '0' }],
    [-0.5, { is: 'plain', text: '-0.5' }],
    [NaN, { is: 'plain', text: 'NaN' }],
    [false, { is: 'plain', text: 'false' }],
  ] as const)
    it(`is named: ${JSON.stringify(value)}`, () => assert.deepEqual(found(value), named));
});

describe('a byte order mark', () => {
  it('is what a text may begin with', () => {
    assert.deepEqual(['\uFEFFa', 'a', '', 'a\uFEFF'].map(markOf), ['\uFEFF', '', '', '']);
    assert.deepEqual(['\uFEFFa', 'a', '', 'a\uFEFF'].map(withoutMark), ['a', 'a', '', 'a\uFEFF']);
    assert.equal(withoutMark('\uFEFF\uFEFFa'), '\uFEFFa');
  });

  it('makes no other text of one', () => {
    assert.equal(isSameText('\uFEFFa', 'a'), true);
    assert.equal(isSameText('a', '\uFEFFa'), true);
    assert.equal(isSameText('\uFEFFa', 'b'), false);
  });
});

describe('a text on one line', () => {
  it('has single blanks, and none around it', () => {
    assert.equal(oneLine(' \n Acme\r\n\tscanners  and\u00a0more '), 'Acme scanners and more');
  });
});

describe('what is made once', () => {
  it('is made when it is first asked for, and kept', () => {
    const made: object[] = [];
    const get = once(() => {
      made.push({});
      return made.at(-1)!;
    });
    assert.equal(made.length, 0);
    assert.equal(get(), get());
    assert.equal(made.length, 1);
  });
});
