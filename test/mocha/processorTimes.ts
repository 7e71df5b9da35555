import { basename } from 'node:path';
import { processorTime } from './processorTime';

/** Looking at all processes takes some milliseconds. */
const AT_MOST_EVERY_MS = 1000;

/** What each suite costs of a processor: the time between two suites goes to the one that began the first. */
export class ProcessorTimes {
  readonly #seconds: Record<string, number> = {};
  readonly #folder = process.env.DEAL_NOTES_TEST_COUNTED;
  #suite = '';
  #last = processorTime(this.#folder);
  #looked = performance.now();

  /** A suite begins, one of a file or one within it. */
  goesTo(file: string | undefined): void {
    if (file === undefined) return;
    const suite = basename(file, '.test.js');
    if (suite !== this.#suite) this.#count();
    this.#suite = suite;
  }

  /** A test has ended. What its browser has used is lost where that ends without waiting for its own, so it is looked at before. */
  goesOn(): void {
    if (performance.now() - this.#looked > AT_MOST_EVERY_MS) this.#count();
  }

  /** Seconds by suite, under '' what was used before the first; undefined where nothing tells them. */
  end(): Record<string, number> | undefined {
    this.#count();
    return this.#last === undefined ? undefined : this.#seconds;
  }

  #count(): void {
    const now = processorTime(this.#folder);
    if (now === undefined || this.#last === undefined) return;
    this.#seconds[this.#suite] = (this.#seconds[this.#suite] ?? 0) + Math.max(0, now - this.#last);
    this.#last = now;
    this.#looked = performance.now();
  }
}
