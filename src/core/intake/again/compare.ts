import { openDeal, type Opened } from '../../deal/changeDeal';
import { cutFrontMatter } from '../../frontMatter/cut';
import { isField, propertyOf } from '../../fields/table';
import { NO_CURRENCY } from '../../money';
import { oneLine } from '../../oneLine';
import type { Process } from '../../process/process';
import type { Refusal } from '../../refusal';
import type { Status } from '../../process/outcome';
import type { MapItem } from '../../frontMatter/edit/change';
import { textsIn } from '../../frontMatter/edit/setTexts';
import { isRecord } from '../../shapes';
import type { IncomingDeal } from '../incoming';
import { lastStageDifference } from './lastStage';
import { isOlder } from './older';
import { isSame, listOf, outcomeOf, peopleOf } from './sides';
import type { FieldSaid, WrittenDeal } from './written';

/** A field in which a table and a deal that is there say different things. */
export interface FieldDifference {
  /** By its key in front matter; `notes`. */
  readonly field: string;
  readonly here: FieldSaid;
  readonly there: FieldSaid;
  /** Also changed here since the last import; or no import is known to have written it, or what the table says is older. */
  readonly isBoth: boolean;
}

/** Where a deal stands is one field. */
export const STANDING = 'stage' as const;
export const NOTES = 'notes';

/** Parts of what a deal is worth: one of them means nothing without the others. */
export const WORTH: ReadonlySet<string> = new Set(['value', 'currency', 'value_period', 'term']);
/** What comes with a close, and goes with it. */
export const OF_CLOSE: ReadonlySet<string> = new Set(['closed_on', 'lost_reason', 'lost_note']);
const LISTS = ['tags', 'checks'] as const;

/** In what a deal of a table, which is there already, is different from its file, and on which side that came about. */
export function differencesOf(
  path: string,
  text: string,
  { incoming, written }: { readonly incoming: IncomingDeal; readonly written: WrittenDeal | undefined },
  process: Process,
): readonly FieldDifference[] | Refusal {
  const opened = openDeal(path, text, process);
  return opened.ok ? compareDeal(incoming, opened, bodyOf(text), written) : opened;
}

/** All that stands below the front matter. */
export function bodyOf(text: string): string {
  const cut = cutFrontMatter(text);
  return cut.kind === 'found' ? text.slice(cut.frontMatter.bodyStart) : text;
}

/** The same for a deal that was opened already. */
export function compareDeal(
  incoming: IncomingDeal,
  opened: Opened,
  body: string,
  written: WrittenDeal | undefined,
): FieldDifference[] {
  const all: FieldDifference[] = [];
  const add = (field: string, here: FieldSaid, there: FieldSaid, known = knownOf(written, opened, field)) => {
    if (isPrinted(incoming, opened.deal, field, there)) return;
    const outcome = outcomeOf(known, here, there);
    if (outcome === 'thereOnly' || outcome === 'both')
      all.push({ field, here, there, isBoth: outcome === 'both' });
  };
  const { deal } = opened;
  const { silent } = incoming;
  if (!silent?.has('title')) add('title', deal.title, incoming.title);
  const [here, there] = [standingOf(deal), standingOf(incoming)];
  const before = written && !written.unsettled.includes(STANDING) ? writtenStanding(written) : undefined;
  if (!silent?.has(STANDING)) add(STANDING, here, there, before === undefined ? undefined : { base: before });
  const isKnown = written?.unsettled.includes(STANDING) ? undefined : written;
  const last = silent?.has(STANDING) ? undefined : lastStageDifference(incoming, deal, isKnown);
  if (last) add(STANDING, last.here, incoming.stage, last.known);
  const isClosedAlike = deal.status === incoming.status && incoming.status !== 'open';
  for (const [field, said] of fieldsOf(incoming))
    if (!OF_CLOSE.has(field) || isClosedAlike) add(field, hereOf(opened, field), said);
  for (const field of LISTS) all.push(...listDifference(field, incoming, opened, written));
  all.push(...contactDifference(incoming, opened, written));
  if (incoming.notes && !hasNotes(body, incoming.notes)) {
    const base = written && !written.unsettled.includes(NOTES) ? written.notes : undefined;
    const isThere = base === '' || (base !== undefined && hasNotes(body, base));
    if (base === undefined || base !== incoming.notes)
      all.push({ field: NOTES, here: base ?? '', there: incoming.notes, isBoth: !isThere });
  }
  const isWorthChanged = [...WORTH].some(field => {
    const known = baseOf(written, field);
    const sides = [hereOf(opened, field), opened.data[field] as FieldSaid];
    return !known || !sides.some(side => isSame(known.base, side));
  });
  // A value whose sign can't mean the currency that it has here is another one.
  const isInAnother = incoming.mayBeIn !== undefined && all.some(({ field }) => field === 'currency');
  // Which deal it is, is none the older.
  if (isOlder(incoming, deal, written))
    return all.map(one => (one.field === 'source_id' ? one : { ...one, isBoth: true }));
  const isAsked = (one: FieldDifference) =>
    (WORTH.has(one.field) && (isWorthChanged || isInAnother)) || wouldLose(one);
  return all.map(one => (isAsked(one) ? { ...one, isBoth: true } : one));
}

