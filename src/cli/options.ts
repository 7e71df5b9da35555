import { InvalidArgumentError } from 'commander';
import { isCalendarDate, type CalendarDate } from '../core/calendar';
import { outcomesCalled } from '../core/deal/statusNames';
import { noSuchStage } from '../core/process/noSuchStage';
import { findStage, type Process } from '../core/process/process';
import type { StageId } from '../core/process/stages';
import type { Terminal } from './terminal';
import { UsageError } from './usage';
import { quoted } from '../words/en/said/quoted';
import { sentence, sentenceOf } from '../words/sentence';
import type { Refusal } from '../core/refusal';

/** For commander: a text that says something as an option's value. */
export function toText(text: string): string {
  if (text.trim()) return text;
  throw new InvalidArgumentError('It must not be empty.');
}

/**
 * The day that a person means.
 *
 * @throws UsageError where no day is meant
 */
export async function toDay(
  text: string,
  { clock, language }: Pick<Terminal, 'clock' | 'language'>,
): Promise<CalendarDate> {
  if (isCalendarDate(text)) return text;
  // Not at the start: what reads the words of four languages would keep every other call waiting.
  const { readDay } = await import('../actions/fieldValue');
  return told(readDay(text, { today: clock.today(), language })).day;
}

/**
 * The day up to today that a person means: “friday” is the last one.
 *
 * @throws UsageError where no day is meant, or one that is still to come
 */
export async function toPastDay(text: string, terminal: Terminal): Promise<CalendarDate> {
  const today = terminal.clock.today();
  // Not at the start: see `toDay`.
  const { pastDay } = await import('../core/saidDays/pastDays');
  const day = pastDay(text, today, terminal.language, { isApart: true }) ?? (await toDay(text, terminal));
  if (day > today) throw new UsageError(`${day} is still to come: name a day up to today (${today}).`);
  return day;
}

/** @throws UsageError where a person’s text was refused */
export function told<T extends { readonly ok: true }>(read: T | Refusal): T {
  if (!read.ok) throw new UsageError(sentenceOf(read.problem));
  return read;
}

/** What to use instead where somebody names an outcome for a stage. */
export interface ForOutcomes {
  readonly won: string;
  readonly lost: string;
}

/**
 * The stage that a person means.
 *
 * @throws UsageError where the process has none of that name
 */
export function toStage(name: string, process: Process, instead: ForOutcomes): StageId {
  const stage = findStage(process, name);
  if (stage) return stage;
  const outcomes = outcomesCalled(name);
  if (outcomes.length)
    throw new UsageError(
      `${quoted(name)} is an outcome, not a stage. Use ${outcomes.map(outcome => instead[outcome]).join(' or ')}.`,
    );
  throw new UsageError(sentence(noSuchStage(name, process)));
}
