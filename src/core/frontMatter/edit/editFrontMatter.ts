import { isMap } from 'yaml';
import { error, type Problem } from '../../problem';
import type { Says } from '../../says';
import { STANDARD_NAMES } from '../keyNames';
import { applyEdits, type TextEdit } from '../../textEdit';
import { cutFrontMatter, type FrontMatter } from '../cut';
import { dataOf, MERGE_KEY } from '../yamlText';
import { linesOfKeys, parseExact, parseFrontMatter, type Data } from '../parse';
import { say } from '../say';
import { appendItems } from './appendItem';
import { itemsOf, changeInOwnNames, type FrontMatterChange } from './change';
import { closeGroups, partGroups } from './groups';
import { insertItems } from './insertItems';
import { fillAt } from './fillAt';
import { NotEditable } from './notEditable';
import { proveEdit } from './proof';
import { clearKeys, inKeyOrder, replaceAt, setKey } from './setKey';
import { resolveTexts, setTexts } from './setTexts';
import { Source } from './source';

/*
 * What we promise about deal files, and the test that holds each promise. (test/unit/promises.test.ts holds this list.)
 *
 * Only what was asked for changes, in the file's own style.
 *   test/unit/core/frontMatter/edit/editFrontMatter.test.ts: a value is replaced
 *   test/unit/core/frontMatter/edit/editFrontMatter.test.ts: a new key goes where people write it
 *   test/unit/core/frontMatter/edit/editFrontMatter.test.ts: an item is added to a list
 *   test/unit/core/frontMatter/edit/editFrontMatter.test.ts: a key is cleared
 *   test/unit/core/frontMatter/edit/anyChange.test.ts: is made as it was meant, in the lines that it is about
 *   test/unit/core/frontMatter/corpus.test.ts: both readers agree, and changes keep all other lines
 *   test/unit/core/notes/logActivity.test.ts: and nothing but lines are added, outside of code
 *   test/vscode/moves.test.ts: changes one line and adds one in the open deal, and saves it
 *   test/vscode/edits.test.ts: writes nothing but the change into a file that is not open
 *   test/vscode/edits.test.ts: keeps mixed line ends in a file
 * The result is read again before it is written, and is what was meant, or nothing is written.
 *   test/unit/core/frontMatter/edit/proof.test.ts: an edit is not written that
 * What cannot be changed safely is refused with the reason and the line, and its bytes and times stay.
 *   test/unit/core/frontMatter/edit/editFrontMatter.test.ts: an edit is refused, with the reason
 *   test/unit/files/disk/updateFile.test.ts: leaves bytes and times alone, and the folder
 *   test/vscode/edits.test.ts: leaves the bytes and the times of a file alone that it refuses
 * A change is made to the text as it is now: not saved yet, changed by others, moved, deleted, write-protected.
 *   test/vscode/moves.test.ts: leaves a deal with unsaved changes unsaved, and keeps them
 *   test/vscode/edits.test.ts: takes the text as another program left it
 *   test/vscode/edits.test.ts: does not bring back a file that was deleted
 *   test/vscode/edits.test.ts: leaves a file alone that git moved elsewhere
 *   test/vscode/edits.test.ts: leaves a write-protected file alone
 *   test/unit/files/disk/updateFile.test.ts: while another program writes that does not know the lock
 * On disk there is the old text or the new one, never half of one; mode and links stay.
 *   test/unit/files/disk/kills.test.ts: leaves the old text or the new one, wherever it ends, and the next one goes on at once
 *   test/unit/cli/killed.test.ts: leaves each deal as it was or as it was to be, and the next one goes on at once
 *   test/unit/files/disk/updateFile.test.ts: through links
 *   test/unit/files/disk/updateFile.test.ts: keeps
 * Two programs that write one file lose nothing of each other.
 *   test/unit/files/disk/processes.test.ts: several processes that update one file at once
 *   test/unit/files/disk/lock.test.ts: taken from one who was only thought dead
 * A command is taken back as a whole, over several files too; each deal is reported, and what failed can be tried again.
 *   test/vscode/edits.test.ts: is taken back by one undo, in open files and others
 *   test/vscode/edits.test.ts: is told deal by deal, and what failed can be tried again
 *   test/browser/files.test.ts: is taken back by one undo of the editor, over both files
 * Reading any file takes bounded time and memory, gives the same answer by both readers, and runs nothing.
 *   test/unit/limits.test.ts: nesting
 *   test/unit/core/frontMatter/parse.test.ts: is the same for both parsers in all the styles of real files
 *   test/vscode/moves.test.ts: never runs front matter in another language
 *   test/vscode/hostile.test.ts: hostile texts
 *   test/browser/hostile.test.ts: hostile texts
 */

