import type { Brief } from '../../core/brief/brief';
import { daysBetween, type CalendarDate } from '../../core/calendar';
import { isOnHold } from '../../core/deal/condition';
import { closeDay, isOpen } from '../../core/deal/deal';
import { stageOf } from '../../core/process/process';
import { STAGE_IDS, stageIndex } from '../../core/process/stages';
import { prose } from '../../core/text/markdown';
import { sidesInWords } from '../conflict';
import { saidNeeds } from '../needs';
import { contractOf, worthOf } from '../worth';
import type { BriefFormat } from './sources';

/** What another line says already, with its day. */
const SAID: ReadonlySet<string> = new Set([
  ...['nextStepOverdue', 'nextStepDue', 'todoOverdue', 'todoDue'],
  ...['noNextStep', 'closeDatePassed', 'criteriaOpen'],
]);

/** Stage or outcome, value, close date, next step, and what to watch. */
export function standingLines(brief: Brief, format: BriefFormat): string[] {
  const { deal, asOf } = brief;
  const { process, money, words } = format;
  const worth = worthOf(deal, money);
  const contract = contractOf(deal, money);
  return [
    outcomeOrStage(brief, format),
    ...(deal.lostReason && deal.status === 'lost'
      ? [[`${words.reason}: ${prose(deal.lostReason, 100)}`]]
      : []),
    ...(worth ? [[`${words.value}: ${worth}`, contract]] : []),
    ...(isOpen(deal) ? planLines(brief, format) : []),
    ...(deal.conflict ? [[`${words.conflict}: ${prose(sidesInWords(deal, process, money))}`]] : []),
    ...reasonLines(brief, format, asOf),
  ].map(parts => parts.filter(part => part).join(', '));
}

type Parts = readonly (string | undefined)[];

function outcomeOrStage({ deal, days }: Brief, { process, words }: BriefFormat): Parts {
  const label = prose(stageOf(process, deal.stage).label, 60);
  if (!isOpen(deal)) {
    const on = closeDay(deal);
    return [deal.status === 'won' ? words.won(on) : words.lost(deal.stageNotKnown ? undefined : label, on)];
  }
  if (deal.stageNotKnown) return [words.stageNotKnown];
  const where = words.stage(stageIndex(deal.stage) + 1, STAGE_IDS.length, label);
  return [where, days === undefined ? undefined : words.since(days)];
}

function planLines({ deal, asOf }: Brief, { words }: BriefFormat): Parts[] {
  const { closeDate, nextStep, nextStepOn, onHoldUntil } = deal;
  const far = (on: CalendarDate) => daysBetween(asOf, on);
  return [
    ...(closeDate ? [[`${words.closeDate}: ${closeDate}`, words.distance(far(closeDate))]] : []),
    nextStep || nextStepOn
      ? [
          `${words.nextStep}: ${[nextStepOn, nextStep && prose(nextStep)].filter(part => part).join(' ')}`,
          nextStepOn && words.late(far(nextStepOn)),
        ]
      : [`${words.nextStep}: ${words.noNextStep}`],
    ...(isOnHold(deal, asOf) ? [[`${words.onHold} ${onHoldUntil!}`]] : []),
  ];
}

function reasonLines({ reasons }: Brief, { words, day }: BriefFormat, asOf: CalendarDate): Parts[] {
  const said = saidNeeds(reasons.filter(({ kind }) => !SAID.has(kind)));
  return said.length
    ? [[`${words.toWatch}: ${said.map(reason => day.reason(reason, asOf)).join('; ')}`]]
    : [];
}
