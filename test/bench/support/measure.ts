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
