import { isCalendarDate } from '../../calendar';
import type { At } from '../../problem';
import { FORECASTS } from '../../process/process';
import { checkOff } from '../checkOff';
import { insertChecklist } from '../insertChecklist';
import { isField, rowOf, type Field, type Kind } from '../../fields/table';
import { kindAt } from '../help/fields';
import { isCurrencyCode } from '../../money';
import { readMoney } from '../saidMoney';
import { recurIn } from '../recurIn';
import { readPercent, readShare } from '../typedValues';
import { byChange, fix, type Broken, type Fix, type Fixer } from './fix';
import { rewriteValue } from './rewriteValue';
import { say } from './say';
import { isOwnSign, isSureAmount } from './sureMoney';
import { meantDates } from './meantDates';
import { lastOfName } from './logFixes';
import { quoteBrackets } from './textFixes';

export const nameForecast: Fixer = broken => putMeant(broken, FORECASTS);

/** Those that were probably meant, the first preferred; where none was, all that there are. */
export function putMeant(broken: Broken, all: readonly string[], isSafe = false): Fix[] {
  const meant = broken.problem.meant ?? [];
  return (meant.length ? meant : all).flatMap((name, index) =>
    put(broken, name, meant.length > 0 && index === 0, isSafe),
  );
}

export const nameCurrency: Fixer = broken => {
  const { problem, data, process } = broken;
  const meant = problem.meant ?? [];
  const isSure = meant.length === 1 && isOwnSign(valueAt(data, problem.at!), process.currency);
  return meant.flatMap((code, index) => put(broken, code, index === 0, isSure));
};

/** Writes the day as a date; where it may be several days, each is offered. */
export const writeDate: Fixer = broken => {
  const { problem, data, today } = broken;
  const { dates, isSure } = meantDates(valueAt(data, problem.at!), today);
  const isPast = kindAt(problem.at!.filter(step => typeof step === 'string')) === 'pastDay';
  // What has happened can't be on a future day, unless the file clearly says so.
  const possible = dates.filter(date => isSure || !isPast || date <= today);
  return possible.flatMap(date => put(broken, date, possible.length === 1, isSure));
};

/** The same day of this year, or of the last one where that is still to come. */
export const writeThisYear: Fixer = broken => {
  const written = valueAt(broken.data, broken.problem.at!);
  const day = isCalendarDate(written) ? lastOfName(written, broken.today) : undefined;
  return day === undefined ? [] : put(broken, day, false);
};

/** The deal began when its history does. */
export const writeFirstDay: Fixer = broken => {
  const first = broken.deal?.history[0]?.on;
  return first ? put(broken, first, false) : [];
};

/**
 * `"48k"` becomes 48000, and what currency and period it names go where those belong. A sign that several share is the currency of the
 * file, or else of the team; where it is neither’s, each is offered.
 */
export const writeAmount: Fixer = broken => {
  const { data, process } = broken;
  const { value: written, currency: there } = data;
  const own = typeof there === 'string' && isCurrencyCode(there) ? there : process.currency;
  const typed = typeof written === 'string' ? readMoney(written, own, process.rates) : undefined;
  if (!typed) return [];
  const { amount, currency, period, mayBe = [currency] } = typed;
  const recurs = recurIn(data, period);
  const isOtherPeriod = Object.keys(recurs.set).length > 0;
  return mayBe.slice(0, MOST_CURRENCIES).flatMap((code, index) => {
    const isOther = code !== undefined && code !== there;
    const says = say('changeAmount', {
      amount,
      ...(isOther && { currency: code }),
      ...(isOtherPeriod && { period: period! }),
    });
    const set = { value: amount, ...(isOther && { currency: code }), ...recurs.set };
    // Nobody's currency is overruled unasked.
    const isFree = !isOther || there === undefined || there === null;
    const isSafe = mayBe.length === 1 && isFree && isSureAmount(String(written), own);
    return byChange(broken, says, { ...recurs, set }, { isPreferred: index === 0, isSafe });
  });
};

