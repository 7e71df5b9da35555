import { isAbsent } from './absent';
import { isNo, isYes } from './cells';
import { foldHead } from './heads';
import { outcomeOnly } from './outcomeNamed';
import { standingsNamed } from './standingsNamed';
import type { TableColumn } from './survey';

type OutcomeTarget = 'is_won' | 'is_lost';

/** What a column of one outcome is by its name alone: `Won`, `Won?`, `Is closed lost`, `Gewonnen`. */
export function outcomeHeaded(head: string): OutcomeTarget | undefined {
  const folded = foldHead(head);
  const outcome = outcomeOnly(folded) ?? outcomeOnly(folded.replace(/^(?:is|was|deal)/, ''));
  return outcome && `is_${outcome}`;
}

/** The first value by which such a column isn't one of boxes or outcomes, since it may be a reason or a sum; none where it is one. */
export function noOutcomeIn({ values, samples }: TableColumn, is: OutcomeTarget): string | undefined {
  // What has so many values isn't one of them.
  if (!values) return samples.find(value => !saysOutcome(value)) ?? samples[0];
  return values.find(value => !isAbsent(value, is) && !saysOutcome(value));
}

function saysOutcome(value: string): boolean {
  return isYes(value) || isNo(value) || standingsNamed(value).length === 1;
}
