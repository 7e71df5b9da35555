import type { DealSum } from '../../core/metrics/periodSums';
import type { ChangedDeal, ChangeList, ChangesSince } from '../../core/metrics/today/changes';
import type { StageId } from '../../core/process/stages';
import type { ReportWords } from '../report';

/** One kind of change, with its deals. */
export interface ChangeRow {
  readonly name: string;
  readonly sum: DealSum;
  readonly deals: readonly { readonly deal: ChangedDeal; readonly said: string }[];
}

/**
 * What has changed since a day, one kind after the other.
 *
 * @param label of a stage, as it is to be shown
 * @param shown a text from a file, as it is to be shown
 */
export function changeRows(
  changes: ChangesSince,
  { today: words, noReason }: ReportWords,
  label: (stage: StageId) => string,
  shown: (text: string) => string,
): ChangeRow[] {
  const row = <D extends ChangedDeal>(
    name: string,
    list: ChangeList<D>,
    say: (deal: D) => string = () => '',
  ) => ({ name, sum: list, deals: list.deals.map(deal => ({ deal, said: say(deal) })) });
  const { changes: names } = words;
  return [
    row(names.new, changes.new),
    row(names.movedOn, changes.movedOn, ({ from, stage }) => words.moved(label(from), label(stage))),
    row(names.movedBack, changes.movedBack, ({ from, stage }) => words.moved(label(from), label(stage))),
    row(names.won, changes.won),
    row(names.lost, changes.lost, ({ reason }) => (reason === null ? noReason : shown(reason))),
    row(names.pushed, changes.pushed, ({ to, days }) => words.pushedBy(to, days)),
  ];
}
