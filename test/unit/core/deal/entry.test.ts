import assert from 'node:assert/strict';
import {
  dealOf,
  isDeal,
  isNote,
  match,
  needsAttention,
  titleOf,
  type Entry,
} from '../../../../src/core/deal/entry';
import { error } from '../../../../src/core/problem';
import { makeDeal } from '../../support/deals';
import { say as sayText } from '../../../../src/core/frontMatter/say';

const deal = makeDeal({ path: 'a.md', title: 'Acme' });
const whole = { kind: 'deal', path: 'a.md', deal, problems: [] } as const;
const problem = error('conflict-markers', sayText('conflictMarkers'), 2);
const side = { label: undefined, entry: whole };
const ENTRIES: readonly Entry[] = [
  whole,
  { kind: 'attention', path: 'b.md', title: 'B', problem },
  { kind: 'conflict', path: 'c.md', title: 'C', problem, sides: { ours: side, theirs: side } },
  { kind: 'note', path: 'd.md' },
];

describe('the kinds of entries', () => {
  it('are told apart, each with what is its own', () => {
    const words = ENTRIES.map(entry =>
      match(entry, {
        deal: one => `deal ${one.deal.title}`,
        attention: one => `attention ${one.problem.line}`,
        conflict: one => `conflict ${one.sides.ours.entry.path}`,
        note: one => `note ${one.path}`,
      }),
    );
    assert.deepEqual(words, ['deal Acme', 'attention 2', 'conflict a.md', 'note d.md']);
  });

  it('have a deal, or want attention, or neither', () => {
    assert.deepEqual(ENTRIES.map(dealOf), [deal, undefined, undefined, undefined]);
    assert.equal(dealOf(undefined), undefined);
    assert.deepEqual(ENTRIES.map(isDeal), [true, false, false, false]);
    assert.deepEqual(ENTRIES.map(needsAttention), [false, true, true, false]);
    assert.deepEqual(ENTRIES.map(isNote), [false, false, false, true]);
  });

  it('have a title, or their path', () => {
    assert.deepEqual(ENTRIES.map(titleOf), ['Acme', 'B', 'C', 'd.md']);
  });
});
