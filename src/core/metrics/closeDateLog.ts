import { ascending } from 'd3-array';
import { isCalendarDate, type CalendarDate } from '../calendar';
import type { CloseDateSeen } from '../deal/gitFacts';

/**
 * Reads what `git log --reverse --format=%x00%cd --date=short --patch --unified=0 --relative` says of the close dates of
 * deals: by the path of each file, from which day on it named which, in the order of the days.
 *
 * @param key the key of the front matter that has the close date
 */
export function readCloseDateLog(log: string, key: string): ReadonlyMap<string, readonly CloseDateSeen[]> {
  const seen = new Map<string, CloseDateSeen[]>();
  for (const commit of log.split('\0')) {
    const on = commit.slice(0, 10);
    if (!isCalendarDate(on)) continue;
    // What stands above the first of them names no file.
    for (const file of commit.split(/^diff --git /m)) {
      const path = pathIn(file);
      const change = closeDateIn(file, key);
      if (path === undefined || !change) continue;
      const known = seen.get(path);
      if (known) known.push({ on, ...change });
      else seen.set(path, [{ on, ...change }]);
    }
  }
  // A commit may be older than the one that it follows: somebody's clock was wrong.
  for (const all of seen.values()) all.sort((a, b) => ascending(a.on, b.on));
  return seen;
}

/** Leaves out names that git has to quote, since we don't decode its quoting. */
function pathIn(file: string): string | undefined {
  const header = file.split(/^@@/m, 1)[0]!;
  return /^\+\+\+ b\/(.*?)\t?$/m.exec(header)?.[1] ?? /^--- a\/(.*?)\t?$/m.exec(header)?.[1];
}

/** The first line with the key that was added, since the front matter is above the notes; none where one was only taken away. */
function closeDateIn(file: string, key: string): { closeDate: CalendarDate | undefined } | undefined {
  const lines = file.split('\n');
  const valueIn = (sign: string) => {
    for (const line of lines) {
      const value = line.startsWith(sign) ? valueOf(line.slice(1), key) : undefined;
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const added = valueIn('+');
  if (added !== undefined) return isCalendarDate(added) ? { closeDate: added } : { closeDate: undefined };
  return valueIn('-') === undefined ? undefined : { closeDate: undefined };
}

/** `2026-11-20` of `close_date: "2026-11-20" # at last`; what else may stand there is no date to anybody. */
function valueOf(line: string, key: string): string | undefined {
  const colon = line.indexOf(':');
  // What is indented is a key of something else, of a line of the history for example.
  if (colon < 0 || /^\s/.test(line) || unquoted(line.slice(0, colon)) !== key) return undefined;
  return unquoted(line.slice(colon + 1).replace(/\s#.*/, ''));
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
