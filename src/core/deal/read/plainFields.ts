import { FIELDS, propertyOf, rowOf, type Field, type Kind } from '../../fields/table';
import type { Deal, PlainField, ValueOf } from '../deal';
import { tagsIn } from '../tags';
import { readContacts } from './contacts';
import type { DealInTheMaking } from './bareDeal';
import { readDay } from './date';
import type { FieldReading } from './reading';
import { readPeriod, readTerm } from './recurring';
import { readForecast, readPercent } from './sureness';
import { readName, readText, readTexts } from './texts';

/** Reads the value of a key; what makes no sense is told, and left out. */
type Reader<T> = (reading: FieldReading, key: string) => T;

/** How the kinds of fields are read whose value stands in their key alone. */
const READERS: { readonly [K in keyof ValueOf]: Reader<ValueOf[K]> } = {
  text: readText,
  name: readName,
  reason: readText,
  period: readPeriod,
  term: readTerm,
  percent: readPercent,
  forecast: readForecast,
  day: readDay,
  pastDay: readDay,
  contact: readContacts,
  tag: readTexts('hardware, renewal', tagsIn),
  check: readTexts('budget-confirmed, authority-known'),
};

function isPlainKind(kind: Kind): kind is keyof ValueOf {
  return Object.hasOwn(READERS, kind);
}

/** Whether a deal has a field just as its file says it. */
export function isPlain(field: Field): field is PlainField {
  return isPlainKind(rowOf(field).kind);
}

/** The fields with the properties of a deal that they are read into: always in the same order. */
const PLAIN = FIELDS.filter(isPlain).map(field => {
  const read: Reader<unknown> = READERS[rowOf(field).kind as keyof ValueOf];
  return { field, property: propertyOf(field), read };
});

export type PlainFields = Pick<Deal, (typeof PLAIN)[number]['property']>;

/** Reads all fields that a deal has just as its file says them. Where there is no title, the deal has none here either. */
export function readPlainFields(reading: FieldReading, deal: DealInTheMaking): void {
  const fields = deal as unknown as Record<string, unknown>;
  for (const { field, property, read } of PLAIN)
    if (reading.has(field)) fields[property] = read(reading, field);
}

const PROPERTIES: ReadonlyMap<string, keyof PlainFields | 'value'> = new Map([
  ...PLAIN.map(({ field, property }) => [field as string, property] as const),
  ['value', 'value'] as const,
]);

/** Whether something stands behind a key that makes no sense: to the deal that is nothing. */
export function isUnreadable(deal: Deal, key: string): boolean {
  const property = PROPERTIES.get(key);
  if (property === undefined) return false;
  const read: unknown = deal[property];
  return read === undefined || (Array.isArray(read) && read.length === 0);
}
