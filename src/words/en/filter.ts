import {
  askedIn,
  isChoice,
  kindOf,
  type ChoiceKey,
  type DealFilter,
  type OtherKey,
} from '../../core/filter/table';
import type { StageId } from '../../core/process/stages';

/** How those parts of a filter are said that each place says in its own way. */
export interface FilterSpeech {
  readonly stage: (id: StageId) => string;
  /** Any other name, which comes from a file. */
  readonly name: (name: string) => string;
  readonly day: (day: string) => string;
  readonly amount: (amount: number) => string;
}

const AS_WRITTEN: FilterSpeech = { stage: id => id, name: name => name, day: day => day, amount: String };

/** The words of filters in English. */
export function englishFilter() {
  return { describe, period };
}

/**
 * Which deals a filter means: `owner dana or ben, created from 2026-01-01, value from 5000`; empty where it asks for
 * nothing.
 */
function describe(filter: DealFilter, speech: Partial<FilterSpeech> = {}): string {
  const say = { ...AS_WRITTEN, ...speech };
  const parts = askedIn(filter).map(key =>
    isChoice(key) ? choice(key, filter, say) : OTHERS[key](filter, say),
  );
  return parts.filter(part => part).join(', ');
}

/** `from 2026-07-01 up to 2026-09-30` */
function period({ from, to }: DealFilter, { day }: Pick<FilterSpeech, 'day'>): string {
  return [from && `from ${day(from)}`, to && `up to ${day(to)}`].filter(part => part).join(' ');
}

function choice(key: ChoiceKey, filter: DealFilter, say: FilterSpeech): string {
  const names: readonly string[] = filter[key]!;
  const said = names.map(name => (kindOf(key) === 'stage' ? say.stage(name as StageId) : say.name(name)));
  return `${key} ${said.join(' or ')}`;
}

/** Two bounds are said together, where the first of them is. */
const OTHERS: Readonly<Record<OtherKey, (filter: DealFilter, say: FilterSpeech) => string | undefined>> = {
  text: ({ text = '' }, say) => `“${say.name(text.trim())}”`,
  from: (filter, say) => `created ${period(filter, say)}`,
  to: (filter, say) => (filter.from ? undefined : `created ${period(filter, say)}`),
  minValue: (filter, say) => value(filter, say),
  maxValue: (filter, say) => (filter.minValue === undefined ? value(filter, say) : undefined),
  closing: ({ closing }) => `closing this ${closing}`,
  stalled: () => 'stalled',
  idle: () => 'idle',
  overdue: () => 'next step overdue',
  noNextStep: () => 'no next step',
  archived: ({ archived }) => (archived ? 'archived included' : 'without archived'),
};

function value({ minValue, maxValue }: DealFilter, { amount }: FilterSpeech): string {
  const bounds = [
    minValue !== undefined && `from ${amount(minValue)}`,
    maxValue !== undefined && `up to ${amount(maxValue)}`,
  ];
  return `value ${bounds.filter(part => part).join(' ')}`;
}
