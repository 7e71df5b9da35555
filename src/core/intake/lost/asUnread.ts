import { dealOf, isDeal, needsAttention, type Entry } from '../../deal/entry';
import { readDeal } from '../../deal/readDeal';
import { sourceIdsIn } from '../../deal/sourceId';
import type { Problem } from '../../problem';
import type { Process } from '../../process/process';
import type { Says } from '../../says';
import { say } from '../say';
import type { UnreadFile } from './unreadFiles';

/** A file of which nothing is known but why it can't be read, and perhaps how it begins. */
export function asUnread(
  path: string,
  { says: why, line }: Problem,
  process: Process,
  beginning: string | undefined,
): UnreadFile {
  const deal = beginning === undefined ? undefined : dealOf(readDeal(path, beginning, process));
  return { path, why, line, is: 'unread', isText: false, sourceIds: sourceIdsIn(beginning ?? ''), deal };
}

/** A folder into which nobody can look. */
export function asFolder(path: string, { says: why }: Problem): UnreadFile {
  return { path, why, is: 'folder', isText: false, sourceIds: [] };
}

/** The same of a file that can be read as text, and not as a deal; nothing of a deal. */
export function asNoDeal(entry: Entry, text: string): UnreadFile | undefined {
  if (isDeal(entry)) return undefined;
  const { path } = entry;
  const sourceIds = sourceIdsIn(text);
  if (needsAttention(entry)) {
    const { says: why, line } = entry.problem;
    return { path, why, line, is: 'unread', isText: true, sourceIds };
  }
  // Nobody writes a note of nothing: it's what is left of some file.
  if (!text.trim()) return { path, why: say('fileEmpty'), is: 'unread', isText: false, sourceIds };
  return { path, why: say('fileNoDeal'), is: 'note', isText: true, sourceIds };
}

/** What is said of a row whose deal is in such a file. */
export function cantUpdate({ path, why, line }: UnreadFile): Says {
  return say('rowNotUpdated', { path, why, ...(line !== undefined && { line }) });
}
