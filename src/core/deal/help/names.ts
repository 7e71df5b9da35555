import { oneLine } from '../../oneLine';
import type { FieldNames } from '../../process/fieldNames';
import type { Deal } from '../deal';
import { kindAt, type FieldKind } from './fields';
import type { KeyOrValue } from '../../frontMatter/scan/part';
import { linkedName } from '../read/linkedName';
import { withoutSign } from '../tags';
import { partsOf } from '../../frontMatter/scan/spot';

/** Names that deals share, and that can be looked for and changed in all of them. */
export const SHARED_KINDS = ['owner', 'tag', 'account'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

export interface SharedName {
  readonly kind: SharedKind;
  /** As the deals have it: on one line. */
  readonly name: string;
}

/** A name where it is written, without its quotes: offsets into the text. */
export interface NamePlace extends SharedName {
  readonly start: number;
  readonly end: number;
}

/** The deals that have a name, as it is written: `Dana` is not `dana`. */
export function namedDeals(deals: Iterable<Deal>, { kind, name }: SharedName): Deal[] {
  const found: Deal[] = [];
  for (const deal of deals)
    if (kind === 'tag' ? deal.tags.includes(name) : deal[kind] === name) found.push(deal);
  return found;
}

/** Where a text has a name. */
export function placesOf(text: string, { kind, name }: SharedName, names?: FieldNames): NamePlace[] {
  return partsOf(text, names)
    .flatMap(part => namesIn(part, text))
    .filter(place => place.kind === kind && place.name === name);
}

/** The name at an offset, which is in this key or value. */
export function nameAt(part: KeyOrValue, text: string, offset: number): NamePlace | undefined {
  return namesIn(part, text).find(({ start, end }) => start <= offset && offset <= end);
}

/** One; or the tags of a text with commas between them. */
function namesIn(
  { kind: role, path, text, quote, start, end, isItem }: KeyOrValue,
  source: string,
): NamePlace[] {
  const kind = role === 'value' ? kindAt(path) : undefined;
  if (!isShared(kind) || quote === '|' || !text.trim() || (isItem && kind !== 'tag')) return [];
  const from = start + quote.length;
  const to = source[end - 1] === quote ? end - 1 : end;
  if (kind !== 'tag') {
    const whole = oneLine(text);
    const name = linkedName(whole);
    const inLink = name === whole ? -1 : source.slice(from, to).lastIndexOf(name);
    const place = inLink < 0 ? [from, to] : [from + inLink, from + inLink + name.length];
    return [{ kind, name, start: place[0]!, end: place[1]! }];
  }
  if (isItem) return tagAt(source.slice(from, to), from, oneLine(text));
  let at = from;
  return source
    .slice(from, to)
    .split(',')
    .flatMap(written => {
      const first = at + (written.length - written.trimStart().length);
      at += written.length + 1;
      const tag = written.trim();
      return tagAt(tag, first, oneLine(tag));
    });
}

/** Without its sign, as everybody has it. */
function tagAt(written: string, start: number, text: string): NamePlace[] {
  const name = withoutSign(text);
  const sign = written.length - withoutSign(written).length;
  return name ? [{ kind: 'tag', name, start: start + sign, end: start + written.length }] : [];
}

function isShared(kind: FieldKind | undefined): kind is SharedKind {
  return SHARED_KINDS.some(one => one === kind);
}
