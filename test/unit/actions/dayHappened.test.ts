import assert from 'node:assert/strict';
import { logInDeals } from '../../../src/actions/activities';
import { moveDeals, tryMove } from '../../../src/actions/moveDeals';
import { sentenceOf } from '../../../src/words/sentence';
import { date } from '../support/deals';
import { memoryWorld } from './support/worlds';

/** Today is 2026-03-02. */
const CASES = [
  ['2026-03-02', undefined],
  // Further east it is today.
  ['2026-03-03', undefined],
  ['2026-03-04', 'It can’t have happened on 2026-03-04, which is still to come. Check the date.'],
  ['2062-01-01', 'It can’t have happened on 2062-01-01, which is still to come. Check the date.'],
  ['1996-01-01', undefined],
  ['1995-12-31', 'It can’t have happened on 1995-12-31, decades ago. Check the year.'],
  ['0206-03-01', 'It can’t have happened on 0206-03-01, decades ago. Check the year.'],
] as const;

describe('a day that somebody names for what has happened', () => {
  for (const [day, why] of CASES) {
    it(`is ${why ? 'refused' : 'taken'}: ${day}`, async () => {
      const move = { wish: { kind: 'advance' }, on: date(day) } as const;
      const ways = {
        move: (w: ReturnType<typeof memoryWorld>, file: string) => moveDeals(w.workspace, [file], move),
        log: (w: ReturnType<typeof memoryWorld>, file: string) =>
          logInDeals(w.workspace, [file], 'met', date(day)),
      };
      for (const way of Object.values(ways)) {
        const world = memoryWorld();
        const text = '---\nstage: proposal\n---\n';
        const { refused, done } = await way(world, world.write('a.md', text));
        assert.deepEqual(
          refused.map(({ problem }) => sentenceOf(problem)),
          why ? [why] : [],
        );
        assert.equal(done.length, why ? 0 : 1);
        assert.equal(world.all()['a.md'] === text, why !== undefined);
      }
      const world = memoryWorld();
      const tried = await tryMove(world.workspace, world.write('a.md', '---\nstage: proposal\n---\n'), move);
      assert.equal(tried.ok, why === undefined);
    });
  }
});
