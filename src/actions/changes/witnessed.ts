import { dayInFile, FACTS, type DealEvent } from '../../core/changes/event';
import type { BlobReader } from './blobReader';
import type { TrailStep, Trail, Trails } from './trails';

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
function stepOf({ kind, across, to }: DealEvent, trails: Trails, reader: BlobReader): TrailStep | undefined {
  const trail = trailOf(across.path, kind === 'removed', trails);
  if (kind === 'new') return trail?.start === undefined ? trail?.steps[0] : undefined;
  if (kind === 'removed') {
    const last = trail?.steps.at(-1);
    return last?.to ? undefined : last;
  }
  const fact = FACTS[kind];
  return trail?.steps.findLast(step => {
    const [old, now] = [reader.deal(step.from), reader.deal(step.to)];
    return now !== undefined && fact(now) === to && (old === undefined || fact(old) !== to);
  });
}

function trailOf(path: string, isGone: boolean, { at, from }: Trails): Trail | undefined {
  return isGone ? from.get(path) : (at.get(path) ?? from.get(path));
}
