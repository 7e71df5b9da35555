import { warning, type Problem } from '../../problem';
import { say } from '../say';

/** How a merge under way has left a file to people. */
export type LeftUnmerged = 'changedByBoth' | 'deletedByOne' | 'renamedByBoth';

/** What is wrong with a file that git has not merged and that has no marker which would show it. */
export function unmergedProblem(how: LeftUnmerged): Problem {
  return warning('unmerged', say(SAID[how]));
}

const SAID = {
  changedByBoth: 'unmerged',
  deletedByOne: 'deletedByOne',
  renamedByBoth: 'renamedByBoth',
} as const;
