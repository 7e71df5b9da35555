import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { FrontMatterChange } from '../../../../../src/core/frontMatter/edit/change';
import { editFrontMatter, type Edited } from '../../../../../src/core/frontMatter/edit/editFrontMatter';
import { cutFrontMatter } from '../../../../../src/core/frontMatter/cut';
import { parseFrontMatter } from '../../../../../src/core/frontMatter/parse';
import { applyEdits, invertEdits, type TextEdit } from '../../../../../src/core/textEdit';
import { changedFile, type ChangedFile } from '../../../support/changes';
import { forAll } from '../../../support/property';
import { sentenceOf } from '../../../../../src/words/sentence';

/** Each reason for which a front matter that is valid may be refused. Any other refusal would be our fault. */
const GOOD_REASONS = [
  /has an anchor that is used elsewhere/,
  /holds a list or a group of keys/,
  /is an alias of another list/,
  /is not a list/,
  /comes from another key, through “<<”/,
  /alias in it can’t be resolved/,
  /isn’t made of keys and values/,
  /has a custom YAML tag/,
  /has an item that isn’t plain text/,
  /a comment between the items/,
  /shares its line/,
];

/** Each edit changes something, and none of them what another does: editors refuse those. */
function isPlain(edits: readonly TextEdit[]): void {
  assert.ok(edits.every(({ start, end, text }) => start < end || text));
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  assert.ok(sorted.every(({ start }, index) => index === 0 || sorted[index - 1]!.end <= start));
}

describe('any change of any front matter', () => {
  const outcomes = new Map<string, number>();

  after(() => {
    const counts = [...outcomes].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
    console.log(`      ${counts.join(', ')}`);
  });

  it('is made as it was meant, in the lines that it is about, and can be taken back, or is refused for a reason', () => {
    forAll(
      changedFile,
      file => {
        const edited = editFrontMatter(file.text, file.change);
        const outcome = edited.ok ? 'made' : edited.problem.code;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (edited.ok) {
          isAsMeant(file, edited);
          isInItsLines(file, edited);
          isTakenBack(file, edited);
          isPlain(edited.edits);
        } else if (parseFrontMatter(file.text).kind === 'none') {
          assert.match(sentenceOf(edited.problem), /no front matter/);
        } else if (edited.problem.code === 'not-editable') {
          const message = sentenceOf(edited.problem);
          assert.ok(takesInBlankLines(file) || GOOD_REASONS.some(reason => reason.test(message)), message);
          assert.ok(edited.problem.line >= 2 && edited.problem.line <= file.text.split('\n').length);
        } else {
          assert.equal(parseFrontMatter(file.text).kind, 'refused', `${sentenceOf(edited.problem)}`);
        }
      },
      1500,
    );
  });

  it('is made nearly always: the generated files are valid', () => {
    const sum = [...outcomes.values()].reduce((total, count) => total + count, 0);
    assert.ok((outcomes.get('made') ?? 0) > sum / 2, JSON.stringify([...outcomes]));
  });
});

/** Without the key between them, the blank lines below it would be the last of a text that keeps its blank lines. */
function takesInBlankLines({ text, change }: ChangedFile): boolean {
  return text.includes('|+') && Boolean(change.clear?.length);
}

type Made = Extract<Edited, { ok: true }>;

/** By the `yaml` package on its own, and by our reader. */
function isAsMeant({ text, change }: ChangedFile, { text: after }: Made): void {
  const expected = meant(dataOf(text), change);
  assert.deepEqual(withoutNulls(dataOf(after)), withoutNulls(expected));
  const read = parseFrontMatter(after);
  assert.ok(read.kind === 'found');
  assert.deepEqual(withoutNulls(read.data), withoutNulls(expected));
}

function dataOf(text: string): Record<string, unknown> {
  const cut = cutFrontMatter(text);
  assert.ok(cut.kind === 'found');
  const yaml = text.slice(cut.frontMatter.start, cut.frontMatter.end);
  return (parse(yaml, { merge: true, logLevel: 'error' }) ?? {}) as Record<string, unknown>;
}

