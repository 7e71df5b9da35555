import type { ToDoReason } from '../../../core/metrics/today/whatToDo';

/** So many are read. */
const MOST = 3;
/** How late a step is stands before it already, and that there is none in its place. */
const SAID_ALREADY: readonly ToDoReason['kind'][] = ['nextStepOverdue', 'nextStepDue', 'noNextStep'];

/** The reasons that a row names, of two that say the same of a stay the stricter. */
export function reasonsTold(reasons: readonly ToDoReason[]): ToDoReason[] {
  const isStalled = reasons.some(({ kind }) => kind === 'stalled');
  return reasons
    .filter(({ kind }) => !SAID_ALREADY.includes(kind) && !(kind === 'unusual' && isStalled))
    .slice(0, MOST);
}
