import { Timer } from '../../../timer';

/** Work that is done in the background while somebody looks at what comes of it, and again when that may be another. */
export class WhileSeen {
  private readonly settling: Timer;
  private isStale = true;
  private isWorking = false;
  private isSeen = false;
  private isDisposed = false;

  /**
   * @param settleMs how long changes are gathered
   * @param work called again at its end where something has changed meanwhile
   */
  constructor(
    settleMs: number,
    private readonly work: () => Promise<void>,
  ) {
    this.settling = new Timer(settleMs, () => void this.run());
  }

  dispose(): void {
    this.isDisposed = true;
    this.settling.dispose();
  }

  see(isSeen: boolean): void {
    this.isSeen = isSeen;
    if (isSeen && this.isStale) this.settling.now();
  }

  /** Something has changed, and more may be about to. */
  later(): void {
    this.isStale = true;
    if (this.isSeen) this.settling.restart();
  }

  /** Somebody waits for another answer. */
  now(): void {
    this.isStale = true;
    this.settling.now();
  }

  /** What was found out is for nobody any longer, or no longer right. */
  get isInVain(): boolean {
    return this.isStale || this.isDisposed;
  }

  private async run(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      while (this.isStale && this.isSeen && !this.isDisposed) {
        this.isStale = false;
        await this.work();
      }
    } finally {
      this.isWorking = false;
    }
  }
}
