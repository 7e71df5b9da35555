import { load, type EventType, type State } from 'js-yaml';
import { coreSchema } from './coreSchema';
import { ownText } from '../ownText';
import { parsePlainYaml } from './plainYaml';

/**
 * Reads YAML, which may be a part of a text, by js-yaml where it is sure to find what `yaml` does: without tags, anchors, keys that are no text,
 * quotes over several lines, and the like. That is nearly every front matter; most are so plain that they need no parser.
 *
 * @throws at anything else, valid or not
 */
export function parseFastYaml(text: string, start = 0, end = text.length): unknown {
  const plain = parsePlainYaml(text, start, end);
  if (plain) return plain;
  // What a parser cuts out of it would keep the whole text in memory.
  const yaml = ownText(text.slice(start, end));
  if (DOUBTERS.some(character => yaml.includes(character)) && DOUBTFUL.test(yaml))
    throw new Doubt('a character or an indentation');
  return load(yaml, { schema: coreSchema(), listener: watch() });
}

/** Left to the other reader; never seen by anybody. */
class Doubt extends Error {}

/**
 * Byte order marks, indenting tabs; a comment right behind a bracket, a quote or the header of a block, which `yaml`
 * refuses; and a header that says how far the lines of its block stand in.
 */
const DOUBTFUL = /\uFEFF|(?:^|\n) *\t|["'[\]{},|>]#|[|>][-+]#|[|>][-+]?[1-9]/;

/** Without one of these there is nothing to doubt, and to know that takes a tenth of the time. */
const DOUBTERS = ['\uFEFF', '\t', '#', '|', '>'] as const;

/** What the types of js-yaml leave out. */
interface FastReading extends State {
  readonly tag: string | null;
  readonly anchor: string | null;
}

/** Throws at what js-yaml and `yaml` read in two ways, though the result does not tell. */
function watch(): (event: EventType, state: State) => void {
  /** For each node that is being read, by its depth: where it begins, and the lists and maps found in it so far. */
  const starts: number[] = [];
  const found: (object[] | undefined)[] = [];
  let depth = 0;
  return (event, state) => {
    if (event === 'open') {
      starts[depth] = state.position;
      found[depth++] = undefined;
      return;
    }
    const inside = found[--depth];
    const { tag, anchor, result } = state as FastReading;
    if (anchor !== null || (tag !== '?' && tag !== null && EXPLICIT_TAGS.has(tag))) {
      throw new Doubt('an anchor or a tag');
    }
    watchLines(state.input, starts[depth]!, state.position);
    if (typeof result !== 'object' || result === null) return;
    watchKeys(result, inside);
    if (depth > 0) (found[depth - 1] ??= []).push(result);
  };
}

/** Nearly all have `?` here, or what it is read as; these stand in a file. */
const EXPLICIT_TAGS: ReadonlySet<string> = new Set([
  '!',
  'tag:yaml.org,2002:str',
  'tag:yaml.org,2002:seq',
  'tag:yaml.org,2002:map',
]);

/** js-yaml takes lines that do not stand in far enough, and folds some lines of quoted text in its own way. */
function watchLines(yaml: string, start: number, end: number): void {
  const last = yaml[end - 1];
  const isBracket = last === ']' || last === '}';
  if (!isBracket && last !== '"' && last !== "'") return;
  const newline = yaml.indexOf('\n', start);
  if (newline < 0 || newline >= end) return;
  const lines = yaml.slice(start, end);
  const isTopLevel = /[^\s?:-]/.test(yaml[yaml.lastIndexOf('\n', start - 1) + 1]!);
  const isAlone = /^[ \t]*(?:\r?\n|#|\0|$)/.test(yaml.slice(end, end + 100));
  if (isBracket && isTopLevel && isAlone && !/\n(?!\r?\n| |[\]}]$)/.test(lines)) return;
  throw new Doubt('brackets or quotes over several lines');
}

/**
 * A list, a map or null as a key: `[a]: b`, `{{ title }}` of a template, `~: b`; and a pair without braces in a list,
 * `[a: b]`, which is a map that was never found. All others hold what was found in them, in that order.
 */
function watchKeys(result: object, found: readonly object[] = []): void {
  if (Object.hasOwn(result, 'null')) throw new Doubt('a key that may be null');
  // What js-yaml took for the first key of a map and was no key after all.
  if (found.length === 1 && found[0] === result) return;
  let count = 0;
  for (const value of Object.values(result) as unknown[]) {
    if (typeof value !== 'object' || value === null) continue;
    if (value !== found[count++]) throw new Doubt('a map that is not in the place where it was found');
  }
  if (count < found.length) throw new Doubt('a key that is a list or a map');
}
