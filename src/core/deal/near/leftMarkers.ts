import { lineNumberAt } from '../../frontMatter/cut';
import { warning, type Problem } from '../../problem';
import { say } from '../say';

/**
 * The lines that begin a side or end the last one, as git names them. A row of a table ends in another bar, and lines of a quoted
 * mail stand beside each other; what parts the sides may underline a heading.
 */
const MARKER =
  /^<{7,}(?: .*)?$|^\|{7,} (?:.*[^|\s])[ \t]*$|(?<!^>.*\r?\n)^>{7,} \S+(?: \(.*\))?[ \t]*$(?!\r?\n>)/m;

/** Every marker has one of them. */
const SIGNS = ['<<<<<<<', '>>>>>>>', '|||||||'];

/**
 * What is left in the notes of a conflict that somebody has resolved by hand, and not whole.
 *
 * @param from where the notes begin
 */
export function leftMarkers(text: string, from: number): Problem[] {
  if (!SIGNS.some(sign => text.includes(sign, from))) return [];
  const notes = text.slice(from);
  const found = MARKER.exec(notes);
  if (!found) return [];
  const line = lineNumberAt(text, from + found.index);
  const place = { line, column: 1, end: { line, column: found[0].length + 1 } };
  return [warning('conflict-markers', say('leftMarker'), place)];
}