/** Whether our own export has a text as it prints what is here: on one line, and without the brackets of a link. */
function isPrinted({ path }: IncomingDeal, deal: Opened['deal'], field: string, there: FieldSaid): boolean {
  if (path === undefined || !isField(field)) return false;
  const here: unknown = deal[propertyOf(field) as keyof Opened['deal']];
  return typeof here === 'string' && typeof there === 'string' && oneLine(here) === oneLine(there);
}

/** Whether a table has the sign that programs put in the place of what they have lost, where the file here has none. */
function wouldLose({ here, there }: FieldDifference): boolean {
  const [before, after] = [here, there].map(said => JSON.stringify(said ?? '').includes('\uFFFD'));
  return after === true && before === false;
}

/** The fields that a row speaks of: those of which it leaves the cell empty, too. */
export function fieldsOf({
  fields,
  lists = {},
  blank,
}: IncomingDeal): readonly (readonly [string, FieldSaid])[] {
  const isList = (field: string) => field === 'contacts' || LISTS.some(list => list === field);
  const empty = blank.filter(field => !Object.hasOwn(fields, field) && !isList(field));
  return [
    ...Object.entries(fields),
    // As `hereOf` says what a file has.
    ...Object.entries(lists).map(([field, list]) => [field, JSON.stringify(list)] as const),
    ...empty.map(field => [field, undefined] as const),
  ];
}

/** What an import wrote of a field; nothing where none is known to have written it. */
export function baseOf(
  written: WrittenDeal | undefined,
  field: string,
): { readonly base: FieldSaid } | undefined {
  if (!written || written.unsettled.includes(field)) return undefined;
  return { base: Object.hasOwn(written.fields, field) ? written.fields[field] : undefined };
}

/** The same; where neither an import nor the file names a currency, the team's was that of both all along. */
function knownOf(written: WrittenDeal | undefined, opened: Opened, field: string): ReturnType<typeof baseOf> {
  const known = baseOf(written, field);
  const isTeams = field === 'currency' && known && isNothing(known.base) && isNothing(opened.data[field]);
  return isTeams ? { base: hereOf(opened, field) } : known;
}

/** Of a closed deal, how it ended: many exports don't say where it stood before. */
export function standingOf({ stage, status }: { readonly stage: string; readonly status: Status }): string {
  return status === 'open' ? stage : status;
}

function writtenStanding({ fields }: WrittenDeal): FieldSaid {
  const { status = 'open', stage } = fields;
  return status === 'open' ? stage : status;
}

/** What a deal's file says, in our terms: an amount that is written as people write it is that amount. */
export function hereOf({ deal, data }: Opened, field: string): FieldSaid {
  const written = Object.hasOwn(data, field) ? data[field] : undefined;
  if (field === 'value') return deal.valueEach?.amount ?? deal.value?.amount ?? (written as FieldSaid);
  if (field === 'currency' && deal.value && isNothing(written)) {
    const { currency } = deal.value;
    return currency === NO_CURRENCY ? undefined : currency;
  }
  if (written instanceof Date) return written.toISOString().slice(0, 10);
  return typeof written === 'object' && written !== null ? JSON.stringify(written) : (written as FieldSaid);
}

export function itemsHere({ data }: Opened, field: string): readonly unknown[] {
  const list = Object.hasOwn(data, field) ? data[field] : undefined;
  return Array.isArray(list) ? list : [];
}

function listDifference(
  field: (typeof LISTS)[number],
  incoming: IncomingDeal,
  opened: Opened,
  written: WrittenDeal | undefined,
): FieldDifference[] {
  const there = incoming[field];
  if (!there.length && !incoming.blank.includes(field)) return [];
  const here = textsIn(Object.hasOwn(opened.data, field) ? opened.data[field] : undefined);
  const known = baseOf(written, field);
  const merged = listOf((known?.base ?? []) as readonly string[], here, there);
  return isSame(here, merged) ? [] : [{ field, here, there: merged, isBoth: !known }];
}

function contactDifference(
  { contacts }: IncomingDeal,
  opened: Opened,
  written: WrittenDeal | undefined,
): FieldDifference[] {
  if (!contacts.length) return [];
  const here = itemsHere(opened, 'contacts').filter(isRecord) as MapItem[];
  const known = baseOf(written, 'contacts');
  const { people, differs } = peopleOf(known && ((known.base ?? []) as readonly MapItem[]), here, contacts);
  if (isSame(here, people) && !differs) return [];
  return [{ field: 'contacts', here, there: people, isBoth: !known || differs }];
}

function hasNotes(body: string, notes: string): boolean {
  return body.replaceAll('\r\n', '\n').includes(notes);
}

export function isNothing(said: unknown): boolean {
  return said === undefined || said === null || said === '';
}
