import { latestOf } from '../../changes/across';
import type { ChangesBetween } from '../../changes/between';
import type { DealEvent } from '../../changes/event';
import type { BetweenJson, DealEventJson } from './schema/between';

/**
 * What `changes --json` prints.
 *
 * @param points by their names
 * @param prefix what stands before the paths of deals
 */
export function betweenAsJson(
  { events, bridges }: Pick<ChangesBetween, 'events' | 'bridges'>,
  points: { readonly from: string; readonly to: string },
  prefix: string,
): BetweenJson {
  return {
    version: 1,
    from: points.from,
    to: points.to,
    events: events.map(event => eventAsJson(event, prefix)),
    bridge: bridges,
  };
}

function eventAsJson({ kind, across, from, to, slipped, on, by }: DealEvent, prefix: string): DealEventJson {
  return {
    ...{ kind, path: prefix + across.path, title: latestOf(across).title },
    ...{ from, to },
    ...(slipped && { slipped }),
    ...(on !== undefined && { on }),
    ...(by !== undefined && { by }),
  };
}
