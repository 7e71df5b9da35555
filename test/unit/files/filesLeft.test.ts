import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FilesLeft } from '../../../src/files/filesLeft';

const path = fc.nat(30).map(number => `deal-${number}.md`);
const paths = fc.uniqueArray(path);

describe('the files of a pipeline that are left to be read', () => {
  it('and those that are read are all there are, whenever somebody stops, and in the end none is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ there: paths, reads: fc.nat(40), isStopped: fc.boolean() })),
        rounds => {
          const left = new FilesLeft();
          const known = new Set<string>();
          for (const { there, reads, isStopped } of rounds) {
            left.list(there);
            for (const one of known) if (!there.includes(one)) known.delete(one);
            for (const one of left.paths.slice(0, isStopped ? reads : there.length)) {
              left.take(one);
              known.add(one);
            }
            assert.deepEqual(left.progress.of, there.length);
            if (isStopped) left.stop(one => known.has(one), []);
            else left.finish();
            assert.deepEqual([...known, ...left.paths].sort(), [...there].sort());
            assert.equal(left.isPartial, left.paths.length > 0);
            assert.deepEqual(left.stoppedAt(known.size), { read: known.size, of: there.length });
          }
        },
      ),
    );
  });

  it('are those too that another process has read, where the reading by this one is stopped', () => {
    const left = new FilesLeft();
    left.list(['a.md', 'b.md']);
    left.finish();
    left.outdate(['a.md', 'b.md']);
    left.list(['a.md', 'b.md', 'c.md']);
    left.take('a.md');
    const { outdated } = left;
    assert.deepEqual(outdated, ['b.md']);
    for (const one of outdated) left.take(one);
    left.stop(one => one === 'a.md', outdated);
    assert.deepEqual(left.paths, ['c.md', 'b.md']);
    assert.equal(left.isPartial, true);
  });

  it('aren’t counted before they are listed, and then are what nobody knows', () => {
    const left = new FilesLeft();
    assert.deepEqual(left.progress, { read: 0, of: undefined });
    left.stop(() => false, []);
    assert.equal(left.isPartial, true);
    assert.deepEqual(left.stoppedAt(0), { read: 0, of: undefined });
    left.reconcile(new Set(['a.md', 'b.md']), ['b.md']);
    assert.deepEqual(left.paths, ['b.md']);
    // What comes later was told, or has to be read.
    left.reconcile(new Set(['a.md', 'b.md', 'c.md']), ['b.md', 'c.md']);
    assert.equal(left.has('c.md'), false);
    left.reconcile(new Set(['a.md', 'c.md']), []);
    assert.equal(left.isPartial, false);
  });

  it('of pipelines that were read once are none where a reading of the same is stopped', () => {
    const left = new FilesLeft();
    left.list(['a.md', 'b.md']);
    left.finish();
    left.list(['a.md', 'b.md']);
    left.stop(() => true, []);
    assert.equal(left.isPartial, false);
  });
});
