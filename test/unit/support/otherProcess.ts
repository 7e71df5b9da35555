import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { builtModule } from './builtModule';
import type { Way } from './reading';

export interface Took {
  readonly outcome: string;
  /** Processor time, in milliseconds. */
  readonly ms: number;
  /** The most memory that the process has had so far, in megabytes. */
  readonly mb: number;
}

const SCRIPT = `
  const { WAYS } = require(process.argv[1]);
  const text = require('node:fs').readFileSync(0, 'utf8');
  const took = {};
  for (const way of process.argv.slice(2)) {
    const before = process.cpuUsage();
    const outcome = WAYS[way](text);
    const { user, system } = process.cpuUsage(before);
    took[way] = { outcome, ms: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024 };
  }
  console.log(JSON.stringify(took));`;

let built: string | undefined;

/** Goes some ways with a text in a process of its own: the test fails where that ends before its time. */
export function inOtherProcess(ways: readonly Way[], text: string): Record<Way, Took> {
  built ??= builtModule('test/unit/support/reading.ts');
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['-e', SCRIPT, built, ...ways], {
    input: text,
    encoding: 'utf8',
    timeout: 80_000,
    killSignal: 'SIGKILL',
  });
  assert.deepEqual({ status, signal }, { status: 0, signal: null }, stderr.slice(0, 1000));
  return JSON.parse(stdout) as Record<Way, Took>;
}
