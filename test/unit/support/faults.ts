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
 * Runs a module of Node that ends at one of its fault points.
 *
 * @param at the number of the point, from 0; without it the module runs to its end
 * @returns the names of the points that it came to, the last of which is where it ended
 * @throws where it ended in another way
 */
export function runToFault(args: readonly string[], cwd: string, at?: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'deal-notes-test-'));
  const points = join(folder, 'points');
  try {
    const { execArgv, env } = fault(points, at);
    const { status, signal, stderr } = spawnSync(process.execPath, [...execArgv, ...args], {
      cwd,
      encoding: 'utf8',
      // What it keeps for the user is another one each time.
      env: { ...env, XDG_CACHE_HOME: join(folder, 'cache') },
    });
    // Windows knows no signals: who is killed ends with 1.
    const isAsMeant = at === undefined ? status === 0 : signal === 'SIGKILL' || status === 1;
    if (!isAsMeant) throw new Error(`It ended with ${status ?? signal}: ${stderr}`);
    return readFileSync(points, 'utf8').trimEnd().split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
