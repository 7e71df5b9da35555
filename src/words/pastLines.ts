import type { HistoryEvent } from '../core/deal/deal';
import { stageOf, type Process } from '../core/process/process';
import type { PastWords } from './past';

/** What a line of a history says has happened: `Prospecting → Proposal`, `Won`. A label is the team's own text. */
export function lineSaid(
  { stage, from, status }: Pick<HistoryEvent, 'stage' | 'from' | 'status'>,
  process: Process,
  words: PastWords,
): string {
  const label = stage && stageOf(process, stage).label;
  const left = from && stageOf(process, from).label;
  const moved = label && left ? words.to(left, label) : label;
  const ended = status && words.statuses[status];
  return [moved, ended].filter(part => part).join(', ');
}
