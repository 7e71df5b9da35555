import { diagnose } from '../../../../../src/core/deal/fixes/fixes';
import type { ProblemCode } from '../../../../../src/core/problem';
import { DEFAULT_PROCESS, type Process } from '../../../../../src/core/process/process';
import { applyEdits } from '../../../../../src/core/textEdit';
import { date, file } from '../../../support/deals';

/** Where something of a kind is told in a front matter, and what each way out makes of it, the likeliest first. */
export function waysOut(
  yaml: string,
  code: ProblemCode,
  process: Process = DEFAULT_PROCESS,
): { readonly place: string; readonly after: readonly string[] }[] {
  const text = file(yaml);
  const patient = { path: 'acme.md', text, process, today: date('2026-11-20'), alike: [] };
  const { problems, fixesOf } = diagnose(patient);
  const told = problems.filter(one => one.code === code);
  return told.map(problem => ({
    place: `${problem.line}:${problem.column}-${problem.end?.column} ${problem.severity}`,
    after: fixesOf(problem).map(({ edits }) => frontMatterOf(applyEdits(text, edits))),
  }));
}

function frontMatterOf(text: string): string {
  return /^---\n([^]*?)\n---\n/.exec(text)![1]!;
}
