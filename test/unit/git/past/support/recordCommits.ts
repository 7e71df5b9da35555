import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../../../../../src/core/calendar';

export interface CommitToRecord {
  readonly on: CalendarDate;
  /** The places, in the list, of the commits that it follows. */
  readonly parents: readonly number[];
  /** All files of the commit, by their paths. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Makes commits in a repository, each with a branch `all-0`, `all-1` … of its own.
 *
 * @returns their ids, in the order of the list
 */
export function recordCommits(cwd: string, commits: readonly CommitToRecord[]): string[] {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const input = commits.map(({ on, parents, files }, mark) => {
    const when = `${Date.parse(`${on}T12:00:00Z`) / 1000} +0000`;
    const [first, ...others] = parents;
    return [
      `commit refs/heads/all-${mark}\nmark :${mark + 1}\ncommitter Dana <dana@acme.example> ${when}\n${data('x')}`,
      first === undefined ? '' : `from :${first + 1}\n`,
      ...others.map(other => `merge :${other + 1}\n`),
      'deleteall\n',
      ...[...files].map(([path, text]) => `M 100644 inline "${path}"\n${data(text)}`),
    ].join('');
  });
  const marks = join(cwd, '.git', 'marks');
  const args = ['fast-import', '--quiet', `--export-marks=${marks}`];
  execFileSync('git', args, { cwd, input: input.join(''), stdio: 'pipe' });
  const lines = readFileSync(marks, 'utf8').trim().split('\n');
  const ids = new Map(lines.map(line => line.split(' ') as [string, string]));
  return commits.map((_, mark) => ids.get(`:${mark + 1}`)!);
}
