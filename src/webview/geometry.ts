import { scaleLinear } from 'd3-scale';
import type { FunnelStep } from './conversion';

/** Heights in px. The style sheet gives the table's rows the same: see `.funnel`. */
export const ROW = 58;
export const BAR = 30;

/** A part of a bar. */
export interface Segment {
  readonly kind: 'on' | 'pending' | 'lost';
  readonly x: number;
  readonly width: number;
}

/** One bar, about the middle of the drawing: those that went on within, pending deals around them, lost ones outside. */
export interface Bar {
  readonly top: number;
  readonly segments: readonly Segment[];
  /** The surface down to the next bar, as points of a polygon. */
  readonly neck: string | undefined;
}

/**
 * The bars of the seven stages, and that of the won deals below them.
 *
 * @param width of the drawing, in px; it stands for the largest of them
 */
export function layOutFunnel(steps: readonly FunnelStep[], width: number): Bar[] {
  const most = Math.max(...steps.map(({ size }) => size)) || 1;
  const scale = scaleLinear([0, most], [0, Math.max(0, width - 2)]);
  return steps.map(({ lost, pending, size }, k) => {
    const top = k * ROW + (ROW - BAR) / 2;
    const next = steps[k + 1];
    const on = scale(Math.max(0, size - lost - pending));
    const open = scale(Math.max(0, size - lost));
    const all = scale(size);
    const segments = [
      ...around('lost', open, all, width),
      ...around('pending', on, open, width),
      { kind: 'on', x: (width - on) / 2, width: on } as const,
    ];
    const lower = next && [
      edge(all, top + BAR, width),
      edge(scale(next.size), top + ROW, width).toReversed(),
    ];
    return { top, segments: segments.filter(segment => segment.width > 0), neck: lower?.flat().join(' ') };
  });
}

/** A share of deals on both sides of the middle: half of it left, half of it right. */
function around(kind: Segment['kind'], inner: number, outer: number, width: number): Segment[] {
  const half = (outer - inner) / 2;
  return [
    { kind, x: (width - outer) / 2, width: half },
    { kind, x: (width + inner) / 2, width: half },
  ];
}

/** The two ends of a level line of this length. */
function edge(length: number, y: number, width: number): string[] {
  return [`${(width - length) / 2},${y}`, `${(width + length) / 2},${y}`];
}
