import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import type { Refusal } from '../../../../../src/core/refusal';
import type { Rewritten } from '../../../../../src/files/disk/updateFile';
import { builtModule } from '../../../support/builtModule';
import { fault } from '../../../support/faults';

let built: string | undefined;

function writer(): string {
  return (built ??= builtModule('test/unit/files/disk/support/writer.ts'));
}

/** Writes a file as a user who is not root and does not own it, unless the tests run as one who is not root. */
export function asNobody(file: string, text: string): Rewritten | Refusal {
  const out = execFileSync(process.execPath, [writer(), 'nobody', file, text], { encoding: 'utf8' });
  return JSON.parse(out) as Rewritten | Refusal;
}

/** Adds a text to a file from another process; this one stands still meanwhile. */
export function writeAtOnce(file: string, text: string): void {
  execFileSync(process.execPath, [writer(), 'once', file, text]);
}

/** Starts a process that updates a file: see writer.ts for what it can do. */
export function startWriter(...args: string[]): ChildProcess {
  return spawn(process.execPath, [writer(), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Starts one that ends at one of its fault points. @param points a file that takes the names of those it comes to */
export function startWriterToFault(points: string, at: number, ...args: string[]): ChildProcess {
  const { execArgv, env } = fault(points, at);
  return spawn(process.execPath, [...execArgv, writer(), ...args], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env,
  });
}
