import type { Terminal } from './terminal';

/** One call of the command line: the terminal that it was made from, and how it ended. */
export class Session {
  private code = 0;

  constructor(readonly terminal: Terminal) {}

  /** For commander, which drops what an action answers: the exit code, where it is another than 0. */
  ends<A extends unknown[]>(
    action: (...args: A) => number | void | Promise<number | void>,
  ): (...args: A) => Promise<void> {
    return async (...args) => {
      this.code = (await action(...args)) ?? 0;
    };
  }

  get exitCode(): number {
    return this.code;
  }
}
