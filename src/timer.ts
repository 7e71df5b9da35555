/** Does something a while after it was asked to, once for all who asked meanwhile. */
export class Timer {
  private handle: NodeJS.Timeout | undefined;

  constructor(
    private readonly delayMs: number,
    private readonly action: () => void,
  ) {}

  /** Lets a running timer run on. */
  start(delayMs = this.delayMs): void {
    this.handle ??= setTimeout(() => this.now(), delayMs);
  }

  /** Waits the whole time once more. */
  restart(): void {
    this.dispose();
    this.start();
  }

  /** Does it at once, and not again for who asked until now. */
  now(): void {
    this.dispose();
    this.action();
  }

  dispose(): void {
    clearTimeout(this.handle);
    this.handle = undefined;
  }
}
