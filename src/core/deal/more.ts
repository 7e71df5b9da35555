import { isField } from '../fields/table';
import type { Deal } from './deal';

/** What a file says besides what we read of it. */
export interface MoreOfDeal {
  /** Another system's id of the deal: `hubspot:4711`. */
  readonly sourceId?: string;
  readonly lostNote?: string;
  /** The team's own keys, in the order of the file. */
  readonly own: Readonly<Record<string, unknown>>;
  /** What stands behind standard keys and can't be read, or means nothing there: a value below 0, a currency without a value. */
  readonly asWritten: Readonly<Record<string, unknown>>;
}

/** What `more` has, of a deal, a contact or a line of the history; nothing where it has none. */
export function parsedMore({
  more,
}: {
  readonly more?: string;
}): Readonly<Record<string, unknown>> | undefined {
  return more === undefined ? undefined : (JSON.parse(more) as Readonly<Record<string, unknown>>);
}

/** What a deal's file says besides; nothing where it's no more than most say. */
export function moreOf(deal: Pick<Deal, 'more'>): MoreOfDeal | undefined {
  const more = parsedMore(deal);
  if (!more) return undefined;
  const own: [string, unknown][] = [];
  const asWritten: [string, unknown][] = [];
  const named: { sourceId?: string; lostNote?: string } = {};
  for (const [key, value] of Object.entries(more)) {
    const text = typeof value === 'object' ? undefined : String(value);
    if (key === 'source_id' && text !== undefined) named.sourceId = text;
    else if (key === 'lost_note' && text !== undefined) named.lostNote = text;
    else (isField(key) ? asWritten : own).push([key, value]);
  }
  return { ...named, own: Object.fromEntries(own), asWritten: Object.fromEntries(asWritten) };
}
