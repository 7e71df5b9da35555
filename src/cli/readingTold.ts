import { plainLine } from '../core/escape';
import type { Terminal } from './terminal';

/** Nobody minds what takes less. */
const SOON_MS = 500;
/** Numbers that change faster can't be read. */
const AGAIN_MS = 100;

/** Tells a person how many files have been read, once that takes its time: in a line that is gone in the end. */
export class ReadingTold {
  private next: number;
  private isShown = false;

  constructor(private readonly terminal: Pick<Terminal, 'clock' | 'language' | 'showPassing'>) {
    this.next = terminal.clock.now() + SOON_MS;
  }

  readonly tell = (read: number): void => {
    const { terminal } = this;
    if (!terminal.showPassing || terminal.clock.now() < this.next) return;
    terminal.showPassing(plainLine(`Reading deals: ${read.toLocaleString(terminal.language)} files`));
    this.isShown = true;
    this.next = terminal.clock.now() + AGAIN_MS;
  };

  end(): void {
    if (this.isShown) this.terminal.showPassing?.('');
  }
}
