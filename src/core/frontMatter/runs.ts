import { Lexer } from 'yaml';
import { CONTROL_LEXEMES } from './yamlText';

/** Something in YAML that goes over several lines: offsets of its first character and behind its last one. */
export interface KeyRun {
  readonly start: number;
  readonly end: number;
}

/**
 * The texts, quotes and brackets that go over several lines, in their order: no line of dashes can stand in one. What is begun
 * and never ended is none; one whose other lines stand too far left for YAML is one all the same, up to the next key.
 */
export function runsIn(yaml: string): KeyRun[] {
  const runs: KeyRun[] = [];
  const opened: { readonly at: number; readonly sign: string }[] = [];
  let offset = 0;
  /** Where the sign stands that begins a text in lines of its own. */
  let header: number | undefined;
  const add = (start: number, end: number) => {
    const { length } = yaml.slice(start, end).trimEnd();
    if (yaml.slice(start, start + length).includes('\n')) runs.push({ start, end: start + length });
  };
  const addOpen = (start: number, sign: string) => {
    const end = endFurtherLeft(yaml, start, sign);
    if (end !== undefined) add(start, end);
  };
  let isText = false;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (lexeme === TEXT) isText = true;
    if (lexeme === FLOW_END && opened[0]) {
      addOpen(opened[0].at, opened[0].sign);
      opened.length = 0;
    }
    if (CONTROL_LEXEMES.has(lexeme)) continue;
    const end = offset + lexeme.length;
    const [first] = lexeme;
    if (lexeme === '[' || lexeme === '{') opened.push({ at: offset, sign: lexeme === '[' ? ']' : '}' });
    else if (lexeme === ']' || lexeme === '}') {
      const last = opened.pop();
      if (last && !opened.length) add(last.at, end);
    } else if ((first === '"' || first === "'") && !opened.length) {
      const isClosed = lexeme.trimEnd().length > 1 && lexeme.trimEnd().endsWith(first);
      if (isClosed) add(offset, end);
      else addOpen(offset, first);
    } else if (/^[|>][-+\d]*$/.test(lexeme) && !isText) header = offset;
    else if (isText && !opened.length) {
      // At the beginning of a line it would be a key.
      if (header !== undefined || (offset > 0 && yaml[offset - 1] !== '\n')) add(header ?? offset, end);
      header = undefined;
    }
    isText = false;
    offset = end;
  }
  return runs;
}

/** The lexer's words for “brackets end here without a sign of it” and “a text comes”. */
const [FLOW_END, TEXT] = ['\x18', '\x1f'];

/** Where it ends if the lines up to the next key belong to it, however far left they stand. */
function endFurtherLeft(yaml: string, start: number, sign: string): number | undefined {
  let at = yaml.indexOf('\n', start) + 1;
  while (at > 0 && at < yaml.length) {
    const end = yaml.indexOf('\n', at) + 1 || yaml.length;
    const line = yaml.slice(at, end).trimEnd();
    if (/^["']?[\w-]+["']?[ \t]*:(?:[ \t]|$)/.test(line)) return undefined;
    if (line.endsWith(sign)) return at + line.length;
    at = end;
  }
  return undefined;
}