/** Nobody reads more of them in a menu. */
const MOST_CURRENCIES = 4;

/** `60%` becomes 60, and `"0.6"` too. Without the sign `"1"` may be a share of one as well. */
export const writePercent: Fixer = broken => {
  const written = valueAt(broken.data, broken.problem.at!);
  if (typeof written !== 'string') return [];
  const share = readShare(written);
  if (share !== undefined) return put(broken, share, true);
  const percent = readPercent(written);
  if (percent === undefined) return [];
  const isSure = written.includes('%') || percent === 0 || percent > 1;
  return put(broken, percent, true, isSure && isExact(written));
};

/** A number keeps fifteen digits for sure; of more, some would be lost. */
function isExact(written: string): boolean {
  return written.replace(/\D/g, '').length <= 15;
}

/**
 * A name that stands in a list or a group is one of those in it, each of which is offered; any other text was cut into a list
 * by its brackets.
 */
export const writeText: Fixer = broken => {
  const [key] = broken.problem.at!;
  const value = valueAt(broken.data, broken.problem.at!);
  const quoted = quoteBrackets(broken);
  const isName = isField(String(key)) && NAME_KINDS.has(rowOf(key as Field).kind);
  if (!isName || isLink(value)) return quoted;
  const names = [...new Set(textsWithin(value))].slice(0, MOST_NAMES);
  return names.flatMap(name => put(broken, name, names.length === 1));
};

/** Of these several in one text would be one that nobody has. */
const NAME_KINDS: ReadonlySet<Kind> = new Set(['name', 'reason']);
const MOST_NAMES = 12;

/** `[[Dana]]`, a link to a note. */
function isLink(value: unknown): boolean {
  const [inside, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
  return Array.isArray(inside) && inside.length === 1 && !others.length;
}

/** The texts in a list or a group, as they stand there. */
function textsWithin(value: unknown): string[] {
  const inside = isSeveral(value) ? Object.values(value) : [];
  return inside.filter(one => typeof one === 'string' || typeof one === 'number').map(String);
}

/** Ticks each criterion where its box stands in the notes, else adds it to those that are met. */
export const tickCriterion: Fixer = broken => {
  const { text, problem, process, data, deal } = broken;
  if (!deal) return [];
  return problem.meant!.flatMap(id => {
    const opened = { ok: true, deal, data } as const;
    const { frontMatter = {}, body = [] } = checkOff(opened, text, process, new Map([[id, true]]));
    const says = say('markMet', { id });
    return body.length ? [fix(says, body)] : byChange(broken, says, frontMatter);
  });
};

/** Puts the exit criteria of the stages that want these into the notes, to be ticked there. */
export const bringChecklist: Fixer = ({ text, problem, process, deal }) => {
  if (!deal) return [];
  const stages = process.stages.filter(({ exitCriteria }) =>
    exitCriteria.some(({ id }) => problem.meant!.includes(id)),
  );
  return stages.flatMap(({ id, label }) => {
    const edits = insertChecklist(text, deal, id, process);
    return edits.length ? [fix(say('insertChecklist', { stage: label }), edits)] : [];
  });
};

/** The value at the place of a problem. */
export function valueAt(data: unknown, at: At): unknown {
  let value = data;
  for (const step of at) value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
  return value;
}

/** Puts a value where the problem is. */
export function put(broken: Broken, value: string | number, isPreferred: boolean, isSafe = false): Fix[] {
  const at = broken.problem.at!;
  const says = say('changeTo', { value: String(value) });
  if (at.length === 1 && isSeveral(valueAt(broken.data, at)))
    return rewriteValue(broken, says, String(at[0]), value, { isPreferred });
  const change = at.length === 1 ? { set: { [at[0]!]: value } } : { replace: [{ at, value }] };
  return byChange(broken, says, change, { isPreferred, isSafe });
}

/** Whether it is a list or a group, of which an edit of a single value knows nothing. */
function isSeveral(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
