import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PathQueue } from '../../../src/files/pathQueue';

const path = fc.nat(12).map(number => `deal-${number}.md`);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('next' as const) }) },
  fc.record({ does: fc.constantFrom('delete' as const, 'add' as const), path }),
  fc.record({ does: fc.constant('fill' as const), paths: fc.uniqueArray(path) }),
);

describe('paths that come out in their order', () => {
  it('are what a set of them would be, whatever comes out of turn', () => {
    fc.assert(
      fc.property(fc.uniqueArray(path), fc.array(step), (first, steps) => {
        const queue = new PathQueue();
        queue.fill(first);
        let set = new Set(first);
        for (const one of steps) {
          if (one.does === 'fill') {
            queue.fill(one.paths);
            set = new Set(one.paths);
          } else if (one.does === 'next') {
            const [next] = set;
            if (next !== undefined) queue.delete(next);
            if (next !== undefined) set.delete(next);
          } else {
            queue[one.does](one.path);
            set[one.does](one.path);
          }
          assert.deepEqual([...queue], [...set]);
          assert.equal(queue.size, set.size);
        }
        for (let number = 0; number <= 12; number++)
          assert.equal(queue.has(`deal-${number}.md`), set.has(`deal-${number}.md`));
      }),
    );
  });

  it('may be taken out while they are gone through', () => {
    const queue = new PathQueue();
    queue.fill(['a.md', 'b.md', 'c.md', 'd.md']);
    for (const one of queue) if (one !== 'c.md') queue.delete(one);
    assert.deepEqual([...queue], ['c.md']);
    queue.clear();
    assert.deepEqual([...queue], []);
  });
});
