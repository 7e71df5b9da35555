import assert from 'node:assert/strict';
import { renameKey } from '../../../../../src/core/frontMatter/edit/renameKey';
import type { At } from '../../../../../src/core/problem';
import { applyEdits } from '../../../../../src/core/textEdit';
import { file } from '../../../support/deals';

const renamed = (text: string, at: At, to: string) => applyEdits(text, renameKey(text, at, to));

describe('a key gets another name', () => {
  for (const [head, at, to, after] of [
    ['Stage: lead # c\nx: 1', ['Stage'], 'stage', 'stage: lead # c\nx: 1'],
    ['"Stage": lead', ['Stage'], 'stage', '"stage": lead'],
    [
      'a:\n  - b: 1\n  - Stage: lead\n    c: 2',
      ['a', 1, 'Stage'],
      'stage',
      'a:\n  - b: 1\n  - stage: lead\n    c: 2',
    ],
    ['a: {b: {c: 1, d: 2}}', ['a', 'b', 'c'], 'e', 'a: {b: {e: 1, d: 2}}'],
  ] as const) {
    it(JSON.stringify(head), () => assert.equal(renamed(file(head), at, to), file(after)));
  }
});

describe('no key gets another name', () => {
  for (const [what, text, at, to] of [
    ['in a text without front matter', 'a: 1\n', ['a'], 'b'],
    ['in a front matter that cannot be read', file('a: b: c'), ['a'], 'b'],
    ['where another one alone is there', file('a: {b: 1}'), ['a', 'c'], 'd'],
    ['where it is missing', file('a: 1'), ['b'], 'c'],
    ['where what it would be in is missing', file('a: 1'), ['b', 0, 'c'], 'd'],
    ['in a text', file('a: 1'), ['a', 'b'], 'd'],
    ['where that one is there', file('a: 1\nb: 2'), ['a'], 'b'],
  ] as const) {
    it(what, () => assert.deepEqual(renameKey(text, at, to), []));
  }
});
