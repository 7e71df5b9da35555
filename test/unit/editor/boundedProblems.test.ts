import assert from 'node:assert/strict';
import { ascending } from 'd3-array';
import fc from 'fast-check';
import type { Problem, Severity } from '../../../src/core/problem';
import { boundedProblems } from '../../../src/editor/boundedProblems';

const BY_BADNESS: readonly Severity[] = ['error', 'warning', 'hint'];

/** What is looked at of a problem here: how bad it is, and that it is one of its own. */
const problems = fc.array(
  fc
    .record({ severity: fc.constantFrom(...BY_BADNESS), line: fc.nat(9) })
    .map(({ line, severity }): Problem => ({
      code: 'invalid-date',
      severity,
      line,
      says: { key: 'unused' } as never,
    })),
  { maxLength: 6 },
);
const files = fc
  .array(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), problems), { maxLength: 30 })
  .map(list => new Map<string, readonly Problem[]>(list));

/** All problems in the order in which they are told. */
function inOrder(all: ReadonlyMap<string, readonly Problem[]>) {
  const flat = [...all].flatMap(([address, list]) => list.map((problem, at) => ({ address, problem, at })));
  const badness = ({ problem }: (typeof flat)[number]) => BY_BADNESS.indexOf(problem.severity);
  return flat.sort((a, b) => badness(a) - badness(b) || ascending(a.address, b.address) || a.at - b.at);
}

describe('the problems of many files', () => {
  it('are told the worst first, then by their files, as many as there is room for', () => {
    fc.assert(
      fc.property(files, fc.nat(60), (all, most) => {
        const { shown } = boundedProblems(all, most, () => false);
        const told = new Set([...all].flatMap(([address, list]) => shown(address, list)));
        const wanted = inOrder(all).slice(0, most);
        assert.equal(told.size, wanted.length);
        for (const { problem } of wanted) assert.ok(told.has(problem));
      }),
    );
  });

  it('say how many are left out, in how many files, and which is the first', () => {
    fc.assert(
      fc.property(files, fc.nat(60), fc.func(fc.boolean()), (all, most, open) => {
        const isOpen = (address: string) => open(address);
        const { left, shown } = boundedProblems(all, most, isOpen);
        const without = [...all].map(([address, list]) => ({
          address,
          count: list.length - shown(address, list).length,
        }));
        const some = without.filter(({ count }) => count);
        const closed = boundedProblems(all, most, () => false).left;
        const sum = some.reduce((total, { count }) => total + count, 0);
        assert.deepEqual(
          left,
          some.length ? { address: closed?.address, problems: sum, files: some.length } : undefined,
        );
        const cut = inOrder(all).slice(most);
        assert.equal(closed?.address, cut.map(({ address }) => address).sort(ascending)[0]);
      }),
    );
  });

  it('are all told of a file that is open, and in their order of each', () => {
    fc.assert(
      fc.property(files, fc.nat(60), fc.func(fc.boolean()), (all, most, open) => {
        const { shown } = boundedProblems(all, most, address => open(address));
        for (const [address, list] of all) {
          const told = shown(address, list);
          if (open(address)) assert.deepEqual(told, list);
          else
            assert.deepEqual(
              told,
              list.filter(one => told.includes(one)),
            );
        }
      }),
    );
  });
});
