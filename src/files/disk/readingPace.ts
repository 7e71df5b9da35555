import { SLICE_FILES } from '../fileAccess';
import { turn } from '../turn';
import { atOnce, inItsTime, type Asking, type Disk } from './asking';

/** After how much reading others have a turn: many files need long to be parsed. */
const SLICE_MS = 4;
/** What takes longer than this, on an average of a slice, is worth waiting for with others. */
const SLOW_MS = 1;
/** So many slices in a row are no chance: a busy computer may take long for one. */
const SLOW_SLICES = 3;
/** How many are asked for side by side of a slow disk. Node passes on fewer at a time, four as it comes, and is never short of them. */
const AT_ONCE = 32;

/**
 * How a folder is read: while its disk is quick, which most are, one question after the other in slices, which takes the least
 * time; and once it proves to be slow, as one behind a network may, many side by side, for none of which anything else waits.
 */
export class ReadingPace {
  private slowSlices = 0;

  /** @param clock in milliseconds */
  constructor(
    private readonly disk: Disk,
    private readonly clock: () => number,
  ) {}

  /**
   * What is found out about each item, in their order, in portions between which others have a turn.
   *
   * @param items may have more after they had none: whatever was found out made some
   * @param isMuch whether more is to be done with it
   */
  async *inPortions<T, R>(
    items: Iterable<T>,
    askFor: (item: T) => Asking<R>,
    isMuch: (found: R) => boolean = () => false,
  ): AsyncIterable<readonly R[]> {
    const rest = items[Symbol.iterator]();
    // Of a slow disk the first alone, which shows whether it still is.
    for (let most = 1; ; most = AT_ONCE) {
      const found = this.isSlow
        ? await this.sideBySide(rest, askFor, most)
        : this.slice(rest, askFor, isMuch);
      if (!found.length) return;
      yield found;
      await turn();
    }
  }

  private get isSlow(): boolean {
    return this.slowSlices >= SLOW_SLICES;
  }

  private slice<T, R>(
    rest: Iterator<T>,
    askFor: (item: T) => Asking<R>,
    isMuch: (found: R) => boolean,
  ): readonly R[] {
    const all: R[] = [];
    let much = 0;
    const start = this.clock();
    let took = 0;
    while (much < SLICE_FILES && took < SLICE_MS) {
      const next = rest.next();
      if (next.done) break;
      const found = atOnce(askFor(next.value), this.disk);
      all.push(found);
      if (isMuch(found)) much++;
      took = this.clock() - start;
    }
    if (all.length) this.slowSlices = took > all.length * SLOW_MS ? this.slowSlices + 1 : 0;
    return all;
  }

  private async sideBySide<T, R>(
    rest: Iterator<T>,
    askFor: (item: T) => Asking<R>,
    most: number,
  ): Promise<readonly R[]> {
    const start = this.clock();
    const asked: Promise<R>[] = [];
    while (asked.length < most) {
      const next = rest.next();
      if (next.done) break;
      asked.push(inItsTime(askFor(next.value), this.disk));
    }
    const all = await Promise.all(asked);
    if (all.length === 1 && this.clock() - start <= SLOW_MS) this.slowSlices = 0;
    return all;
  }
}
