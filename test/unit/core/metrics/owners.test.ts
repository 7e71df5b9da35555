import assert from 'node:assert/strict';
import type { Deal } from '../../../../src/core/deal/deal';
import type { DealFilter } from '../../../../src/core/filter/table';
import { quotaFor } from '../../../../src/core/metrics/quota';
import { makeReport } from '../../../../src/core/metrics/report';
import { makeProcess } from '../../../../src/core/process/process';
import { closingInGit, day, dealWith } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const PROCESS = makeProcess({
  currency: 'EUR',
  quota: new Map([['2026-Q1', eur(1000)]]),
  ownerQuota: new Map([['2026-Q1', new Map([['Dana', eur(300)]])]]),
});
/** In the first quarter. */
const NOW = day(59);

const ask = (deals: readonly Deal[], filter: DealFilter = {}) =>
  makeReport({ deals, asOf: NOW, process: PROCESS, filter, files: { needsAttention: 0, otherNotes: 0 } });

describe('the quota that deals are held against', () => {
  const quota = (filter: DealFilter) => quotaFor(filter, PROCESS).get('2026-Q1')?.amount;

  it('is the team’s where nothing is filtered but the archive', () => {
    assert.deepEqual([quota({}), quota({ archived: false }), quota({ owner: [] })], [1000, 1000, 1000]);
  });

  it('is that of the one owner, in any case, or none', () => {
    assert.deepEqual([quota({ owner: ['dana'] }), quota({ owner: ['DANA', 'dana'] })], [300, 300]);
    assert.equal(quota({ owner: ['tom'] }), undefined);
  });

  it('is none of several owners, or of what else some deals have in common', () => {
    for (const filter of [
      { owner: ['dana', 'tom'] },
      { owner: ['dana'], stalled: true },
      { tag: ['hardware'] },
    ] as const)
      assert.equal(quota(filter), undefined, JSON.stringify(filter));
  });
});

describe('how owners do', () => {
  const owned = (path: string, history: string, given: Partial<Deal>) =>
    dealWith(history, { path, owner: 'dana', value: eur(100), ...given });

  it('is what they have open, have won, have to win, let slip, did, and left alone', () => {
    const inGit = closingInGit([{ on: day(1), closeDate: day(80) }]);
    const [dana, none] = ask([
      owned('a.md', 'L0', { owner: undefined }),
      owned('b.md', 'L0 C3 won30', {}),
      owned('c.md', 'L0 C3', { closeDate: day(70), owner: 'DANA', title: 'Oldest' }),
      owned('d.md', 'L0 C9', { closeDate: day(120), inGit, lastActivity: { on: NOW, what: 'call' } }),
    ]).owners;
    assert.deepEqual([dana!.owner, none!.owner, none!.coverage], ['dana', null, null]);
    assert.deepEqual(dana!.open, { count: 2, value: { EUR: 200 }, weighted: { EUR: 180 } });
    assert.deepEqual(dana!.won, { count: 1, value: { EUR: 100 } });
    assert.deepEqual(dana!.slipped, { count: 1, value: { EUR: 100 } });
    assert.deepEqual([dana!.coverage!.missing, dana!.coverage!.open], [200, 100]);
    assert.equal(dana!.activities, 1);
    assert.deepEqual(dana!.oldestUntouched, { path: 'c.md', title: 'Oldest', days: 56 });
  });

  it('adds up to what the whole report says', () => {
    forAll(anyPipeline, deals => {
      const { owners, open, today, leftOut } = ask(deals);
      const sum = (of: (one: (typeof owners)[number]) => number) =>
        owners.reduce((all, one) => all + of(one), 0);
      assert.equal(leftOut, 0);
      assert.equal(
        sum(one => one.open.count),
        open.count,
      );
      assert.equal(
        sum(one => one.won.count),
        today.quarter.won.count,
      );
      assert.equal(
        sum(one => one.activities),
        today.changes.activities,
      );
    });
  });

  it('has no quota where the filter leaves only some of the deals', () => {
    const deals = [owned('a.md', 'L0', { tags: ['x'] })];
    assert.equal(ask(deals, { tag: ['x'] }).owners[0]!.coverage, null);
    assert.equal(ask(deals, { owner: ['dana'] }).owners[0]!.coverage!.quota.amount, 300);
  });

  it('is held against the quota in today’s own figures', () => {
    const { quarter } = ask([
      owned('b.md', 'L0 C3 won30', {}),
      owned('c.md', 'L0 C3', { closeDate: day(70) }),
    ]).today;
    assert.deepEqual([quarter.quarter, quarter.daysLeft], ['2026-Q1', 30]);
    assert.deepEqual(quarter.against, {
      quota: eur(1000),
      won: 100,
      commit: 100,
      bestCase: 0,
      gap: 800,
      without: [],
    });
  });
});
