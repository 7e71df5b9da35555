import type { Moved } from '../../deal/transition';
import type { InWords, Problem } from '../../problem';
import { pick } from './pick';
import type { MovedJson, RefusedJson } from './schema/moves';
import { stageAsJson } from './values';

/** What the JSON of a command that moves a deal has besides what that of every change has. */
export function moveAsJson({ from, to }: Pick<Moved, 'from' | 'to'>): Pick<MovedJson, 'from' | 'to'> {
  return {
    from: { stage: stageAsJson(from), status: from.status },
    to: pick(to, 'stage', 'status'),
  };
}

/** A file in which nothing was changed, named as the person named it. */
export function refusedAsJson(path: string, problem: Problem, inWords: InWords): RefusedJson {
  return { path, ok: false, ...pick(problem, 'code', 'line'), message: inWords(problem) };
}
