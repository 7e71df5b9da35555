import type { FunnelSheet } from '../shared/funnelSheet';

/** Heights in px. The style sheet gives the table's rows the same: see `.funnel`. */
export const ROW = 58;
export const BAR = 30;

/** One bar of the funnel, about the middle of the drawing: lost deals at its ends, pending ones next, the rest within. */
export interface DrawnStage {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  /** Pending deals, and within them those that went on. */
  readonly openLeft: number;
  readonly openWidth: number;
  readonly onLeft: number;
  readonly onWidth: number;
  /** The surface down to the next bar, as points of a polygon. */
  readonly neck: string | undefined;
  /** The won deals, below the last stage. */
  readonly isEnd: boolean;
}

/** @param width of the drawing, in px; it stands for all deals that there are */
export function layOut({ stages, won }: Pick<FunnelSheet, 'stages' | 'won'>, width: number): DrawnStage[] {
  const all = stages[0]?.reached || 1;
  const scale = (count: number) => (count / all) * (width - 2);
  const left = (length: number) => (width - length) / 2;
  const counts = [...stages, { reached: won.count, pending: 0, lost: 0 }];
  return counts.map(({ lost, pending, reached }, k) => {
    const top = k * ROW + (ROW - BAR) / 2;
    const full = scale(reached);
    const open = scale(reached - lost);
    const on = scale(reached - lost - pending);
    const next = counts[k + 1];
    const nextFull = next && scale(next.reached);
    const corners = (length: number, y: number) => [
      [left(length), y],
      [left(length) + length, y],
    ];
    return {
      top,
      ...{ left: left(full), width: full },
      ...{ openLeft: left(open), openWidth: open },
      ...{ onLeft: left(on), onWidth: on },
      neck:
        nextFull === undefined
          ? undefined
          : [...corners(full, top + BAR), ...corners(nextFull, top + ROW).toReversed()].join(' '),
      isEnd: next === undefined,
    };
  });
}
