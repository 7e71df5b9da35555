import type { Report } from '../../metrics/report';
import type { ChangedDeal, ChangeList, ChangesSince } from '../../metrics/today/changes';
import type { RunningQuarter } from '../../metrics/today/runningQuarter';
import type { PlannedDeal, ToDo, ToDoReason } from '../../metrics/today/whatToDo';
import { needAsJson } from './funnel/deals';
import { dealSumAsJson } from './funnel/figures';
import { pick } from './pick';
import type {
  AttentionJson,
  ChangedDealJson,
  ChangesSinceJson,
  PlannedDealJson,
  RunningQuarterJson,
  TodayJson,
  ToDoJson,
  ToDoReasonJson,
} from './schema/today';
import { todoAsJson } from './todos';
import { fileCounts, moneyAsJson, stageAsJson } from './values';

/**
 * What `today --json` prints.
 *
 * @param owners whose deals these are, where not all are meant
 */
export function todayAsJson(
  { asOf, files, today: { quarter, toDo, changes } }: Report,
  owners: readonly string[],
  needsAttention: readonly AttentionJson[],
): TodayJson {
  return {
    version: 1,
    ...{ asOf, owners },
    files: fileCounts(files),
    quarter: quarterAsJson(quarter),
    toDo: toDo.now.map(toDoAsJson),
    next: toDo.next.map(plannedAsJson),
    changes: changesAsJson(changes),
    needsAttention,
  };
}

function quarterAsJson({ won, commit, bestCase, against, ...quarter }: RunningQuarter): RunningQuarterJson {
  return {
    ...pick(quarter, 'quarter', 'daysLeft'),
    won: dealSumAsJson(won),
    commit: dealSumAsJson(commit),
    bestCase: dealSumAsJson(bestCase),
    against: against && {
      quota: pick(against.quota, 'amount', 'currency'),
      ...pick(against, 'won', 'commit', 'bestCase', 'gap', 'without'),
    },
  };
}

function dealAsJson(deal: ChangedDeal): ChangedDealJson {
  return {
    ...pick(deal, 'path', 'title', 'account', 'owner'),
    stage: stageAsJson(deal),
    value: moneyAsJson(deal.value),
  };
}

function plannedAsJson(deal: PlannedDeal): PlannedDealJson {
  return {
    ...dealAsJson(deal),
    ...pick(deal, 'stage', 'step', 'stepOn', 'daysLate'),
    todos: deal.todos.map(todo => ({ ...todoAsJson(todo), daysLate: todo.daysLate })),
  };
}

function toDoAsJson(deal: ToDo): ToDoJson {
  return { ...plannedAsJson(deal), ...pick(deal, 'rule', 'action'), reasons: deal.reasons.map(reasonAsJson) };
}

function reasonAsJson(reason: ToDoReason): ToDoReasonJson {
  if (reason.kind === 'nextStepDue' || reason.kind === 'todoDue') return pick(reason, 'kind', 'on');
  if (reason.kind === 'todoOverdue') return pick(reason, 'kind', 'on', 'days');
  return reason.kind === 'closeDateNear' ? pick(reason, 'kind', 'on', 'days', 'ids') : needAsJson(reason);
}

function changesAsJson(changes: ChangesSince): ChangesSinceJson {
  const listed = <D extends ChangedDeal, J>(list: ChangeList<D>, more: (deal: D) => J) => ({
    ...dealSumAsJson(list),
    deals: list.deals.map(deal => ({ ...dealAsJson(deal), ...more(deal) })),
  });
  return {
    since: changes.since,
    new: listed(changes.new, () => ({})),
    movedOn: listed(changes.movedOn, deal => pick(deal, 'from')),
    movedBack: listed(changes.movedBack, deal => pick(deal, 'from')),
    won: listed(changes.won, deal => pick(deal, 'on')),
    lost: listed(changes.lost, deal => pick(deal, 'on', 'reason')),
    pushed: listed(changes.pushed, deal => pick(deal, 'from', 'to', 'days')),
    activities: changes.activities,
  };
}
