import { ascending, descending } from 'd3-array';
import { addDays, daysBetween, type CalendarDate } from '../../calendar';
import type { Deal } from '../../deal/deal';
import type { Todo } from '../../deal/todos';
import { openBefore } from '../../deal/gate';
import type { Money } from '../../money';
import type { Process } from '../../process/process';
import { stageIndex, type StageId } from '../../process/stages';
import type { TodayRule } from '../../process/todayRules';
import { remembered } from '../../remember';
import { isReason as isEnough, type Need, type OpenNeeds } from '../inNeed';

/** Why something is to be done about a deal, with what it takes to say so. Days are whole. */
export type ToDoReason =
  | Need
  /** The next step is due today. */
  | { readonly kind: 'nextStepDue'; readonly on: CalendarDate }
  /** A to-do of the notes is late, or due today. */
  | { readonly kind: 'todoOverdue'; readonly on: CalendarDate; readonly days: number }
  | { readonly kind: 'todoDue'; readonly on: CalendarDate }
  /** The close date is at most a week ahead (`days`), and exit criteria of the stage are open. */
  | {
      readonly kind: 'closeDateNear';
      readonly on: CalendarDate;
      readonly days: number;
      readonly ids: readonly string[];
    };

/** What helps most, as buttons have it. */
export type BestAction =
  'completeNextStep' | 'tickTodo' | 'setNextStep' | 'logActivity' | 'setStage' | 'setCloseDate' | 'setValue';

/** A to-do of the notes that is late or near; `daysLate` as those of the step. */
export interface DueTodo extends Todo {
  readonly daysLate: number;
}

/** An open deal and its next step. */
export interface PlannedDeal {
  readonly path: string;
  readonly title: string;
  readonly account: string | null;
  readonly owner: string | null;
  readonly stage: StageId;
  readonly value: Money | null;
  readonly step: string | null;
  readonly stepOn: CalendarDate | null;
  /** Days since the next step was due: 0 today, below 0 where it is still to come; `null` where it has no day. */
  readonly daysLate: number | null;
  /** What its notes have to be done up to a week ahead, by days. */
  readonly todos: readonly DueTodo[];
}

/** An open deal that something is to be done about today. */
export interface ToDo extends PlannedDeal {
  /** The rule that gives it its place in the list: the first of the team's that it meets. */
  readonly rule: TodayRule;
  /** In the order of the rules; behind them what is told only beside others: open criteria, a single push. */
  readonly reasons: readonly ToDoReason[];
  readonly action: BestAction;
}

export interface WhatToDo {
  /** The most urgent first. */
  readonly now: readonly ToDo[];
  /** Deals with nothing to do now and a next step or a to-do within a week, the earliest first. */
  readonly next: readonly PlannedDeal[];
}

/** So many days ahead a step or a close date is near. */
const NEAR = 7;

/** Which rule a reason belongs to; those of none only stand beside others. */
const RULE_OF: Readonly<Record<ToDoReason['kind'], TodayRule | undefined>> = {
  nextStepOverdue: 'overdue',
  todoOverdue: 'overdue',
  nextStepDue: 'due',
  todoDue: 'due',
  idle: 'quiet',
  stalled: 'stalled',
  unusual: 'stalled',
  closeDatePassed: 'close_date',
  closeDateNear: 'close_date',
  noNextStep: 'no_next_step',
  pushed: 'pushed',
  fewContacts: 'missing',
  noDecisionMaker: 'missing',
  noValue: 'missing',
  unanswered: 'missing',
  criteriaOpen: undefined,
};

const BEST_ACTION: Readonly<Record<TodayRule, BestAction>> = {
  overdue: 'completeNextStep',
  due: 'completeNextStep',
  quiet: 'logActivity',
  stalled: 'setStage',
  close_date: 'setCloseDate',
  no_next_step: 'setNextStep',
  pushed: 'setCloseDate',
  missing: 'logActivity',
};

/**
 * What to do about the open deals: in the order of the team's rules (`today` in `sales-process.yaml`), each deal once, at the first
 * rule that it meets. Within a rule the worst comes first (the most days, the most pushes), then the furthest stage, then the path; money
 * has no say, since currencies do not compare.
 *
 * @param open `needsOfOpen` of the deals
 */
export function whatToDo(open: readonly OpenNeeds[], process: Process, asOf: CalendarDate): WhatToDo {
  const found = open.flatMap(one => toDoOf(one, process, asOf) ?? []);
  return {
    now: found
      .filter(one => one.toDo !== undefined)
      .sort(byUrgency(process))
      .map(({ toDo }) => toDo),
    next: found.flatMap(one => (one.toDo ? [] : one.planned)).sort(byFirstDay),
  };
}

/** The most urgent first; of those that are alike, by their paths. */
export function byUrgency({ today }: Process) {
  const placeOf = ({ rule }: ToDo) => today.indexOf(rule);
  return (a: ToBeDone, b: ToBeDone): number =>
    ascending(placeOf(a.toDo), placeOf(b.toDo)) ||
    descending(a.worst, b.worst) ||
    descending(stageIndex(a.toDo.stage), stageIndex(b.toDo.stage)) ||
    ascending(a.toDo.path, b.toDo.path);
}

