import { InvalidArgumentError, Option, type Command } from 'commander';
import { STATUS_NAMES } from '../core/deal/statusNames';
import { readMoney } from '../core/deal/saidMoney';
import {
  CLOSINGS,
  FILTER_KEYS,
  kindOf,
  type DealFilter,
  type FilterKey,
  type FilterKind,
} from '../core/filter/table';
import { normaliseName, type Process } from '../core/process/process';
import { filterWords } from '../words/filter';
import { toDay, toStage, toText } from './options';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** What commander hands over for the options of filters. */
export type FilterOptions = Readonly<Record<string, unknown>>;

interface Form {
  /** What stands behind the flag; nothing where the flag says it all. */
  readonly takes?: string;
  /** May be given several times; any of the values will do. */
  readonly several?: true;
  /** @throws InvalidArgumentError where the text makes no sense */
  readonly read?: (text: string) => unknown;
}

const FORMS: Readonly<Record<FilterKind, Form>> = {
  names: { takes: '<name>', several: true, read: toText },
  currency: { takes: '<code>', several: true, read: toText },
  // Which stages there are is known once the process is read.
  stage: { takes: '<stage>', several: true, read: toText },
  status: { takes: '<status>', several: true, read: toStatus },
  text: { takes: '<words>', read: toText },
  amount: { takes: '<amount>', read: toAmount },
  day: { takes: '<date>', read: toText },
  closing: { takes: '<period>', read: toClosing },
  flag: {},
  archive: {},
};

/** Commander takes `--no-…` for the opposite of another option. */
const FLAGS: Partial<Readonly<Record<FilterKey, string>>> = {
  noNextStep: '--without-next-step',
  archived: '--without-archived',
};

function optionOf(key: FilterKey): Option {
  const { takes, several, read } = FORMS[kindOf(key)];
  const flag = FLAGS[key] ?? `--${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
  const option = new Option([flag, takes].filter(part => part).join(' '), filterWords('en').help(key));
  if (!read) return option;
  return option.argParser((text, before: unknown) =>
    several ? [...(Array.isArray(before) ? (before as unknown[]) : []), read(text)] : read(text),
  );
}

const OPTIONS = FILTER_KEYS.map(key => ({ key, option: optionOf(key) }));

/** The option for each kind of filter, as the help shows it. */
export const FILTER_OPTIONS: readonly { readonly key: FilterKey; readonly option: Option }[] = OPTIONS;

/** Lets a command be about some of the deals. */
export function addFilterOptions(command: Command): Command {
  for (const { option } of OPTIONS) command.addOption(option.helpGroup(HEADING));
  return command;
}

const HEADING = 'Filters (repeat one that takes a name to match any of the names):';

/**
 * The options with the days that a person means by their words.
 *
 * @throws UsageError where no day is meant
 */
export async function withDays(options: FilterOptions, terminal: Terminal): Promise<FilterOptions> {
  const read: Record<string, unknown> = { ...options };
  for (const { key, option } of OPTIONS) {
    const name = option.attributeName();
    const typed = options[name];
    if (kindOf(key) === 'day' && typeof typed === 'string') read[name] = await toDay(typed, terminal);
  }
  return read;
}

/** @throws UsageError where no deal could be meant, or a stage is none of the process */
export function filterOf(options: FilterOptions, process: Process): DealFilter {
  const asked = OPTIONS.flatMap(({ key, option }) => {
    const value = options[option.attributeName()];
    return value === undefined ? [] : [[key, kindOf(key) === 'archive' ? false : value] as const];
  });
  const { stage, ...filter } = Object.fromEntries(asked) as DealFilter;
  const { from, to, minValue, maxValue } = filter;
  if (from && to && from > to) throw new UsageError(`--from (${from}) must not be later than --to (${to}).`);
  if (minValue !== undefined && maxValue !== undefined && minValue > maxValue) {
    throw new UsageError(`--min-value (${minValue}) must not be more than --max-value (${maxValue}).`);
  }
  return stage ? { ...filter, stage: stage.map(name => toStage(name, process, BY_STATUS)) } : filter;
}

const BY_STATUS = { won: '--status won', lost: '--status lost' };

function toStatus(text: string): string {
  const status = STATUS_NAMES.get(normaliseName(text));
  if (status) return status;
  throw new InvalidArgumentError('Use open, won or lost.');
}

function toAmount(text: string): number {
  const money = readMoney(text);
  const isBare = money && money.currency === undefined && !money.mayBe && !money.period;
  if (isBare && !text.trim().startsWith('-')) return money.amount;
  throw new InvalidArgumentError('Write an amount such as 5000 or 5k; the currency goes with --currency.');
}

function toClosing(text: string): string {
  const period = CLOSINGS.find(one => one === text.trim().toLowerCase());
  if (period) return period;
  throw new InvalidArgumentError(`Use ${CLOSINGS.join(' or ')}.`);
}
