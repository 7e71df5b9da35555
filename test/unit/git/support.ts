import { execFileSync } from 'node:child_process';
import { gitFrom } from '../../../src/git/git';

/** A commit's time is the noon of its day. */
export function git(cwd: string, day: string, ...args: string[]): string {
  const noon = `${day}T12:00:00`;
  const who = [
    '-c',
    'user.name=Dana',
    '-c',
    'user.email=dana@acme.example',
    '-c',
    'protocol.file.allow=always',
  ];
  return execFileSync('git', [...who, ...args], {
    cwd,
    stdio: 'pipe',
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: noon, GIT_AUTHOR_DATE: noon },
  });
}

export function commitAll(cwd: string, day: string): void {
  git(cwd, day, 'add', '--all');
  git(cwd, day, 'commit', '--quiet', '--no-verify', '--allow-empty', '--message', 'Deals');
}

export function dealDue(closeDate: string): string {
  return `---\ntitle: Acme\nstage: proposal\ncreated: 2026-01-02\nclose_date: ${closeDate}\n---\nclose_date: 2029-01-01\n`;
}

/** Git, asked from a folder with more in the environment than this process has. */
export function gitAskedIn(cwd: string, env: Readonly<Record<string, string>> = {}, patience?: number) {
  return gitFrom({ cwd, env: { ...process.env, ...env } }, { patience });
}
