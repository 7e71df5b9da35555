import { isMap } from 'yaml';
import { error, type Problem } from '../../problem';
import { applyEdits, type TextEdit } from '../../textEdit';
import { cutFrontMatter, type FrontMatter } from '../frontMatter';
import { MERGE_KEY } from '../../yamlText';
import { linesOfKeys, parseExact, type Data } from '../parse';
import { appendItem, type ListItem } from './appendItem';
import { NotEditable } from './notEditable';
import { proveEdit } from './proof';
import type { FieldValue } from './scalar';
import { clearKeys, inKeyOrder, setKey } from './setKey';
import { Source } from './source';

/** What is to be different in a front matter, at its top level. All else stays, to the byte. */
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
 *
 * @param change names each key once at most: what is set is neither cleared nor appended to
 */
export function editFrontMatter(text: string, change: Change): Edited {
  const cut = cutFrontMatter(text);
  if (cut.kind === 'refused') return { ok: false, problem: cut.problem };
  if (cut.kind === 'none') return refuse('it has no front matter between two lines “---”', 1);
  const { frontMatter } = cut;
  const exact = parseExact(text, frontMatter);
  if ('problem' in exact) return { ok: false, problem: exact.problem };
  const { contents } = exact.document;
  if (contents !== null && !isMap(contents)) return refuse('its front matter is not made of keys and values');
  try {
    const before = (exact.document.toJS() ?? {}) as Data;
    const newline = text[frontMatter.start - 2] === '\r' ? '\r\n' : '\n';
    const { yaml, document, comments } = exact;
    const source = new Source(yaml, document, comments, contents ?? undefined, newline);
    refuseMergedKeys(source, before, change);
    const edits = plan(source, change).map(edit => ({
      start: edit.start + frontMatter.start,
      end: edit.end + frontMatter.start,
      text: edit.text,
    }));
    const result = applyEdits(text, edits);
    proveEdit({ text, frontMatter, source, before }, change, result);
    return { ok: true, edits, text: result };
  } catch (cause) {
    if (cause instanceof NotEditable) return refuse(cause.message, lineOf(text, frontMatter, cause.key));
    // `yaml` throws on aliases that have no anchor, or that grow without end.
    if (cause instanceof ReferenceError)
      return refuse(`an alias in it cannot be resolved (${cause.message})`);
    throw cause;
  }
}

/** Where two go to the same place: an item behind its list, then new keys in their order. */
function plan(source: Source, { append = {}, set = {}, clear = [] }: Change): TextEdit[] {
  const items = Object.entries(append);
  const isThere = ([key]: readonly [string, unknown]) => source.pair(key) !== undefined;
  const edits = [
    ...items.filter(isThere).flatMap(([key, item]) => appendItem(source, key, item)),
    ...inKeyOrder([
      ...Object.entries(set).map(([key, value]) => [key, () => setKey(source, key, value)] as const),
      ...items
        .filter(item => !isThere(item))
        .map(([key, item]) => [key, () => appendItem(source, key, item)] as const),
    ]).flatMap(([, edit]) => edit()),
    ...clearKeys(source, clear),
  ];
  const [first] = edits;
  // Between empty braces the first key has none to be parted from.
  if (first && source.root?.flow && source.root.items.length === 0) {
    edits[0] = { ...first, text: first.text.replace(/^, /, '') };
  }
  return edits;
}

/** What `<<` brings in stands at another key, where other keys may have it too. Setting overrides it, as YAML means it. */
function refuseMergedKeys(source: Source, before: Data, { append = {}, clear = [] }: Change): void {
  for (const key of [...Object.keys(append), ...clear]) {
    if (Object.hasOwn(before, key) && !source.pair(key)) {
      throw new NotEditable(`“${key}” comes from another key, by “<<”`, MERGE_KEY);
    }
  }
}

function lineOf(text: string, frontMatter: FrontMatter, key: string | undefined): number {
  return (key !== undefined && linesOfKeys(text, frontMatter).get(key)) || 2;
}

function refuse(reason: string, line = 2): Edited {
  return { ok: false, problem: error('not-editable', `This file cannot be edited safely: ${reason}.`, line) };
}
