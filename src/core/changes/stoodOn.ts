import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { isDated } from '../deal/rewind';
import { takeBack } from '../metrics/standing';
import { remembered } from '../remember';
import type { StageId } from '../process/stages';

/**
 * A deal as it stood at the end of a day, to be held against how it stands: by its own lines and by git; `undefined` where it
 * was not there yet. One in which nothing has a day stands as it does later: nothing is known to have changed. One whose first
 * line only says which stage it left was in that stage.
 */
export const stoodOn: (deal: Deal, day: CalendarDate) => Deal | undefined = remembered((deal, day) => {
  if (!isDated(deal)) return deal;
  const then = takeBack(deal, day);
  const left = then ? undefined : stageLeft(deal);
  if (!left) return then;
  const old: Omit<Deal, 'stageNotKnown'> & { stageNotKnown?: true } = {
    ...{ ...deal, history: [], stage: left, status: 'open' },
    ...{ closedOn: undefined, lostReason: undefined },
  };
  delete old.stageNotKnown;
  return old;
});

/** The stage that a deal was in before all days that its file knows. */
function stageLeft({ created, history: [first] }: Deal): StageId | undefined {
  return created ? undefined : first?.from;
}
