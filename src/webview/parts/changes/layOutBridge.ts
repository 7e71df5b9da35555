import { scaleLinear } from 'd3-scale';
import { BRIDGE_PARTS, type Bridge, type BridgeNumber } from '../../../core/changes/bridge';

/** Heights in px. The style sheet gives the table's rows the same: see `.bridge`. */
export const BRIDGE_ROW = 30;
export const BRIDGE_BAR = 16;

/** The least that can be seen and pointed at. */
const THINNEST = 2;
/** Where all totals lie within this share of the largest, the bars start above 0: else nobody saw what changed. */
const CLOSE_TOGETHER = 0.4;

export interface BridgeBar {
  readonly number: BridgeNumber;
  /** A total, or what was added to it or taken away. */
  readonly kind: 'total' | 'in' | 'out';
  readonly top: number;
  readonly x: number;
  readonly width: number;
  /** Where the next bar begins. */
  readonly end: number;
}

export interface BridgeLayout {
  readonly bars: readonly BridgeBar[];
  /** The amount at which the bars start. */
  readonly start: number;
}

/** The numbers that a bridge has something in, with both totals always. */
export function numbersIn(bridges: readonly Bridge[]): BridgeNumber[] {
  const parts = BRIDGE_PARTS.filter(part => bridges.some(bridge => bridge[part] !== 0));
  return ['from', ...parts, 'to'];
}

/** A waterfall from the left to the right: each bar begins where the one before it has ended. */
export function layOutBridge(bridge: Bridge, width: number): BridgeLayout {
  let level = 0;
  const steps = numbersIn([bridge]).map(number => {
    const isTotal = number === 'from' || number === 'to';
    const before = isTotal ? undefined : level;
    level = isTotal ? bridge[number] : level + bridge[number];
    return { number, isTotal, before, after: level };
  });
  const levels = steps.flatMap(({ before, after }) => [before ?? after, after]);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const isCut = least > 0 && most > least && most - least < most * CLOSE_TOGETHER;
  const start = isCut ? Math.max(0, least - (most - least) / 2) : Math.min(0, least);
  const scale = scaleLinear([start, Math.max(most, start + 1)], [0, Math.max(0, width - 2)]);
  const bars = steps.map(({ number, isTotal, before, after }, at): BridgeBar => {
    const [from, to] = [scale(before ?? start), scale(after)];
    const size = Math.max(THINNEST, Math.abs(to - from));
    return {
      number,
      kind: isTotal ? 'total' : bridge[number] > 0 ? 'in' : 'out',
      top: at * BRIDGE_ROW + (BRIDGE_ROW - BRIDGE_BAR) / 2,
      x: 1 + Math.min(from, to),
      width: isTotal && after === start ? 0 : size,
      end: 1 + to,
    };
  });
  return { bars, start };
}
