import type { CalendarDate } from '../../core/calendar';
import type { DealSum } from '../../core/metrics/periodSums';
import type { ChangedDeal, ChangeList, ChangesSince } from '../../core/metrics/today/changes';
import type { StageId } from '../../core/process/stages';
import type { DayWords } from '../day';

/** One kind of change, with its deals. */
export interface ChangeRow {
  readonly name: string;
  readonly sum: DealSum;
  readonly deals: readonly { readonly deal: ChangedDeal; readonly said: string }[];
}

/**
 * What has changed since a day, one kind after the other.
 *
 * @param today of the report
 * @param label of a stage, as it is to be shown
 * @param shown a text from a file, as it is to be shown
 */
export function changeRows(
  changes: ChangesSince,
  today: CalendarDate,
  words: DayWords['changes'],
  label: (stage: StageId) => string,
  shown: (text: string) => string,
): ChangeRow[] {
  const row = <D extends ChangedDeal>(
    name: string,
    list: ChangeList<D>,
    say: (deal: D) => string = () => '',
  ) => ({ name, sum: list, deals: list.deals.map(deal => ({ deal, said: say(deal) })) });
  return [
    row(words.new, changes.new),
    row(words.movedOn, changes.movedOn, ({ from, stage }) => words.moved(label(from), label(stage))),
    row(words.movedBack, changes.movedBack, ({ from, stage }) => words.moved(label(from), label(stage))),
    row(words.won, changes.won),
    row(words.lost, changes.lost, ({ reason }) => (reason === null ? words.noReason : shown(reason))),
    row(words.pushed, changes.pushed, ({ to, days }) => words.pushedTo(to, days, today)),
  ];
}
