import { daysBetween, isDecadesAway, type CalendarDate } from '../../core/calendar';
import type { DueThing } from '../../core/review/due';
import type { LoggedInDeal } from '../../core/review/logged';
import { linkInCell, markdownTable, prose } from '../../core/text/markdown';
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

/** What is late or due, the earliest first. */
export function dueTable(
  due: readonly DueThing[],
  asOf: CalendarDate,
  linkTo: (path: string) => string,
): string[] {
  if (!due.length) return [];
  const words = reviewWords('en');
  const { day, what, deal: heading, owner } = words.heading;
  const rows = due
    .slice(0, MOST)
    .map(({ deal, on, kind, what: said }) => [
      dueText(on, asOf),
      words.what(words.kinds[kind], said ? prose(said) : ''),
      linkInCell(deal.title, linkTo(deal.path)),
      prose(deal.owner ?? '', 60),
    ]);
  const more = due.length - rows.length;
  return [
    ...markdownTable([[day, what, heading, owner], ...rows], 'llll'),
    ...(more > 0 ? ['', words.more(more)] : []),
  ];
}

/** Of a year that was mistyped, nobody counts how late it is. */
function dueText(on: CalendarDate, asOf: CalendarDate): string {
  const words = reviewWords('en');
  if (isDecadesAway(on, asOf)) return `${on}, ${words.checkYear}`;
  return on < asOf ? `${on}, ${words.late(daysBetween(on, asOf))}` : on;
}
