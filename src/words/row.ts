import { addDays, daysBetween, type CalendarDate } from '../core/calendar';
import { dateLocale } from '../core/dateLocale';
import { due, isOnHold } from '../core/deal/condition';
import { daysInStage, mostDaysInStage } from '../core/deal/daysInStage';
import { closeDay, type Deal } from '../core/deal/deal';
import type { Todo } from '../core/deal/todos';
import { plainText } from '../core/escape';
import type { MoneyFormat } from '../core/moneyFormat';
import { inOwnDirection, sideBySide } from '../core/sideBySide';
import { shortWorthOf } from './worth';

/*
 * The words of a row in a side bar, which is some 30 letters wide: what decides comes first, and what is cut off is said by the
 * tooltip and aloud.
 */

/** What a row of an open deal can show beside its name. */
export const ROW_PARTS = [
  'days',
  'value',
  'late',
  'step',
  'closes',
  'owner',
  'account',
  'title',
  'was',
] as const;
export type RowPart = (typeof ROW_PARTS)[number];

/** What the words depend on besides the deal. */
export interface RowFacts {
  readonly today: CalendarDate;
  readonly money: MoneyFormat;
  /** A BCP 47 tag. */
  readonly language: string;
  /** What the deal was at a point that a person has chosen, see `wasInRow`. */
  readonly was?: string | undefined;
}

/** `67d · €86K · 23d late · Send the quote`: the parts that are wanted, in their order; nothing that the name says already. */
export function openRow(deal: Deal, name: string, parts: readonly RowPart[], facts: RowFacts): string {
  return sideBySide(parts.map(part => OPEN[part](deal, facts)).filter(text => text !== plainText(name, 60)));
}

/** When a deal was won, or why it was lost, and what it is worth: `3 Dec · €116K`, `price · €34K`. */
export function closedRow(deal: Deal, name: string, facts: RowFacts): string {
  const closed = closeDay(deal);
  const day = closed && shortDate(closed, facts);
  const reason = deal.status === 'lost' && deal.lostReason ? plainText(deal.lostReason, 60) : undefined;
  const others = [deal.account, deal.title].filter(text => text && text !== name);
  return sideBySide([reason, day, OPEN.value(deal, facts), others[0] && plainText(others[0], 60)]);
}

/**
 * What is to be done, behind how late it is or when: `37d Call Rosalind`, `Thu Call her`; the deal where no step is named. A long
 * step is cut, so that whose it is can be seen too.
 */
export function agendaLabel(deal: Deal, name: string, { today, language }: RowFacts): string {
  const what = deal.nextStep ? cutStep(deal.nextStep) : plainText(name, 60);
  return behindDay(deal.nextStepOn, what, { today, language });
}

/** The same of a to-do in the notes: `2d Legal review`. */
export function todoLabel({ on, what }: Todo, name: string, facts: RowFacts): string {
  return behindDay(on, what ? cutStep(what) : plainText(name, 60), facts);
}

/** Whose deal it is, and who is to do it where that is said: `Acme · @buyer`. */
export function todoRow({ what, who }: Todo, name: string): string {
  return sideBySide([what && plainText(name, 60), who && `@${plainText(who, 40)}`]);
}

function behindDay(
  on: CalendarDate | undefined,
  said: string,
  { today, language }: Pick<RowFacts, 'today' | 'language'>,
): string {
  const what = inOwnDirection(said);
  if (!on || on === today || on === addDays(today, 1)) return what;
  if (on < today) return `${daysBetween(on, today)}d ${what}`;
  const isSoon = on <= addDays(today, 7);
  const day = isSoon ? formatDay(on, { weekday: 'short' }, language) : shortDate(on, { today, language });
  return `${day} ${what}`;
}

/**
 * Whose step that is, and what the deal is worth; where the row says the deal itself, that and where it stands. Nothing that the
 * label says, though cut: a row that begins twice with the same words reads like a mistake.
 */
export function agendaRow(deal: Deal, name: string, stage: string, facts: RowFacts): string {
  const value = OPEN.value(deal, facts);
  return sideBySide(deal.nextStep ? [plainText(name, 60), value] : [value, plainText(stage, 60)]);
}

/** Behind a word. */
function cutStep(step: string): string {
  const text = plainText(step);
  if (text.length <= STEP_LENGTH) return text;
  // With the sign behind it: a word that ends there is whole.
  const words = text.slice(0, STEP_LENGTH + 1).replace(/\s+\S*$/, '');
  // Half of a character that takes two units is none.
  const whole = words.slice(0, STEP_LENGTH).replace(/[\ud800-\udbff]$/, '');
  return `${plainText(whole.replace(/[,;:.–—-]+$/, ''), STEP_LENGTH)}…`;
}

/** Beside it and the day before it, the first letters of an account can be read in a side bar of 300 pixels. */
const STEP_LENGTH = 24;

/** `27 Nov`; with the year where that is another one. */
export function shortDate(
  date: CalendarDate,
  { today, language }: Pick<RowFacts, 'today' | 'language'>,
): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  return formatDay(
    date,
    { day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) },
    language,
  );
}

export function formatDay(date: string, options: Intl.DateTimeFormatOptions, language: string): string {
  return new Intl.DateTimeFormat(dateLocale(language), { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00Z`),
  );
}

const OPEN: Readonly<Record<RowPart, (deal: Deal, facts: RowFacts) => string | undefined>> = {
  days: (deal, { today }) => {
    const days = daysInStage(deal, today);
    const most = days === undefined ? mostDaysInStage(deal, today) : undefined;
    return days === undefined ? (most === undefined ? undefined : `≤${most}d`) : `${days}d`;
  },
  value: (deal, { money }) => shortWorthOf(deal, money),
  // Nothing is late before that day.
  late: (deal, facts) =>
    isOnHold(deal, facts.today)
      ? `on hold until ${shortDate(deal.onHoldUntil!, facts)}`
      : dueWords(deal, facts),
  step: ({ nextStep }) => nextStep && plainText(nextStep, 80),
  closes: ({ closeDate }, facts) => closeDate && `closes ${shortDate(closeDate, facts)}`,
  owner: ({ owner }) => owner && plainText(owner, 60),
  account: ({ account }) => account && plainText(account, 60),
  title: ({ title }) => plainText(title, 60),
  was: (_, { was }) => was,
};

/** When the next step of a deal is due: `3d late`, `today`, `27 Nov`; nothing where nobody said. */
export function dueWords(deal: Deal, facts: Pick<RowFacts, 'today' | 'language'>): string | undefined {
  const { nextStepOn } = deal;
  switch (due(deal, facts.today)) {
    case 'overdue':
      return `${daysBetween(nextStepOn!, facts.today)}d late`;
    case 'today':
      return 'today';
    case 'planned':
      return shortDate(nextStepOn!, facts);
    default:
      return undefined;
  }
}
