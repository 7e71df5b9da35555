import type { BestAction, ToDoReason, WhatToDo } from '../../../core/metrics/today/whatToDo';
import { sideBySide } from '../../../core/sideBySide';
import type { Action } from '../../../shared/fromPage';
import { send } from '../../host';
import { labelOf, useSheet } from '../../sheetContext';
import { saidNeeds } from '../../../words/needs';
import { say, words } from '../../words';

const { todo: said } = words.today;

/** So many are read. */
const MOST = 3;
/** How late a step is stands before it already, and that there is none in its place; to-dos have lines of their own. */
const SAID_ALREADY: readonly ToDoReason['kind'][] = [
  'nextStepOverdue',
  'nextStepDue',
  'todoOverdue',
  'todoDue',
  'noNextStep',
];
/** Beside what helps most. */
const ALSO: readonly Action[] = ['setStage', 'logActivity'];

interface TodoRowProps {
  readonly deal: WhatToDo['next'][number];
  /** What it is called beside the others. */
  readonly name: string;
  readonly reasons: readonly ToDoReason[];
  readonly action: BestAction;
  readonly also?: readonly Action[] | undefined;
}

/** One deal: when, what to do, of which deal, why, and the buttons for it, which a day in the past has none of. */
export function TodoRow({ deal, name, reasons, action, also = ALSO }: TodoRowProps) {
  const sheet = useSheet();
  const { path, title, stage, value, step, stepOn, daysLate } = deal;
  const facts = [name, labelOf(sheet, stage), value && say.amount(value.amount, value.currency)];
  const best = action === 'tickTodo' ? [] : [action];
  const actions = [...new Set<Action>([...best, ...(step ? [] : (['setNextStep'] as const)), ...also])];
  const why = saidNeeds(reasons.filter(({ kind }) => !SAID_ALREADY.includes(kind))).slice(0, MOST);
  const isLate = daysLate !== null && daysLate > 0;
  return (
    <li>
      <span class={isLate ? 'when late' : 'when'}>{said.when(stepOn, daysLate, sheet.report.asOf)}</span>
      <div class="what">
        <button type="button" class="link" onClick={() => send({ type: 'openFile', path })}>
          {step ?? (deal.todos.length ? title : said.noStep)}
        </button>
        <span class="note">{sideBySide(facts)}</span>
        <DueTodos deal={deal} />
        <ul class="why">
          {why.map(reason => (
            <li key={reason.kind} class={reason.kind === 'criteriaOpen' ? 'quiet' : undefined}>
              {said.reason(reason, sheet.report.asOf)}
            </li>
          ))}
        </ul>
      </div>
      {sheet.past === null && (
        <div class="do">
          {actions.map(one => (
            <button
              key={one}
              type="button"
              class="secondary"
              aria-label={said.actionFor(said.actions[one], title)}
              onClick={() => send({ type: 'act', action: one, path })}
            >
              {said.actions[one]}
            </button>
          ))}
          {reasons.length > 0 && (
            <button
              type="button"
              class="secondary"
              aria-label={said.actionFor(said.actions.more, title)}
              onClick={() => send({ type: 'more', path })}
            >
              {said.actions.more}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** What the notes have to be done, each with its day and its tick. */
function DueTodos({ deal: { path, title, todos } }: { deal: TodoRowProps['deal'] }) {
  const { past, report } = useSheet();
  if (!todos.length) return null;
  return (
    <ul class="due-todos">
      {todos.map(({ on, what, who, daysLate, line }) => (
        <li key={line}>
          {past === null && (
            <>
              <button
                type="button"
                class="secondary"
                aria-label={said.actionFor(said.actions.tickTodo, `${said.todo(what, who)}, ${title}`)}
                onClick={() => send({ type: 'tick', path, line })}
              >
                {said.actions.tickTodo}
              </button>{' '}
            </>
          )}
          {said.todo(what, who)}{' '}
          <span class={daysLate > 0 ? 'note late' : 'note'}>{said.when(on, daysLate, report.asOf)}</span>
        </li>
      ))}
    </ul>
  );
}
