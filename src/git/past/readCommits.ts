import { isCalendarDate, type CalendarDate } from '../../core/calendar';
import type { FileChange } from '../../core/deal/past/commits';
import { streamGit } from './streamGit';
import type { Asked } from '../askGit';

/** What a commit says of itself, and what it has changed. */
export interface ReadCommit {
  readonly id: string;
  readonly on: CalendarDate;
  readonly by: string;
  readonly changes: readonly FileChange[];
}

const PLAIN_TREES = [
  ...['diff-tree', '--stdin', '--raw', '-r', '-z', '--root', '--no-abbrev', '-M', '-l1000'],
  ...['--format=%x01%H%x02%ad%x02%aN', '--date=short', '--encoding=UTF-8', '--no-notes'],
];

/**
 * What each of some commits has changed against its first parent, those left out that have changed nothing.
 *
 * @param lines the ids of a commit and its first parent, with a blank between them
 * @param paths folders or files from the top of the repository; all where there are none
 * @throws as `streamGit`
 */
export async function* readCommits(
  lines: readonly string[],
  paths: readonly string[],
  asked: Asked,
): AsyncGenerator<ReadCommit, void> {
  const only = paths.length ? ['--', ...paths.map(path => `:(top,literal)${path}`)] : [];
  const commits = new Commits();
  for await (const text of untilNul(
    streamGit([...PLAIN_TREES, ...only], { ...asked, input: lines.map(line => `${line}\n`).join('') }),
  ))
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
  private commit: (ReadCommit & { readonly changes: FileChange[] }) | undefined;
  private file: { readonly blob: string | undefined; readonly isRenamed: boolean } | undefined;
  private from: string | undefined;

  *add(text: string): Generator<ReadCommit, void> {
    for (const part of text.split('\0')) {
      if (this.file) this.addPath(part);
      else if (part.startsWith('\x01')) {
        yield* this.end();
        const [id, on, ...name] = part.slice(1).split('\x02');
        this.commit = { id: id!, on: dayOf(on!), by: name.join(' ').trim(), changes: [] };
      } else {
        const [, mode, blob, kind] = CHANGE.exec(part) ?? [];
        if (kind) this.file = { blob: isFile(mode!) ? blob : undefined, isRenamed: kind === 'R' };
      }
    }
  }

  *end(): Generator<ReadCommit, void> {
    if (this.commit?.changes.length) yield this.commit;
    this.commit = undefined;
  }

  private addPath(path: string): void {
    const { blob, isRenamed } = this.file!;
    if (isRenamed && this.from === undefined) {
      this.from = path;
      return;
    }
    const { from } = this;
    this.commit!.changes.push({ path, ...(blob && { blob }), ...(from !== undefined && { from }) });
    this.file = this.from = undefined;
  }
}

const CHANGE = /^\n?:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;

/** No link, and no repository in the repository; what is gone has no mode. */
function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

/** A clock that shows no year that can be. */
function dayOf(text: string): CalendarDate {
  return isCalendarDate(text) ? text : ('1970-01-01' as CalendarDate);
}
