import assert from 'node:assert/strict';
import { changeDeal, type DealChange } from '../../../../src/core/deal/changeDeal';
import { logActivity } from '../../../../src/core/notes/logActivity';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { applyEdits, invertEdits } from '../../../../src/core/textEdit';
import { file } from '../../support/deals';
import { TODAY } from '../../support/edits';
import { sentenceOf } from '../../../../src/words/sentence';

function change(text: string, made: DealChange) {
  return changeDeal('acme.md', text, DEFAULT_PROCESS, () => made);
}

describe('a change of fields', () => {
  it('and of notes is one list of edits, which is taken back to the byte', () => {
    const text = file('title: Acme # ours\nstage: proposal');
    const changed = change(text, {
      frontMatter: { set: { owner: 'dana' }, append: { tags: 'hardware' } },
      body: logActivity(text, TODAY, 'call'),
    });
    assert.ok(changed.ok);
    const { edits, text: after } = changed.edited;
    assert.equal(
      after,
      file(
        'title: Acme # ours\nowner: dana\nstage: proposal\ntags:\n  - hardware',
        'Notes.\n\n## Log\n\n- 2026-11-20 call\n',
      ),
    );
    assert.equal(applyEdits(text, edits), after);
    assert.equal(applyEdits(after, invertEdits(text, edits)), text);
    assert.deepEqual([changed.title, changed.warnings], ['Acme', []]);
  });

  it('of nothing changes nothing', () => {
    const text = file('stage: proposal');
    const changed = change(text, {});
    assert.deepEqual(changed.ok && changed.edited, { ok: true, edits: [], text });
  });

  for (const [what, text, reason] of [
    ['a note', '# Acme\n', /isn’t a deal/],
    ['a file that needs attention', file('stage: demo'), /no stage “demo”/],
    ['a file with a key that stands twice', file('stage: proposal\nstage: closing'), /appears twice/],
    ['a file with another list in its place', file('stage: proposal\ntags: {a: b}'), /not a list/],
  ] as const) {
    it(`is refused in ${what}`, () => {
      const changed = change(text, { frontMatter: { append: { tags: 'x' } } });
      assert.ok(!changed.ok);
      assert.match(sentenceOf(changed.problem), reason);
    });
  }
});
