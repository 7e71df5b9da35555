import { isCalendarDate } from '../../calendar';
import { readDate } from '../../peopleDates';
import { FORECASTS, findStage, stageOf } from '../../process/process';
import type { FieldValue } from '../../frontMatter/edit/scalar';
import { daysToOffer } from './days';
import { isList } from '../../fields/table';
import { IN_A_YEAR, PERIODS } from '../../recurring';
import { kindAt, type FieldKind } from './fields';
import { isNameKind } from './inUse';
import type { OfferContext, Offer, Offers } from './offer';
import { listBelow, newItem, offerKeys } from './offerKeys';
import { ownStage, stagesToWrite } from './offerStages';
import { spotAt, type Spot } from '../../frontMatter/scan/spot';
import { renderAt } from './style';

/** More names than anybody looks through. */
const MOST = 100;

/** Currencies to offer where none is in use. */
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF'];

/** What can be written at an offset of a deal's text: keys, and values of the keys that have a known kind of them. */
export function offersAt(text: string, offset: number, known: OfferContext): Offers {
  const spot = spotAt(text, offset, known.process.fields);
  // A range of several lines could not be replaced, and what stands there is no name.
  if (!spot || spot.part.quote === '|' || text.slice(spot.part.start, spot.part.end).includes('\n'))
    return NONE;
  if (spot.part.kind === 'key') return { offers: offerKeys(spot, known), dependOnText: false };
  const kind = kindAt(spot.part.path);
  if (kind === undefined || (spot.part.isItem && !isList(spot.part.path[0]!))) return NONE;
  return valuesOf(kind, spot, known);
}

const NONE: Offers = { offers: [], dependOnText: false };

/** A value to choose, and what else it is called by. */
interface Choice {
  readonly value: FieldValue;
  readonly label?: string;
}

function valuesOf(kind: FieldKind, spot: Spot, known: OfferContext): Offers {
  const { part } = spot;
  if (kind === 'contact' || kind === 'event')
    return { offers: items(kind, spot, known), dependOnText: false };
  const isWholeList = isList(part.path[0]!) && part.path.length === 1;
  // One text with commas between the names: any of them may be meant.
  if (isWholeList && !part.isItem && part.text.includes(',')) return NONE;
  const all = choices(kind, spot, known);
  const some = all.length > MOST ? matching(all, part.text).slice(0, MOST) : all;
  const isWhole = known.isAsked && isWholeValue(kind, spot, all, known);
  const offers = some.map(choice => valueOffer(kind, choice, spot, isWholeList && !part.isItem, isWhole));
  return {
    offers,
    dependOnText: kind === 'day' || kind === 'pastDay' || some.length < all.length || isWhole,
  };
}

/** Whether what stands there is a value as it is, and no beginning of one. */
function isWholeValue(
  kind: FieldKind,
  { part: { text } }: Spot,
  all: readonly Choice[],
  { process }: OfferContext,
): boolean {
  if (kind === 'day' || kind === 'pastDay') return isCalendarDate(text);
  if (kind === 'stage') return findStage(process, text) !== undefined;
  return all.some(({ value }) => String(value) === text);
}

function valueOffer(
  kind: FieldKind,
  { value, label = String(value) }: Choice,
  spot: Spot,
  inBrackets: boolean,
  isWhole: boolean,
): Offer {
  const { start, end, lead, path, quote } = spot.part;
  const written = renderAt(spot, value);
  return {
    kind,
    path,
    label,
    value: inBrackets ? [value] : value,
    edit: { start, end, text: `${lead}${inBrackets ? `[${written}]` : written}` },
    filter: isWhole ? spot.text.slice(start, end) : `${quote}${label} ${value}`,
    hasHoles: false,
    leadsOn: false,
  };
}

function choices(kind: FieldKind, spot: Spot, known: OfferContext): Choice[] {
  const { process, names, today } = known;
  const neighbours = new Set(
    spot.parts
      .filter(one => one.group === spot.part.group && one.start !== spot.part.start)
      .map(one => one.text),
  );
  const named = (values: readonly FieldValue[]) =>
    [...new Set(values)].filter(value => !neighbours.has(String(value))).map(value => ({ value }));
  switch (kind) {
    case 'stage':
      return stagesToWrite(spot, process).map(({ id, written }) => ({
        value: written,
        label: stageOf(process, id).label,
      }));
    case 'status':
      return named(['open', 'won', 'lost']);
    case 'reason':
      return named([...process.lostReasons, ...names('reason')]);
    case 'currency':
      return named([...(process.currency ? [process.currency] : []), ...names('currency'), ...CURRENCIES]);
    case 'period':
      return named(PERIODS);
    case 'term':
      return named(termsOf(spot));
    case 'percent':
      return named(process.stages.map(({ probability }) => probability));
    case 'forecast':
      return named(FORECASTS);
    case 'flag':
      return named([true]);
    case 'check':
      return named(criteriaOf(spot, known));
    case 'day':
    case 'pastDay':
      return [
        ...asTyped(spot, known),
        ...daysToOffer(kind === 'pastDay', today).map(({ id, on }) => ({ value: on, label: id })),
      ];
    default:
      return isNameKind(kind) ? named(names(kind)) : [];
  }
}

/** One, two and three years of the period that the file says, else of months. */
function termsOf({ parts }: Spot): number[] {
  const said = parts.find(
    ({ kind, path }) => kind === 'value' && path.length === 1 && path[0] === 'value_period',
  );
  const period = PERIODS.find(one => one === said?.text.toLowerCase()) ?? 'month';
  return [1, 2, 3].map(years => years * IN_A_YEAR[period]);
}

/** A date in words, if what stands there is one. */
function asTyped({ part }: Spot, { today, language }: OfferContext): Choice[] {
  const on = part.text && !isCalendarDate(part.text) ? readDate(part.text, today, language) : undefined;
  return on ? [{ value: on, label: part.text }] : [];
}

/** The criteria of the deal's stage; of all stages where that is not known. */
function criteriaOf(spot: Spot, { process }: OfferContext): string[] {
  const own = ownStage(spot, process)?.id;
  const stages = own ? [stageOf(process, own)] : process.stages;
  return stages.flatMap(({ exitCriteria }) => exitCriteria.map(({ id }) => id));
}

/** A new contact or event; and where one is begun without braces, the keys that it can have. */
function items(kind: FieldKind, spot: Spot, known: OfferContext): Offer[] {
  const { part, text } = spot;
  if (part.quote || (part.start < part.end && !part.isItem)) return [];
  const item = newItem(part.path, spot, known);
  let { start } = part;
  // Below the key, so that no blank is left behind its colon.
  if (!part.isItem && !part.isFlow) while (text[start - 1] === ' ') start--;
  const written = part.isItem
    ? `${part.lead}${item}`
    : `${part.isFlow ? part.lead : ''}${listBelow(spot, item)}`;
  const whole: Offer = {
    kind,
    path: part.path,
    label: part.path[0]!,
    value: undefined,
    edit: { start, end: part.end, text: written },
    filter: part.text || part.path[0]!,
    hasHoles: true,
    leadsOn: false,
  };
  const keys = part.isItem && !part.isFlow ? offerKeys({ ...spot, part: { ...part, group: -1 } }, known) : [];
  return [whole, ...keys];
}

function matching(all: readonly Choice[], typed: string): Choice[] {
  const text = typed.toLowerCase();
  return all.filter(({ value }) => String(value).toLowerCase().includes(text));
}
