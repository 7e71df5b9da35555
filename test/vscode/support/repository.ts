import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whatever the person who runs the tests has set up for their own work. */
const settings = [
  'user.name=Dana',
  'user.email=dana@acme.example',
  'commit.gpgsign=false',
  'core.autocrlf=false',
];

/** A real git repository, as someone uses it in a terminal. */
export interface Repository {
  git(...args: readonly string[]): void;
  remove(): void;
}

/** Makes a folder a repository with all that is in it committed to the branch `main`. */
export function makeRepository(folder: string): Repository {
  const options = settings.flatMap(setting => ['-c', setting]);
  const git = (...args: readonly string[]) =>
    void execFileSync('git', [...options, ...args], { cwd: folder, stdio: 'pipe' });
  git('init', '--quiet');
  git('symbolic-ref', 'HEAD', 'refs/heads/main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Deals');
  return { git, remove: () => rmSync(join(folder, '.git'), { recursive: true, force: true }) };
}
