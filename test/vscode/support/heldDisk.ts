import { DISK, type Disk, type DiskCall } from '../../../src/files/disk/asking';

type DiskQuestion = DiskCall['question'];
const QUESTIONS = Object.keys(DISK.now) as DiskQuestion[];

/** What each call takes. */
const CALL_MS = 20;

/** A disk of this computer as if it were behind a slow network, 20 ms a call; after some calls it answers none until it is let go. */
export class HeldDisk implements Disk {
  readonly now = Object.fromEntries(
    QUESTIONS.map(question => [
      question,
      (path: string) => {
        this.time += CALL_MS;
        return DISK.now[question](path);
      },
    ]),
  ) as Disk['now'];
  readonly later = Object.fromEntries(
    QUESTIONS.map(question => [question, (path: string) => this.answer(question, path)]),
  ) as Disk['later'];
  readonly clock = (): number => this.time;
  private time = 0;
  private waiting: (() => void)[] = [];

  /** @param calls how many are answered before it holds */
  constructor(private calls: number) {}

  letGo(calls = Infinity): void {
    this.calls = calls;
    const { waiting } = this;
    this.waiting = [];
    for (const go of waiting) go();
  }

  private async answer(question: DiskQuestion, path: string): Promise<unknown> {
    while (this.calls <= 0) await new Promise<void>(resolve => this.waiting.push(resolve));
    this.calls--;
    await new Promise(resolve => setTimeout(resolve, CALL_MS));
    return DISK.now[question](path);
  }
}
