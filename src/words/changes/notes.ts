import type { CalendarDate } from '../../core/calendar';
import { betweenWords, type BetweenWords } from '../between';

type WhyByHistories = Parameters<BetweenWords['byHistories']>[0];

/** How it was found out what has changed. */
interface HowFound {
  readonly byHistories?: { readonly why: WhyByHistories; readonly day: CalendarDate };
  readonly isPartial: boolean;
  readonly outside: number;
}

/**
 * What has to be said of how changes were found out: a sentence each.
 *
 * @param why in the place of what git says, where it isn't asked
 */
export function notesOnChanges(
  { byHistories, isPartial, outside }: HowFound,
  why: WhyByHistories | undefined = byHistories?.why,
): string[] {
  const words = betweenWords('en');
  return [
    ...(byHistories && why ? [words.byHistories(why, byHistories.day)] : []),
    ...(isPartial ? [words.partial] : []),
    ...(outside ? [words.outside(outside)] : []),
  ];
}
