import { asDeal, type Across } from '../../core/changes/across';
import type { BlobName } from '../ports/snapshots';
import type { FileVersion, Trails } from './trails';

/** Where git has what stood in a deal's file. */
export interface VersionsOfDeal {
  /** At the first point; nothing where the deal was not there, or no commit tells of that point. */
  readonly before?: FileVersion;
  /** The last one of a deal that is gone; nothing where it is there, or no commit has removed it. */
  readonly last?: FileVersion;
}

/** @param before by the paths at the first point */
export function versionsOf(
  across: Across,
  before: ReadonlyMap<string, BlobName> | undefined,
  trails: Trails | undefined,
): VersionsOfDeal {
  const path = asDeal(across.before)?.path ?? across.path;
  const blob = across.before === undefined ? undefined : before?.get(path);
  const step = across.after === undefined ? trails?.from.get(path)?.steps.at(-1) : undefined;
  const last = step && (step.to ?? step.from);
  return { ...(blob !== undefined && { before: { path, blob } }), ...(last && { last }) };
}
