import type { Disposable } from 'vscode';

/** Runs `action` soon after it is asked for, and at most once in `pause` ms, however often it is asked for. */
export class Coalesced implements Disposable {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly action: () => void,
    private readonly pause: number,
  ) {}

  ask(): void {
    this.timer ??= setTimeout(() => this.now(), this.pause);
  }

  /** Runs it at once, and not again for what was asked until now. */
  now(): void {
    this.dispose();
    this.action();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
