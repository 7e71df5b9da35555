import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtModule } from './builtModule';

let built: string | undefined;

/** What makes a module of Node end at one of its fault points, as in a crash: see faultPoints.ts. */
export function fault(
  points: string,
  at?: number,
): { readonly execArgv: string[]; readonly env: NodeJS.ProcessEnv } {
  built ??= builtModule('test/unit/support/faultPoints.ts');
  const env = { ...process.env, DEAL_NOTES_FAULT_POINTS: points };
  return {
    execArgv: ['--require', built],
    env: at === undefined ? env : { ...env, DEAL_NOTES_FAULT_AT: String(at) },
  };
}

/**
 * Runs a module of Node to its end, and then tells of each of its fault points what a crash there would have left: for many
 * points that takes a small part of the time of a process for each.
 *
 * @param tell takes a copy of the folder as a process that is killed at that point leaves it, the number of the point, and the
 *   names of all
 * @throws where it does not end well
 */
export async function forEachFault(
  args: readonly string[],
  cwd: string,
  tell: (state: string, at: number, points: readonly string[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-notes-test-'));
  const [points, states] = [join(folder, 'points'), join(folder, 'states')];
  try {
    const { execArgv, env } = fault(points);
    const { status, signal, stderr } = spawnSync(process.execPath, [...execArgv, ...args], {
      cwd,
      encoding: 'utf8',
      // What it keeps for the user is another one each time.
      env: { ...env, DEAL_NOTES_FAULT_STATES: states, XDG_CACHE_HOME: join(folder, 'cache') },
    });
    if (status !== 0) throw new Error(`It ended with ${status ?? signal}: ${stderr}`);
    const names = readFileSync(points, 'utf8').trimEnd().split('\n');
    for (const at of names.keys()) await tell(join(states, String(at)), at, names);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
