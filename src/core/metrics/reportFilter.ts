import { firstDay, type Deal } from '../deal/deal';
import { searchable } from '../pipeline/filter';
import type { ReportFilter } from './question';

/** The test whether a report is about a deal. Names are alike that differ only in case, accents and blanks. */
export function reportFilter(filter: ReportFilter): (deal: Deal) => boolean {
  const owner = oneOf(filter.owner);
  const tag = oneOf(filter.tag);
  const source = oneOf(filter.source);
  const currency = oneOf(filter.currency);
  return deal =>
    beganIn(deal, filter) &&
    (!owner || owner([deal.owner])) &&
    (!tag || tag(deal.tags)) &&
    (!source || source([deal.source])) &&
    (!currency || currency([deal.value?.currency])) &&
    isWorth(deal, filter);
}

/** What is created when is told by the first day that is known; a deal without any is in no window. */
function beganIn(deal: Deal, { from, to }: ReportFilter): boolean {
  if (!from && !to) return true;
  const first = firstDay(deal);
  return first !== undefined && (!from || first >= from) && (!to || first <= to);
}

function isWorth({ value }: Deal, { minValue, maxValue }: ReportFilter): boolean {
  if (minValue === undefined && maxValue === undefined) return true;
  return value !== undefined && value.amount >= (minValue ?? 0) && value.amount <= (maxValue ?? Infinity);
}

/** The same names come again and again, and to make them alike takes longer than all else here. */
function oneOf(wanted: readonly string[] | undefined) {
  if (!wanted?.length) return undefined;
  const names = new Set(wanted.map(searchable));
  const known = new Map<string, boolean>();
  const isWanted = (name: string) => {
    let is = known.get(name);
    if (is === undefined) known.set(name, (is = names.has(searchable(name))));
    return is;
  };
  return (has: readonly (string | undefined)[]) => has.some(name => name !== undefined && isWanted(name));
}
