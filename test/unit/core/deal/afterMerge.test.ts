import assert from 'node:assert/strict';
import { hasMarkers, wrongAfterMerge } from '../../../../src/core/deal/problems/afterMerge';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { date } from '../../support/deals';

const read = (front: string, notes = '') => readDeal('a.md', `---\n${front}\n---\n${notes}`, DEFAULT_PROCESS);
const sound = 'stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: proposal}';

describe('what a merge has left wrong in a deal', () => {
  const today = date('2026-11-27');
  const left = (now: string, before: string | undefined = sound, notes = '') =>
    wrongAfterMerge(read(now, notes), before === undefined ? undefined : read(before), {
      process: DEFAULT_PROCESS,
      today,
    })?.code;

  for (const [what, code, front] of [
    ['a key twice', 'duplicate-key', `${sound}\nvalue: 1\nvalue: 2`],
    ['a history that ends in another stage', 'history-mismatch', sound.replace('proposal', 'closing')],
    [
      'a history that ends in another outcome',
      'history-outcome',
      `${sound}\n  - {on: 2026-02-05, status: lost}\nstatus: won\nclosed_on: 2026-02-05`,
    ],
    [
      'a history out of order',
      'history-order',
      'stage: proposal\nhistory:\n  - {on: 2026-02-05, stage: proposal}\n  - {on: 2026-01-05, stage: qualification}',
    ],
    [
      'a day in the history that is before those above, where only they lead to the stage',
      'history-order',
      'stage: proposal\nhistory:\n  - {on: 2026-03-05, stage: qualification}\n  - {on: 2026-02-05, stage: proposal}',
    ],
    [
      'a move behind the outcome',
      'stage-behind-outcome',
      `${sound}\n  - {on: 2026-02-05, status: won}\n  - {on: 2026-03-05, stage: closing}\nstatus: won\nclosed_on: 2026-02-05`,
    ],
  ] as const) {
    it(`is ${what}`, () => assert.equal(left(front), code));
    it(`is not ${what} that was there before`, () => assert.equal(left(front, front), undefined));
    it(`is ${what} in a file that is new here`, () =>
      assert.equal(wrongAfterMerge(read(front), undefined, { process: DEFAULT_PROCESS, today })?.code, code));
  }

  it('is a second key that stands twice, beside one that did before', () => {
    const twice = `${sound}\nvalue: 1\nvalue: 2`;
    assert.equal(left(`${sound}\nowner: tom\nowner: dana\nvalue: 1\nvalue: 2`, twice), 'duplicate-key');
  });

  it('is nothing that no merge leads to', () => {
    assert.equal(left(`${sound}\nclose_date: 2026-01-01\nvalue: many`), undefined);
  });

  it('is a marker that was left in the notes', () => {
    assert.equal(left(sound, sound, '\nOne\n>>>>>>> theirs\n'), 'conflict-markers');
  });
});

describe('a file in conflict', () => {
  const markers = '<<<<<<< HEAD\nvalue: 1\n=======\nvalue: 2\n>>>>>>> theirs';
  it('has markers, whether one of its sides can be read or not', () => {
    assert.ok(hasMarkers(read(`${sound}\n${markers}`)));
    assert.ok(hasMarkers(read(`stage: [\n${markers}`)));
    assert.ok(hasMarkers(read(sound, '\n>>>>>>> theirs\n')));
    assert.ok(!hasMarkers(read(sound)));
    assert.ok(!hasMarkers(read('stage: nowhere')));
  });
});
