import type { Data } from '../../frontMatter/parse';
import { ownText } from '../../ownText';

/** More values than anybody writes behind one key, and deeper than anybody does: an alias can stand within what it means. */
const [MOST_VALUES, DEEPEST] = [5000, 100];

/**
 * What some keys say, as JSON: one text takes a small part of the memory of what it says.
 *
 * @param head the front matter that they stand in, as text
 * @returns nothing where they say nothing, as in most files
 */
export function keysAsJson(data: Data, isWanted: (key: string) => boolean, head: string): string | undefined {
  let more: Map<string, unknown> | undefined;
  for (const key of Object.keys(data)) {
    if (!isWanted(key)) continue;
    const copy = new PlainCopy(head).of(data[key], key);
    if (!saysNothing(copy)) (more ??= new Map<string, unknown>()).set(key, copy);
  }
  // Not by assignment: a key may be named `__proto__`.
  return more && ownText(JSON.stringify(Object.fromEntries(more)));
}

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A value as JSON can have it; nothing where it is endless. */
class PlainCopy {
  private left = MOST_VALUES;

  constructor(private readonly head: string) {}

  of(value: unknown, key: string): unknown {
    const copy = this.copy(value, key, 0);
    return this.left < 0 ? undefined : copy;
  }

  private copy(value: unknown, key: string, depth: number): unknown {
    if (depth > DEEPEST) this.left = 0;
    if (--this.left < 0) return undefined;
    if (typeof value === 'number') return exactly(value, key, this.head);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(item => this.copy(item, key, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, this.copy(one, name, depth + 1)]),
    );
  }
}

/** A number, or the text of it where that says more, such as a phone number `0049` or an id of 18 digits. */
function exactly(value: number, key: string, head: string): number | string {
  for (let at = head.indexOf(key); at >= 0; at = head.indexOf(key, at + 1)) {
    const behind = head.slice(at + key.length, at + key.length + 100);
    const written = /^["']?[ \t]*:[ \t]+([^\s,}\]#]+)/.exec(behind)?.[1];
    if (written === undefined || Number(written) !== value) continue;
    const losesSigns = /^[-+]?0\d|^\+/.test(written);
    return losesSigns || (/^-?\d+$/.test(written) && !Number.isSafeInteger(value)) ? written : value;
  }
  return Number.isFinite(value) ? value : String(value);
}

/** What an item of a list says besides: a contact, or a line of the history. */
export function moreOfItem(item: object, known: ReadonlySet<string>, head = ''): string | undefined {
  return keysAsJson(item as Data, key => !known.has(key), head);
}
