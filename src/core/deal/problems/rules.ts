import { hint, warning, type At, type Problem } from '../../problem';
import { stageOf, type Process, type Rule } from '../../process/process';
import { say, type DealSays } from '../say';
import { STAGE_IDS, stageIndex, type StageId } from '../../process/stages';
import { isWonEarly, type Deal } from '../deal';

/** An entry into a stage, with where the file tells of it. */
export interface Entered {
  readonly stage: StageId;
  readonly at: At;
  /** Somebody has moved it there in spite of the rules, and the history says so. */
  readonly isMeant: boolean;
}

type Taken = Omit<DealSays['movedByHand'], 'isBlocked'>;

/**
 * The moves that the team's process warns of or does not allow. A command says so before it makes one; these were made
 * by hand, or before the rule was. What the process only warns of was somebody's decision, and so it is a hint.
 *
 * @param entered in the order in which it happened, and last the stage that the deal is in now
 */
export function brokenRules(entered: readonly Entered[], process: Process): Problem[] {
  if (hasNoRules(process)) return [];
  const problems: Problem[] = [];
  entered.forEach(({ stage, at, isMeant }, index) => {
    const before = entered[index - 1]?.stage ?? stage;
    const steps = stageIndex(stage) - stageIndex(before);
    if (steps === 0 || steps === 1 || isMeant) return;
    const [from, to] = [labelOf(process, before), labelOf(process, stage)];
    problems.push(
      ...(steps < 0
        ? brokenRule(process.back, 'step-back', { step: 'back', from, to }, at)
        : brokenRule(process.skip, 'skipped-stage', { step: 'skip', from, to }, at)),
    );
  });
  return problems;
}

/** Whether every move is allowed, of which nothing is to be told then. */
export function hasNoRules({ skip, back }: Process): boolean {
  return skip === 'allow' && back === 'allow';
}

/** The same of a deal that was won before the last stage. */
export function wonEarly(deal: Deal, process: Process): Problem[] {
  if (!isWonEarly(deal)) return [];
  if (deal.history.findLast(event => event.status === 'won')?.isMeant) return [];
  const [from, to] = [labelOf(process, deal.stage), labelOf(process, STAGE_IDS.at(-1)!)];
  return brokenRule(process.winEarly, 'won-early', { step: 'winEarly', from, to }, ['status']);
}

function brokenRule(
  rule: Rule,
  code: 'step-back' | 'skipped-stage' | 'won-early',
  taken: Taken,
  at: At,
): Problem[] {
  if (rule === 'allow') return [];
  const isBlocked = rule === 'block';
  const says = say('movedByHand', { ...taken, isBlocked });
  return [(isBlocked ? warning : hint)(code, says, { line: 2, at })];
}

function labelOf(process: Process, stage: StageId): string {
  return stageOf(process, stage).label;
}
