/** Does something a while after it was asked to, once for all who asked meanwhile. */
export class Timer {
  private handle: NodeJS.Timeout | undefined;

  constructor(
    private readonly delayMs: number,
    private readonly action: () => void,
  ) {}

  /** Lets a running timer run on. */
  start(delayMs = this.delayMs): void {
    this.handle ??= setTimeout(() => {
      this.handle = undefined;
      this.action();
    }, delayMs);
  }

  restart(): void {
    this.dispose();
    this.start();
  }

  dispose(): void {
    clearTimeout(this.handle);
    this.handle = undefined;
  }
}
