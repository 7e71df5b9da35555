import type { StageId } from '../../process/stages';
import type { ColumnTarget } from '../target';

/** A stage of another system, by the names that files have for it, and what it is here. */
export interface VendorStage {
  /** As `foldName` makes them. */
  readonly names: readonly string[];
  readonly is: StageId | 'won' | 'lost';
}

/** How a system exports its deals. */
export interface Layout {
  /** What `source_id` begins with: `hubspot`. */
  readonly kind: string;
  /** The system's own name. */
  readonly name: string;
  /**
   * Sets of heads by which files are known: all of one set are there. In small letters as the file writes them, or as
   * `foldHead` makes them.
   */
  readonly marks: readonly (readonly string[])[];
  /** By the heads as `foldHead` makes them. */
  readonly columns: Readonly<Record<string, ColumnTarget>>;
  /** In the system's order; none where every team names its own. */
  readonly stages?: readonly VendorStage[];
}

/** One target for several heads, divided by blanks. */
export function become(
  targets: Partial<Record<Extract<ColumnTarget, string>, string>>,
): Record<string, ColumnTarget> {
  return Object.fromEntries(
    Object.entries(targets).flatMap(([target, heads]) =>
      heads.split(' ').map(head => [head, target as ColumnTarget] as const),
    ),
  );
}

/** `closed won` for several names of one stage, divided by `|`. */
export function stagesIn(order: readonly (readonly [names: string, is: VendorStage['is']])[]): VendorStage[] {
  return order.map(([names, is]) => ({ names: names.split('|'), is }));
}
