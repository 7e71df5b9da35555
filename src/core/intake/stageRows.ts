import { isCalendarDate } from '../calendar';
import { isStageId, stageIndex } from '../process/stages';
import { linesOf, type StageEntered } from './historyOfRow';
import type { IncomingDeal } from './incoming';

/** Whether two rows of one id tell of two moments of the deal: each says on which day it began to stand as it says. */
export function areOfOneHistory(a: IncomingDeal, b: IncomingDeal): boolean {
  if (a.enteredOn === undefined || b.enteredOn === undefined) return false;
  return a.enteredOn !== b.enteredOn || standing(a) !== standing(b);
}

function standing({ stage, status }: IncomingDeal): string {
  return `${stage} ${status}`;
}

/**
 * The deal that rows tell of, one for each stage that it has been in, in whichever order: as the newest of them has it, with the
 * history that all of them are.
 */
export function dealOfRows(rows: readonly IncomingDeal[]): IncomingDeal {
  const inOrder = rows.toSorted((a, b) =>
    a.enteredOn === b.enteredOn
      ? placeOf(a) - placeOf(b)
      : (a.enteredOn ?? '') < (b.enteredOn ?? '')
        ? -1
        : 1,
  );
  const newest = inOrder.at(-1)!;
  const entered = inOrder.flatMap(({ enteredOn: on, stage, status }): StageEntered[] =>
    on && status === 'open' && isStageId(stage) ? [{ on, stage }] : [],
  );
  const { status, enteredOn } = newest;
  const closed = newest.fields['closed_on'];
  const isDated = status === 'open' || isCalendarDate(closed) || enteredOn === undefined;
  const fields = isDated ? newest.fields : { ...newest.fields, closed_on: enteredOn };
  const history = linesOf(entered, newest, fields);
  return {
    ...newest,
    fields,
    history: history.lines,
    stage: history.lastStage ?? newest.stage,
  };
}

/** Of one day the stage that comes last is the newest. */
function placeOf({ stage, status }: IncomingDeal): number {
  return status === 'open' && isStageId(stage) ? stageIndex(stage) : 7;
}
