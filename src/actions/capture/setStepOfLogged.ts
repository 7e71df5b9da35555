import { changeDeal, type Changed } from '../../core/deal/changeDeal';
import type { Logged } from '../../core/loggedDay';
import { refuse } from '../../core/refusal';
import { changeOfNextStep, type NextStep } from '../activities';
import type { Address } from '../address';
import { editDeals } from '../changeDeals';
import { refusePlan } from '../dayHappened';
import type { Result } from '../result';
import { say } from '../say';
import type { Workspace } from '../workspace';
import { isStillLogged } from './logCapture';

/**
 * Makes what a line of the log announces the next step of a deal. A question about it may stand there for long: where the line was
 * taken back meanwhile, nothing is to come of it.
 */
export function setStepOfLogged(
  workspace: Workspace,
  file: Address,
  next: NextStep,
  line: Logged,
): Promise<Result> {
  const refusal = refusePlan(next.on, workspace.clock.today());
  return editDeals<Changed>(workspace, [file], ({ path, text, process }) => {
    if (!isStillLogged(text, line)) return refuse(say('noLongerLogged', { what: line.what }));
    return refusal ?? changeDeal(path, text, process, () => ({ frontMatter: changeOfNextStep(next) }));
  });
}
