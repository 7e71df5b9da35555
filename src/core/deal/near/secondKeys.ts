import type { FrontMatterChange } from '../../frontMatter/edit/change';
import { ownName } from '../../frontMatter/keyNames';
import { parseFrontMatter } from '../../frontMatter/parse';
import { isField, rowOf, type Kind } from '../../fields/table';
import { isSerious } from '../../problem';
import type { Process } from '../../process/process';
import { refuse, type Refusal } from '../../refusal';
import type { Says } from '../../says';
import { say } from '../say';
import { nearKeys } from './nearKeys';

/** How the deal stands: what resembles one of these and could be it is meant to say so. */
const STANDING: ReadonlySet<Kind> = new Set(['stage', 'status', 'event']);

/**
 * What keeps a change from being made, or is to be said of it, since the file has a key that is nearly one of those that it
 * writes: `status: won` beside `Status: Won`. Where the file has both already, it is only said.
 */
export function secondKeys(
  text: string,
  { set = {}, append = {}, insert = {}, texts = {} }: FrontMatterChange,
  process: Process,
): { readonly ok: true; readonly warnings: readonly Says[] } | Refusal {
  const written = [set, append, insert, texts].flatMap(Object.keys).filter(isField);
  const parsed = parseFrontMatter(text, process.fields);
  if (!written.length || parsed.kind !== 'found') return { ok: true, warnings: [] };
  const { data } = parsed;
  const warnings: Says[] = [];
  for (const problem of nearKeys(parsed, process)) {
    const { at = [], meant = [], isQuiet, says } = problem;
    const field = written.find(key => meant.includes(ownName(process.fields, key)));
    if (field === undefined || at.length > 1 || isQuiet) continue;
    const isSecond = !Object.hasOwn(data, field);
    if (isSecond && (isSerious(problem) || STANDING.has(rowOf(field).kind)))
      return refuse(say('keyFirst', { key: String(at[0]), name: ownName(process.fields, field) }));
    warnings.push(says);
  }
  return { ok: true, warnings };
}
