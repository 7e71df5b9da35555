import { scaleLinear } from 'd3-scale';
import type { FunnelStep } from './conversion';

/** Heights in px. The style sheet gives the table's rows the same: see `.funnel`. */
export const ROW = 40;
export const BAR = 20;

/** A part of a bar. */
export interface Segment {
  readonly kind: 'on' | 'pending' | 'lost';
  readonly x: number;
  readonly width: number;
}

/** One bar, from the left: those that went on, then pending deals, then lost ones. */
export interface Bar {
  readonly top: number;
  readonly segments: readonly Segment[];
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
    const on = scale(Math.max(0, size - lost - pending));
    const open = scale(Math.max(0, size - lost));
    const segments: Segment[] = [
      { kind: 'on', x: 1, width: on },
      { kind: 'pending', x: 1 + on, width: open - on },
      { kind: 'lost', x: 1 + open, width: scale(size) - open },
    ];
    return {
      top: k * ROW + (ROW - BAR) / 2,
      segments: segments.filter(segment => segment.width > 0),
    };
  });
}
