import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { isCollection, isMap, isScalar, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import type { FrontMatterChange } from '../../../../src/core/frontMatter/edit/change';
import { editFrontMatter, type Edited } from '../../../../src/core/frontMatter/edit/editFrontMatter';
import { parseFastYaml } from '../../../../src/core/frontMatter/fastYaml';
import { cutFrontMatter } from '../../../../src/core/frontMatter/cut';
import { parseExact, parseFrontMatter, type Data } from '../../../../src/core/frontMatter/parse';
import { applyEdits, invertEdits } from '../../../../src/core/textEdit';
import { sentenceOf } from '../../../../src/words/sentence';

/** What test/fixtures/corpus/README.md describes. */
interface Package {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

const PACKAGES = JSON.parse(
  brotliDecompressSync(readFileSync('test/fixtures/corpus/frontMatter.json.br')).toString(),
) as readonly Package[];
const MIN_PACKAGES = 8;
const MIN_FILES = 2100;
/** The notes are not in the fixture. */
const NOTES = '\n# Notes\n';

/** Each reason for which a change of a valid file may be refused. Any other refusal would be our fault. */
const GOOD_REASONS = [/holds a list or a group of keys/, /is not a list/];

describe('the front matter of published packages', function () {
  this.timeout(120_000);
  const counts = { packages: 0, files: 0, agreed: 0, 'refused by both': 0, 'sent to yaml': 0 };
  const changes = { made: 0, refused: 0 };

  after(() => {
    const line = [...Object.entries(counts), ...Object.entries(changes)]
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
    console.log(`      ${line}`);
  });

  for (const { name, files } of PACKAGES) {
    it(`${name}: both readers agree, and changes keep all other lines`, () => {
      const failures: string[] = [];
      files.forEach(({ path, text }, index) => {
        try {
          checkFile(text.endsWith('\n') ? text + NOTES : text, index);
        } catch (cause) {
          failures.push(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`);
        }
      });
      if (files.length) counts.packages++;
      assert.equal(failures.slice(0, 10).join('\n\n'), '', `${failures.length} of ${files.length} files`);
    });
  }

  it('is of enough packages and files to tell something', () => {
    assert.ok(counts.packages >= MIN_PACKAGES && counts.files >= MIN_FILES, JSON.stringify(counts));
    assert.equal(counts.files, counts.agreed + counts['refused by both']);
    assert.ok(counts['sent to yaml'] < counts.files / 20, 'the fast reader reads nearly all');
    assert.ok(changes.refused < changes.made / 50, JSON.stringify(changes));
  });

  function checkFile(text: string, index: number): void {
    const crlf = withCrlf(text);
    counts.files++;
    const data = agreedData(text);
    assert.deepEqual(agreedData(crlf), data, 'with CRLF and a byte order mark');
    if (isLeftToYaml(text)) counts['sent to yaml']++;
    if (data) counts.agreed++;
    else counts['refused by both']++;
    checkChange(text, changeOf(data ?? {}, index), data);
    // Another kind of change than the one above, and another from file to file.
    checkChange(crlf, changeOf(data ?? {}, index + 1 + (Math.floor(index / KINDS.length) % 5)), data);
  }

  function checkChange(text: string, change: FrontMatterChange, data: Data | undefined): void {
    const what = `after ${JSON.stringify(change)}`;
    const edited = editFrontMatter(text, change);
    if (!edited.ok) {
      const { code, line } = edited.problem;
      const message = sentenceOf(edited.problem);
      assert.ok(line >= 1 && line <= text.split('\n').length, `${what}: line ${line}`);
      if (!data) return;
      assert.equal(code, 'not-editable', `${what}: ${message}`);
      assert.ok(
        GOOD_REASONS.some(reason => reason.test(message)),
        `${what}: ${message}`,
      );
      changes.refused++;
      return;
    }
    assert.ok(data, `${what}: made in a file that cannot be read`);
    changes.made++;
    assert.equal(applyEdits(text, edited.edits), edited.text, what);
    assert.equal(applyEdits(edited.text, invertEdits(text, edited.edits)), text, `${what}: not taken back`);
    assertInItsLines(text, change, edited);
    const after = agreedData(edited.text);
    assert.deepEqual(withoutCleared(after ?? {}, change), meant(data, change), what);
  }
});

function withCrlf(text: string): string {
  return `\uFEFF${text.replace(/^\uFEFF/, '').replace(/\r?\n/g, '\r\n')}`;
}

/** What both readers find in a file; `undefined` where both refuse it. */
function agreedData(text: string): Data | undefined {
  const parsed = parseFrontMatter(text);
  const exact = exactData(text);
  assert.deepEqual(parsed.kind === 'found' ? parsed.data : undefined, exact, JSON.stringify(parsed));
  return exact;
}

function exactData(text: string): Data | undefined {
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return undefined;
  const exact = parseExact(text, cut.frontMatter);
  if ('problem' in exact) return undefined;
  let data: unknown;
  try {
    data = exact.document.toJS();
  } catch {
    return undefined;
  }
  const isMapOrNothing = data === null || (typeof data === 'object' && !Array.isArray(data));
  return isMapOrNothing ? ((data ?? {}) as Data) : undefined;
}

function isLeftToYaml(text: string): boolean {
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return false;
  try {
    parseFastYaml(text.slice(cut.frontMatter.start, cut.frontMatter.end));
    return false;
  } catch {
    return true;
  }
}

const ITEM = { on: '2026-11-20', stage: 'closing' };
const NEW_KEY = { status: 'won' };

/** A change of one of its kinds, of one of a file's keys. */
const KINDS: readonly ((scalar: string, list: string) => FrontMatterChange)[] = [
  scalar => ({ set: { [scalar]: 'needs analysis: 12' } }),
  () => ({ set: NEW_KEY }),
  () => ({ append: { history: ITEM } }),
  scalar => ({ set: { [scalar]: 48000, ...NEW_KEY }, append: { history: ITEM } }),
  scalar => ({ clear: [scalar] }),
  (_, list) => ({ append: { [list]: 'closing' } }),
];

function changeOf(data: Data, index: number): FrontMatterChange {
  const keys = Object.keys(data);
  const pick = (all: string[], otherwise: string) => all[index % all.length] ?? otherwise;
  const scalar = pick(
    keys.filter(key => typeof data[key] !== 'object'),
    'title',
  );
  const list = pick(
    keys.filter(key => Array.isArray(data[key])),
    'tags',
  );
  return KINDS[index % KINDS.length]!(scalar, list);
}

function meant(before: Data, { set = {}, clear = [], append = {} }: FrontMatterChange): Data {
  const entries = new Map(Object.entries({ ...before, ...set }));
  for (const [key, item] of Object.entries(append)) {
    entries.set(key, [...((before[key] ?? []) as unknown[]), item]);
  }
  for (const key of clear) entries.delete(key);
  return Object.fromEntries(entries);
}

/** A key that is cleared may stay, with nothing behind it, for the sake of a comment. */
function withoutCleared(after: Data, { clear = [] }: FrontMatterChange): Data {
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => value !== null || !clear.includes(key)),
  );
}

/** What goes stands in the lines of a key that is changed; what comes does too, or is lines of its own. */
function assertInItsLines(
  text: string,
  change: FrontMatterChange,
  { edits }: Extract<Edited, { ok: true }>,
): void {
  const cut = cutFrontMatter(text);
  assert.ok(cut.kind === 'found');
  const { start, end } = cut.frontMatter;
  const { contents } = parseDocument(text.slice(start, end), { merge: true });
  const changed = [change.set, change.append].flatMap(part => Object.keys(part ?? {}));
  const places = isMap(contents) ? placesOf(contents, [...changed, ...(change.clear ?? [])]) : [];
  for (const edit of edits) {
    const isInside = places.some(
      ({ from, to }) =>
        edit.start >= lineStart(text, start + from) && edit.end <= lineEnd(text, start + to, end),
    );
    const isLines =
      edit.start === edit.end && text[edit.start - 1] === '\n' && /^[^\n]+(?:\n[^\n]+)?\n$/.test(edit.text);
    assert.ok(
      (isInside || isLines) && edit.start >= start && edit.end <= end,
      `${JSON.stringify(change)} made ${JSON.stringify(edit)}`,
    );
  }
}

/** From each key to the end of its value; a value of several lines may reach to the next key. */
function placesOf(root: YAMLMap, keys: readonly string[]): { from: number; to: number }[] {
  const pairs = root.items as Pair<Node, Node | null>[];
  if (root.flow) return [{ from: root.range![0], to: root.range![1] }];
  return pairs.flatMap(({ key, value }, index) => {
    if (!isScalar(key) || !keys.includes(String(key.value))) return [];
    const isLong = isCollection(value) || (isScalar(value) && /^BLOCK/.test(value.type ?? ''));
    const next = pairs[index + 1]?.key.range![0];
    const to = isLong ? (next === undefined ? root.range![2] : next - 1) : (value ?? key).range![1];
    return [{ from: key.range![0], to }];
  });
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line end, and not behind the closing fence. */
function lineEnd(text: string, offset: number, end: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? end : Math.min(newline + 1, end);
}
