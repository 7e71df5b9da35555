import type { CalendarDate } from '../core/calendar';
import type { DealChange, Opened } from '../core/deal/changeDeal';
import { meantDates } from '../core/deal/fixes/meantDates';
import { kindAt } from '../core/deal/help/fields';
import { historyOf } from '../core/deal/historyOf';
import { recurIn } from '../core/deal/recurIn';
import { retitleDeal } from '../core/deal/retitleDeal';
import { codeInSmall, readMoney, type TypedMoney } from '../core/deal/saidMoney';
import { periodNamed } from '../core/deal/saidPeriod';
import { numberOrText, readPercent, readShare, readTag } from '../core/deal/typedValues';
import { currenciesNamed, type Codes } from '../core/currencies';
import { isCurrencyCode } from '../core/money';
import { hasDayOrder } from '../core/dateLocale';
import type { Field } from '../core/fields/table';
import type { FrontMatterChange } from '../core/frontMatter/edit/change';
import type { FieldValue } from '../core/frontMatter/edit/scalar';
import { oneLine } from '../core/oneLine';
import { readDate } from '../core/peopleDates';
import { FORECASTS, type Process } from '../core/process/process';
import { isTerm, PERIODS } from '../core/recurring';
import { refuse, type Refusal } from '../core/refusal';
import type { Says } from '../core/says';
import { refuseDay, refusePlan } from './dayHappened';
import { say, type MovedField } from './say';

/** What a typed value is understood by. */
export interface Typing {
  readonly process: Process;
  readonly today: CalendarDate;
  /** How the person writes days, as a BCP 47 tag. */
  readonly language: string;
  /** The deal is lost: why, may be corrected without reopening it. */
  readonly isLost?: boolean;
}

type ReadValue =
  { readonly ok: true; readonly change: (opened: Opened, text: string) => DealChange } | Refusal;

/** What only a move writes, and which one does. */
const WRITTEN_BY_MOVES: Readonly<Record<MovedField, readonly string[]>> = {
  stage: ['advance', 'back', 'move'],
  status: ['win', 'stop', 'reopen'],
  history: ['advance', 'back', 'move', 'win', 'stop', 'reopen'],
  closed_on: ['win', 'stop'],
  lost_reason: ['stop'],
  lost_note: ['stop'],
};

/** The way to what only moves write. */
export function writtenByMoves(field: MovedField): Says {
  return say('writtenByMoves', { field, by: WRITTEN_BY_MOVES[field] });
}

function isWrittenByMoves(key: string): key is MovedField {
  return Object.hasOwn(WRITTEN_BY_MOVES, key);
}

/**
 * The change of a deal by which a field has the value that a person typed: a day or an amount as people say them, a tag or
 * several with commas between. Nothing typed clears it.
 */
export function readField(key: Field, typed: string, typing: Typing): ReadValue {
  if (isWhyLost(key) && typing.isLost) return whyLost(key, oneLine(typed));
  if (isWrittenByMoves(key)) return refuse(writtenByMoves(key));
  const kind = kindAt([key]);
  if (kind === 'contact') return refuse(say('contactsByHand'));
  const text = oneLine(typed);
  if (!text) return { ok: true, change: () => ({ frontMatter: { clear: [key] } }) };
  if (key === 'title') return { ok: true, change: (opened, whole) => retitleDeal(opened, whole, text) };
  switch (kind) {
    case 'amount':
      return amount(text, typing.process);
    case 'day':
      return day(key, text, typing);
    case 'pastDay': {
      const read = readDay(text, typing);
      return read.ok ? (refuseDay(read.day, typing.today) ?? set(key, read.day)) : read;
    }
    case 'currency': {
      const read = readCurrency(text, typing.process);
      return read.ok ? set(key, read.code) : read;
    }
    case 'period': {
      const period = PERIODS.find(one => one === text.toLowerCase()) ?? periodNamed(text);
      if (!period) return refuse(say('noPeriod', { typed: text, names: PERIODS }));
      return { ok: true, change: ({ data }) => ({ frontMatter: recurIn(data, period) }) };
    }
    case 'term':
      return isTerm(Number(text)) ? set(key, Number(text)) : refuse(say('noTerm', { typed: text }));
    case 'percent':
      return percent(key, text);
    case 'forecast': {
      const name = FORECASTS.find(one => one === text.toLowerCase().replace(/[ -]+/g, '_'));
      return name ? set(key, name) : refuse(say('noForecast', { typed: text, names: FORECASTS }));
    }
    case 'tag':
    case 'check':
      return list(key, text);
    default:
      return set(key, text);
  }
}

function isWhyLost(key: Field): key is 'lost_reason' | 'lost_note' {
  return key === 'lost_reason' || key === 'lost_note';
}

/** The history's line of the loss says the same reason, and goes on to. */
function whyLost(key: 'lost_reason' | 'lost_note', text: string): ReadValue {
  const change = ({ data }: Opened): DealChange => {
    if (!text) return { frontMatter: { clear: [key] } };
    const lines = historyOf(data);
    const at = lines.findLastIndex(line => line?.['status'] !== undefined);
    const isTold = key === 'lost_reason' && at >= 0 && lines[at]!['reason'] === data[key];
    const replace = isTold && data[key] ? [{ at: ['history', at, 'reason'], value: text }] : [];
    return { frontMatter: { set: { [key]: text }, replace } };
  };
  return { ok: true, change };
}

