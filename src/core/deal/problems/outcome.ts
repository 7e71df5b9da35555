import { warning, type Problem } from '../../problem';
import { ownName } from '../../frontMatter/keyNames';
import type { FieldNames } from '../../process/fieldNames';
import type { Status } from '../../process/outcome';
import { closeDay, type Deal, firstDay, isClosedTooEarly, lastOutcome } from '../deal';
import { say } from '../say';

/** Where the status of a deal and what else the file says of its end contradict each other. */
export function outcomeProblems(deal: Deal, names: FieldNames): Problem[] {
  const { closedOn, lostReason, status } = deal;
  const problems: Problem[] = [];
  if (status === 'open' && (closedOn ?? lostReason) !== undefined) {
    const key = closedOn ? 'closed_on' : 'lost_reason';
    const says = say('openWithOutcome', { key: ownName(names, key) });
    const meant = [
      ...new Set([lostReason ? 'lost' : outcomeIn(deal), 'won', 'lost'].filter(one => one !== undefined)),
    ];
    problems.push(warning('open-with-outcome', says, { line: 2, at: [key], meant }));
  }
  if (status === 'won' && lostReason !== undefined) {
    const says = say('wonWithLostReason', { key: ownName(names, 'lost_reason') });
    problems.push(warning('won-with-lost-reason', says, { line: 2, at: ['lost_reason'] }));
  }
  const last = lastOutcome(deal.history)?.status;
  if (last && last !== status) {
    const says = say('historyOutcome', { last, status });
    problems.push(warning('history-outcome', says, { line: 2, at: ['status'], meant: [last] }));
  }
  return [...problems, ...closeDayProblems(deal, names)];
}

/** The day of the close is another one in the history, or is before the deal began. */
function closeDayProblems(deal: Deal, names: FieldNames): Problem[] {
  const { closedOn, created } = deal;
  const closed = closeDay(deal);
  if (!closed) return [];
  const problems: Problem[] = [];
  if (closedOn && closedOn !== closed) {
    const says = say('closeDayDiffers', { key: ownName(names, 'closed_on'), day: closedOn, told: closed });
    problems.push(warning('close-day-mismatch', says, { line: 2, at: ['closed_on'] }));
  }
  if (isClosedTooEarly(deal)) {
    const says = say('closedTooEarly', { closed, begun: (created ?? firstDay(deal))! });
    const at = closedOn ? 'closed_on' : 'created';
    problems.push(warning('closed-before-begun', says, { line: 2, at: [at] }));
  }
  return problems;
}

/** How the deal ended as its history has it. */
function outcomeIn({ history }: Deal): Status | undefined {
  const last = lastOutcome(history)?.status;
  return last === 'open' ? undefined : last;
}
