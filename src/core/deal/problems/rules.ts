import { plainText } from '../../escape';
import { hint, warning, type At, type Problem } from '../../problem';
import { stageOf, type Process, type Rule } from '../../process/process';
import { stageIndex, type StageId } from '../../process/stages';

/** An entry into a stage, with where the file tells of it. */
export interface Entered {
  readonly stage: StageId;
  readonly at: At;
  /** Somebody has moved it there in spite of the rules, and the history says so. */
  readonly isMeant: boolean;
}

/**
 * The moves that the team's process warns of or does not allow. A command says so before it makes one; these were made
 * by hand, or before the rule was. What the process only warns of was somebody's decision, and so it is a hint.
 *
 * @param entered in the order in which it happened, and last the stage that the deal is in now
 */
export function brokenRules(entered: readonly Entered[], process: Process): Problem[] {
  if (process.skip === 'allow' && process.back === 'allow') return [];
  const problems: Problem[] = [];
  entered.forEach(({ stage, at, isMeant }, index) => {
    const before = entered[index - 1]?.stage ?? stage;
    const steps = stageIndex(stage) - stageIndex(before);
    if (steps === 0 || steps === 1 || isMeant) return;
    const names = `from ${labelOf(process, before)} to ${labelOf(process, stage)}`;
    if (steps < 0) add(process.back, 'step-back', `The deal goes back here, ${names}`, at);
    else add(process.skip, 'skipped-stage', `The deal skips a stage here, ${names}`, at);
  });
  return problems;

  function add(rule: Rule, code: 'step-back' | 'skipped-stage', what: string, at: At): void {
    if (rule === 'allow') return;
    const where = { line: 2, at };
    if (rule === 'warn') problems.push(hint(code, `${what}.`, where));
    else problems.push(warning(code, `${what}: the team’s sales-process.yaml does not allow it.`, where));
  }
}

function labelOf(process: Process, stage: StageId): string {
  return plainText(stageOf(process, stage).label, 60);
}
