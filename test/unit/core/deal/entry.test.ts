import assert from 'node:assert/strict';
import {
  dealOf,
  isDeal,
  isNote,
  match,
  needsAttention,
  titleOf,
  toBeSettled,
  type Entry,
} from '../../../../src/core/deal/entry';
import { error } from '../../../../src/core/problem';
import { makeDeal } from '../../support/deals';
import { say as sayText } from '../../../../src/core/frontMatter/say';

const deal = makeDeal({ path: 'a.md', title: 'Acme' });
const whole = { kind: 'deal', path: 'a.md', deal, problems: [] } as const;
const problem = error('conflict-markers', sayText('conflictMarkers'), 2);
const inConflict = {
  ...whole,
  deal: { ...deal, conflict: { line: 2, counts: 'first', other: undefined } },
  problems: [problem],
} as const;
const ENTRIES: readonly Entry[] = [
  whole,
  { kind: 'attention', path: 'b.md', title: 'B', problem },
  { kind: 'note', path: 'd.md' },
];

describe('the kinds of entries', () => {
  it('are told apart, each with what is its own', () => {
    const words = ENTRIES.map(entry =>
      match(entry, {
        deal: one => `deal ${one.deal.title}`,
        attention: one => `attention ${one.problem.line}`,
        note: one => `note ${one.path}`,
      }),
    );
    assert.deepEqual(words, ['deal Acme', 'attention 2', 'note d.md']);
  });

  it('have a deal, or want attention, or neither', () => {
    assert.deepEqual(ENTRIES.map(dealOf), [deal, undefined, undefined]);
    assert.equal(dealOf(undefined), undefined);
    assert.deepEqual(ENTRIES.map(isDeal), [true, false, false]);
    assert.deepEqual(ENTRIES.map(needsAttention), [false, true, false]);
    assert.deepEqual(ENTRIES.map(isNote), [false, false, true]);
  });

  it('have something to be settled, or not', () => {
    assert.deepEqual(ENTRIES.map(toBeSettled), [undefined, problem, undefined]);
    assert.equal(toBeSettled(inConflict), problem);
  });

  it('have a title, or their path', () => {
    assert.deepEqual(ENTRIES.map(titleOf), ['Acme', 'B', 'd.md']);
  });
});
