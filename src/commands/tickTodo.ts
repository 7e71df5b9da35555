import { env, l10n, window, type Uri } from 'vscode';
import { tickThese, type Ticked } from '../actions/todos';
import { dealOf } from '../core/deal/entry';
import { isOpen, type Deal } from '../core/deal/deal';
import type { Todo } from '../core/deal/todos';
import { plainText, withoutIcons } from '../core/escape';
import { dayInWords } from '../core/peopleDates';
import { sideBySide } from '../core/sideBySide';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { uriOf } from '../files/uris';
import type { Changes } from './changes';
import { asField } from './report';
import { oneOf, targetsOf, titleFor } from './targets';

/** Ticks the to-dos that it was called on, else those of a deal that the person picks. */
export async function tickTodo(
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const called = todosCalledOn(pipelines, args);
  const meant = called.size ? called : await pickTodos(pipelines, args);
  if (!meant?.size) return;
  const ticked = new Map([...meant].map(([uri, todos]) => [toAddress(uri), todos]));
  await changes.make<Ticked>([...meant.keys()], {
    act: workspace => tickThese(workspace, ticked),
    wordsOf: ({ plan: { todos } }) =>
      todos.length === 1
        ? l10n.t('ticked “{0}”', plainText(todos[0]!.what || todos[0]!.on, 60))
        : l10n.t('ticked {0} to-dos', todos.length),
    sentence: asField,
  });
}

/** Of the rows in the agenda that a key or a button means, those of to-dos that are still there. */
function todosCalledOn(
  pipelines: Pipelines,
  [clicked, selected]: readonly unknown[],
): Map<Uri, readonly Todo[]> {
  const rows: readonly unknown[] = Array.isArray(selected) && selected.length ? selected : [clicked];
  const found = new Map<string, { readonly uri: Uri; readonly todos: Todo[] }>();
  for (const row of rows) {
    const uri = uriOf(row);
    const line = lineOf(row);
    const deal = uri && line !== undefined ? dealOf(pipelines.entryAt(uri)) : undefined;
    const todo = deal?.todos?.find(one => one.line === line);
    if (!uri || !todo) continue;
    const one = found.get(uri.toString()) ?? { uri, todos: [] };
    found.set(uri.toString(), one);
    one.todos.push(todo);
  }
  return new Map([...found.values()].map(({ uri, todos }) => [uri, todos]));
}

/** The line of the to-do that a row is about. */
function lineOf(row: unknown): number | undefined {
  if (typeof row !== 'object' || row === null || !('todo' in row)) return undefined;
  const { todo } = row;
  const line = typeof todo === 'object' && todo !== null && 'line' in todo ? todo.line : undefined;
  return typeof line === 'number' ? line : undefined;
}

async function pickTodos(
  pipelines: Pipelines,
  args: readonly unknown[],
): Promise<Map<Uri, readonly Todo[]> | undefined> {
  const question = l10n.t('Tick a to-do of which deal?');
  const uris = await targetsOf(pipelines, args, hasTodos, question);
  const [uri] = await oneOf(pipelines, uris, args[0], question);
  if (!uri) return undefined;
  const todos = dealOf(pipelines.entryAt(uri))?.todos ?? [];
  if (!todos.length) {
    const message = l10n.t(
      'This deal has no open to-do. In the notes, a to-do is a line such as “- [ ] 2026-12-04 Legal review”.',
    );
    void window.showInformationMessage(message);
    return undefined;
  }
  const { today } = pipelines;
  const items = todos.map(todo => ({
    label: withoutIcons(plainText(todo.what, 120)) || dayInWords(todo.on, today, env.language),
    description: withoutIcons(
      sideBySide([dayInWords(todo.on, today, env.language), todo.who && `@${plainText(todo.who, 40)}`]),
    ),
    todo,
  }));
  const title = titleFor(pipelines, [uri], l10n.t('Tick To-Do'), '');
  const placeHolder = l10n.t('Check what is done');
  const picked = await window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return picked?.length ? new Map([[uri, picked.map(({ todo }) => todo)]]) : undefined;
}

function hasTodos(deal: Deal): boolean {
  return isOpen(deal) && deal.todos !== undefined;
}
