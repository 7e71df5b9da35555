import type { InWords, Problem } from '../../problem';
import type { CheckJson, ProblemJson } from './schema/check';

/** A problem, and the path of its file as it can be opened from the current folder. */
export interface ProblemInFile extends Problem {
  readonly path: string;
}

/** What `check --json` prints. */
export function checkAsJson(problems: readonly ProblemInFile[], inWords: InWords): CheckJson {
  return { version: 1, problems: problems.map(problem => problemAsJson(problem, inWords)) };
}

function problemAsJson(problem: ProblemInFile, inWords: InWords): ProblemJson {
  const { path, line, column, end, severity, code } = problem;
  return {
    path,
    line,
    column: column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    severity,
    code,
    message: inWords(problem),
  };
}
