import { Type } from 'typebox';
import { PROBLEM_CODES } from '../../../problem';
import { TODAY_RULES } from '../../../process/todayRules';
import { need } from './funnel/deals';
import { dealSum } from './funnel/figures';
import { todo } from './todos';
import {
  count,
  day,
  exact,
  files,
  money,
  oneOf,
  ordinal,
  orNull,
  stage,
  stageOfClosed,
  text,
  version,
  type Published,
} from './values';

const deal = {
  path: text('Relative to the pipeline’s folder, with “/” between its parts.'),
  title: text(),
  account: orNull(text()),
  owner: orNull(text()),
  stage: stageOfClosed,
  value: orNull(money, 'What counts: where the value recurs, that of the contract.'),
};

const planned = {
  ...deal,
  stage,
  step: orNull(text(), 'The next step.'),
  stepOn: orNull(day()),
  daysLate: orNull(Type.Integer(), '0 if the step is due today, below 0 if it’s still to come.'),
  todos: Type.Array(exact({ ...todo.properties, daysLate: Type.Integer() }), {
    description: 'To-dos in the notes that are late or due within a week, by day.',
  }),
};

const of = <const K extends string>(kind: K) => Type.Literal(kind);

const toDoReason = Type.Union([
  need,
  exact({ kind: of('nextStepDue'), on: day() }),
  exact({ kind: of('todoOverdue'), on: day(), days: count() }),
  exact({ kind: of('todoDue'), on: day() }),
  exact({ kind: of('closeDateNear'), on: day(), days: count(), ids: Type.Array(text()) }),
]);
export type ToDoReasonJson = Published<typeof toDoReason>;

const toDo = exact({
  ...planned,
  rule: oneOf(TODAY_RULES, 'The first of the team’s rules that it meets.'),
  reasons: Type.Array(toDoReason, { minItems: 1 }),
  action: oneOf(
    ['completeNextStep', 'tickTodo', 'setNextStep', 'logActivity', 'setStage', 'setCloseDate', 'setValue'],
    'What helps most.',
  ),
});
export type ToDoJson = Published<typeof toDo>;

const plannedDeal = exact(planned);
export type PlannedDealJson = Published<typeof plannedDeal>;

const inQuarter = (description?: string) => Type.Number(description === undefined ? {} : { description });

const against = exact({
  quota: money,
  won: inQuarter('In the currency of the quota, as all here; other currencies at the team’s rates.'),
  commit: inQuarter(),
  bestCase: inQuarter(),
  gap: inQuarter('quota − won − commit − bestCase; 0 if they reach it.'),
  without: Type.Array(Type.String(), {
    description: 'The currencies left out: the team has no rate for them.',
  }),
});

const quarter = exact({
  quarter: text('2026-Q4'),
  daysLeft: count('To the last day of the quarter.'),
  won: dealSum,
  commit: dealSum,
  bestCase: dealSum,
  against: orNull(
    against,
    'null if the chosen deals have no quota: only the team and single owners have one.',
  ),
});
export type RunningQuarterJson = Published<typeof quarter>;

const changed = exact(deal);
const moved = exact({ ...deal, from: stage });
const won = exact({ ...deal, on: orNull(day()) });
const lost = exact({ ...deal, on: orNull(day()), reason: orNull(text()) });
const pushed = exact({ ...deal, from: day(), to: day(), days: ordinal() });
export type ChangedDealJson = Published<typeof changed>;

const sum = dealSum.properties;

const changesSince = exact({
  since: day('The first day that counts: last Monday.'),
  new: exact({ ...sum, deals: Type.Array(changed) }),
  movedOn: exact({ ...sum, deals: Type.Array(moved) }),
  movedBack: exact({ ...sum, deals: Type.Array(moved) }),
  won: exact({ ...sum, deals: Type.Array(won) }),
  lost: exact({ ...sum, deals: Type.Array(lost) }),
  pushed: exact(
    { ...sum, deals: Type.Array(pushed) },
    { description: 'Open deals with a later close date than before.' },
  ),
  activities: count('Lines of the logs that are dated since then.'),
});
export type ChangesSinceJson = Published<typeof changesSince>;

const attention = exact({
  path: deal.path,
  line: ordinal(),
  code: oneOf(PROBLEM_CODES),
  message: text('For people; the wording may change.'),
  fix: orNull(text('For people; the wording may change.'), 'The likeliest fix, if there is one.'),
});
export type AttentionJson = Published<typeof attention>;

export const today = exact(
  {
    version,
    asOf: day('Today.'),
    owners: Type.Array(text(), { description: 'The owners asked for; none for all deals.' }),
    files,
    quarter,
    toDo: Type.Array(toDo, { description: 'Open deals with something to do today, most urgent first.' }),
    next: Type.Array(plannedDeal, {
      description:
        'Deals with nothing to do today and a next step or a to-do within a week, the earliest first.',
    }),
    changes: changesSince,
    needsAttention: Type.Array(attention, {
      description: 'Files that aren’t read as deals until they’re fixed.',
    }),
  },
  { title: 'A rep’s day: deal-notes today --json' },
);
export type TodayJson = Published<typeof today>;