export type Edited =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The smallest text edits that make a change: the one door for writing. Values are replaced where they stand and in
 * their own style, nothing is written anew. The result is read again and compared with what was intended, so that a
 * text that cannot be changed safely is refused with the reason, and never harmed.
 *
 * @param wish names each key once at most: what is set is neither cleared nor appended to, and so on
 * @param names the keys that the file has for those that the wish is about
 */
export function editFrontMatter(text: string, wish: FrontMatterChange, names = STANDARD_NAMES): Edited {
  const cut = cutFrontMatter(text, names);
  if (cut.kind === 'refused') return { ok: false, problem: cut.problem };
  if (cut.kind === 'none') return refuse(say('noFrontMatter'), 1);
  const { frontMatter } = cut;
  const exact = parseExact(text, frontMatter);
  // What cannot be read may be text below a rule.
  const unread = (refused: Edited) =>
    parseFrontMatter(text, names).kind === 'none' ? refuse(say('noFrontMatter'), 1) : refused;
  if ('problem' in exact) return unread({ ok: false, problem: exact.problem });
  const { contents } = exact.document;
  if (contents !== null && !isMap(contents)) return unread(refuse(say('noKeysAndValues')));
  try {
    const before = (dataOf(exact.document) ?? {}) as Data;
    const change = resolveTexts(before, changeInOwnNames(names, wish));
    const newline = text[frontMatter.start - 2] === '\r' ? '\r\n' : '\n';
    const { yaml, document, comments } = exact;
    const source = new Source(yaml, document, comments, contents ?? undefined, newline, names);
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
    if (cause instanceof NotEditable) return refuse(cause.because, lineOf(text, frontMatter, cause.key));
    // `yaml` throws on aliases that have no anchor, or that grow without end.
    if (cause instanceof ReferenceError)
      return unread(refuse(say('aliasUnresolved', { reason: cause.message })));
    throw cause;
  }
}

/** Where two go to the same place: an item behind its list, then new keys in their order. */
function plan(
  source: Source,
  { append = {}, insert = {}, set = {}, clear = [], texts = {}, replace = [], fill = [] }: FrontMatterChange,
): TextEdit[] {
  const items = [
    ...Object.entries(append).map(
      ([key, item]) => [key, () => appendItems(source, key, itemsOf(item))] as const,
    ),
    ...Object.entries(insert).map(([key, placed]) => [key, () => insertItems(source, key, placed)] as const),
    ...Object.entries(texts).map(([key, wanted]) => [key, () => setTexts(source, key, wanted)] as const),
  ];
  const isThere = ([key]: readonly [string, unknown]) => source.pair(key) !== undefined;
  const keys = [
    ...Object.entries(set).map(([key, value]) => [key, () => setKey(source, key, value)] as const),
    ...items.filter(item => !isThere(item)),
  ];
  const added = inKeyOrder(
    source,
    keys.filter(item => !isThere(item)),
  ).flatMap(([key, edits]) => edits().map(edit => ({ key, edit })));
  const edits = [
    ...items.filter(isThere).flatMap(([, edit]) => edit()),
    ...keys.filter(isThere).flatMap(([, edit]) => edit()),
    ...partGroups(source, added),
    ...closeGroups(source, clear, added),
    ...clearKeys(source, clear),
    ...replace.flatMap(({ at, value }) => replaceAt(source, at, value)),
    ...fill.map(({ at, value }) => fillAt(source, at, value)),
  ];
  const [first] = edits;
  // Between empty braces the first key has none to be parted from.
  if (first && source.root?.flow && source.root.items.length === 0) {
    edits[0] = { ...first, text: first.text.replace(/^, /, '') };
  }
  return edits;
}

/** What `<<` brings in stands at another key, where other keys may have it too. Setting overrides it, as YAML means it. */
function refuseMergedKeys(
  source: Source,
  before: Data,
  { append = {}, insert = {}, clear = [], texts = {} }: FrontMatterChange,
): void {
  for (const key of [...[append, insert, texts].flatMap(Object.keys), ...clear]) {
    if (Object.hasOwn(before, key) && !source.pair(key)) {
      throw new NotEditable(say('mergedKey', { key }), MERGE_KEY);
    }
  }
}

function lineOf(text: string, frontMatter: FrontMatter, key: string | undefined): number {
  return (key !== undefined && linesOfKeys(text, frontMatter).get(key)) || 2;
}

function refuse(why: Says, line = 2): Edited {
  return { ok: false, problem: error('not-editable', say('notEditable', { why }), line) };
}
