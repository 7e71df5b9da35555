import type { ComparedPoints } from '../actions/changes/compare';
import { asDeal } from '../core/changes/across';
import type { EventKind } from '../core/changes/event';
import type { DealThen } from '../files/editor/points/was';
import type { PipelineFolder } from '../files/pipelineFolder';

/** What rows say of how a deal was. */
const SAID: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['value', 'currency', 'close_date'] as const),
  ...(['advanced', 'back', 'won', 'lost', 'open'] as const),
]);

/** By the addresses of their files as they are now, how the deals were that are another now. */
export function* dealsThen(
  folder: PipelineFolder,
  { events }: ComparedPoints,
  since: string,
): Iterable<[string, DealThen]> {
  for (const { kind, across } of events) {
    const deal = asDeal(across.before);
    if (deal && SAID.has(kind)) yield [folder.uriOf(across.path).toString(), { deal, since }];
  }
}
