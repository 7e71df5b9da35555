import { join } from 'node:path';
import type { CalendarDate } from '../core/calendar';
import type { Deal } from '../core/deal/deal';
import type { Entry } from '../core/deal/entry';
import { copyOf, type Copy } from '../core/deal/problems/hints';
import { isPlaceless } from '../core/frontMatter/places';
import { placed } from '../core/deal/problems/placed';
import { problemsIn } from '../core/deal/problems/problemsIn';
import { Duplicates } from '../core/pipeline/duplicates';
import type { Problem } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import type { PipelineOnDisk } from './pipeline';

/** A problem with the path of its file, as one can open it from the current folder. */
export interface Finding extends Problem {
  readonly path: string;
  /** The path below the pipeline's folder, as git and the pipeline have it. */
  readonly below: string;
}

/**
 * The same problems that the editor shows, in the order of paths and lines.
 *
 * @param isTold whether a problem of a file is printed: of others only the count matters, and their places take half of the time
 */
export function findingsIn(
  { root, pipeline, processProblems }: PipelineOnDisk,
  today: CalendarDate,
  textOf: (path: string) => string | undefined,
  isTold: (problem: Problem, path: string) => boolean,
): Finding[] {
  const { process } = pipeline;
  const duplicates = new Duplicates();
  for (const deal of pipeline.deals()) duplicates.set(deal.path, deal);
  const problemsOf = (entry: Entry): readonly Problem[] => {
    const alike = duplicates.of(entry.path);
    const copy = copyIn(duplicates, entry.path, textOf);
    const problems = problemsIn(entry, { process, today, alike, copy });
    const isSought = (problem: Problem) => isPlaceless(problem) && isTold(problem, entry.path);
    const text = problems.some(isSought) ? textOf(entry.path) : undefined;
    return text === undefined ? problems : placed(text, problems, process);
  };
  const finding =
    (path: string) =>
    (problem: Problem): Finding => ({ ...problem, path: join(root, path), below: path });
  return [
    ...processProblems.map(problem => finding(problem.file ?? PROCESS_FILE)(problem)),
    ...Array.from(pipeline.all()).flatMap(entry => problemsOf(entry).map(finding(entry.path))),
  ].sort(byPlace);
}

/** The file that this one is a copy of, if any. */
function copyIn(
  duplicates: Duplicates,
  path: string,
  textOf: (path: string) => string | undefined,
): Copy | undefined {
  const { byName, same } = duplicates.copied(path);
  if (!byName && !same.length) return undefined;
  const text = textOf(path);
  const isEqual = (other: Deal) => text !== undefined && text === textOf(other.path);
  return copyOf(byName, [...(byName ? [byName] : []), ...same].find(isEqual));
}

/** The order in which findings are told. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || (a.column ?? 1) - (b.column ?? 1);
}
