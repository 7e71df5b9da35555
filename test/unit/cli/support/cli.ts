import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const CLI = resolve('dist/cli.js');

/** Runs the built command line as a person would, and waits for its end; one that hangs is ended and has no code. */
export function run(folder: string, args: readonly string[], env: Record<string, string> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    // The output is compared with English number formats.
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env },
    maxBuffer: 100_000_000,
    timeout: 30_000,
    killSignal: 'SIGKILL',
  });
  return { code: status, out: stdout, err: stderr };
}

/** What a command prints with `--json`. */
export function runJson<T>(folder: string, ...args: string[]): T {
  return JSON.parse(run(folder, [...args, '--json']).out) as T;
}
