import {
  Composer,
  isMap,
  isScalar,
  Lexer,
  Parser,
  YAMLParseError,
  type CST,
  type Document,
  type DocumentOptions,
  type Node,
  type Pair,
  type Scalar,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';

/** Deeper nesting than any of our files has. */
export const MAX_DEPTH = 100;

/** More aliases than any of our files has. */
export const MAX_ALIASES = 1000;

export interface Comment {
  readonly text: string;
  readonly offset: number;
}

export interface YamlText {
  readonly document: Document.Parsed;
  readonly comments: readonly Comment[];
  /** To resolve them takes the package time that grows with the square of their number. */
  readonly aliasCount: number;
}

/** How many calls an error keeps of where it was made: a setting of V8, which other engines do without. */
const traces = Error as { stackTraceLimit?: number | undefined };

/**
 * One YAML document with its positions and comments, as the package's `parseDocument` gives it; or `undefined` where it
 * is nested too deep. `parseDocument` would compose that by recursion, and at some thousands of levels it takes the
 * whole process with it; here the depth is known before anything is composed. Keys that stand twice are not among the
 * errors: the package's own check takes time that grows with the square of the keys.
 */
export function parseYamlText(
  yaml: string,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): YamlText | undefined {
  const { lineCounter } = options;
  const parser = new Parser(lineCounter?.addNewLine);
  lineCounter?.addNewLine(0);
  const comments: Comment[] = [];
  const tokens: CST.Token[] = [];
  let aliasCount = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (lexeme.startsWith('#')) comments.push({ text: lexeme, offset });
    if (lexeme.startsWith('*')) aliasCount++;
    if (!CONTROL_LEXEMES.has(lexeme)) offset += lexeme.length;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH) return undefined;
  }
  tokens.push(...parser.end());
  const { stackTraceLimit } = traces;
  // A text of commas alone is an error a comma, and each would note where it was made.
  traces.stackTraceLimit = 0;
  try {
    // With 'warn' it warns on the console of a key that is a list.
    const composer = new Composer({ ...options, logLevel: 'error', uniqueKeys: false });
    const [document, second] = composer.compose(tokens, true, yaml.length) as Iterable<Document.Parsed>;
    if (second) {
      const [start] = second.range;
      document!.errors.push(
        new YAMLParseError([start, start + 1], 'MULTIPLE_DOCS', 'A second document begins here'),
      );
    }
    return { document: document!, comments, aliasCount };
  } finally {
    traces.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * What a document says, or a part of it.
 *
 * @throws ReferenceError at aliases that have no anchor, or that stand for more and more of each other
 */
export function dataOf(document: Document.Parsed, part?: Node): unknown {
  // By itself the package takes some 100 of one anchor, which it counts as well.
  const options = { maxAliasCount: MAX_ALIASES + 1 };
  return part ? part.toJS(document, options) : document.toJS(options);
}

export const MERGE_KEY = '<<';

/** A key as the data has it, where `1` and `"1"` are one; none where it is a list or an alias. */
export function keyName({ key }: Pair): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'symbol') return MERGE_KEY;
  return key.value === null ? '' : String(key.value);
}

/** A key that stands twice in one of the maps. */
export function duplicateKey(document: Document.Parsed): { key: string; offset: number } | undefined {
  const maps: unknown[] = [document.contents];
  while (maps.length) {
    const node = maps.pop();
    if (!node || typeof node !== 'object' || !('items' in node)) continue;
    const seen = new Set<string>();
    for (const item of node.items as unknown[]) {
      if (isMap(node)) {
        const pair = item as Pair<Scalar>;
        maps.push(pair.value);
        const name = keyName(pair);
        if (name === undefined || name === MERGE_KEY) continue;
        if (seen.has(name)) return { key: name, offset: pair.key.range?.[0] ?? 0 };
        seen.add(name);
      } else {
        maps.push(item);
      }
    }
  }
  return undefined;
}

/** By these the lexer says what comes next; they do not stand in the text. */
export const CONTROL_LEXEMES: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);
