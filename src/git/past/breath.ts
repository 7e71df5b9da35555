import { setImmediate } from 'node:timers/promises';

/** In milliseconds: nobody who types notices it. */
const LONGEST = 12;

/** Lets others have their turn in the midst of long work. */
export class Breath {
  private since = performance.now();

  /** Whether it is time to. */
  get isDue(): boolean {
    return performance.now() - this.since > LONGEST;
  }

  async take(): Promise<void> {
    if (!this.isDue) return;
    await setImmediate();
    this.since = performance.now();
  }
}
