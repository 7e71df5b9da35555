import { ascending } from 'd3-array';
import { isCalendarDate, type CalendarDate } from '../calendar';
import type { CloseDateSeen } from '../deal/gitFacts';
import { renamesAmong, type WholeFile } from './renamedFiles';

/**
 * Reads what `git log --reverse --format=%x00%cd --date=short --patch --unified=0 --no-renames --relative` says of the close
 * dates of deals: by the path of each file, from which day on it named which, in the order of the days. What a file named
 * before it was renamed is its own.
 *
 * @param key the key of the front matter that has the close date
 */
export function readCloseDateLog(log: string, key: string): ReadonlyMap<string, readonly CloseDateSeen[]> {
  const seen = new SeenByFile();
  for (const commit of log.split('\0')) {
    const on = commit.slice(0, 10);
    if (!isCalendarDate(on)) continue;
    // What stands above the first of them names no file.
    const files = commit.split(/^diff --git /m).flatMap(patch => {
      const path = pathIn(patch);
      const change = path === undefined ? undefined : closeDateIn(patch, key);
      return path !== undefined && change ? [{ path, patch, kind: kindOf(patch), ...change }] : [];
    });
    const [deleted, added] = KINDS.map(kind => files.filter(file => file.kind === kind));
    const hasBoth = deleted!.length > 0 && added!.length > 0;
    const renames = hasBoth
      ? renamesAmong(deleted!.map(asWhole), added!.map(asWhole))
      : new Map<string, string>();
    const gone = new Set(renames.values());
    for (const { path, kind, closeDate } of files) {
      if (gone.has(path)) continue;
      const before = renames.get(path);
      if (kind === 'added') seen.begin(path, before);
      if (before === undefined || seen.last(path)?.closeDate !== closeDate) seen.add(path, { on, closeDate });
    }
  }
  return seen.inOrder();
}

/** One file, by whatever names. */
interface Named {
  path: string;
  readonly seen: CloseDateSeen[];
}

/** What each file has named. */
class SeenByFile {
  /** By all its names: on another branch, a file may still be changed by the one before. */
  private readonly byName = new Map<string, Named>();

  add(path: string, change: CloseDateSeen): void {
    const known = this.byName.get(path) ?? { path, seen: [] };
    this.byName.set(path, known);
    known.seen.push(change);
  }

  last(path: string): CloseDateSeen | undefined {
    return this.byName.get(path)?.seen.at(-1);
  }

  /** A file is new, or has a new name; one that comes back is the one that it was. */
  begin(path: string, before: string | undefined): void {
    const renamed = before === undefined ? undefined : this.byName.get(before);
    if (renamed) {
      renamed.path = path;
      this.byName.set(path, renamed);
    } else if (this.byName.get(path)?.path !== path) this.byName.delete(path);
  }

  inOrder(): ReadonlyMap<string, readonly CloseDateSeen[]> {
    const files = [...this.byName].filter(([name, { path }]) => name === path);
    // A commit may be older than the one that it follows: somebody's clock was wrong.
    for (const [, { seen }] of files) seen.sort((a, b) => ascending(a.on, b.on));
    return new Map(files.map(([path, { seen }]) => [path, seen]));
  }
}

const KINDS = ['deleted', 'added'] as const;

function kindOf(patch: string): (typeof KINDS)[number] | 'changed' {
  const header = headerOf(patch);
  if (/^--- \/dev\/null$/m.test(header)) return 'added';
  return /^\+\+\+ \/dev\/null$/m.test(header) ? 'deleted' : 'changed';
}

/** All that stands in a file that is added or deleted. */
function asWhole({ path, patch }: { readonly path: string; readonly patch: string }): WholeFile {
  const lines = patch.slice(headerOf(patch).length).split('\n');
  return { path, lines: lines.filter(line => /^[+-]/.test(line)).map(line => line.slice(1)) };
}

function headerOf(patch: string): string {
  return patch.split(/^@@/m, 1)[0]!;
}

/** Leaves out names that git has to quote, since we don't decode its quoting. */
function pathIn(file: string): string | undefined {
  const header = headerOf(file);
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
