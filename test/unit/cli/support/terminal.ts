import { resolve } from 'node:path';
import { localDay } from '../../../../src/core/calendar';
import { run as runCommand } from '../../../../src/cli/run';
import type { Terminal } from '../../../../src/cli/terminal';
import type { Ended } from './cli';

/** Runs a command in this process as if it had been typed in a folder; what it prints is kept. */
export async function runIn(
  cwd: string,
  args: readonly string[],
  own: Partial<Pick<Terminal, 'env' | 'clock' | 'language' | 'isInteractive' | 'showPassing' | 'input'>> = {},
): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await runCommand(args, {
    cwd,
    ownFile: resolve('dist/cli.js'),
    env: process.env,
    clock: { today: () => localDay(new Date()), now: () => Date.now() },
    language: 'en-US',
    isInteractive: false,
    columns: undefined,
    input: () => Promise.resolve(new Uint8Array()),
    ...own,
    out: text => void (out += text),
    err: text => void (err += text),
  });
  return { code, out, err };
}
