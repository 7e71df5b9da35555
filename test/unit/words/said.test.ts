import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentence, SENTENCES } from '../../../src/words/sentence';
import { HOSTILE, UNSAFE } from '../support/hostile';
import { sentencesIn } from './support/literals';
import {
  ACTION_EXAMPLES,
  DEAL_EXAMPLES,
  FILE_EXAMPLES,
  FIX_EXAMPLES,
  FRONT_MATTER_EXAMPLES,
  CALL_EXAMPLES,
  CAPTURE_EXAMPLES,
  REVIEW_EXAMPLES,
  INTAKE_EXAMPLES,
  PROCESS_EXAMPLES,
} from './support/said';

/** The rooms that say by keys and arguments what is wrong, what is needed and why something is not done. */
const ROOMS = [
  'core/frontMatter',
  'core/calls',
  'core/process',
  'core/deal',
  'core/notes',
  'actions',
  'files',
];

/** The names of the built-in stages, which a team's own file may say otherwise, and those of the system's folders. */
const DATA = /(?:core\/process\/stages|files\/disk\/cacheFolder)\.ts$/;

/** What is read in files or written into them, whichever language a person speaks. */
const IN_FILES: ReadonlySet<string> = new Set([
  ...['no budget', 'no decision', 'bad fit', 'lost contact', 'closed won', 'closed lost', 'in progress'],
  ...['## Log', '---\n \u{FFFC} \n---\n\n \u{FFFC} ## Log', 'Follows  \u{FFFC} .', 'new deal:  \u{FFFC}'],
  ...[', override: true', 'override: true', '{name: $1, role: $2, email: $3}'],
  ...['hardware, renewal', 'budget-confirmed, authority-known', 'block:  \u{FFFC} \nflow: [ \u{FFFC} , 1]'],
  ...['next friday', 'in a week', 'in 2 weeks', 'in a month', 'end of month', 'end of quarter', 'a week ago'],
]);

/** What parsers say to each other, or a bug to us; and a kind that has two words. */
const FOR_US: ReadonlySet<string> = new Set([
  ...['Left to the exact parser.', 'Only YAML is read.', 'A second document begins here', 'for disk'],
  // What VS Code calls a preview in English.
  ...['a character or an indentation', 'an anchor or a tag', 'brackets or quotes over several lines'],
  ...['a key that may be null', 'a map that is not in the place where it was found'],
  ...['a key that is a list or a map', 'There is no pipeline in  \u{FFFC} .'],
]);

const RECORDS = [
  FRONT_MATTER_EXAMPLES,
  PROCESS_EXAMPLES,
  DEAL_EXAMPLES,
  FILE_EXAMPLES,
  ACTION_EXAMPLES,
  CALL_EXAMPLES,
  INTAKE_EXAMPLES,
  CAPTURE_EXAMPLES,
  REVIEW_EXAMPLES,
];
const examplesIn = (record: object) =>
  Object.entries(record as Record<string, readonly object[]>).flatMap(([say, all]) =>
    all.map(args => ({ say, args })),
  );
const SENTENCE_EXAMPLES = RECORDS.flatMap(examplesIn);
const TITLE_EXAMPLES = examplesIn(FIX_EXAMPLES);

describe('what is said', () => {
  for (const room of ROOMS) {
    it(`is words only in src/words, and not in ${room}`, () => {
      const files = readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
        .map(path => join(`src/${room}`, path))
        .filter(path => path.endsWith('.ts') && !DATA.test(path));
      const found = files.flatMap(file =>
        sentencesIn(file, readFileSync(file, 'utf8'), () => false)
          .filter(({ text }) => !IN_FILES.has(text) && !FOR_US.has(text))
          .map(({ line, text }) => `${file}:${line}: ${text}`),
      );
      assert.deepEqual(found, []);
    });
  }

  it('has a key of its own in each room', () => {
    const keys = [...RECORDS, FIX_EXAMPLES].flatMap(record => Object.keys(record));
    assert.deepEqual([...keys].sort(), Object.keys(SENTENCES.en).sort());
  });

  it('is a whole sentence with typical arguments', () => {
    for (const { say, args } of SENTENCE_EXAMPLES) {
      const words = sentence({ say, args });
      assert.match(words, /^(?:[\p{Lu}“`]|sales-process|forecast|cache)/u, say);
      assert.match(words, /[.?]$/, `${say}: ${words}`);
      assert.doesNotMatch(words, /\.\.|[.?!] [.?!]| [,:;?]| \.(?!\w)/, `${say}: ${words}`);
      assertReadable(words, say);
    }
  });

  it('is a title without a full stop where it names a fix', () => {
    for (const { say, args } of TITLE_EXAMPLES) {
      const words = sentence({ say, args });
      assert.match(words, /^\p{Lu}.*[^.]$/u, words);
      assertReadable(words, say);
    }
  });

  it('is short enough to be read at once', () => {
    for (const { say, args } of [...SENTENCE_EXAMPLES, ...TITLE_EXAMPLES]) {
      const words = sentence({ say, args });
      assert.ok(words.length <= 240, `${say} has ${words.length} characters: ${words}`);
    }
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`is one line of bounded length whatever the arguments hold: ${name}`, () => {
      for (const { say, args } of [...SENTENCE_EXAMPLES, ...TITLE_EXAMPLES]) {
        const words = sentence({ say, args: withText(args, text) as object });
        assert.doesNotMatch(words, /[\n\r\t]/, say);
        assert.doesNotMatch(words, UNSAFE, say);
        assert.ok(words.length <= 400, say);
      }
    });
  }
});

/** Nothing that a slip in a template would leave behind, and none of the phrases that we have grown out of. */
function assertReadable(words: string, say: string): void {
  assert.doesNotMatch(words, /undefined|null|NaN|\[object|function|\{\}| {2}/, `${say}: ${words}`);
  assert.doesNotMatch(
    words,
    /nobody knows|here stands|of which|expected is|mended|is told/i,
    `${say}: ${words}`,
  );
}

/** Arguments of the same kind, with another text wherever a file or a person has the say. */
function withText(args: unknown, text: string, key = ''): unknown {
  if (typeof args === 'string') return FREE.has(key) && !CODES.has(args) ? text : args;
  if (Array.isArray(args)) return args.map(one => withText(one, text, key));
  if (typeof args !== 'object' || args === null) return args;
  const entries = Object.entries(args).map(([name, one]) => [name, withText(one, text, name)] as const);
  return Object.fromEntries(entries);
}

/** Reasons that are codes, where another one could be in the system's own words. */
const CODES: ReadonlySet<string> = new Set([
  ...['missing', 'gone', 'noPermission', 'linkCircle', 'readOnlyDisk', 'fullDisk', 'fileInTheWay'],
]);

const FREE: ReadonlySet<string> = new Set([
  ...['text', 'name', 'title', 'key', 'own', 'label', 'line', 'typed', 'path', 'reason', 'placeholder'],
  ...['from', 'to', 'goal', 'stages', 'criteria', 'fields', 'remove', 'id', 'inItsWords', 'written', 'value'],
]);
