import { error, type Problem } from './problem';
import type { Says } from './says';

/** Why something that was asked for is not done. */
export interface Refusal {
  readonly ok: false;
  readonly problem: Problem;
}

export function refuse(says: Says): Refusal {
  return { ok: false, problem: error('not-possible', says) };
}
