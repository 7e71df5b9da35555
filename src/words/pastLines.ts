import type { CalendarDate } from '../core/calendar';
import type { HistoryEvent } from '../core/deal/deal';
import type { PastEvent } from '../core/deal/past/events';
import type { MoneyFormat } from '../core/moneyFormat';
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

/** How what happened is written. */
export interface PastSources {
  readonly process: Process;
  readonly money: MoneyFormat;
  readonly words: PastWords;
  readonly day: (day: CalendarDate) => string;
}

/** What has happened to a deal: `Prospecting → Proposal`, `Won`, `Close date: 20 Mar → 20 Apr`. Texts of files are not escaped. */
export function eventSaid(event: PastEvent, { process, money, words, day }: PastSources): string {
  const change = (from: string | undefined, to: string | undefined) =>
    words.to(from ?? words.none, to ?? words.none);
  switch (event.kind) {
    case 'stage':
      return lineSaid(
        { stage: event.to.stage, ...(event.from?.stage && { from: event.from.stage }), status: undefined },
        process,
        words,
      );
    case 'status':
      return words.statuses[event.to.status!];
    case 'value': {
      const said = (of: PastEvent['to'] | undefined) =>
        of && 'value' in of && of.value ? money.one(of.value) : undefined;
      return words.field(words.fields.value, change(said(event.from), said(event.to)));
    }
    case 'closeDate': {
      const [from, to] = [event.from?.closeDate, event.to.closeDate];
      return words.field(words.fields.closeDate, change(from && day(from), to && day(to)));
    }
    case 'owner':
      return words.field(words.fields.owner, change(event.from?.owner, event.to.owner));
    case 'nextStep': {
      const { nextStep, nextStepOn } = event.to;
      const planned = [nextStep, nextStepOn && day(nextStepOn)].filter(part => part).join(', ');
      return words.field(words.fields.nextStep, planned || words.none);
    }
  }
}
