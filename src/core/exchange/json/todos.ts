import type { Todo } from '../../deal/todos';
import { pick } from './pick';
import type { TodoJson } from './schema/todos';

export function todoAsJson(todo: Todo): TodoJson {
  return { ...pick(todo, 'on', 'what', 'line'), who: todo.who ?? null };
}
