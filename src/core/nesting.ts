import { Lexer, Parser } from 'yaml';

/** Deeper nesting than any of our files has. */
export const MAX_DEPTH = 100;

/**
 * Whether a text is nested too deep to be given to `yaml`, which composes by recursion: at some thousands of levels
 * it takes the whole process with it. Told without recursion.
 */
export function isTooDeep(yaml: string): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(yaml)) {
    void [...parser.next(lexeme)];
    if (parser.stack.length > MAX_DEPTH) return true;
  }
  return false;
}
