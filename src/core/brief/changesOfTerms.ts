import { ascending } from 'd3-array';
import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { isSameValue } from '../deal/past/fileState';
import { stateAtEnd } from '../deal/past/stateOn';
import { closeDatesSeen } from '../metrics/pushes';
import type { Money } from '../money';

/** A change of what a deal is worth, or of when it closes. */
export type TermChange = {
  /** The day; not known of a change that is neither committed nor in a line of the history. */
  readonly on: CalendarDate | undefined;
} & (
  | { readonly kind: 'value'; readonly from: Money | undefined; readonly to: Money | undefined }
  | {
      readonly kind: 'closeDate';
      readonly from: CalendarDate | undefined;
      readonly to: CalendarDate | undefined;
    }
);

/** How value and close date of a deal moved, as far as its history and git tell, the newest first. */
export function changesOfTerms(deal: Deal): readonly TermChange[] {
  const all = [...valueChanges(deal), ...closeDateChanges(deal)];
  // Of one day, and of none, they stay in the order in which they came.
  return all.sort((a, b) => ascending(a.on ?? '~', b.on ?? '~')).reverse();
}

function valueChanges({ inGit, value }: Deal): TermChange[] {
  if (!inGit) return [];
  const changes: TermChange[] = [];
  let from = inGit.first.state.value;
  for (const { on, set } of inGit.changes) {
    if (!('value' in set)) continue;
    changes.push({ kind: 'value', on, from, to: set.value });
    from = set.value;
  }
  const last = stateAtEnd(inGit).value;
  if (!isSameValue(last, value)) changes.push({ kind: 'value', on: undefined, from: last, to: value });
  return changes;
}

function closeDateChanges(deal: Deal): TermChange[] {
  const seen = closeDatesSeen(deal);
  const changes = seen.slice(1).map(({ on, closeDate }, at): TermChange => ({
    ...{ kind: 'closeDate', on, from: seen[at]!.closeDate, to: closeDate },
  }));
  const last = seen.at(-1);
  if (last) changes.push({ kind: 'closeDate', on: undefined, from: last.closeDate, to: deal.closeDate });
  return changes.filter(({ from, to }) => from !== to);
}
