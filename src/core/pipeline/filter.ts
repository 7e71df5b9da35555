import type { CalendarDate } from '../calendar';
import { isIdle, isStalled, due } from '../deal/condition';
import { isOpen, type Deal } from '../deal/deal';
import type { Process } from '../process/process';
import type { Filter } from '../process/view';

/** Below this folder of a pipeline closed deals are out of sight. They count as ever. */
export const ARCHIVE = 'archive';

/** Closed, and put away. A deal that was opened again is in sight wherever its file is. */
export function isArchived(deal: Deal): boolean {
  return deal.path.startsWith(`${ARCHIVE}/`) && !isOpen(deal);
}

/** Whether a filter leaves anything out that would be seen without it. */
export function isFiltering(filter: Filter): boolean {
  return Object.entries(filter).some(
    ([key, value]) => key !== 'archived' && (Array.isArray(value) ? value.length > 0 : Boolean(value)),
  );
}

/** The test whether a deal is shown. */
export function dealFilter(filter: Filter, process: Process, today: CalendarDate): (deal: Deal) => boolean {
  const { closing } = filter;
  const words = searchable(filter.text ?? '')
    .split(' ')
    .filter(word => word);
  const oneOf = (wanted: readonly string[] | undefined) => {
    const names = new Set(wanted?.map(searchable));
    return (has: readonly string[]) => !names.size || has.some(name => names.has(searchable(name)));
  };
  const owner = oneOf(filter.owner);
  const tag = oneOf(filter.tag);
  const currency = oneOf(filter.currency);
  const period = closing && periodOf(closing, today);
  return deal =>
    (filter.archived || !isArchived(deal)) &&
    (!filter.status?.length || filter.status.includes(deal.status)) &&
    owner(deal.owner ? [deal.owner] : []) &&
    tag(deal.tags) &&
    currency(deal.value ? [deal.value.currency] : []) &&
    (!filter.stalled || isStalled(deal, process, today)) &&
    (!filter.idle || isIdle(deal, process, today)) &&
    (!filter.noNextStep || (isOpen(deal) && due(deal, today) === 'none')) &&
    (!period || (isOpen(deal) && period(deal.closeDate))) &&
    (!words.length || containsAll(deal, words));
}

/** Alike for texts that differ only in case, accents and blanks. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

function containsAll(deal: Deal, words: readonly string[]): boolean {
  const contacts = deal.contacts.flatMap(({ name, email }) => [name, email]);
  const texts = [deal.title, deal.account, deal.owner, deal.nextStep, ...deal.tags, ...contacts];
  const text = searchable(texts.filter(one => one).join(' '));
  return words.every(word => text.includes(word));
}

/** What was to close before and did not is to close now. */
function periodOf(closing: 'month' | 'quarter', today: CalendarDate) {
  const end = endOf(closing, today);
  return (date: CalendarDate | undefined) => date !== undefined && date <= end;
}

/** Not a date in all months, but the last one of any is not behind it. */
function endOf(closing: 'month' | 'quarter', today: CalendarDate): string {
  const month = Number(today.slice(5, 7));
  const last = closing === 'month' ? month : Math.ceil(month / 3) * 3;
  return `${today.slice(0, 4)}-${String(last).padStart(2, '0')}-31`;
}
