import assert from 'node:assert/strict';
import { isMap } from 'yaml';
import type { Change } from '../../../../../src/core/frontMatter/edit/change';
import { NotEditable } from '../../../../../src/core/frontMatter/edit/notEditable';
import { proveEdit } from '../../../../../src/core/frontMatter/edit/proof';
import { Source } from '../../../../../src/core/frontMatter/edit/source';
import { cutFrontMatter } from '../../../../../src/core/frontMatter/cut';
import { parseExact, type Data } from '../../../../../src/core/frontMatter/parse';
import { file } from '../../../support/deals';

/** Gives a result to the proof as if an edit had made it. */
function prove(text: string, change: Change, result: string): void {
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
    ['appends at the wrong end', { append: { tags: 'b' } }, before.replace('[a]', '[b, a]')],
    ['appends to another list', { append: { tags: 'b' } }, before.replace('tags: [a]', 'tags: [a]\nb: [b]')],
  ] as const) {
    it(what, () => assert.throws(() => prove(before, change, result), NotEditable));
  }
});
