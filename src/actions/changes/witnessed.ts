import { asDeal } from '../../core/changes/across';
import { dayInFile, FACTS, type DealEvent } from '../../core/changes/event';
import { isNote } from '../../core/deal/entry';
import type { BlobReader } from './blobReader';
import type { FileVersion, TrailStep, Trail, Trails } from './trails';

/** Events with the day and the author of the commits that made them; else with the day that the deal's own lines give. */
export function witnessed(
  events: readonly DealEvent[],
  trails: Trails | undefined,
  reader: BlobReader | undefined,
): DealEvent[] {
  return events.map(event => {
    const step = reader && trails && stepOf(event, trails, reader);
    if (step) return { ...event, on: step.on, ...(step.by && { by: step.by }) };
    const on = dayInFile(event);
    return on ? { ...event, on } : event;
  });
}

/** The last step that led to what the event tells; none where that is in no commit yet. */
function stepOf(event: DealEvent, trails: Trails, reader: BlobReader): TrailStep | undefined {
  const { kind, to } = event;
  const trail = trailOf(event, trails);
  // A note may become a deal, and a deal a note.
  const isMeant = (version: FileVersion | undefined) =>
    version !== undefined && !isNote(reader.entry(version));
  if (kind === 'new') return trail?.steps.find(step => isMeant(step.to) && !isMeant(step.from));
  if (kind === 'removed') {
    // What is still one in the last commit went without one.
    if (isMeant(trail?.steps.at(-1)?.to)) return undefined;
    return trail?.steps.findLast(step => isMeant(step.from) && !isMeant(step.to));
  }
  const fact = FACTS[kind];
  return trail?.steps.findLast(step => {
    const now = reader.deal(step.to);
    if (now === undefined || fact(now) !== to) return false;
    return [step.from, ...step.others].every(version => {
      const old = reader.deal(version);
      return old === undefined || fact(old) !== to;
    });
  });
}

/** The way of a deal; where its file was renamed and that is not committed, the way to its last name that is. */
function trailOf({ kind, across: { path, before } }: DealEvent, { at, from }: Trails): Trail | undefined {
  const old = asDeal(before)?.path ?? path;
  return kind === 'removed' ? from.get(old) : (at.get(path) ?? from.get(old));
}
