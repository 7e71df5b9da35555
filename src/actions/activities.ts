import type { CalendarDate } from '../core/calendar';
import type { Changed } from '../core/deal/changeDeal';
import { changeDeal } from '../core/deal/changeDeal';
import type { FrontMatterChange } from '../core/frontMatter/edit/change';
import { logActivity } from '../core/notes/logActivity';
import { refuse } from '../core/refusal';
import type { Address } from './address';
import { editDeals } from './changeDeals';
import { refuseDay, refusePlan } from './dayHappened';
import type { Result } from './result';
import type { Workspace } from './workspace';
import { say } from './say';

/**
 * Writes what happened into the logs of deals.
 *
 * @param on today, where nobody says another day
 */
export function logInDeals(
  workspace: Workspace,
  named: readonly Address[],
  what: string,
  on?: CalendarDate,
): Promise<Result> {
  const today = workspace.clock.today();
  const refusal = refuseDay(on, today);
  return editDeals<Changed>(
    workspace,
    named,
    ({ path, text, process }) =>
      refusal ?? changeDeal(path, text, process, () => ({ body: logActivity(text, on ?? today, what) })),
  );
}

/** What is to be done next, on one line; empty where nothing is. */
export interface NextStep {
  readonly step: string;
  /** Until when, where that is known. */
  readonly on?: CalendarDate | undefined;
}

/** Sets the next step of deals; the day of the one before goes with it. */
export function setNextStep(
  workspace: Workspace,
  named: readonly Address[],
  next: NextStep,
): Promise<Result> {
  const refusal = refusePlan(next.on, workspace.clock.today());
  return editDeals<Changed>(
    workspace,
    named,
    ({ path, text, process }) =>
      refusal ?? changeDeal(path, text, process, () => ({ frontMatter: changeOfNextStep(next) })),
  );
}

/**
 * Logs that the next step of deals is done, and sets the one after it.
 *
 * @param what happened; the step as it stands there, where nobody says otherwise
 */
export function completeNextStep(
  workspace: Workspace,
  named: readonly Address[],
  next: NextStep,
  what?: string,
): Promise<Result> {
  const today = workspace.clock.today();
  return editDeals<Changed>(workspace, named, ({ path, text, process }) => {
    const refusal = refusePlan(next.on, today);
    if (refusal) return refusal;
    let isMissing = false;
    const changed = changeDeal(path, text, process, ({ deal }) => {
      const done = what ?? deal.nextStep;
      isMissing = !done;
      return done ? { frontMatter: changeOfNextStep(next), body: logActivity(text, today, done) } : {};
    });
    return isMissing ? refuse(say('noStepToComplete')) : changed;
  });
}

/** The change of the front matter that sets a next step. */
export function changeOfNextStep({ step, on }: NextStep): FrontMatterChange {
  if (!step) return { clear: ['next_step', 'next_step_on'] };
  return on
    ? { set: { next_step: step, next_step_on: on } }
    : { set: { next_step: step }, clear: ['next_step_on'] };
}
