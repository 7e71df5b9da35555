import type { CalendarDate } from '../calendar';
import { due, isIdle, isOnHold, isStalled } from '../deal/condition';
import { firstDay, isOpen, type Deal } from '../deal/deal';
import { withoutSign } from '../deal/tags';
import { hasNoNext } from '../deal/warnings';
import { rowOf } from '../fields/table';
import { isArchived } from '../pipeline/archive';
import type { Process } from '../process/process';
import { searchable } from '../text/searchable';
import { namesToChoose } from './choices';
import { askedIn, fieldOf, isChoice, type ChoiceKey, type DealFilter, type OtherKey } from './table';

type Test = (deal: Deal) => boolean;

/** By what a deal counts as stalled, and on which day. */
export interface FilterContext {
  readonly process: Process;
  readonly asOf: CalendarDate;
}

/** The one test whether a filter means a deal. Names are alike that differ only in case, accents and blanks. */
export function dealFilter(filter: DealFilter, context: FilterContext): Test {
  const tests = askedIn(filter).map(key =>
    isChoice(key) ? anyOf(key, filter[key]!) : testOf(key, filter, context),
  );
  const { picked } = filter;
  if (picked) tests.push(({ path }) => picked.paths.has(path));
  return deal => tests.every(test => test(deal));
}

/** The same names come again and again, and to make them alike takes longer than all else here. */
function anyOf(key: ChoiceKey, wanted: readonly string[]): Test {
  const isTag = rowOf(fieldOf(key)).kind === 'tag';
  const names = new Set(wanted.map(name => searchable(isTag ? withoutSign(name) : name)));
  const known = new Map<string, boolean>();
  const isWanted = (name: string) => {
    let is = known.get(name);
    if (is === undefined) known.set(name, (is = names.has(searchable(name))));
    return is;
  };
  return deal => namesToChoose(deal, key).some(isWanted);
}

function testOf<K extends OtherKey>(key: K, filter: DealFilter, context: FilterContext): Test {
  return TESTS[key](filter[key]!, context);
}

const TESTS: {
  readonly [K in OtherKey]: (asked: NonNullable<DealFilter[K]>, context: FilterContext) => Test;
} = {
  text: asked => {
    const words = searchable(asked).split(' ');
    return deal => containsAll(deal, words);
  },
  // A deal without a day is on neither side of one.
  from: day => deal => (firstDay(deal) ?? '') >= day,
  to: day => deal => (firstDay(deal) ?? '~') <= day,
  minValue:
    least =>
    ({ value }) =>
      value !== undefined && value.amount >= least,
  maxValue:
    most =>
    ({ value }) =>
      value !== undefined && value.amount <= most,
  closing: (period, { asOf }) => {
    const end = endOf(period, asOf);
    // What was to close before and did not is to close now.
    return deal => isOpen(deal) && (deal.closeDate ?? '~') <= end;
  },
  stalled:
    (_, { process, asOf }) =>
    deal =>
      isStalled(deal, process, asOf),
  idle:
    (_, { process, asOf }) =>
    deal =>
      isIdle(deal, process, asOf),
  overdue:
    (_, { asOf }) =>
    deal =>
      isOpen(deal) && !isOnHold(deal, asOf) && due(deal, asOf) === 'overdue',
  noNextStep:
    (_, { asOf }) =>
    deal =>
      isOpen(deal) && !isOnHold(deal, asOf) && hasNoNext(deal, asOf),
  archived: counts => deal => counts || !isArchived(deal),
};

function containsAll(deal: Deal, words: readonly string[]): boolean {
  const contacts = deal.contacts.flatMap(({ name, email }) => [name, email]);
  const texts = [
    deal.title,
    deal.account,
    deal.owner,
    deal.nextStep,
    ...deal.tags.map(tag => `#${tag}`),
    ...contacts,
  ];
  const text = searchable(texts.join(' '));
  return words.every(word => text.includes(word));
}

/** Not a date in all months, but the last one of any is not behind it. */
function endOf(closing: 'month' | 'quarter', today: CalendarDate): string {
  const month = Number(today.slice(5, 7));
  const last = closing === 'month' ? month : Math.ceil(month / 3) * 3;
  return `${today.slice(0, 4)}-${String(last).padStart(2, '0')}-31`;
}
