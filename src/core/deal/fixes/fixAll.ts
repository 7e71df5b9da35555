import { isSerious, type Problem } from '../../problem';
import { isSaidAlike } from '../../says';
import { applyEdits, placeBefore, replacing, type TextEdit } from '../../textEdit';
import { diagnose, type Patient } from './fixes';
import type { Fix } from './fix';
import { lineAt } from './textFixes';

/** So many fixes are made at once: nobody's deal has more slips, and each is proved by reading the file again. */
const MOST_FIXES = 30;

/** In characters. It is done at each saving, and what is longer is no deal that anybody wrote. */
const LONGEST = 200_000;

export interface AllFixed {
  /** One edit of the lines that the fixes touch; none where there is nothing to fix. */
  readonly edits: readonly TextEdit[];
  /** Those that are gone, by where they are in the text as it was; also those that were seen only after another fix. */
  readonly fixed: readonly Problem[];
}

/** One fix of several, and what the text said before it. */
interface FixStep extends Pick<Fix, 'edits'> {
  readonly text: string;
  readonly problem: Problem;
  readonly problems: readonly Problem[];
}

/** Makes all fixes, one after the other, that neither guess nor lose anything. What is alike elsewhere has no say in it. */
export function fixAll(patient: Omit<Patient, 'alike'>): AllFixed {
  if (patient.text.length > LONGEST) return { edits: [], fixed: [] };
  const steps: FixStep[] = [];
  let { text } = patient;
  let { problems, fixesOf } = diagnose({ ...patient, alike: [] });
  while (steps.length < MOST_FIXES) {
    const found = firstOf(problems.slice(0, MOST_FIXES), problem => {
      const safe = fixesOf(problem).find(({ isSafe }) => isSafe);
      return safe && { problem, edits: safe.edits };
    });
    const after = found && applyEdits(text, found.edits);
    if (after === undefined || after === text) break;
    steps.push({ ...found!, text, problems });
    text = after;
    ({ problems, fixesOf } = diagnose({ ...patient, text, alike: [] }));
  }
  return { edits: replacing(patient.text, text), fixed: fixedBy(steps, problems) };
}

/** What each step was about, and what went with it and is nowhere now. */
function fixedBy(steps: readonly FixStep[], left: readonly Problem[]): Problem[] {
  const atFirst = (problem: Problem, step: number) => placedBefore(problem, steps.slice(0, step + 1));
  const fixed = steps.map(({ problem }, index) => atFirst(problem, index));
  const isTold = (one: Problem) => fixed.some(({ code, line }) => code === one.code && line === one.line);
  const isLeft = (one: Problem) =>
    left.some(({ code, says }) => code === one.code && isSaidAlike(says, one.says));
  for (const [index, { problems }] of steps.entries()) {
    for (const problem of problems) {
      const one = atFirst(problem, index);
      if (isSerious(one) && !isTold(one) && !isLeft(one)) fixed.push(one);
    }
  }
  return fixed;
}

/** A problem of the last step by where it was before the first. */
function placedBefore(problem: Problem, steps: readonly FixStep[]): Problem {
  const before = (line: number, column: number) => {
    let at = lineAt(steps.at(-1)!.text, line).start + column - 1;
    for (const { edits } of steps.slice(0, -1).reverse()) at = placeBefore(at, edits);
    const above = steps[0]!.text.slice(0, at).split('\n');
    return { line: above.length, column: above.at(-1)!.length + 1 };
  };
  const { line, column, end } = problem;
  const start = before(line, column ?? 1);
  return {
    ...problem,
    ...(column === undefined ? { line: start.line } : start),
    ...(end && { end: before(end.line, end.column) }),
  };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
