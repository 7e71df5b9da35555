import { isCalendarDate, type CalendarDate } from '../../core/calendar';
import type { Asked } from '../askGit';
import type { CommitNode } from './commitTree';
import { streamGit } from './streamGit';

/** What a commit says of itself, and what it has changed. */
export interface ReadCommit {
  readonly id: string;
  readonly on: CalendarDate;
  readonly by: string;
  readonly changes: readonly ReadChange[];
}

/** A regular file before and after a commit; nothing where it was not there, or was a link or a repository of its own. */
export interface ReadChange {
  readonly from: ReadVersion | undefined;
  /** At another path than before where git takes it for the same file. */
  readonly to: ReadVersion | undefined;
}

/** A file, by its path from the top of the repository, with `/` between its parts, and the id of its contents. */
export interface ReadVersion {
  readonly path: string;
  readonly blob: string;
}

const PLAIN_TREES = [
  ...['diff-tree', '--stdin', '--raw', '-r', '-z', '--root', '--no-abbrev', '-M', '-l1000'],
  ...['--format=%x01%H%x02%ad%x02%aN', '--date=short', '--encoding=UTF-8', '--no-notes'],
];

/**
 * The one reader of what commits have done: what each of them has changed against its first parent, those left out that have
 * changed nothing.
 *
 * @param paths folders or files from the top of the repository; all where there are none
 * @throws as `streamGit`
 */
export async function* readCommits(
  tree: readonly CommitNode[],
  paths: readonly string[],
  asked: Asked,
): AsyncGenerator<ReadCommit, void> {
  const only = paths.length ? ['--', ...paths.map(path => `:(top,literal)${path}`)] : [];
  const commits = new Commits();
  const input = tree.map(([id, first = '']) => `${id} ${first}`.trimEnd() + '\n').join('');
  for await (const text of untilNul(streamGit([...PLAIN_TREES, ...only], { ...asked, input })))
    yield* commits.add(text);
  yield* commits.end();
}

/** Pieces of text that end where one of its parts does. */
async function* untilNul(chunks: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  let left: Buffer[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(0);
    if (end >= 0) {
      yield Buffer.concat([...left, chunk.subarray(0, end)]).toString('utf8');
      left = [];
    }
    if (end < chunk.length - 1) left.push(chunk.subarray(end + 1));
  }
}

/** Takes what git writes apart: a line of a commit's own, then for each file a line and its path, or both its paths. */
class Commits {
  private commit: (ReadCommit & { readonly changes: ReadChange[] }) | undefined;
  private file: Blobs | undefined;
  private oldPath: string | undefined;

  *add(text: string): Generator<ReadCommit, void> {
    for (const part of text.split('\0')) {
      if (this.file) this.addPath(part);
      else if (part.startsWith('\x01')) {
        yield* this.end();
        const [id, on, ...name] = part.slice(1).split('\x02');
        this.commit = { id: id!, on: dayOf(on!), by: name.join(' ').trim(), changes: [] };
      } else {
        const [, oldMode, mode, old, blob, kind] = CHANGE.exec(part) ?? [];
        if (!kind) continue;
        this.file = {
          old: isFile(oldMode!) ? old : undefined,
          now: isFile(mode!) ? blob : undefined,
          isRenamed: kind === 'R',
        };
      }
    }
  }

  *end(): Generator<ReadCommit, void> {
    if (this.commit?.changes.length) yield this.commit;
    this.commit = undefined;
  }

  private addPath(path: string): void {
    const { old, now, isRenamed } = this.file!;
    if (isRenamed && this.oldPath === undefined) {
      this.oldPath = path;
      return;
    }
    const from = old === undefined ? undefined : { path: this.oldPath ?? path, blob: old };
    const to = now === undefined ? undefined : { path, blob: now };
    if (from ?? to) this.commit!.changes.push({ from, to });
    this.file = this.oldPath = undefined;
  }
}

interface Blobs {
  readonly old: string | undefined;
  readonly now: string | undefined;
  readonly isRenamed: boolean;
}

const CHANGE = /^\n?:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/;

/** No link, and no repository in the repository; what is not there has no mode. */
function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

/** A clock that shows no year that can be. */
function dayOf(text: string): CalendarDate {
  return isCalendarDate(text) ? text : ('1970-01-01' as CalendarDate);
}
