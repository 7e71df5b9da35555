import assert from 'node:assert/strict';
import fc from 'fast-check';
import { logInDeals } from '../../../src/actions/activities';
import type { Result } from '../../../src/actions/result';
import { undo } from '../../../src/actions/undo';
import { forAllInTime } from '../support/property';
import { act, fill, steps } from './support/steps';
import { memoryWorld, onAllFiles, openDeal } from './support/worlds';
import { sentenceOf } from '../../../src/words/sentence';

/** What another process has that reads of it. */
const recorded = ({ units }: Result) => JSON.parse(JSON.stringify(units)) as Result['units'];

describe('any actions, one after the other', () => {
  it('are taken back from the last to the first, and every file has its bytes', () =>
    forAllInTime(steps, async steps => {
      const world = memoryWorld();
      fill(world);
      const before = world.all();
      const results: Result[] = [];
      for (const step of steps) results.push(await act(world, step));
      for (const result of results.toReversed()) {
        const { refused, left } = await undo(world.files, recorded(result));
        assert.deepEqual([refused, left], [[], []]);
      }
      assert.deepEqual(world.all(), before);
    }));

  it('leave a file that somebody has changed since, and all that goes with it, and tell of it', () =>
    forAllInTime(fc.tuple(steps, fc.nat(20)), async ([steps, which]) => {
      const world = memoryWorld();
      fill(world);
      let last: Result | undefined;
      for (const step of steps) last = await act(world, step);
      const touched = last!.units.flat();
      if (!touched.length) return;
      const { file } = touched[which % touched.length]!;
      const path = file.slice(world.folder.length + 1);
      world.write(path, `${world.all()[path]}Written by somebody else.\n`);
      const asChanged = world.all();
      const { refused } = await undo(world.files, recorded(last!));
      assert.ok(refused.some(one => one.file === file && /has changed since/.test(sentenceOf(one.problem))));
      const unit = last!.units.find(one => one.some(effect => effect.file === file))!;
      for (const { file } of unit) {
        const path = file.slice(world.folder.length + 1);
        assert.equal(world.all()[path], asChanged[path]);
      }
    }));
});

onAllFiles('an action that is taken back', world => {
  it('is so once: a second time there is nothing to do, and nothing is told', async () => {
    const { write, workspace, all, files } = world();
    const file = write('a.md', openDeal('A'));
    const { units } = await logInDeals(workspace, [file], 'call');
    await undo(files, units);
    assert.deepEqual((await undo(files, units)).refused, []);
    assert.equal(all()['a.md'], openDeal('A'));
  });

  it('is told of a file that is gone', async () => {
    const { write, workspace, files } = world();
    const { units } = await logInDeals(workspace, [write('a.md', openDeal('A'))], 'call');
    await files.rename([{ from: world().at('a.md'), to: world().at('b.md') }]);
    const { refused, done } = await undo(files, units);
    assert.deepEqual([refused.length, done], [1, []]);
  });
});
