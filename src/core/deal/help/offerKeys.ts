import { ownName } from '../../frontMatter/keyNames';
import { isList } from '../../fields/table';
import { keysIn, kindAt, type FieldKind } from './fields';
import { isNameKind } from './inUse';
import { inSnippet, type OfferContext, type Offer } from './offer';
import { ownStage } from './offerStages';
import type { Spot } from '../../frontMatter/scan/spot';
import { renderAt, renderKeyAt } from './style';

/** Keys that only a closed deal has. */
const OF_LOST: ReadonlySet<string> = new Set(['lost_reason', 'lost_note']);

/** Kinds of values for which there is something to offer. */
const OFFERED: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'stage',
  'status',
  'period',
  'term',
  'percent',
  'forecast',
  'day',
  'pastDay',
  'check',
]);

/** The keys that are not there yet, each with its colon and the beginning of its value. */
export function offerKeys(spot: Spot, known: OfferContext): Offer[] {
  const { part, parts } = spot;
  const there = new Set(
    parts
      .filter(one => one.kind === 'key' && one.group === part.group && one.start !== part.start)
      .map(one => one.text),
  );
  return keysIn(part.path)
    .filter(key => !there.has(key) && isOfUse(key, spot))
    .map(key => {
      const kind = kindAt([...part.path, key])!;
      const name = part.path.length ? key : ownName(known.process.fields, key);
      const written = renderKeyAt(spot, name);
      const { text, hasHoles } = part.hasColon ? { text: '', hasHoles: false } : valueFor(key, spot, known);
      return {
        kind: 'key' as const,
        path: part.path,
        label: name,
        value: key,
        edit: {
          start: part.start,
          end: part.end,
          text: `${part.lead}${hasHoles ? inSnippet(written) : written}${text}`,
        },
        filter: `${part.quote}${name}`,
        hasHoles,
        leadsOn: (OFFERED.has(kind) || isNameKind(kind)) && !part.hasColon,
      };
    });
}

function isOfUse(key: string, { part, parts }: Spot): boolean {
  if (part.path.length || (!OF_LOST.has(key) && key !== 'closed_on')) return true;
  const status = parts.find(
    ({ kind, path }) => kind === 'value' && path.length === 1 && path[0] === 'status',
  );
  return /lost/i.test(status?.text ?? '') || (key === 'closed_on' && /won/i.test(status?.text ?? ''));
}

/** What stands behind a new key: where its value goes. Lists get the form that the file's other lists have. */
function valueFor(key: string, spot: Spot, known: OfferContext): { text: string; hasHoles: boolean } {
  const { part } = spot;
  if (part.path.length || !isList(key)) return { text: ': ', hasHoles: false };
  if (key === 'contacts' || key === 'history') {
    const list = listBelow(spot, newItem([key], spot, known));
    return { text: part.isFlow ? `: ${list}` : `:${list}`, hasHoles: true };
  }
  return { text: ': [$0]', hasHoles: true };
}

/** How far the dashes of the file's lists stand in: a new list begins so. */
function indentOf({ head, part, text }: Spot): string {
  const indent = text.slice(text.lastIndexOf('\n', part.start - 1) + 1, part.start).replace(/\S.*/, '');
  return /^ *(?=- )/m.exec(text.slice(head.start, head.end))?.[0] ?? `${indent}  `;
}

/** The edit that begins a list with its first item below the key, or in brackets where all is. */
export function listBelow(spot: Spot, item: string): string {
  return spot.part.isFlow ? `[${item}]` : `\n${indentOf(spot)}- ${item}`;
}

/** A whole item of a list, with holes. */
export function newItem(path: readonly string[], spot: Spot, known: OfferContext): string {
  if (path[0] === 'contacts') return '{name: $1, role: $2, email: $3}';
  const inside = (key: string) => ({
    ...spot,
    part: { ...spot.part, path: [...path, key], quote: '' as const },
  });
  const on = renderAt(inside('on'), known.today);
  const there = inside('stage');
  const stage = ownStage(there, known.process)?.written;
  return `{on: ${inSnippet(on)}, stage: ${stage === undefined ? '$1' : inSnippet(renderAt(there, stage))}}`;
}
