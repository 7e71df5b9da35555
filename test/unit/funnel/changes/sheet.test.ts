import assert from 'node:assert/strict';
import { changesBetween, type ChangesBetween } from '../../../../src/core/changes/between';
import { BRIDGE_PARTS, sharesOf } from '../../../../src/core/changes/bridge';
import { acrossBehind } from '../../../../src/core/changes/figure';
import { GROUPS_OF_CHANGES } from '../../../../src/core/changes/groups';
import { ExactSum } from '../../../../src/core/exactSum';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { changesSheet, ownerShown } from '../../../../src/funnel/changesSheet';
import type { ChangesSheet } from '../../../../src/shared/changesSheet';
import { isToPage } from '../../../../src/shared/toPage';
import { EVERYTHING } from '../../../../src/shared/funnelQuestion';
import { anyTwoPoints, between, eur } from '../../core/changes/support';
import { date } from '../../support/deals';
import { forAll } from '../../support/property';

const asOf = date('2026-11-30');
const pipeline = new Pipeline(DEFAULT_PROCESS);

function sheetOf(changes: ChangesBetween): ChangesSheet {
  return changesSheet(
    {
      point: 'week',
      between: { changes, since: 'Mon 23 Nov', notes: [] },
      slips: { quarter: changes.slips.deals, month: [] },
      pace: { day: 61, quarters: [{ quarter: '2026-Q4', day: asOf, won: [], open: [], inTheEnd: [] }] },
    },
    { pipeline, asOf, language: 'en' },
  );
}

const compared = (changes: ChangesBetween) => {
  const shown = sheetOf(changes).between;
  assert.ok(shown.kind === 'compared');
  return shown;
};

describe('what the tab of changes is sent', () => {
  it('is a message that makes sense, whatever has changed', () => {
    forAll(anyTwoPoints, points => {
      const changes = changesBetween({ points, slipped: { day: asOf, period: 'quarter' } });
      const message = { type: 'changes', of: 'file:///deals', asked: EVERYTHING, changes: sheetOf(changes) };
      assert.ok(isToPage(JSON.parse(JSON.stringify(message))));
    });
  });

  it('has behind each number the deals that it counts', () => {
    forAll(anyTwoPoints, points => {
      const changes = changesBetween({ points, slipped: { day: asOf, period: 'quarter' } });
      const behind = (figure: Parameters<typeof acrossBehind>[0]) =>
        acrossBehind(figure, changes, ownerShown);
      const { bridges, groups, owners } = compared(changes);
      for (const group of GROUPS_OF_CHANGES) {
        const count = groups.find(one => one.group === group)?.count ?? 0;
        assert.equal(behind({ kind: 'group', group }).length, count, group);
      }
      for (const [currency, bridge] of Object.entries(bridges))
        for (const number of ['from', ...BRIDGE_PARTS, 'to'] as const) {
          const deals = behind({ kind: 'bridge', number, currency });
          const shares = deals.flatMap(sharesOf).filter(one => one.currency === currency);
          const amounts = shares.flatMap(one => (one.number === number ? one.amount : []));
          assert.equal(new ExactSum(...amounts).value, bridge[number], number);
        }
      for (const { owner, ...numbers } of owners)
        for (const of of ['won', 'lost', 'slipped'] as const)
          assert.equal(behind({ kind: 'owner', owner, of }).length, numbers[of], `${owner} ${of}`);
    });
  });

  it('names the largest deals, on one line, and says which files are gone', () => {
    const before = { 'gone.md': { title: 'Eta', value: eur(5) } };
    const many = Array.from({ length: 60 }, (_, at) => [
      `${at}.md`,
      { title: `Deal ${at}\nsecond line`, value: eur(at) },
    ]);
    const { groups } = compared(between(before, Object.fromEntries(many)));
    const [added, removed] = groups;
    assert.deepEqual([added!.count, added!.deals.length], [60, 50]);
    assert.equal(added!.deals[0]!.title, 'Deal 59 second line');
    assert.deepEqual(
      removed!.deals.map(({ path, isGone }) => [path, isGone]),
      [['gone.md', true]],
    );
  });

  it('knows the deals of nobody from those of somebody', () => {
    const changes = between({}, { 'a.md': { owner: 'dana' }, 'b.md': { owner: undefined } });
    const paths = (owner: string | null) =>
      acrossBehind({ kind: 'owner', owner, of: 'to' }, changes, ownerShown).map(({ path }) => path);
    assert.deepEqual([paths('dana'), paths(null)], [[], []], 'without a value they are in no bridge');
    const worth = between(
      {},
      { 'a.md': { owner: 'dana', value: eur(1) }, 'b.md': { owner: undefined, value: eur(1) } },
    );
    const named = (owner: string | null) =>
      acrossBehind({ kind: 'owner', owner, of: 'to' }, worth, ownerShown).map(({ path }) => path);
    assert.deepEqual([named('dana'), named(null)], [['a.md'], ['b.md']]);
  });
});
