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
