import { addDays, isCalendarDate, isYetToCome, type CalendarDate } from '../../calendar';
import { ownName } from '../../frontMatter/keyNames';
import { STAGE_IDS } from '../../process/stages';
import type { Status } from '../../process/outcome';
import type { FrontMatterChange } from '../../frontMatter/edit/change';
import { obstaclesTo } from '../gate';
import { closeDay, lastDay } from '../deal';
import { historyOf } from '../historyOf';
import { lastWritten, leftIn } from '../stageWords';
import type { Data } from '../../frontMatter/parse';
import { say } from './say';
import { byChange, canBeMade, type Broken, type Fix, type Fixer } from './fix';

/** `stage: won` becomes `status: won`, in the stage that the history ends in; where that tells nothing, any is offered. */
export const partOutcome: Fixer = broken => {
  const { data, process, problem } = broken;
  const outcome = problem.meant![0] as Status;
  const last = lastWritten(data, process)?.stage;
  const stages = last ? [last] : outcome === 'won' ? [STAGE_IDS.at(-1)!] : STAGE_IDS;
  return stages.flatMap(stage => {
    const change = statusChange(broken, outcome);
    const both = { ...change, set: { stage, ...change.set } };
    return byChange(broken, say('markOutcome', { outcome, stage }), both, {
      isPreferred: stages.length === 1,
    });
  });
};

export const nameStatus: Fixer = broken => {
  const meant = (broken.problem.meant ?? []) as readonly Status[];
  const offered: readonly Status[] = meant.length ? meant : ['open', 'won', 'lost'];
  return offered.flatMap((status, index) =>
    byChange(broken, say('changeTo', { value: status }), statusChange(broken, status), {
      isPreferred: meant.length > 0 && index === 0,
    }),
  );
};

/** The deal is what it says elsewhere in the file, or what says so goes. */
export const settleOutcome: Fixer = broken => {
  const { data, deal, process } = broken;
  const isBlocked = (status: Status) =>
    deal !== undefined &&
    obstaclesTo(deal, { stage: deal.stage, status }, process).some(({ rule }) => rule === 'block');
  const meant = (broken.problem.meant ?? []) as readonly Status[];
  const marked = meant.flatMap((status, index) =>
    byChange(
      broken,
      say('markOutcome', { outcome: status }),
      withoutReason(statusChange(broken, status), status),
      {
        isPreferred: index === 0 && !isBlocked(status),
      },
    ),
  );
  const clear = ['closed_on', 'lost_reason', 'lost_note'].filter(key => Object.hasOwn(data, key));
  return [...marked, ...byChange(broken, say('keepOpen', { remove: namesOf(broken, clear) }), { clear })];
};

export const settleReason: Fixer = broken => {
  const clear = ['lost_reason', 'lost_note'].filter(key => Object.hasOwn(broken.data, key));
  return [
    ...byChange(broken, say('keepWon', { remove: namesOf(broken, clear) }), { clear }),
    ...byChange(broken, say('markOutcome', { outcome: 'lost' }), statusChange(broken, 'lost')),
  ];
};

/** Today, the day it was to close on, or the last day that the history knows. */
export const setCloseDay: Fixer = broken => {
  const { today, data, deal, process } = broken;
  if (says(data, 'closed_on')) return [];
  const planned = deal?.closeDate && deal.closeDate <= today ? [deal.closeDate] : [];
  const days = [...new Set([today, ...planned, ...(deal ? [lastDay(deal.history, today) ?? today] : [])])];
  return days.flatMap((day, index) =>
    byChange(
      broken,
      say('setDay', { key: ownName(process.fields, 'closed_on'), day }),
      { set: { closed_on: day } },
      { isPreferred: index === 0 },
    ),
  );
};

/** The day that the history knows. */
export const settleCloseDay: Fixer = broken => {
  const { deal, process } = broken;
  const told = deal && closeDay(deal);
  if (!told) return [];
  const key = ownName(process.fields, 'closed_on');
  const change = { set: { closed_on: told } };
  return byChange(broken, say('setDay', { key, day: told }), change, { isPreferred: true });
};

export const setLostReason: Fixer = broken => {
  return broken.process.lostReasons
    .slice(0, MOST_REASONS)
    .flatMap((reason): Fix[] =>
      byChange(broken, say('setLostReason', { reason }), { set: { lost_reason: reason } }),
    );
};

/** More than a person looks through in a menu. */
const MOST_REASONS = 12;

export const setCloseDate: Fixer = broken => {
  const { today, process } = broken;
  const ends = [endOfMonth(today), endOfMonth(addDays(endOfMonth(today), 1))];
  return ends.flatMap((day, index) =>
    byChange(
      broken,
      say('setDay', { key: ownName(process.fields, 'close_date'), day }),
      { set: { close_date: day } },
      { isPreferred: index === 0 },
    ),
  );
};

function endOfMonth(day: CalendarDate): CalendarDate {
  let end = day;
  while (addDays(end, 1).slice(0, 7) === day.slice(0, 7)) end = addDays(end, 1);
  return end;
}

/** Whether something stands behind a key: even where it makes no sense, it is not written over. */
function says(data: Data, key: string): boolean {
  return Object.hasOwn(data, key) && data[key] !== null && data[key] !== '';
}

/** A status with the day of the close, where it needs one and the file has none; and the line that a move had written. */
function statusChange(broken: Broken, status: Status): FrontMatterChange & { readonly set: object } {
  const { data, deal, today, process } = broken;
  const history = historyOf(data).filter(line => line !== undefined);
  const last = history.findLast(item => item['status'] !== undefined);
  const isThere = last?.['status'] === status;
  const told = isThere && isCalendarDate(last['on']) ? last['on'] : today;
  const isKnown = says(data, 'closed_on') || status === 'open';
  const set = { status, ...(!isKnown && { closed_on: told }) };
  if (status === 'open' || isThere || !history.length || !process.writesHistory) return { set };
  const closed = isCalendarDate(data['closed_on']) ? data['closed_on'] : today;
  const days = history
    .map(item => item['on'])
    .filter(isCalendarDate)
    .filter(on => !isYetToCome(on, today));
  const on = [closed, ...days].toSorted().at(-1)!;
  const reason = data['lost_reason'];
  const why = status === 'lost' && typeof reason === 'string' && reason.trim() ? { reason } : {};
  const closedIn = deal ? leftIn(deal, data, process, 'outcome') : {};
  const withLine = { set, append: { history: { on, status, ...why, ...closedIn } } };
  // A history that nobody can read takes no line; the deal is what it is all the same.
  return canBeMade(broken, withLine) ? withLine : { set };
}

/** As the team's files have them. */
function namesOf({ process }: Broken, keys: readonly string[]): string[] {
  return keys.map(key => ownName(process.fields, key));
}

/** A deal that is won was not lost for a reason. */
function withoutReason(change: FrontMatterChange, status: Status): FrontMatterChange {
  return status === 'won' ? { ...change, clear: ['lost_reason', 'lost_note'] } : change;
}
