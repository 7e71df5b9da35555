import { isMap } from 'yaml';
import { error, type Problem } from '../../problem';
import { applyEdits, type TextEdit } from '../../textEdit';
import { cutFrontMatter, type FrontMatter } from '../frontMatter';
import { parseExact, type Data } from '../parse';
import { appendItem, type ListItem } from './appendItem';
import { NotEditable } from './notEditable';
import type { FieldValue } from './scalar';
import { clearKey, setKey } from './setKey';
import { Source } from './source';

/** What is to be different in a front matter. All else stays, to the byte. */
export interface Change {
  readonly set?: Readonly<Record<string, FieldValue>>;
  readonly clear?: readonly string[];
  /** One item for the end of each of these lists. */
  readonly append?: Readonly<Record<string, ListItem>>;
}

export type Edited =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The smallest text edits that make a change: the one door for writing. Values are replaced where they stand and in
 * their own style, nothing is written anew. The result is read again and compared with what was intended, so that a
 * text that cannot be changed safely is refused with the reason, and never harmed.
 */
export function editFrontMatter(text: string, change: Change): Edited {
  const cut = cutFrontMatter(text);
  if (cut.kind === 'refused') return { ok: false, problem: cut.problem };
  if (cut.kind === 'none') return refuse('it has no front matter between two lines “---”', 1);
  const exact = parseExact(text, cut.frontMatter);
  if ('problem' in exact) return { ok: false, problem: exact.problem };
  const { contents } = exact.document;
  if (contents !== null && !isMap(contents)) return refuse('its front matter is not made of keys and values');
  try {
    const before = exact.document.toJS() as Data | null;
    const edits = plan(new Source(exact.yaml, exact.document, contents ?? undefined), change).map(edit => ({
      start: edit.start + cut.frontMatter.start,
      end: edit.end + cut.frontMatter.start,
      text: edit.text,
    }));
    const result = applyEdits(text, edits);
    verify(text, cut.frontMatter, result, intended(before ?? {}, change));
    return { ok: true, edits, text: result };
  } catch (cause) {
    if (cause instanceof NotEditable) return refuse(cause.message);
    // `yaml` throws on aliases that have no anchor, or that grow without end.
    if (cause instanceof ReferenceError)
      return refuse(`an alias in it cannot be resolved (${cause.message})`);
    throw cause;
  }
}

/** Where two go to the same place: an item behind its list, then new keys, then new lists. */
function plan(source: Source, { append = {}, set = {}, clear = [] }: Change): TextEdit[] {
  const items = (isNew: boolean) =>
    Object.entries(append)
      .filter(([key]) => !source.pair(key) === isNew)
      .flatMap(([key, item]) => appendItem(source, key, item));
  return [
    ...items(false),
    ...Object.entries(set).map(([key, value]) => setKey(source, key, value)),
    ...items(true),
    ...clear.map(key => clearKey(source, key)).filter(edit => edit !== undefined),
  ];
}

function intended(before: Data, { append = {}, set = {}, clear = [] }: Change): Data {
  const data: Record<string, unknown> = { ...before, ...set };
  for (const key of clear) delete data[key];
  for (const [key, item] of Object.entries(append)) {
    const list = before[key];
    data[key] = Array.isArray(list) ? [...list, item] : [item];
  }
  return data;
}

function verify(text: string, { bodyStart }: FrontMatter, result: string, expected: Data): void {
  const unexpected = new NotEditable('the change would also alter something else in it');
  const cut = cutFrontMatter(result);
  if (cut.kind !== 'found') throw unexpected;
  if (result.slice(cut.frontMatter.bodyStart) !== text.slice(bodyStart)) throw unexpected;
  const exact = parseExact(result, cut.frontMatter);
  if ('problem' in exact || !isSame(withoutNulls(exact.document.toJS() as Data), withoutNulls(expected))) {
    throw unexpected;
  }
}

/** A key that is cleared may stay with nothing behind it, for the sake of a comment on its line. */
function withoutNulls(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

/**
 * Deep equality of YAML data, which by its aliases may share parts and even contain itself. The libraries for it look
 * at `constructor`, which a file may use as a key.
 */
function isSame(a: unknown, b: unknown, compared = new Map<object, unknown>()): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (compared.get(a) === b) return true;
  compared.set(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && isSame((a as Data)[key], (b as Data)[key], compared))
  );
}

function refuse(reason: string, line = 2): Edited {
  return { ok: false, problem: error('not-editable', `This file cannot be edited safely: ${reason}.`, line) };
}
