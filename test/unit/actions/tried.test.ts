import assert from 'node:assert/strict';
import fc from 'fast-check';
import { archiveDeals } from '../../../src/actions/archive';
import { FoundHomes } from '../../../src/actions/homes';
import type { Files, Plan, Planner, Refused } from '../../../src/actions/ports/files';
import type { Result } from '../../../src/actions/result';
import { TriedFiles } from '../../../src/actions/triedFiles';
import { refuse } from '../../../src/core/refusal';
import { MemoryFiles } from '../../../src/files/memory/memoryFiles';
import { sentenceOf } from '../../../src/words/sentence';
import { forAllInTime } from '../support/property';
import { act, fill, steps } from './support/steps';
import { memoryWorld, wonDeal, type World } from './support/worlds';

const FOLDER = '/sales/deals';

/** In each folder something stays that no step touches: a folder that is empty is there on one kind of files, not on all. */
const BEGIN = {
  [`${FOLDER}/a.md`]: 'a',
  [`${FOLDER}/b.md`]: 'b',
  [`${FOLDER}/2026/c.md`]: 'c',
  [`${FOLDER}/2026/stays.txt`]: '',
  [`${FOLDER}/north/sales-process.yaml`]: '',
  [`${FOLDER}/north/d.md`]: 'd',
};
const PATHS = [
  'a.md',
  'b.md',
  '2026/c.md',
  'north/d.md',
  'new.md',
  'later/e.md',
  '_template.md',
  'README.md',
];
const PLACES = ['', '/2026', '/north', '/north/deep', '/later', '/nowhere'].map(path => FOLDER + path);

const file = fc.constantFrom(...PATHS, 'north/deep/f.md').map(path => `${FOLDER}/${path}`);
const text = fc.constantFrom('a', 'b', 'c', 'd', 'e');

/** Takes a text on only where it is another one, as a plan that finds nothing to do is refused here. */
const planFor =
  (wanted: string): Planner<Plan> =>
  before =>
    before === wanted
      ? refuse({ say: 'nothing', args: {} })
      : { ok: true, edited: { edits: [{ start: 0, end: before.length, text: wanted }], text: wanted } };

const told = (refused: readonly Refused[]) => refused.map(({ file, problem }) => [file, problem.code]);

/** Things that may be done to files, each with what is answered. */
const doings = fc.oneof(
  fc.tuple(fc.uniqueArray(file, { maxLength: 3 }), text).map(([named, text]) => async (files: Files) => {
    const { written, refused } = await files.update(named, planFor(text));
    return [written, told(refused)];
  }),
  fc.tuple(file, text).map(
    ([file, text]) =>
      async (files: Files) =>
        (await files.create(file, text))?.code,
  ),
  fc
    .array(fc.record({ from: file, to: file }, { noNullPrototype: true }), { maxLength: 3 })
    .map(renamings => async (files: Files) => told(await files.rename(renamings))),
  fc.tuple(file, text).map(
    ([file, text]) =>
      async (files: Files) =>
        (await files.delete(file, text))?.code,
  ),
);

/** All that can be asked of files. */
async function seenIn(files: Files) {
  const listed = await Promise.all(
    PLACES.map(async folder => (await files.list(folder)).map(one => one.path)),
  );
  const names = await Promise.all(PLACES.map(async folder => [...(await files.namesIn(folder))].sort()));
  const all = [...PLACES, ...PATHS.map(path => `${FOLDER}/${path}`)];
  const exist = await Promise.all(all.map(one => files.exists(one)));
  const texts = await Promise.all(
    all.map(async one => (read => ('text' in read ? read.text : read.problem.code))(await files.read(one))),
  );
  return { listed: listed.map(paths => paths.sort()), names, exist, texts };
}

describe('files in which something is tried', () => {
  it('answer as the files themselves would, which stay as they are', () =>
    forAllInTime(fc.array(doings, { minLength: 1, maxLength: 8 }), async doings => {
      const below = new MemoryFiles(BEGIN);
      const tried = new TriedFiles(below);
      const real = new MemoryFiles(BEGIN);
      for (const doing of doings) {
        assert.deepEqual(await doing(tried), await doing(real));
        assert.deepEqual(await seenIn(tried), await seenIn(real));
      }
      assert.deepEqual(below.all, new MemoryFiles(BEGIN).all);
    }));

  it('say of a file that is gone, or in the way, what is so', async () => {
    const tried = new TriedFiles(new MemoryFiles(BEGIN));
    const [a, b] = [`${FOLDER}/a.md`, `${FOLDER}/b.md`] as const;
    const inTheWay = await tried.rename([{ from: a, to: b }]);
    assert.match(sentenceOf(inTheWay[0]!.problem), /“b\.md” already exists/);
    assert.match(sentenceOf((await tried.create(b, ''))!), /“b\.md” already exists/);
    assert.match(
      sentenceOf((await tried.delete(a, 'other'))!),
      /^It has changed since, so it wasn’t deleted\.$/,
    );
    await tried.delete(a, 'a');
    const read = await tried.read(a);
    assert.ok('problem' in read);
    assert.equal(sentenceOf(read.problem), 'This file no longer exists.');
  });
});

/**
 * What a result tells, without the sentences about files, which each kind of files has of its own, and the order in which
 * links follow, which is that of a listing.
 */
const figures = ({ done, refused, units, folders }: Result) => ({
  ...{ done, folders, refused: told(refused) },
  units: units.map(unit => unit.toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)))),
});

describe('a folder that is only tried in', () => {
  it('has no file of a pipeline below it, however deep that is', async () => {
    const files = new MemoryFiles({ '/s/2026/east/sales-process.yaml': '', '/s/a.md': 'a' });
    const tried = new TriedFiles(files);
    for (const path of ['2026/east/b.md', '2026/east/deep/c.md', '2026/d.md']) {
      await tried.create(`/s/${path}`, '');
    }
    assert.deepEqual(await tried.list('/s'), [{ path: 'a.md' }, { path: '2026/d.md' }]);
  });
});

describe('actions that are only tried', () => {
  const tried = (world: World): World => {
    const files = new TriedFiles(world.files);
    return { ...world, files, workspace: { ...world.workspace, files, homes: new FoundHomes(files) } };
  };

  it('tell what they would do, and do nothing', () =>
    forAllInTime(
      steps,
      async steps => {
        const [real, below] = [memoryWorld(), memoryWorld()];
        for (const world of [real, below]) fill(world);
        const before = below.all();
        const trial = tried(below);
        for (const step of steps) {
          // By the files that are really there, in both.
          const there = { ...trial, all: real.all };
          const wouldBe = figures(await act(there, step));
          assert.deepEqual(wouldBe, figures(await act(real, step)));
        }
        assert.deepEqual(below.all(), before);
      },
      40,
    ));

  it('keep to the links of each pipeline, where one is below another', async () => {
    const [real, below] = [memoryWorld(), memoryWorld()];
    const results = [];
    for (const world of [real, tried(below)]) {
      world.write('north/sales-process.yaml', '');
      const inner = world.write('north/a.md', wonDeal('A', '[B](../b.md)\n'));
      const outer = world.write('b.md', wonDeal('B'));
      results.push(figures(await archiveDeals(world.workspace, [inner, outer])));
    }
    assert.deepEqual(results[1], results[0]);
    assert.match(real.all()['north/archive/a.md']!, /\[B\]\(\.\.\/\.\.\/b\.md\)/);
  });
});
