import { warning, type Problem } from '../../problem';
import { ownName } from '../../frontMatter/keyNames';
import type { FieldNames } from '../../process/fieldNames';
import type { Status } from '../../process/outcome';
import type { Deal } from '../deal';
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
  const last = deal.history.findLast(event => event.status !== undefined)?.status;
  if (last && last !== status) {
    const says = say('historyOutcome', { last, status });
    problems.push(warning('history-outcome', says, { line: 2, at: ['status'], meant: [last] }));
  }
  return problems;
}

/** How the deal ended as its history has it. */
function outcomeIn({ history }: Deal): Status | undefined {
  const last = history.findLast(event => event.status !== undefined)?.status;
  return last === 'open' ? undefined : last;
}
