import { scaleLinear } from 'd3-scale';
import type { Flow } from '../../../core/metrics/flows';
import { STAGE_IDS, stageIndex } from '../../../core/process/stages';

/** The seven stages lie in a row, or below each other where a row has no room. */
export type Direction = 'row' | 'column';

export interface FlowMark {
  readonly flow: Flow;
  /** A step is a surface, an arc is a line as wide as `width`. */
  readonly path: string;
  readonly width: number;
  /** The arrow at an arc's end; a step has its own. */
  readonly head: string | undefined;
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
}

export interface FlowLayout {
  readonly marks: readonly FlowMark[];
  /** Each stage as a line across the steps that end and begin there. */
  readonly posts: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  }[];
  /** Of the drawing, across the stages. */
  readonly breadth: number;
  /** Where the stages lie, across. */
  readonly base: number;
}

/** The widest flow, in px. */
const WIDEST = 26;
const THINNEST = 1.5;
/** Half of a post is so much longer than half of the widest step. */
const POST = 3;
const LABEL = 18;
const EDGE = 4;
/** How far an arc over so many stages goes out. */
const RISE = 20;
const RISE_A_STAGE = 17;

/**
 * @param length of the row or the column, in px
 * @param room across it that may be used; arcs go out less far where it is short
 */
export function layFlows(
  flows: readonly Flow[],
  direction: Direction,
  length: number,
  room: number,
): FlowLayout {
  const gap = length / STAGE_IDS.length;
  const at = (k: number) => (k + 0.5) * gap;
  const thickness = scaleLinear([0, Math.max(1, ...flows.map(({ count }) => count))], [0, WIDEST]);
  const widthOf = ({ count }: Flow) => Math.max(THINNEST, thickness(count));
  const steps = flows.filter(({ move }) => move === 'step');
  const half = Math.max(6, ...steps.map(flow => widthOf(flow) / 2)) + POST;
  const skips = outward(
    flows.filter(({ move }) => move === 'skip'),
    widthOf,
    gap,
  );
  const backs = outward(
    flows.filter(({ move }) => move === 'back'),
    widthOf,
    gap,
  );
  const shrink = Math.min(1, room / (reach(skips, half) + reach(backs, half)));
  const base = (direction === 'row' ? reach(skips, half) : reach(backs, half)) * shrink;
  const place: PointAt = (along, out) => (direction === 'row' ? [along, base - out] : [base + out, along]);
  const arcsOf = (arcs: readonly Arc[], side: 1 | -1) =>
    arcs.map(arc => drawArc(arc, at, half, side, shrink, place, direction));
  return {
    marks: [
      ...steps.map(flow => drawStep(flow, at(stageIndex(flow.from)), gap, widthOf(flow), place, direction)),
      ...arcsOf(skips, 1),
      ...arcsOf(backs, -1),
    ],
    posts: STAGE_IDS.map((_, k) => {
      const [[x1, y1], [x2, y2]] = [place(at(k), half), place(at(k), -half)];
      return { x1, y1, x2, y2 };
    }),
    breadth: (reach(skips, half) + reach(backs, half)) * shrink,
    base,
  };
}

/** From a place along the stages and out from them to one in the drawing. */
type PointAt = (along: number, out: number) => readonly [x: number, y: number];

interface Arc {
  readonly flow: Flow;
  readonly width: number;
  readonly rise: number;
  /** How far from its stages it begins and ends, towards each other. */
  readonly leaves: number;
  readonly arrives: number;
}

/** The arcs of one side. Where several meet at a stage, the longer ones go nearer to it, so that none cross there. */
function outward(flows: readonly Flow[], widthOf: (flow: Flow) => number, gap: number): Arc[] {
  const taken = new Map<string, number>();
  const portAt = (key: string, width: number) => {
    const from = taken.get(key) ?? 3;
    taken.set(key, from + width + 2);
    return Math.min(gap * 0.42, from + width / 2);
  };
  return flows
    .toSorted((a, b) => spanOf(b) - spanOf(a))
    .map(flow => {
      const width = widthOf(flow);
      return {
        ...{ flow, width },
        rise: RISE + spanOf(flow) * RISE_A_STAGE,
        leaves: portAt(`from ${flow.from}`, width),
        arrives: portAt(`to ${flow.to}`, width),
      };
    });
}

function spanOf({ from, to }: Flow): number {
  return Math.abs(stageIndex(to) - stageIndex(from));
}

/** How far out the arcs of a side go; at least as far as the steps with their labels. */
function reach(arcs: readonly Arc[], half: number): number {
  return Math.max(half + LABEL, ...arcs.map(({ rise, width }) => half + rise + width / 2 + EDGE));
}

function drawStep(
  flow: Flow,
  from: number,
  gap: number,
  width: number,
  place: PointAt,
  direction: Direction,
): FlowMark {
  const [start, end, half] = [from + 2, from + gap - 2, width / 2];
  const point = Math.min(8, half + 2);
  const corners = [
    place(start, half),
    place(end - point, half),
    place(end, 0),
    place(end - point, -half),
    place(start, -half),
  ];
  const [x, y] = place(from + gap / 2, half + 6);
  return {
    ...{ flow, width, head: undefined },
    path: `M${corners.map(pair).join('L')}Z`,
    label: direction === 'row' ? { x, y, anchor: 'middle' } : { x, y: y + 4, anchor: 'start' },
  };
}

function drawArc(
  { flow, width, rise, leaves, arrives }: Arc,
  at: (k: number) => number,
  half: number,
  side: 1 | -1,
  shrink: number,
  place: PointAt,
  direction: Direction,
): FlowMark {
  const start = at(stageIndex(flow.from)) + side * leaves;
  const end = at(stageIndex(flow.to)) - side * arrives;
  const foot = half + 1;
  const [tall, broad] = [6 + width * 0.5, 3 + width * 0.6];
  // A cubic curve goes out three quarters as far as its two handles.
  const handle = foot + (rise * shrink * 4) / 3;
  const out = (distance: number) => side * distance;
  const curve = [place(start, out(handle)), place(end, out(handle)), place(end, out(foot + tall - 1))];
  const head = [
    place(end - broad, out(foot + tall)),
    place(end + broad, out(foot + tall)),
    place(end, out(foot)),
  ];
  // Within the arc: there is room, while beside it others may come across.
  const top = foot + rise * shrink - width / 2 - 4;
  return {
    ...{ flow, width },
    path: `M${pair(place(start, out(foot)))}C${curve.map(pair).join(' ')}`,
    head: `M${head.map(pair).join('L')}Z`,
    label: labelAt(place((start + end) / 2, out(top)), side, direction),
  };
}

function labelAt([x, y]: readonly [number, number], side: 1 | -1, direction: Direction): FlowMark['label'] {
  if (direction === 'row') return { x, y: side === 1 ? y + 10 : y, anchor: 'middle' };
  return { x, y: y + 4, anchor: side === 1 ? 'end' : 'start' };
}

function pair([x, y]: readonly [number, number]): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
