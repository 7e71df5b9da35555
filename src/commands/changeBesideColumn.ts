import type { BesidePlan } from '../actions/imports/planBeside';
import { besideTargets } from '../core/intake/beside/besideHeads';
import { withBesideColumn, type BesideSaid } from '../core/intake/beside/besideMapping';
import { askColumn } from './askColumn';

/** Asks for a column and for what it is to be. All stays where the person thinks better of it. */
export async function chooseBesideColumn({ beside, columns }: BesidePlan): Promise<BesideSaid['columns']> {
  const targets = [...besideTargets(beside), 'nothing' as const].map(is => ({ label: is, is }));
  const asked = columns.map(({ column: { head, samples }, is }) => ({ head, samples, becomes: is }));
  const chosen = await askColumn(asked, () => targets);
  if (!chosen) return undefined;
  const all = columns.map(({ column: { head }, is }) => ({ head, is })).filter(({ head }) => head);
  return withBesideColumn(all, chosen.head, chosen.is);
}
