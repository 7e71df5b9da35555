import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { logInDeals } from '../../../../src/actions/activities';
import { undo } from '../../../../src/actions/undo';
import { KeptChanges } from '../../../../src/files/disk/keptChanges';
import { CLOCK, memoryWorld, openDeal } from '../../actions/support/worlds';
import { temporaryFolder } from '../../cli/support/folder';

describe('changes of an editor', () => {
  const folder = temporaryFolder();
  const storage = () => folder.path('storage');
  const session = () => new KeptChanges(storage(), CLOCK);
  const all = () => true;

  it('are taken back in a later session, the last one first', async () => {
    const world = memoryWorld();
    const file = world.write('a.md', openDeal('A'));
    const texts = [world.all()];
    for (const what of ['call', 'email']) {
      await session().add(await logInDeals(world.workspace, [file], what));
      texts.push(world.all());
    }
    for (const before of texts.slice(0, 2).toReversed()) {
      const later = session();
      const kept = await later.last(all);
      assert.equal(kept?.at, CLOCK.now());
      const { refused, left } = await undo(world.files, kept.units!);
      assert.deepEqual(refused, []);
      await later.settle([kept], left);
      assert.deepEqual(world.all(), before);
    }
    assert.equal(await session().last(all), undefined);
  });

  it('of two pipelines are kept for each, and only of those that are open is one taken back', async () => {
    const world = memoryWorld();
    world.write('north/sales-process.yaml', '');
    const named = [world.write('a.md', openDeal('A')), world.write('north/b.md', openDeal('B'))];
    const kept = await session().add(await logInDeals(world.workspace, named, 'call'));
    assert.deepEqual(
      kept.map(one => one.folder),
      [world.folder, world.at('north')],
    );
    const last = await session().last(one => one === world.folder);
    assert.deepEqual(
      last?.units?.flat().map(({ file }) => file),
      [named[0]],
    );
  });

  it('stay where they could not be taken back just now, as far as they could not', async () => {
    const world = memoryWorld();
    const named = ['a.md', 'b.md'].map(name => world.write(name, openDeal(name)));
    const changes = session();
    const kept = await changes.add(await logInDeals(world.workspace, named, 'call'));
    await changes.settle(kept, [kept[0]!.units![1]!]);
    const left = await session().last(all);
    assert.deepEqual(
      left?.units?.flat().map(({ file }) => file),
      [named[1]],
    );
  });

  it('are for this user alone', async () => {
    const world = memoryWorld();
    await session().add(await logInDeals(world.workspace, [world.write('a.md', openDeal('A'))], 'call'));
    const [name] = readdirSync(folder.path('storage/undo'));
    for (const path of ['storage', 'storage/undo', `storage/undo/${name}`])
      assert.equal(statSync(folder.path(path)).mode & 0o077, 0, path);
    assert.match(readFileSync(folder.path(`storage/undo/${name}`), 'utf8'), /call/);
  });

  it('are taken back past one that is damaged', async () => {
    const world = memoryWorld();
    await session().add(await logInDeals(world.workspace, [world.write('a.md', openDeal('A'))], 'call'));
    writeFileSync(folder.path('storage/undo/00000009-0123456789ab.json'), '{');
    for (let turn = 0; turn < 2; turn++) assert.ok((await session().last(all))?.units);
  });

  it('are just not kept where there is no folder for them', async () => {
    const world = memoryWorld();
    const result = await logInDeals(world.workspace, [world.write('a.md', openDeal('A'))], 'call');
    writeFileSync(storage(), 'a file');
    for (const changes of [new KeptChanges(undefined, CLOCK), session()]) {
      assert.deepEqual(await changes.add(result), []);
      assert.equal(await changes.last(all), undefined);
    }
  });
});
