import { isDecadesAway, type CalendarDate } from '../calendar';
import { isOpen, type Deal } from '../deal/deal';

/** Something of an open deal that has a day. */
export interface PlannedThing {
  readonly kind: 'step' | 'todo' | 'close';
  readonly deal: Deal;
  readonly on: CalendarDate;
  /** What is to be done; empty where the file says only when. */
  readonly what: string;
  /** The same for the same thing each time it is asked for, whenever it is: no other of the pipeline has it. */
  readonly id: string;
}

/** What is planned, by its days. */
export interface PlannedDays {
  readonly things: readonly PlannedThing[];
  /** Those on days whose year was mistyped: nobody wants them in a calendar. */
  readonly mistyped: readonly PlannedThing[];
}

/**
 * Next steps, dated to-dos and close dates of the open deals. What is done isn’t among them, nor anything of a deal on hold that
 * falls before the hold ends.
 */
export function plannedIn(deals: Iterable<Deal>, asOf: CalendarDate): PlannedDays {
  const isMeant = ({ on, deal: { onHoldUntil } }: PlannedThing) => !(onHoldUntil && on < onHoldUntil);
  const all = [...deals].filter(isOpen).flatMap(thingsOf).filter(isMeant);
  all.sort((a, b) => Number(a.on > b.on) - Number(a.on < b.on) || (a.id < b.id ? -1 : 1));
  return {
    things: all.filter(({ on }) => !isDecadesAway(on, asOf)),
    mistyped: all.filter(({ on }) => isDecadesAway(on, asOf)),
  };
}

/** Next step, dated to-dos and close date of a deal, in this order; the to-dos by their days. */
export function thingsOf(deal: Deal): PlannedThing[] {
  const { path, nextStep, nextStepOn, closeDate, todos = [] } = deal;
  const alike = new Map<string, number>();
  const things: PlannedThing[] = [];
  const add = (
    kind: PlannedThing['kind'],
    on: CalendarDate | undefined,
    what: string,
    which: string[] = [],
  ) => {
    if (on) things.push({ kind, deal, on, what, id: asId([kind, ...which, path]) });
  };
  add('step', nextStepOn, nextStep ?? '');
  for (const { on, what } of todos) {
    // By its words, so that it is the same on another day; of several that say the same, by their order.
    const nth = (alike.get(what) ?? 0) + 1;
    alike.set(what, nth);
    add('todo', on, what, [String(nth), what]);
  }
  add('close', closeDate, '');
  return things;
}

/** Some words as one, which no other words give: none of them has the sign between them. */
export function asId(words: readonly string[]): string {
  // Half of a character that takes two units has no code.
  return words.map(word => encodeURIComponent(word.replace(/\p{Cs}/gu, '\ufffd'))).join(':');
}