function meant(
  before: Record<string, unknown>,
  { set = {}, clear = [], append = {}, insert = {}, texts = {} }: FrontMatterChange,
) {
  const entries = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(set)) entries.set(key, value);
  for (const [key, item] of Object.entries(append)) {
    const list = entries.get(key);
    entries.set(key, Array.isArray(list) ? [...(list as unknown[]), item] : [item]);
  }
  for (const [key, placed] of Object.entries(insert)) {
    const list = entries.get(key);
    const before = Array.isArray(list) ? (list as unknown[]) : [];
    const all = [...before.entries()].map(([at, value]) => ({ at, value }));
    const more = placed.map(({ at, item }) => ({ at: Math.min(at, before.length), value: item }));
    entries.set(
      key,
      [...more, ...all].toSorted((a, b) => a.at - b.at).map(({ value }) => value as unknown),
    );
  }
  for (const key of clear) entries.delete(key);
  for (const [key, wanted] of Object.entries(texts)) setTexts(entries, key, wanted);
  return Object.fromEntries(entries);
}

/** In a list what is no text stays; what goes makes place for what comes. */
function setTexts(entries: Map<string, unknown>, key: string, wanted: readonly string[]): void {
  const value = entries.get(key);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const isText = (item: unknown) => typeof item !== 'object';
  const now = (isText(value) && value !== undefined ? String(value).split(',') : list.filter(isText))
    .map(text => String(text).replace(/\s+/g, ' ').trim())
    .filter(text => text);
  if (now.join('\n') === wanted.join('\n')) return;
  const coming = wanted.filter(text => !now.includes(text));
  const after = list.flatMap(item =>
    isText(item) && !wanted.includes(String(item).trim()) ? coming.splice(0, 1) : [item],
  );
  after.push(...coming);
  if (isText(value) && value !== undefined) entries.set(key, wanted.length ? wanted.join(', ') : null);
  else entries.set(key, after.length ? after : null);
}

function withoutNulls(data: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

/** What goes is in the lines of a key that is changed; what comes is there too, or is lines of its own. */
function isInItsLines({ text, places, isFlow, change }: ChangedFile, { edits }: Made): void {
  const { set = {}, clear = [], append = {}, insert = {}, texts = {} } = change;
  const changed = new Set([set, append, insert, texts].flatMap(Object.keys).concat(clear));
  const offsets = [0];
  for (const line of text.split('\n')) offsets.push(offsets.at(-1)! + line.length + 1);
  const ranges = isFlow
    ? [{ start: offsets[1]!, end: text.length }]
    : places
        .filter(({ key }) => changed.has(key))
        .map(({ from, to }) => ({ start: offsets[from]!, end: offsets[to]! }));
  for (const edit of edits) {
    const isInside = ranges.some(({ start, end }) => edit.start >= start && edit.end <= end);
    const isNewLines = edit.start === edit.end && offsets.includes(edit.start) && edit.text.endsWith('\n');
    // A group of keys that is left empty takes the empty line with it that parted it from others.
    const isEmptyLine = /^\r?\n$/.test(text.slice(edit.start, edit.end)) && !edit.text;
    assert.ok(isInside || isNewLines || (isEmptyLine && clear.length), JSON.stringify(edit));
  }
}

function isTakenBack({ text, places, change }: ChangedFile, { edits, text: after }: Made): void {
  assert.equal(applyEdits(text, edits), after);
  assert.equal(applyEdits(after, invertEdits(text, edits)), text);
  const inverse = inverseOf(text, places, change);
  if (!inverse) return;
  const back = editFrontMatter(after, inverse);
  assert.ok(back.ok, JSON.stringify(back));
  assert.equal(back.text, text, 'the inverse change gives another text');
}

/** A new key is cleared, a word set back: what changes its quotes with its value does not come back. */
function inverseOf(
  text: string,
  places: ChangedFile['places'],
  change: FrontMatterChange,
): FrontMatterChange | undefined {
  const { set = {}, clear = [], append = {}, insert = {}, texts = {} } = change;
  if (clear.length || [append, insert, texts].flatMap(Object.keys).length) return undefined;
  const before = dataOf(text);
  // Between braces the last key stays, with nothing in it.
  if (Object.keys(before).length === 0) return undefined;
  const isNew = (key: string) => !Object.hasOwn(before, key);
  const keys = Object.keys(set);
  const keepsItsForm = (key: string) =>
    places.some(place => place.key === key && place.isCanonical) &&
    [before[key], set[key]].every(value => typeof value === 'string' && /^[A-Z]?[a-z]{4,}$/.test(value));
  const isInvertible = keys.every(key => (isNew(key) ? set[key] !== null : keepsItsForm(key)));
  if (!isInvertible) return undefined;
  return {
    set: Object.fromEntries(
      keys.filter(key => !isNew(key)).map(key => [key, before[key] as string | number | boolean | null]),
    ),
    clear: keys.filter(isNew),
  };
}
