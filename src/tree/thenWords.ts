import type { CalendarDate } from '../core/calendar';
import type { DealThen } from '../files/editor/points/was';
import { wasInFull, wasInRow } from '../words/was';
import type { DealNode } from './nodes';
import { factsOf } from './rowSettings';

/** What a deal was at the chosen point, as a row says it and in full. */
export interface ThenWords {
  readonly row: string | undefined;
  readonly full: string | undefined;
}

/** Nothing for a row that itself shows the deal as it was: the point is held against what is now. */
export function thenWords(
  { deal, folder }: DealNode,
  then: DealThen | undefined,
  today: CalendarDate,
): ThenWords | undefined {
  if (!then || folder.now) return undefined;
  const facts = { ...factsOf(folder, today), process: folder.pipeline.process };
  return { row: wasInRow(then.deal, deal, facts), full: wasInFull(then.deal, deal, then.since, facts) };
}
