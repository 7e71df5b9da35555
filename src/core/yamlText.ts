import {
  Composer,
  Lexer,
  Parser,
  YAMLParseError,
  type CST,
  type Document,
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';

/** Deeper nesting than any of our files has. */
export const MAX_DEPTH = 100;

export interface Comment {
  readonly text: string;
  readonly offset: number;
}

/**
 * One YAML document with its positions and comments, as the package's `parseDocument` gives it; or `undefined` where it
 * is nested too deep. `parseDocument` would compose that by recursion, and at some thousands of levels it takes the
 * whole process with it; here the depth is known before anything is composed.
 */
export function parseYamlText(
  yaml: string,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): { readonly document: Document.Parsed; readonly comments: readonly Comment[] } | undefined {
  const { lineCounter } = options;
  const parser = new Parser(lineCounter?.addNewLine);
  lineCounter?.addNewLine(0);
  const comments: Comment[] = [];
  const tokens: CST.Token[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (lexeme.startsWith('#')) comments.push({ text: lexeme, offset });
    if (!CONTROL_LEXEMES.has(lexeme)) offset += lexeme.length;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH) return undefined;
  }
  tokens.push(...parser.end());
  const [document, second] = new Composer(options).compose(
    tokens,
    true,
    yaml.length,
  ) as Iterable<Document.Parsed>;
  if (second) {
    const [start] = second.range;
    document!.errors.push(
      new YAMLParseError([start, start + 1], 'MULTIPLE_DOCS', 'A second document begins here'),
    );
  }
  return { document: document!, comments };
}

/** By these the lexer says what comes next; they do not stand in the text. */
const CONTROL_LEXEMES: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);
