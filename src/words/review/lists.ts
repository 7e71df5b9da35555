import { daysBetween, isDecadesAway, type CalendarDate } from '../../core/calendar';
import { markdownLink } from '../../core/escape';
import type { DueThing } from '../../core/review/due';
import type { LoggedInDeal } from '../../core/review/logged';
import { prose } from '../../core/text/markdown';
import { reviewWords } from '../review';

/** More of these nobody reads through in a week; the last line says how many there are. */
const MOST = 40;

/** What was logged, an item for each line of a log. */
export function loggedLines(logged: readonly LoggedInDeal[]): string[] {
  const words = reviewWords('en');
  return logged.flatMap(({ deal, said, more }) => [
    ...said.map(({ on, what }) => `- ${prose(deal.title)}: ${on} ${prose(what)}`),
    ...(more ? [`- ${prose(deal.title)}: ${words.moreLines(more)}`] : []),
  ]);
}

/** What is late or due, an item each, the earliest first. */
export function dueLines(
  due: readonly DueThing[],
  asOf: CalendarDate,
  linkTo: (path: string) => string,
): string[] {
  const words = reviewWords('en');
  const items = due.slice(0, MOST).map(({ deal, on, kind, what: said }) => {
    const what = words.what(words.kinds[kind], said ? prose(said) : '');
    const owner = deal.owner ? ` (${prose(deal.owner, 60)})` : '';
    return `- ${dueText(on, asOf)}: ${markdownLink(deal.title, linkTo(deal.path))}, ${what}${owner}`;
  });
  const more = due.length - items.length;
  return [...items, ...(more > 0 ? ['', words.more(more)] : [])];
}

/** Of a year that was mistyped, nobody counts how late it is. */
function dueText(on: CalendarDate, asOf: CalendarDate): string {
  const words = reviewWords('en');
  if (isDecadesAway(on, asOf)) return `${on}, ${words.checkYear}`;
  return on < asOf ? `${on}, ${words.late(daysBetween(on, asOf))}` : on;
}
