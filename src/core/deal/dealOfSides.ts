import { sidesOf, type Side } from '../frontMatter/conflict';
import type { Deal, DealConflict } from './deal';
import { isDeal, type AttentionEntry, type DealEntry, type Entry } from './entry';

/**
 * A file that cannot be read for its conflict, as the deal that its first side makes of it, or its second where the first is
 * none. It needs attention as before where neither is, or where nobody can tell what belongs to which.
 *
 * @param read what a text without conflicts would be in this file
 */
export function dealOfSides(
  entry: AttentionEntry,
  text: string,
  read: (text: string) => Entry,
): DealEntry | AttentionEntry {
  const sides = sidesOf(text);
  if (!sides) return entry;
  const [first, second] = [sides.ours, sides.theirs].map(side => dealOfSide(side, read));
  const counts = first ? 'first' : 'second';
  const [deal, other] = first ? [first, second] : [second, undefined];
  if (!deal) return entry;
  const conflict: DealConflict = { line: entry.problem.line, counts, other };
  return { kind: 'deal', path: entry.path, deal: { ...deal, conflict }, problems: [entry.problem] };
}

/** What stands in the file of a deal by the side that counts; all of it where there is no conflict. */
export function textThatCounts(text: string, { conflict }: Deal): string {
  const sides = conflict && sidesOf(text);
  if (!sides) return text;
  return (conflict.counts === 'first' ? sides.ours : sides.theirs).text;
}

/** With the lines that its to-dos have in the whole file. */
function dealOfSide(side: Side, read: (text: string) => Entry): Deal | undefined {
  const entry = read(side.text);
  if (!isDeal(entry)) return undefined;
  const { deal } = entry;
  if (!deal.todos) return deal;
  return { ...deal, todos: deal.todos.map(todo => ({ ...todo, line: side.lineInWhole(todo.line) })) };
}