/** The earliest first; of those that are alike, by their paths. */
export function byFirstDay(a: PlannedDeal, b: PlannedDeal): number {
  return ascending(firstDayOf(a), firstDayOf(b)) || ascending(a.path, b.path);
}

/** What is to be done about a deal today, and how bad it is beside others of the same rule. */
export interface ToBeDone {
  readonly toDo: ToDo;
  readonly worst: number;
}

type WhatFound = ToBeDone | { readonly toDo?: undefined; readonly planned: PlannedDeal };

/** Of one deal; nothing where there is nothing to do about it. */
export const toDoOf = remembered(
  ({ deal, openDeal, needs }: OpenNeeds, process: Process, asOf: CalendarDate): WhatFound | undefined => {
    const reasons = inOrder([...needs, ...nearReasons(deal, process, asOf)], process.today);
    const [first] = reasons;
    const rule = first && ruleOf(first);
    const planned = plannedDeal(deal, asOf);
    if (rule) {
      const toDo = { ...planned, rule, reasons, action: actionFor(first, rule) };
      return { toDo, worst: sizeOf(first, openDeal.days) };
    }
    return isNear(deal.nextStepOn, asOf) || planned.todos.length ? { planned } : undefined;
  },
);

/** Of the step and the to-dos of one that is near. */
function firstDayOf({ stepOn, todos }: PlannedDeal): CalendarDate {
  const [first] = todos;
  return stepOn && (!first || stepOn < first.on) ? stepOn : first!.on;
}

/** Without those of rules that the team doesn't have. */
function inOrder(reasons: readonly ToDoReason[], rules: readonly TodayRule[]): ToDoReason[] {
  const listing = rules.flatMap(rule => reasons.filter(reason => ruleOf(reason) === rule));
  return [...listing, ...reasons.filter(isBeside)];
}

function ruleOf(reason: ToDoReason): TodayRule | undefined {
  return isBeside(reason) ? undefined : RULE_OF[reason.kind];
}

/** Nearly every deal has such a reason: it brings none into the list. */
function isBeside(reason: ToDoReason): boolean {
  return (reason.kind === 'criteriaOpen' || reason.kind === 'pushed') && !isEnough(reason);
}

function nearReasons(deal: Deal, process: Process, asOf: CalendarDate): ToDoReason[] {
  const { nextStepOn, closeDate } = deal;
  const reasons: ToDoReason[] = [];
  if (nextStepOn === asOf) reasons.push({ kind: 'nextStepDue', on: asOf });
  for (const { on } of deal.todos ?? []) {
    if (on < asOf) reasons.push({ kind: 'todoOverdue', on, days: daysBetween(on, asOf) });
    if (on === asOf) reasons.push({ kind: 'todoDue', on });
  }
  if (isNear(closeDate, asOf)) {
    const ids = openBefore(deal, process).criteria.map(({ id }) => id);
    const days = daysBetween(asOf, closeDate);
    if (ids.length) reasons.push({ kind: 'closeDateNear', on: closeDate, days, ids });
  }
  return reasons;
}

/** Today or within a week. */
function isNear(day: CalendarDate | undefined, asOf: CalendarDate): day is CalendarDate {
  return day !== undefined && day >= asOf && day <= addDays(asOf, NEAR);
}

/** A close date that is near is no fault of the date: what the stage asks for is open. */
function actionFor(reason: ToDoReason, rule: TodayRule): BestAction {
  if (reason.kind === 'todoOverdue' || reason.kind === 'todoDue') return 'tickTodo';
  if (reason.kind === 'noValue') return 'setValue';
  return reason.kind === 'closeDateNear' ? 'setStage' : BEST_ACTION[rule];
}

/** How bad it is, beside others of the same rule. */
function sizeOf(reason: ToDoReason, daysInStage: number | null): number {
  switch (reason.kind) {
    case 'pushed':
      return reason.times;
    case 'closeDateNear':
      return -reason.days;
    case 'stalled':
    case 'unusual':
    case 'idle':
    case 'nextStepOverdue':
    case 'todoOverdue':
    case 'closeDatePassed':
      return reason.days;
    case 'noNextStep':
    case 'nextStepDue':
    case 'todoDue':
    case 'criteriaOpen':
    case 'fewContacts':
    case 'noDecisionMaker':
    case 'noValue':
    case 'unanswered':
      return daysInStage ?? 0;
  }
}

function plannedDeal(deal: Deal, asOf: CalendarDate): PlannedDeal {
  const { path, title, account, owner, stage, value, nextStep, nextStepOn } = deal;
  return {
    ...{ path, title, stage },
    account: account ?? null,
    owner: owner ?? null,
    value: value ?? null,
    step: nextStep ?? null,
    stepOn: nextStepOn ?? null,
    daysLate: nextStepOn ? daysBetween(nextStepOn, asOf) : null,
    todos: (deal.todos ?? [])
      .filter(({ on }) => on <= addDays(asOf, NEAR))
      .map(todo => ({ ...todo, daysLate: daysBetween(todo.on, asOf) })),
  };
}
