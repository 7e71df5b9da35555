import type { CommitMade, FileChanged } from '../../actions/ports/snapshots';
import { isCalendarDate } from '../../core/calendar';

/** The form that is read here: the day is the author's, where they were. */
export const COMMIT_LOG = [
  ...['log', '--raw', '-z', '--no-abbrev', '-M', '--diff-filter=ADMR', '--relative', '--no-merges'],
  ...['--reverse', '--topo-order', '--encoding=UTF-8', '--date=short', '--format=%x01%H%x02%ad%x02%aN'],
  ...['--no-notes', '--no-color', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'],
];

/** No name has them. */
const [BEGIN, PART] = ['\x01', '\x02'];
const RECORD = /^\n?:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) ([ADMR])\d*$/;

/** The commits of such a log, with what each did to regular files. */
export function readCommitLog(log: string): CommitMade[] {
  const commits: (CommitMade & { files: FileChanged[] })[] = [];
  const tokens = log.split('\0');
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.startsWith(BEGIN)) {
      const [id = '', on, by = ''] = token.slice(1).split(PART);
      if (isCalendarDate(on)) commits.push({ id, on, by: by.trim(), files: [] });
      continue;
    }
    const [, mode, old, blob, kind] = RECORD.exec(token) ?? [];
    if (!kind) continue;
    const path = tokens[++at]!;
    const newPath = kind === 'R' ? tokens[++at]! : path;
    if (!mode!.startsWith('100') && kind !== 'D') continue;
    commits.at(-1)?.files.push({
      from: kind === 'A' ? undefined : { path, blob: old! },
      to: kind === 'D' ? undefined : { path: newPath, blob: blob! },
    });
  }
  return commits;
}
