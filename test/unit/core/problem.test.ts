import assert from 'node:assert/strict';
import { systemReason } from '../../../src/core/fileSays';
import { error, hint, isSerious, quietHint, reasonOf, warning } from '../../../src/core/problem';
import { refuse } from '../../../src/core/refusal';
import { isSaidAlike, sayer } from '../../../src/core/says';

const say = sayer<{ gone: object; named: { name: string } }>();
const says = say('gone');

describe('a problem', () => {
  it('says how bad it is, and where: in the first line, if nothing better is known', () => {
    const code = 'invalid-date';
    assert.deepEqual(error(code, says), { code, severity: 'error', says, line: 1 });
    assert.deepEqual(warning(code, says, 7), { code, severity: 'warning', says, line: 7 });
    const where = { line: 2, at: ['history', 1], meant: ['2026-01-01'] };
    assert.deepEqual(hint(code, says, where), { code, severity: 'hint', says, ...where });
    assert.deepEqual(quietHint(code, says), { code, severity: 'hint', says, line: 1, isQuiet: true });
    assert.deepEqual(quietHint(code, says, 3).line, 3);
  });

  it('is serious, unless it is a hint', () => {
    const all = [error, warning, hint, quietHint].map(make => isSerious(make('invalid-date', says)));
    assert.deepEqual(all, [true, true, false, false]);
  });

  it('is the answer where something is not done', () => {
    assert.deepEqual(refuse(says), { ok: false, problem: error('not-possible', says) });
  });
});

describe('what is said', () => {
  it('is a key, and what the sentence is about', () => {
    assert.deepEqual(says, { say: 'gone', args: {} });
    assert.deepEqual(say('named', { name: 'Acme' }), { say: 'named', args: { name: 'Acme' } });
  });

  it('is alike where it is the same of the same', () => {
    assert.equal(isSaidAlike(say('named', { name: 'A' }), say('named', { name: 'A' })), true);
    assert.equal(isSaidAlike(say('named', { name: 'A' }), say('named', { name: 'B' })), false);
    assert.equal(isSaidAlike({ say: 'a', args: {} }, { say: 'b', args: {} }), false);
  });
});

describe('what a caught error says', () => {
  for (const [thrown, words] of [
    [new Error('No room'), 'No room'],
    ['No room', 'No room'],
    [undefined, 'undefined'],
    [{ message: 'no error' }, '[object Object]'],
  ] as const)
    it(`is known, whatever was thrown: ${String(thrown)}`, () => {
      assert.equal(reasonOf(thrown), words);
      assert.deepEqual(systemReason(thrown), { inItsWords: words });
    });
});
