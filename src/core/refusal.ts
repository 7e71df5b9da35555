import { error, type Problem } from './problem';

/** Why something that was asked for is not done. */
export interface Refusal {
  readonly ok: false;
  readonly problem: Problem;
}

export function refuse(message: string): Refusal {
  return { ok: false, problem: error('not-possible', message) };
}
