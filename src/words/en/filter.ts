import {
  askedIn,
  isChoice,
  kindOf,
  type ChoiceKey,
  type DealFilter,
  type FilterKey,
  type OtherKey,
} from '../../core/filter/table';
import { NO_CURRENCY } from '../../core/money';
import type { Status } from '../../core/process/outcome';
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
  return { describe, period, label, valueLabel, help };
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
  const { picked } = filter;
  return [picked && `“${say.name(picked.words)}”`, ...parts].filter(part => part).join(', ');
}

/** `from 2026-07-01 up to 2026-09-30` */
function period({ from, to }: DealFilter, { day }: Pick<FilterSpeech, 'day'>): string {
  return [from && `from ${day(from)}`, to && `up to ${day(to)}`].filter(part => part).join(' ');
}

function choice(key: ChoiceKey, filter: DealFilter, say: FilterSpeech): string {
  const names: readonly string[] = filter[key]!;
  const said = names.map(name => {
    if (kindOf(key) === 'stage') return say.stage(name as StageId);
    return isNoCurrency(key, name) ? 'none' : say.name(name);
  });
  return `${key} ${said.join(' or ')}`;
}

function isNoCurrency(key: ChoiceKey, name: string): boolean {
  return kindOf(key) === 'currency' && name === NO_CURRENCY;
}

/** What a filter is called where it is chosen. */
function label(key: FilterKey): string {
  return isChoice(key) ? key[0]!.toUpperCase() + key.slice(1) : LABELS[key];
}

/** What a name is called where it is chosen; a stage by the name that a team has for it. */
function valueLabel(key: ChoiceKey, name: string, stage: FilterSpeech['stage']): string {
  if (kindOf(key) === 'stage') return stage(name as StageId);
  if (kindOf(key) === 'status') return STATUSES[name as Status];
  return isNoCurrency(key, name) ? 'No currency' : name;
}

/** What the three are called where one is chosen. */
export const STATUSES: Readonly<Record<Status, string>> = { open: 'Open', won: 'Won', lost: 'Lost' };

const LABELS: Readonly<Record<OtherKey, string>> = {
  text: 'Text',
  from: 'Created from',
  to: 'Created up to',
  minValue: 'Value from',
  maxValue: 'Value up to',
  closing: 'Closing',
  stalled: 'Stalled',
  idle: 'Idle',
  overdue: 'Next step overdue',
  noNextStep: 'No next step',
  archived: 'Archived',
};

/** What an option of the command line is for. */
function help(key: FilterKey): string {
  if (!isChoice(key)) return HELP[key];
  const kind = kindOf(key);
  if (kind === 'stage') return 'only deals in this stage';
  if (kind === 'status') return 'only deals that are open, won or lost';
  if (key === 'owner') return 'only deals with this owner; “me” is who you are';
  return kind === 'currency' ? 'only deals with a value in this currency' : `only deals with this ${key}`;
}

const HELP: Readonly<Record<OtherKey, string>> = {
  text: 'only deals with all these words in their title, account, owner, tags, contacts or next step',
  from: 'only deals created on this day or later',
  to: 'only deals created on this day or earlier',
  minValue: 'only deals with at least this value',
  maxValue: 'only deals with at most this value',
  closing: 'only open deals due to close by the end of this month or quarter',
  stalled: 'only deals over the time limit of their stage',
  idle: 'only deals without recent activity and with nothing planned',
  overdue: 'only open deals whose next step is overdue',
  noNextStep: 'only open deals with neither a next step nor a dated to-do',
  archived: 'only deals that aren’t in the archive',
};

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
