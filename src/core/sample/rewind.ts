import type { CalendarDate } from '../calendar';
import { findStage, stageOf, type Process } from '../process/process';
import { editFrontMatter } from '../frontMatter/edit/editFrontMatter';
import type { FrontMatterChange } from '../frontMatter/edit/change';

/** A line of the history of a deal of the sample, as it is read here. */
interface HistoryItem {
  readonly on: string;
  readonly stage?: string;
  readonly status?: string;
  readonly reason?: string;
}

/** A close date that a deal of the sample had up to and with a day. */
export interface EarlierCloseDate {
  readonly until: CalendarDate;
  readonly closeDate: CalendarDate;
}

/**
 * A deal of the sample as it stood when a day ended: with its history and log up to there, in the stage and with the
 * outcome of that time. What isn't dated, as the notes, stands as it is today; the next step, which was another one, is left
 * out. For the files of the sample alone, whose layout it knows.
 */
export function rewound(
  text: string,
  day: CalendarDate,
  process: Process,
  closeDates: readonly EarlierCloseDate[] = [],
): string {
  const past = withoutLater(text, day);
  const items = historyOf(past);
  const stage = items.findLast(item => item.stage)?.stage;
  const outcome = items.findLast(item => item.stage || item.status);
  const isClosed = outcome?.status === 'won' || outcome?.status === 'lost';
  const closeDate = closeDates.find(({ until }) => day <= until)?.closeDate;
  const checks = stage === undefined ? undefined : checksBefore(stage, past, process);
  const change: FrontMatterChange = {
    set: {
      ...(stage !== undefined && { stage }),
      status: isClosed ? outcome.status! : 'open',
      ...(isClosed && { closed_on: outcome.on }),
      ...(isClosed && outcome.reason && { lost_reason: outcome.reason }),
      ...(closeDate && { close_date: closeDate }),
    },
    clear: [
      ...['next_step', 'next_step_on'],
      ...(isClosed ? [] : ['closed_on', 'lost_note']),
      ...(isClosed && outcome.reason ? [] : ['lost_reason']),
      ...(checks?.length === 0 ? ['checks'] : []),
    ],
    texts: checks?.length ? { checks } : {},
  };
  const edited = editFrontMatter(past, change);
  return edited.ok ? edited.text : past;
}

/** The days on which something was written down about a deal: when it began, in its history and in its log. */
export function daysOf(text: string): readonly CalendarDate[] {
  const lines = text.match(/^(?:created:|closed_on:| {2}- .*\bon:|- \d{4}-).*$/gm) ?? [];
  const days = lines.flatMap(line => /\d{4}-\d{2}-\d{2}/.exec(line)?.[0] ?? []);
  return [...new Set(days)].sort() as CalendarDate[];
}

function withoutLater(text: string, day: CalendarDate): string {
  return text
    .replace(/^ {2}- \{?on: "?(\d{4}-\d{2}-\d{2}).*\n(?: {4}.*\n)*/gm, (item, on: string) =>
      on <= day ? item : '',
    )
    .replace(/^- (\d{4}-\d{2}-\d{2}) .*\n(?: {2}.*\n)*/gm, (item, on: string) => (on <= day ? item : ''));
}

function historyOf(text: string): readonly HistoryItem[] {
  const items = text.match(/^ {2}- \{?on: .*\n(?: {4}.*\n)*/gm) ?? [];
  return items.map(
    item =>
      Object.fromEntries(
        [...item.matchAll(/\b(on|stage|status|reason): "?([^",}\n]+)"?/g)].map(([, key, value]) => [
          key,
          value,
        ]),
      ) as unknown as HistoryItem,
  );
}

/** Of the criteria that are met today those of the stages before one. */
function checksBefore(stage: string, text: string, process: Process): readonly string[] {
  const before = process.stages.slice(
    0,
    process.stages.indexOf(stageOf(process, findStage(process, stage)!)),
  );
  const ids = before.flatMap(({ exitCriteria }) => exitCriteria.map(({ id }) => id));
  const met = /^checks: \[(.*)\]$/m.exec(text)?.[1]?.split(', ') ?? [];
  return met.filter(id => ids.includes(id));
}
