import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runIn } from './terminal';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process as if a person had typed it in a folder. */
export function run(folder: string, args: readonly string[]): Promise<Ended> {
  return runIn(resolve(folder), args);
}

/** What a command prints with `--json`. */
export async function runJson<T>(folder: string, ...args: string[]): Promise<T> {
  return JSON.parse((await run(folder, [...args, '--json'])).out) as T;
}

export const CLI = resolve('dist/cli.js');

/**
 * Starts the built command line, and waits for its end; one that hangs is ended and has no code. Takes a hundred times as
 * long as `run`: for what only a process of its own has, as an exit code, an environment, a clock.
 */
export function start(folder: string, args: readonly string[], env: Record<string, string> = {}): Ended {
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
