import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The median of a few runs, in ms. The first run is not counted: it warms up the disk's cache and the code. */
export async function median(run: () => unknown, runs = 5): Promise<number> {
  await run();
  const times: number[] = [];
  for (let at = 0; at < runs; at++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return middle(times);
}

/** What something has cost. */
export interface Cost {
  /** By the clock, in ms. */
  readonly ms: number;
  /** Of processors, in ms, with the programs that it ran to their end: the steadier figure where others use the machine. Only Linux tells. */
  readonly cpu: number;
}

export async function costOf(run: () => unknown): Promise<Cost> {
  const [start, used] = [performance.now(), processorTime()];
  await run();
  return { ms: performance.now() - start, cpu: processorTime() - used };
}

/** One after the other, again and again, so that both meet the same machine. */
export async function pairs(
  one: () => unknown,
  other: () => unknown,
  rounds = 5,
): Promise<readonly (readonly [Cost, Cost])[]> {
  await one();
  await other();
  const found: [Cost, Cost][] = [];
  for (let at = 0; at < rounds; at++) found.push([await costOf(one), await costOf(other)]);
  return found;
}

/** Of this process and those that it has waited for, in ms; nothing where the system doesn't tell. */
function processorTime(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // In hundredths of a second: of the process in user and in kernel mode, then of its children.
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
  } catch {
    return Number.NaN;
  }
}

export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Runs something once, and answers with the longest time that nothing else could run meanwhile, in ms. */
export async function longestBlock(run: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await run();
  delay.disable();
  return delay.max / 1e6;
}

export function line(what: string, ms: number, note = ''): string {
  return `${what.padEnd(58)} ${ms.toFixed(ms < 10 ? 2 : 0).padStart(8)} ms  ${note}`.trimEnd();
}
