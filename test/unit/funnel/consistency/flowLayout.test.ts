import assert from 'node:assert/strict';
import { flowsOf, tallyFlows, type Flow } from '../../../../src/core/metrics/flows';
import { journeyOf } from '../../../../src/core/metrics/journey';
import { layFlows, type Direction } from '../../../../src/webview/parts/consistency/flowLayout';
import { AS_OF, WORKED_EXAMPLE } from '../../support/workedExample';

const flows = flowsOf(tallyFlows(WORKED_EXAMPLE.map(deal => journeyOf(deal, AS_OF))));

/** All places that a path names. */
function placesIn(path: string): [x: number, y: number][] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe('the drawing of the flows', () => {
  it('has a mark for each move that happened', () => {
    const { marks } = layFlows(flows, 'row', 700, 260);
    const ends = ({ from, to }: Flow) => `${from} ${to}`;
    assert.deepEqual(marks.map(({ flow }) => ends(flow)).sort(), flows.map(ends).sort());
  });

  it('is as wide as the moves are many', () => {
    const { marks } = layFlows(flows, 'row', 700, 260);
    const [most] = marks.toSorted((a, b) => b.width - a.width);
    assert.equal(most!.flow.count, 6);
    for (const { flow, width } of marks)
      assert.ok(Math.abs(width / most!.width - flow.count / 6) < 1e-9, flow.from);
  });

  it('has skips above the steps and moves back below, and in a column at either side', () => {
    for (const [direction, axis] of [
      ['row', 1],
      ['column', 0],
    ] as const) {
      const { marks, base } = layFlows(flows, direction, 700, 260);
      for (const { flow, label } of marks.filter(({ flow }) => flow.move !== 'step')) {
        const isOut = (axis ? base - label.y : label.x - base) > 0;
        assert.equal(isOut, flow.move === 'skip', `${direction}: ${flow.from} to ${flow.to}`);
      }
    }
  });

  for (const [direction, room] of [
    ['row', 260],
    ['column', 260],
    ['column', 90],
  ] as const satisfies readonly (readonly [Direction, number])[]) {
    it(`stays within its ${direction} of ${room} px`, () => {
      const { marks, breadth } = layFlows(everyFlow(), direction, 700, room);
      assert.ok(breadth <= room + 1e-9);
      for (const { path } of marks.filter(({ flow }) => flow.move === 'step')) {
        for (const [x, y] of placesIn(path)) {
          const [along, across] = direction === 'row' ? [x, y] : [y, x];
          assert.ok(along >= 0 && along <= 700 && across >= 0 && across <= breadth);
        }
      }
    });
  }

  it('of arcs that meet at a stage has the longer nearer to it', () => {
    const { marks } = layFlows(everyFlow(), 'row', 700, 400);
    const starts = marks
      .filter(({ flow }) => flow.from === 'lead-generation' && flow.move === 'skip')
      .sort((a, b) => placesIn(a.path)[1]![1] - placesIn(b.path)[1]![1])
      .map(({ path }) => placesIn(path)[0]![0]);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });

  it('of no moves has the stages only', () => {
    const { marks, posts } = layFlows([], 'row', 700, 260);
    assert.deepEqual([marks.length, posts.length], [0, 7]);
  });
});

/** A move from every stage to every other one. */
function everyFlow(): Flow[] {
  const [step, skip, back] = ['step', 'skip', 'back'].map(move => flows.find(flow => flow.move === move)!);
  const stages = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const order = ['lead-generation', 'prospecting', 'qualification', 'needs-analysis', 'proposal'] as const;
  const all = [...order, ...stages.filter(stage => !(order as readonly string[]).includes(stage))];
  return all.flatMap((from, i) =>
    all.flatMap((to, k) => {
      if (i === k) return [];
      const like = k === i + 1 ? step! : k > i ? skip! : back!;
      return [{ ...like, from, to, count: 10 }];
    }),
  );
}
