import assert from 'node:assert/strict';
import { isMap } from 'yaml';
import type { FrontMatterChange } from '../../../../../src/core/frontMatter/edit/change';
import { NotEditable } from '../../../../../src/core/frontMatter/edit/notEditable';
import { isProvedRewrite, isSame, proveEdit } from '../../../../../src/core/frontMatter/edit/proof';
import { Source } from '../../../../../src/core/frontMatter/edit/source';
import { cutFrontMatter } from '../../../../../src/core/frontMatter/cut';
import { parseExact, type Data } from '../../../../../src/core/frontMatter/parse';
import { file } from '../../../support/deals';

/** Gives a result to the proof as if an edit had made it. */
function prove(text: string, change: FrontMatterChange, result: string): void {
  const cut = cutFrontMatter(text);
  assert.ok(cut.kind === 'found');
  const { frontMatter } = cut;
  const exact = parseExact(text, frontMatter);
  assert.ok('document' in exact && isMap(exact.document.contents));
  const { yaml, document, comments } = exact;
  const source = new Source(yaml, document, comments, document.contents as never, '\n');
  proveEdit({ text, frontMatter, source, before: document.toJS() as Data }, change, result);
}

describe('an edit is not written that', () => {
  const head = '# deal\nstage: proposal # c\nvalue: 012\ntags: [a]\ndue: 2026-01-05 # d';
  const before = file(head, 'Notes.\n');
  const set = { set: { stage: 'closing' } };
  const after = before.replace('proposal', 'closing');
  const cleared = before.replace('tags: [a]\n', '');

  it('(unless it is right)', () => prove(before, set, after));

  for (const [what, change, result] of [
    ['changes nothing', set, before],
    ['writes another value', set, before.replace('proposal', 'Closing')],
    ['changes another value', set, after.replace('012', '10')],
    ['changes the kind of a value', set, after.replace('012', '"12"')],
    ['loses a key', set, after.replace('tags: [a]\n', '')],
    ['loses a comment', set, after.replace(' # c', '')],
    ['loses a comment of another line', set, after.replace('# deal\n', '')],
    ['adds a comment', set, after.replace('tags', '# new\ntags')],
    ['changes a comment', set, after.replace('# deal', '# Deal')],
    [
      'changes the order of the comments',
      set,
      after.replace(' # c', ' # d').replace(/ # d\n---/, ' # c\n---'),
    ],
    ['changes the notes', set, after.replace('Notes.\n', 'Notes.')],
    ['changes the fence', set, after.replace('---\nNotes', '--- \nNotes')],
    ['adds a byte order mark', set, `\uFEFF${after}`],
    ['ends the front matter early', set, after.replace('value: 012\n', 'value: 012\n---\n')],
    ['leaves YAML that is not valid', set, after.replace('closing', 'closing: x')],
    ['leaves a key twice', set, after.replace('tags', 'stage: closing\ntags')],
    ['leaves merge conflict markers', set, `${after}<<<<<<< a\n=======\n>>>>>>> b\n`],
    ['leaves no front matter', set, 'Notes.\n'],
    ['leaves what was to be cleared', { clear: ['tags'] }, before],
    ['clears too much', { clear: ['tags'] }, before.replace(/tags.*\n.*\n/, '')],
    ['loses a comment above what it clears', { clear: ['tags'] }, cleared.replace('# deal\n', '')],
    ['loses a comment beside what it clears', { clear: ['tags'] }, cleared.replace(' # d', '')],
    ['appends at the wrong end', { append: { tags: 'b' } }, before.replace('[a]', '[b, a]')],
    [
      'inserts at the wrong place',
      { insert: { tags: [{ at: 0, item: 'b' }] } },
      before.replace('[a]', '[a, b]'),
    ],
    ['appends to another list', { append: { tags: 'b' } }, before.replace('tags: [a]', 'tags: [a]\nb: [b]')],
  ] as const) {
    it(what, () => assert.throws(() => prove(before, change, result), NotEditable));
  }
});

it('an edit is not written that loses a comment right below what it clears', () => {
  const text = file('tags: [a]\n# on them\nstage: x');
  assert.throws(() => prove(text, { clear: ['tags'] }, file('stage: x')), NotEditable);
  prove(text, { clear: ['tags'] }, file('# on them\nstage: x'));
});

it('an edit that would do more than was asked for is refused with that reason', () => {
  const because = (cause: unknown) => cause instanceof NotEditable && cause.because.say === 'sideEffect';
  assert.throws(() => prove(file('a: 1'), { set: { a: 2 } }, file('a: 3')), because);
});

describe('a rewrite is not offered that', () => {
  const before = file('# deal\nstage: proposal # c\ntags: [a, b] # d', 'Notes.\n');
  const after = before.replace('[a, b]', '[b, a]');
  const turned = (data: Data) => ({ ...data, tags: (data['tags'] as unknown[]).toReversed() });

  it('(unless it is right)', () => assert.equal(isProvedRewrite(before, after, turned), true));

  it('(also where comments change places with what they are about)', () => {
    const list = (first: string, second: string) => file(`tags:\n${first}${second}`);
    const [a, b] = ['  # of a\n  - a\n', '  # of b\n  - b\n'];
    assert.equal(isProvedRewrite(list(a, b), list(b, a), turned), true);
  });

  for (const [what, result] of [
    ['changes nothing', before],
    ['loses a comment', after.replace(' # d', '')],
    ['loses a comment of another line', after.replace('# deal\n', '')],
    ['adds a comment', after.replace('tags', '# new\ntags')],
    ['changes a comment', after.replace('# c', '# C')],
    ['has a comment twice', after.replace('# c', '# d')],
    ['changes another value', after.replace('proposal', 'closing')],
    ['makes a map of a list', after.replace('[b, a]', '{0: b, 1: a}')],
    ['changes the notes', after.replace('Notes.\n', 'Notes.')],
    ['changes what stands before', `\uFEFF${after}`],
    ['leaves YAML that is not valid', after.replace('[b, a]', '[b, a')],
    ['leaves no front matter', 'Notes.\n'],
  ] as const) {
    it(what, () => assert.equal(isProvedRewrite(before, result, turned), false));
  }
});

describe('a rewrite', () => {
  it('is none of a text without front matter', () =>
    assert.equal(
      isProvedRewrite('Notes.\n', file('a: 1'), data => data),
      false,
    ));

  it('is not offered where an alias would come before its anchor', () => {
    const turned = (data: Data) => ({ tags: (data['tags'] as unknown[]).toReversed() });
    assert.equal(isProvedRewrite(file('tags: [&a x, *a]'), file('tags: [*a, &a x]'), turned), false);
  });

  it('tells a fault of our own as it is', () => {
    const fault = () => {
      throw new TypeError('ours');
    };
    assert.throws(() => isProvedRewrite(file('a: 1'), file('a: 1'), fault), /ours/);
  });
});

describe('data is the same', () => {
  const own: unknown[] = [];
  own.push(own);
  const other: unknown[] = [];
  other.push(other);
  for (const [what, a, b, same] of [
    ['in other objects', { a: [1, { b: null }] }, { a: [1, { b: null }] }, true],
    ['in another order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['that contains itself', own, other, true],
    ['not as a list and as a map', ['a'], { 0: 'a' }, false],
    ['not as a map and as a list', { 0: 'a' }, ['a'], false],
    ['not as an empty list and an empty map', [], {}, false],
    ['not deep within either', { a: [[]] }, { a: [{}] }, false],
    ['not as nothing and as an empty map', null, {}, false],
    ['not as a text and as its letters', 'ab', { 0: 'a', 1: 'b' }, false],
    ['not as a number and as an empty map', 1, {}, false],
    ['not with one more', [1], [1, undefined], false],
    ['not with another key', { a: undefined }, { b: undefined }, false],
    ['not in another order of items', [1, 2], [2, 1], false],
    ['not as a text and as a number', '1', 1, false],
    ['not as 0 and as -0', 0, -0, false],
    ['with keys named like parts of objects', { constructor: 1 }, { constructor: 1 }, true],
  ] as const) {
    it(what, () => {
      assert.equal(isSame(a, b), same);
      assert.equal(isSame(b, a), same);
    });
  }
});
