import type { FunnelSheet } from '../shared/funnelSheet';

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
 * @param width of the drawing, in px; it stands for all deals that there are
 */
export function layOut({ stages, won }: Pick<FunnelSheet, 'stages' | 'won'>, width: number): Bar[] {
  const scale = (count: number) => (count / (stages[0]?.reached || 1)) * Math.max(0, width - 2);
  const counts = [...stages, { reached: won.count, pending: 0, lost: 0 }];
  return counts.map(({ lost, pending, reached }, k) => {
    const top = k * ROW + (ROW - BAR) / 2;
    const next = counts[k + 1];
    const on = scale(reached - lost - pending);
    const open = scale(reached - lost);
    const all = scale(reached);
    const segments = [
      ...around('lost', open, all, width),
      ...around('pending', on, open, width),
      { kind: 'on', x: (width - on) / 2, width: on } as const,
    ];
    const lower = next && [
      edge(all, top + BAR, width),
      edge(scale(next.reached), top + ROW, width).toReversed(),
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
