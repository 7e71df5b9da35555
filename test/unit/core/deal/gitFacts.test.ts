import assert from 'node:assert/strict';
import { areSameFacts, type GitFacts } from '../../../../src/core/deal/gitFacts';
import { historyOf } from '../../../../src/core/deal/historyOf';
import { withGit } from '../../../../src/core/deal/withGit';
import { closingInGit, day, file, makeDeal, read } from '../../support/deals';

const facts = (...dates: readonly (readonly [on: number, closeDate: number | undefined])[]): GitFacts =>
  closingInGit(
    dates.map(([on, closeDate]) => ({
      on: day(on),
      closeDate: closeDate === undefined ? undefined : day(closeDate),
    })),
  );

describe('what git knows of a file', () => {
  for (const [what, some, others, areSame] of [
    ['nothing, twice', undefined, undefined, true],
    ['nothing, and something', undefined, facts(), false],
    ['something, and nothing', facts([1, 30]), undefined, false],
    ['no dates, twice', facts(), facts(), true],
    ['the same dates', facts([1, 30], [2, undefined]), facts([1, 30], [2, undefined]), true],
    ['a date more', facts([1, 30]), facts([1, 30], [2, 40]), false],
    ['a date less', facts([1, 30], [2, 40]), facts([1, 30]), false],
    ['another date', facts([1, 30]), facts([1, 40]), false],
    ['another day', facts([1, 30]), facts([2, 30]), false],
    ['another one in the midst', facts([1, 30], [2, 40], [3, 50]), facts([1, 30], [2, 41], [3, 50]), false],
  ] as const) {
    it(`${areSame ? 'is' : 'is not'} the same: ${what}`, () =>
      assert.equal(areSameFacts(some, others), areSame));
  }

  it('is added to a deal, replaced and taken away; nothing that is so already is made anew', () => {
    const entry = { kind: 'deal', path: 'a.md', deal: makeDeal(), problems: [] } as const;
    assert.equal(withGit(entry, undefined), entry);
    const known = withGit(entry, facts([1, 30]));
    assert.deepEqual(known, { ...entry, deal: { ...entry.deal, inGit: facts([1, 30]) } });
    assert.equal(withGit(known, facts([1, 30])), known);
    assert.deepEqual(withGit(known, facts()), { ...entry, deal: { ...entry.deal, inGit: facts() } });
    assert.deepEqual(withGit(known, undefined), entry);
    const note = read(file(''));
    assert.equal(withGit(note, facts([1, 30])), note);
  });
});

describe('the lines of a history', () => {
  it('keep their places, also those that have no keys', () => {
    assert.deepEqual(historyOf({ history: ['x', { on: 1 }, null, [2], 3, {}] }), [
      undefined,
      { on: 1 },
      ...[undefined, undefined, undefined],
      {},
    ]);
  });

  it('are none where there is no list of them', () => {
    for (const data of [{}, { history: null }, { history: 'x' }, { history: { on: 1 } }])
      assert.deepEqual(historyOf(data), []);
  });
});
