import { changeDeal, type Changed } from '../core/deal/changeDeal';
import type { Deal } from '../core/deal/deal';
import { tickTodos, type Todo } from '../core/deal/todos';
import { refuse, type Refusal } from '../core/refusal';
import { searchable } from '../core/text/searchable';
import type { Address } from './address';
import { editDeals } from './changeDeals';
import type { Result } from './result';
import { say } from './say';
import type { Workspace } from './workspace';

/** A deal of which to-dos were ticked. */
export interface Ticked extends Changed {
  readonly todos: readonly Todo[];
}

/** Ticks to-dos of deals, each as it was read of its deal. */
export function tickThese(
  workspace: Workspace,
  meant: ReadonlyMap<Address, readonly Todo[]>,
): Promise<Result<Ticked>> {
  return tick(workspace, [...meant.keys()], (_, file) => meant.get(file)!);
}

/** Ticks the one to-do of each deal that says this, or has it in what it says. */
export function tickNamed(
  workspace: Workspace,
  named: readonly Address[],
  typed: string,
): Promise<Result<Ticked>> {
  return tick(workspace, named, deal => todoCalled(deal, typed));
}

function tick(
  workspace: Workspace,
  named: readonly Address[],
  choose: (deal: Deal, file: Address) => readonly Todo[] | Refusal,
): Promise<Result<Ticked>> {
  return editDeals<Ticked>(workspace, named, ({ file, path, text, process }) => {
    let todos: readonly Todo[] = [];
    let refusal: Refusal | undefined;
    const changed = changeDeal(path, text, process, ({ deal }) => {
      const chosen = choose(deal, file);
      if ('problem' in chosen) {
        refusal = chosen;
        return {};
      }
      todos = chosen;
      const body = tickTodos(text, process, chosen);
      if (!body) refusal = refuse(say('todoGone', { todos: chosen.map(inFull) }));
      return { body: body ?? [] };
    });
    return changed.ok ? (refusal ?? { ...changed, todos }) : changed;
  });
}

/** All words of it before a part of it; of several nobody guesses. */
function todoCalled({ todos = [] }: Deal, typed: string): readonly Todo[] | Refusal {
  const wanted = searchable(typed);
  const whole = todos.filter(todo => [todo.what, inFull(todo)].some(text => searchable(text) === wanted));
  const found = whole.length ? whole : todos.filter(todo => searchable(inFull(todo)).includes(wanted));
  const [first, ...others] = found;
  if (!first) return refuse(say('noSuchTodo', { typed, todos: todos.map(inFull) }));
  const areSame = others.every(one => inFull(one) === inFull(first));
  return areSame ? [first] : refuse(say('severalTodos', { typed, todos: found.map(inFull) }));
}

/** `2026-12-04 Legal review @buyer` */
function inFull({ on, what, who }: Todo): string {
  return [on, what, who && !what.includes(`@${who}`) ? `@${who}` : ''].filter(part => part).join(' ');
}
