import assert from 'node:assert/strict';
import { run, runJson } from './support/cli';
import { deal, temporaryFolder } from './support/folder';

/** What is looked at here of the JSON. */
interface Funnel {
  readonly paths: { readonly known: number; readonly unknown: number };
  readonly open: { readonly count: number; readonly stageNotKnown: number };
  readonly undated: number;
  readonly misdated: number;
  readonly consistency: { readonly deals: number; readonly conforming: number };
  readonly stages: readonly {
    readonly touched: number;
    readonly open: { readonly count: number };
    readonly stays: { readonly completed: number; readonly totalDays: number };
  }[];
}

interface UnknownStages {
  readonly paths: Funnel['paths'];
  readonly outcomes: Readonly<Record<'won' | 'lost', { readonly count: number }>>;
  readonly lostInUnknown: { readonly count: number; readonly value: Readonly<Record<string, number>> };
  readonly stages: readonly { readonly lostIn: { readonly count: number } }[];
}

interface Listed {
  readonly deals: readonly { readonly stage: string }[];
}

describe('figures of files that say little', () => {
  const folder = temporaryFolder();

  it('a deal that began without a history is seen to have gone step by step', async () => {
    folder.write('deals/acme.md', deal('title: Acme', 'stage: lead generation', 'created: 2026-01-05'));
    for (const month of [2, 3, 4, 5, 6, 7])
      assert.equal(
        (await run(folder.root, ['advance', 'deals/acme.md', '--on', `2026-0${month}-05`])).code,
        0,
      );
    assert.equal((await run(folder.root, ['win', 'deals/acme.md', '--on', '2026-08-05'])).code, 0);
    const now = await runJson<Funnel>(folder.root, 'funnel', '--json');
    assert.deepEqual([now.consistency.deals, now.consistency.conforming], [1, 1]);
    assert.deepEqual(now.paths, { known: 1, unknown: 0 });
    assert.deepEqual(
      now.stages.map(({ touched, stays }) => [touched, stays.completed, stays.totalDays]),
      [31, 28, 31, 30, 31, 30, 31].map(days => [1, 1, days]),
    );
    const then = await runJson<Funnel>(folder.root, 'funnel', '--json', '--as-of', '2026-01-20');
    assert.deepEqual(
      then.stages.map(({ open }) => open.count),
      [1, 0, 0, 0, 0, 0, 0],
    );
  });

  it('counts what was won or lost in a stage that nobody knows among the outcomes, and in no stage', async () => {
    const lines = ['stage: unknown', 'value: 100', 'currency: EUR', 'created: 2026-01-05'];
    folder.write('deals/a.md', deal(...lines, 'status: lost', 'lost_reason: price', 'closed_on: 2026-03-01'));
    folder.write('deals/b.md', deal(...lines, 'status: won', 'closed_on: 2026-03-01'));
    const now = await runJson<UnknownStages>(folder.root, 'funnel', '--json');
    assert.deepEqual(now.lostInUnknown, { count: 1, value: { EUR: 100 } });
    assert.deepEqual([now.outcomes.won.count, now.outcomes.lost.count], [1, 1]);
    assert.deepEqual(now.paths, { known: 0, unknown: 2 });
    assert.ok(now.stages.every(({ lostIn }) => lostIn.count === 0));
    const { deals } = await runJson<Listed>(folder.root, 'list', '--json');
    assert.deepEqual(
      deals.map(({ stage }) => stage),
      ['unknown', 'unknown'],
    );
    assert.match((await run(folder.root, ['funnel'])).out, /1 deal was lost in a stage that isn’t known/);
    const csv = (await run(folder.root, ['list', '--csv'])).out;
    assert.match(csv, /,unknown,lost,/);
    const refused = await run(folder.root, ['reopen', 'deals/a.md']);
    assert.equal(refused.code, 1);
    const done = await run(folder.root, ['reopen', 'deals/a.md', '--to', 'Proposal']);
    assert.match(done.out, /reopened in Proposal/);
  });

  it('says how many paths are known, which stages are not known on a day, and what has no or a wrong date', async () => {
    folder.write('deals/late.md', deal('stage: proposal', 'created: 2026-01-05'));
    folder.write('deals/never.md', deal('stage: proposal'));
    folder.write('deals/typo.md', deal('stage: proposal', 'history: [{on: 2926-02-10, stage: proposal}]'));
    const now = await runJson<Funnel>(folder.root, 'funnel', '--json');
    assert.deepEqual([now.paths, now.misdated, now.undated], [{ known: 1, unknown: 2 }, 1, 0]);
    const { out } = await run(folder.root, ['funnel']);
    assert.match(
      out,
      /The path is known for 1 of 3 deals: only that one counts .* add “from” .* or set “created”/,
    );
    assert.match(out, /1 deal has an impossible date/);
    const day = ['--as-of', '2026-02-01'];
    const then = await runJson<Funnel>(folder.root, 'funnel', '--json', ...day);
    assert.deepEqual([then.open.count, then.open.stageNotKnown, then.undated], [1, 1, 1]);
    assert.ok(then.stages.every(({ open }) => open.count === 0));
    for (const format of [[], ['--markdown']]) {
      const { out: told } = await run(folder.root, ['funnel', ...day, ...format]);
      assert.match(told, /The stage on that day isn’t known for 1 open deal/);
      assert.match(told, /1 deal has no date and isn’t in any report of a past day/);
    }
  });
});
