import { DISK, type DiskCall, type Disk } from '../../../../../src/files/disk/asking';
import { turn } from '../../../../../src/files/turn';

type DiskQuestion = DiskCall['question'];
const QUESTIONS = Object.keys(DISK.now) as DiskQuestion[];

/** The disk as it is, by a clock of its own: each call takes as long as a test says, and is counted. */
export class TimedDisk implements Disk {
  readonly now = byQuestion(question => path => this.answerNow(question, path)) as Disk['now'];
  readonly later = byQuestion(question => path => this.answerLater(question, path)) as Disk['later'];

  /** For how many calls all else waited, and for how many nothing did. */
  blocking = 0;
  patient = 0;
  /** As many calls as were under way together. */
  mostAtOnce = 0;
  private time = 0;
  private underWay: (() => void)[] = [];

  /** @param takes how many milliseconds a call does, by how many there were before */
  constructor(public takes: (call: number) => number) {}

  readonly clock = (): number => this.time;

  /** What is read, while calls that are under way together are answered together. */
  async all<T>(reading: AsyncIterable<readonly T[]>): Promise<T[]> {
    const all: T[] = [];
    let isDone = false;
    const read = async () => {
      try {
        for await (const portion of reading) all.push(...portion);
      } finally {
        isDone = true;
      }
    };
    const answer = async () => {
      while (!isDone) {
        await turn();
        this.answer();
      }
    };
    await Promise.all([read(), answer()]);
    return all;
  }

  private answerNow(question: DiskQuestion, path: string): unknown {
    this.time += this.takes(this.blocking++ + this.patient);
    return DISK.now[question](path);
  }

  private answerLater(question: DiskQuestion, path: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.underWay.push(() => {
        try {
          resolve(DISK.now[question](path));
        } catch (cause) {
          reject(cause as Error);
        }
      });
    });
  }

  private answer(): void {
    const { underWay } = this;
    if (!underWay.length) return;
    this.underWay = [];
    this.mostAtOnce = Math.max(this.mostAtOnce, underWay.length);
    this.time += this.takes(this.blocking + this.patient);
    this.patient += underWay.length;
    for (const answer of underWay) answer();
  }
}

function byQuestion(answer: (question: DiskQuestion) => (path: string) => unknown): unknown {
  return Object.fromEntries(QUESTIONS.map(question => [question, answer(question)]));
}