/** The same for a key of the team's own, as the file writes it, even where it is the standard name of another. */
export function readOwnKey(key: string, typed: string, typing: Typing): ReadValue {
  const text = oneLine(typed);
  const value = text ? ownValue(key, text, typing) : undefined;
  if (isRefusal(value)) return value;
  const frontMatter = value === undefined ? { clear: [key] } : { set: { [key]: value } };
  return { ok: true, change: () => ({ frontMatter, asWritten: true }) };
}

function set(key: string, value: FieldValue): ReadValue {
  return { ok: true, change: () => ({ frontMatter: { set: { [key]: value } } }) };
}

function day(key: string, text: string, typing: Typing): ReadValue {
  const read = readDay(text, typing);
  return read.ok ? (refusePlan(read.day, typing.today) ?? set(key, read.day)) : read;
}

/** The day that a person means. One that is written so that it may be either of two is refused, as a fix leaves it alone. */
export function readDay(
  text: string,
  { today, language }: Pick<Typing, 'today' | 'language'>,
): { readonly ok: true; readonly day: CalendarDate } | Refusal {
  const { dates } = meantDates(text, today);
  // Without a year it is said, and read as the person says it, where that is known.
  const isNumbered = hasDayOrder(language) ? /\d\D+\d+\D+\d/ : /^\D*\d+[-/.]\d+/;
  if (dates.length > 1 && isNumbered.test(text))
    return refuse(say('eitherDay', { typed: text, days: dates }));
  const day = readDate(text, today, language);
  return day ? { ok: true, day } : refuse(say('noDay', { typed: text }));
}

function amount(text: string, process: Process): ReadValue {
  const { currency: teams, rates } = process;
  const read = readAmount(text, teams, rates);
  if (!read.ok) return read;
  return {
    ok: true,
    change: opened => {
      const money = readMoney(text, currencyIn(opened) ?? teams, rates) ?? read.money;
      return { frontMatter: valueIn(opened, money, process) };
    },
  };
}

/** The amount that a person means. One in a sign that several currencies share, and the team’s is none of them, is refused. */
export function readAmount(
  text: string,
  own: string | undefined,
  used: Codes,
): { readonly ok: true; readonly money: TypedMoney } | Refusal {
  const money = readMoney(text, own, used);
  if (!money) {
    const code = codeInSmall(text, own, used);
    return refuse(say('noAmount', { typed: text, ...(code && { code }) }));
  }
  return money.mayBe ? refuse(eitherCurrency(text, money.mayBe)) : { ok: true, money };
}

/** The currency that a person means: by its code, also one that nobody else knows, its sign or its name. */
export function readCurrency(
  text: string,
  { currency: own }: Pick<Process, 'currency'>,
): { readonly ok: true; readonly code: string } | Refusal {
  const [named, ...others] = currenciesNamed(text, own);
  if (others.length) return refuse(eitherCurrency(text, [named!, ...others]));
  const code = named ?? text.toUpperCase();
  return isCurrencyCode(code) ? { ok: true, code } : refuse(say('noCurrency', { typed: text }));
}

function eitherCurrency(typed: string, codes: readonly string[]): Says {
  return say('eitherCurrency', { typed, codes: codes.slice(0, 4) });
}

/**
 * The change of a value. What goes without saying is not written, unless the team wants it to be: the currency that the file
 * has, or that the team has where the file has none. A file's own period stays where none is said.
 */
export function valueIn(
  opened: Opened,
  { amount, currency: named, period }: Omit<TypedMoney, 'mayBe'>,
  { currency: teams, required }: Process,
): FrontMatterChange {
  const isWanted = required.includes('currency');
  const own = currencyIn(opened);
  const currency = named ?? (isWanted ? (own ?? teams) : undefined);
  const written = Object.hasOwn(opened.data, 'currency') ? opened.data['currency'] : undefined;
  const isSame = (written || !isWanted) && String(written ?? teams).toUpperCase() === currency;
  const recurs = recurIn(opened.data, period);
  return { ...recurs, set: { value: amount, ...(currency && !isSame && { currency }), ...recurs.set } };
}

function currencyIn({ data }: Opened): string | undefined {
  const written = Object.hasOwn(data, 'currency') ? data['currency'] : undefined;
  return typeof written === 'string' && written ? written.toUpperCase() : undefined;
}

function percent(key: string, text: string): ReadValue {
  const chance = readPercent(text);
  if (chance !== undefined) return set(key, chance);
  const meant = readShare(text);
  return refuse(
    meant === undefined ? say('noPercent', { typed: text }) : say('shareOfOne', { typed: text, meant }),
  );
}

function list(key: string, text: string): ReadValue {
  const names = text
    .split(',')
    .map(readTag)
    .filter(name => name !== undefined);
  return {
    ok: true,
    change: () => ({ frontMatter: { texts: { [key]: [...new Set(names)] } } }),
  };
}

/** Of a team's own key: a day where it is called one, a number that is written as one writes numbers, else a text. */
function ownValue(key: string, text: string, typing: Typing): string | number | Refusal {
  if (!/_(?:on|date)$/.test(key)) return numberOrText(text);
  const read = readDay(text, typing);
  if (read.ok) return read.day;
  return read.problem.says.say === 'eitherDay' ? read : numberOrText(text);
}

function isRefusal(value: string | number | Refusal | undefined): value is Refusal {
  return typeof value === 'object';
}
