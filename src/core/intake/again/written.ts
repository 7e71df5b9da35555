import { isCalendarDate, type CalendarDate } from '../../calendar';
import type { FieldValue } from '../../frontMatter/edit/scalar';
import type { MapItem } from '../../frontMatter/edit/change';
import { refuse, type Refusal } from '../../refusal';
import { isRecord } from '../../shapes';
import { conflictLine } from '../inConflict';
import { say } from '../say';

/** What a field of a deal may say; nothing where it is absent. */
export type FieldSaid = FieldValue | readonly string[] | readonly MapItem[] | undefined;

/** What imports have written of one deal, by which a later import knows what was changed since, and where. */
export interface WrittenDeal {
  /** By the keys of front matter. */
  readonly fields: Readonly<Record<string, FieldSaid>>;
  readonly notes: string;
  /** The day of the newest export of which something was taken, where its file names it. */
  readonly asOf?: CalendarDate;
  /** Fields that no table has said, and that an import has assumed: what is assumed otherwise later takes their place. */
  readonly assumed?: ReadonlySet<string>;
  /** A probability that was left out, as most deals of the stage have it. */
  readonly usual?: FieldValue;
  /** Fields of which no import has ever written what the file says. */
  readonly unsettled: readonly string[];
  /** Where its file was; nothing where an import before this was kept has written it. */
  readonly path?: string;
  /** A person wanted it beside another deal that could be the same. */
  readonly isDouble?: true;
}

/** By what tells each deal from all others: its `source_id`, as a rule. */
export type WrittenDeals = ReadonlyMap<string, WrittenDeal>;

const VERSION = 1;

/** A deal in each line, by their ids: so git merges what two people have imported. */
export function writeWritten(deals: WrittenDeals): string {
  const lines = [...deals]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { fields, notes, asOf, assumed, usual, unsettled, path, isDouble }]) => {
      const kept = {
        fields: Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))),
        ...(notes && { notes }),
        ...(asOf && { asOf }),
        ...(assumed?.size && { assumed: [...assumed].toSorted() }),
        ...(usual !== undefined && { usual }),
        ...(unsettled.length && { unsettled: unsettled.toSorted() }),
        ...(path !== undefined && { path }),
        ...(isDouble && { isDouble }),
      };
      return `    ${JSON.stringify(id)}: ${JSON.stringify(kept)}`;
    });
  return `{\n  "version": ${VERSION},\n  "deals": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** What stands in such a file. One that isn't whole is refused: by half of it changes of people would be taken for the import's. */
export function readWritten(
  text: string,
  file: string,
): { readonly ok: true; readonly deals: WrittenDeals } | Refusal {
  const read = parsed(text);
  const line = read === undefined ? conflictLine(text) : undefined;
  if (line !== undefined) return refuse(say('keptInConflict', { file, line }));
  const deals = isRecord(read) && read['version'] === VERSION ? read['deals'] : undefined;
  if (!isRecord(deals)) return refuse(say('writtenNotRead', { file }));
  const written = new Map<string, WrittenDeal>();
  for (const [id, deal] of Object.entries(deals)) {
    const one = isRecord(deal) ? writtenIn(deal) : undefined;
    if (!one) return refuse(say('writtenNotRead', { file }));
    written.set(id, one);
  }
  return { ok: true, deals: written };
}

function writtenIn({
  fields,
  notes = '',
  asOf,
  assumed = [],
  usual,
  unsettled = [],
  path,
  isDouble,
}: Readonly<Record<string, unknown>>): WrittenDeal | undefined {
  if (!isRecord(fields) || typeof notes !== 'string' || !isTexts(unsettled) || !isTexts(assumed))
    return undefined;
  if (!Object.values(fields).every(isSaid)) return undefined;
  const isLeftOut = usual !== undefined && isValue(usual);
  return {
    fields: fields as WrittenDeal['fields'],
    ...{ notes, unsettled },
    ...(isCalendarDate(asOf) && { asOf }),
    ...(assumed.length && { assumed: new Set(assumed) }),
    ...(isLeftOut && { usual }),
    ...(typeof path === 'string' && { path }),
    ...(isDouble === true && { isDouble }),
  };
}

function isSaid(value: unknown): boolean {
  if (!Array.isArray(value)) return isValue(value);
  const items: readonly unknown[] = value;
  return isTexts(value) || items.every(item => isRecord(item) && Object.values(item).every(isValue));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

function isValue(value: unknown): value is FieldValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
