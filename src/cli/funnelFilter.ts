import type { Command } from 'commander';
import type { CalendarDate } from '../core/calendar';
import type { DealFilter } from '../core/filter/table';
import { toDate, toText } from './options';
import { UsageError } from './usage';

export interface FilterOptions {
  readonly owner?: readonly string[];
  readonly tag?: readonly string[];
  readonly source?: readonly string[];
  readonly currency?: readonly string[];
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

export function addFilterOptions(command: Command): Command {
  const several = (text: string, before: readonly string[] = []) => [...before, toText(text)];
  return command
    .option(
      '--owner <name>',
      'only deals of this owner (may be given several times, like the next three)',
      several,
    )
    .option('--tag <tag>', 'only deals with this tag', several)
    .option('--source <source>', 'only deals from this source', several)
    .option('--currency <code>', 'only deals with a value in this currency', several)
    .option('--from <date>', 'only deals that began on this day or later', toDate)
    .option('--to <date>', 'only deals that began on this day or earlier', toDate);
}

/** @throws UsageError where no day could be meant */
export function filterOf({ owner, tag, source, currency, from, to }: FilterOptions): DealFilter {
  if (from && to && from > to) throw new UsageError(`--from (${from}) must not be later than --to (${to}).`);
  return {
    ...(owner && { owner }),
    ...(tag && { tag }),
    ...(source && { source }),
    ...(currency && { currency }),
    ...(from && { from }),
    ...(to && { to }),
  };
}
