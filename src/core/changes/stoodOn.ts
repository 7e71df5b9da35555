import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { isDated } from '../deal/rewind';
import { takeBack } from '../metrics/standing';
import { remembered } from '../remember';

/**
 * A deal as it stood at the end of a day, to be held against how it stands: by its own lines and by git; `undefined` where it
 * was not there yet. One in which nothing has a day stands as it does later: nothing is known to have changed. Where only the
 * next line says which stage it left, since when is not known, it was in that stage: else its first move would never be told.
 */
export const stoodOn: (deal: Deal, day: CalendarDate) => Deal | undefined = remembered((deal, day) => {
  if (!isDated(deal)) return deal;
  const then = takeBack(deal, day);
  if (then && !(then.stageNotKnown && then.status === 'open')) return then;
  const next = deal.history.find(({ on }) => on > day);
  // Without a day on which it was created, it's there before all that its file knows.
  if (!then && (deal.created || next !== deal.history[0])) return undefined;
  if (!next?.from) return then;
  const old: Omit<Deal, 'stageNotKnown'> & { stageNotKnown?: true } = {
    ...(then ?? { ...deal, history: [], status: 'open', closedOn: undefined, lostReason: undefined }),
    stage: next.from,
  };
  delete old.stageNotKnown;
  return old;
});
