import { dataOf, parseYamlText } from '../../frontMatter/yamlText';
import { renderScalar } from '../../frontMatter/edit/scalar';
import { refuse, type Refusal } from '../../refusal';
import { isRecord } from '../../shapes';
import { orderText, readOrder, yamlKey } from '../mappingFile';
import { MappingLines } from '../mappingLines';
import type { DaysOrder } from '../daysOrder';
import { conflictLine } from '../inConflict';
import { refuseMapping } from '../mappingFault';
import type { Says } from '../../says';
import { say } from '../say';
import {
  BESIDE_KINDS,
  besideColumns,
  besideTargets,
  foldBeside,
  type BesideColumns,
  type BesideKind,
  type BesideTarget,
} from './besideHeads';

/** What a column of such a table is; `nothing` where nothing is read of it. */
export type BesideIs = BesideTarget | 'nothing';

/** What a person says of a table that was exported beside deals; what they don't say is found out. */
export interface BesideSaid {
  readonly what: BesideKind;
  /** What `source_id` begins with, and what is kept of imports is called after. */
  readonly kind?: string | undefined;
  readonly dates?: DaysOrder | undefined;
  /** By the heads as the file writes them. */
  readonly columns?: ReadonlyMap<string, BesideIs> | undefined;
}

/** What each column of a table is, by its place: as it is said, else by its head; of one thing that is said, no other column is it. */
export function besideIs(
  what: BesideKind,
  heads: readonly string[],
  said: BesideSaid['columns'] = new Map(),
): readonly BesideIs[] {
  const own = new Map([...said].map(([head, is]) => [foldBeside(head), is]));
  const taken = new Set(heads.map(head => own.get(foldBeside(head))));
  const guessed = besideColumns(what, heads);
  return heads.map((head, at) => {
    const is = own.get(foldBeside(head));
    if (is) return is;
    const target = [...guessed].find(([, places]) => places.includes(at))?.[0];
    return target && (target === 'text' || !taken.has(target)) ? target : 'nothing';
  });
}

/** By the target the places of its columns. */
export function placesOf(is: readonly BesideIs[]): BesideColumns {
  const places = new Map<BesideTarget, number[]>();
  for (const [at, target] of is.entries())
    if (target !== 'nothing') places.set(target, [...(places.get(target) ?? []), at]);
  return places;
}

/** What is said of the columns once one of them is something else; only texts may stand in several. */
export function withBesideColumn(
  columns: readonly { readonly head: string; readonly is: BesideIs }[],
  head: string,
  is: BesideIs,
): ReadonlyMap<string, BesideIs> {
  return new Map(
    columns.map(one => {
      if (one.head === head) return [head, is];
      return [one.head, one.is === is && is !== 'text' ? 'nothing' : one.is];
    }),
  );
}

/** As people keep it with the team, and change it. */
export function writeBesideMapping({ what, kind, dates, columns }: BesideSaid): string {
  const one = (key: string, text: string | undefined) => (text === undefined ? [] : [`${key}: ${text}`]);
  return [
    `# How an import reads this kind of table: what each column is. See docs/import.md.`,
    `# A column is ${besideTargets(what).join(', ')} or nothing.`,
    ...one('what', what),
    ...one('kind', kind && renderScalar(kind)),
    ...one('dates', dates && orderText(dates)),
    'columns:',
    ...[...(columns ?? [])].map(([head, is]) => `  ${yamlKey(head)}: ${is}`),
    '',
  ].join('\n');
}

/** Longer than any mapping, and short enough to be read at once. */
const MOST_CHARACTERS = 500_000;

/** What such a file says; nothing where it is a mapping of deals. @param file where it is kept, where the person doesn't know that it's read */
export function readBesideMapping(
  text: string,
  file?: string,
): { readonly ok: true; readonly said: BesideSaid } | Refusal | undefined {
  const parsed = text.length > MOST_CHARACTERS ? undefined : parseYamlText(text, {});
  const data = parsed && !parsed.document.errors.length ? dataOf(parsed.document) : undefined;
  const line = data === undefined && /^what:/m.test(text) ? conflictLine(text) : undefined;
  if (line !== undefined) return refuse(say('linesInConflict', { file, line }));
  if (!isRecord(data) || !Object.hasOwn(data, 'what')) return undefined;
  const what = BESIDE_KINDS.find(one => one === data['what']);
  const wrong = (at: readonly string[], says: Says) =>
    refuseMapping(file, text, parsed?.document, { at, says });
  if (!what) return wrong(['what'], say('mappingNotRead', { key: 'what' }));
  const said: { -readonly [Key in keyof BesideSaid]: BesideSaid[Key] } = { what };
  for (const [key, value] of Object.entries(data)) {
    if (key === 'what') continue;
    if (key === 'columns') {
      const columns = new Map<string, BesideIs>();
      if (!isRecord(value ?? {})) return wrong([key], say('mappingExpected', { key }));
      for (const [head, written] of Object.entries(value ?? {})) {
        const is = [...besideTargets(what), 'nothing' as const].find(one => one === (written ?? 'nothing'));
        if (!is)
          return wrong(
            [key, head],
            say('mappingNotThat', {
              column: head,
              typed: JSON.stringify(written) ?? '',
              targets: besideTargets(what),
            }),
          );
        columns.set(head, is);
      }
      said.columns = columns;
    } else if (key === 'dates' && readOrder(value)) said.dates = readOrder(value);
    else if (key === 'kind' && typeof value === 'string' && /^[\p{L}\p{N}_-]{1,60}$/u.test(value))
      said.kind = value;
    else return wrong([key], say('mappingNotRead', { key }));
  }
  return { ok: true, said };
}

/** The text of a mapping that a team keeps with what was changed since, all else as it is; written anew where that can't be told line by line. */
export function changedBesideMapping(text: string, said: BesideSaid): string {
  const before = readBesideMapping(text);
  const whole = writeBesideMapping(said);
  if (!before?.ok) return whole;
  const lines = new MappingLines(text);
  if (said.dates)
    lines.set(
      'dates: ',
      before.said.dates && orderText(before.said.dates),
      orderText(said.dates),
      /^columns:/,
    );
  for (const [head, is] of said.columns ?? [])
    lines.set(`  ${yamlKey(head)}: `, before.said.columns?.get(head), is, /^columns:\s*(?:#.*)?$/);
  const after = readBesideMapping(lines.text);
  const isMeant =
    after?.ok && [...(said.columns ?? [])].every(([head, is]) => after.said.columns?.get(head) === is);
  return isMeant ? lines.text : whole;
}
