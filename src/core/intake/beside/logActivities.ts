import { changeDeal, openDeal } from '../../deal/changeDeal';
import { loggedIn } from '../../notes/log';
import { logActivities as withLogged } from '../../notes/logActivity';
import { readNotes } from '../../notes/readNotes';
import { oneLine } from '../../oneLine';
import type { Refusal } from '../../refusal';
import { replacing } from '../../textEdit';
import { say } from '../say';
import type { TheirActivity } from './activity';
import type { AddedTo, DealToAddTo } from './addedTo';
import { bareKeyOf, wordedKeyOf, type KnownLogged } from './knownLogged';

/**
 * Writes activities into the log of a deal, each on its day, those that are in it already left out: by what earlier imports have
 * written, and by what the log says.
 *
 * @param activities in the order in which they happened, as far as it is known
 * @param known the keys of those that an import has written before
 */
export function logActivities(
  { path, text, process }: DealToAddTo,
  dealKey: string,
  activities: readonly TheirActivity[],
  known: KnownLogged,
): AddedTo | Refusal {
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  // Two calls of one day may be told in the same words: each line stands for one of them.
  const there = new Map<string, number>();
  for (const one of loggedIn(readNotes(text))) count(there, `${one.on} ${one.activity().what}`);
  const seen = new Map<string, number>();
  const keys = new Set<string>();
  const byId = new Map<string, { readonly row: number; readonly key: string }>();
  const left: AddedTo['left'][number][] = [];
  const added: AddedTo['added'][number][] = [];
  const toLog: TheirActivity[] = [];
  for (const activity of activities) {
    const line = lineOf(activity);
    const { id, row } = activity;
    const bare = id === undefined ? undefined : bareKeyOf(id, dealKey);
    const key =
      id === undefined ? `${line} #${count(seen, line)} ${dealKey}` : wordedKeyOf(id, activity, dealKey);
    const first = id === undefined ? undefined : byId.get(id);
    if (first && first.key !== key)
      left.push({ row, says: say('rowLoggedOnce', { id: id!, row: first.row }) });
    if (first || keys.has(key)) continue;
    if (id !== undefined) byId.set(id, { row, key });
    const isThere = take(there, line);
    const isChanged = bare !== undefined && known.hasInWords(bare) && !known.has(key);
    if (isChanged && !isThere) {
      left.push({ row, says: say('rowLoggedOtherwise', { path, line }) });
      continue;
    }
    keys.add(key);
    if (isThere || known.has(key) || (bare !== undefined && known.has(bare))) continue;
    added.push({ row, line });
    toLog.push(activity);
  }
  const logged = withLogged(text, toLog);
  const changed = changeDeal(path, text, process, () => ({ body: replacing(text, logged) }));
  return changed.ok ? { ...changed, added, left, keys: [...keys] } : changed;
}

/** As the log is read again. */
function lineOf({ on, what }: TheirActivity): string {
  return `${on} ${oneLine(what)}`;
}

/** One more of them; answers with how many there are then. */
function count(some: Map<string, number>, one: string): number {
  const number = (some.get(one) ?? 0) + 1;
  some.set(one, number);
  return number;
}

/** One less of them, if there is one. */
function take(some: Map<string, number>, one: string): boolean {
  const number = some.get(one) ?? 0;
  if (number) some.set(one, number - 1);
  return number > 0;
}
