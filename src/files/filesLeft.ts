import { PathQueue } from './pathQueue';

/** How many files of a pipeline have been read, of how many; of how many isn't known while they are looked for. */
export interface FilesRead {
  readonly read: number;
  readonly of: number | undefined;
}

/** Which files of a pipeline are still to be read: all at first, and some for as long as a person wants, who has stopped the reading. */
export class FilesLeft {
  /** There is something that was never read, or by another process than that of now. */
  isPartial = true;
  /** All files were listed once. */
  isListed = false;
  /** How many were listed the last time. */
  private all = 0;
  private readonly waiting = new PathQueue();
  private readonly readOtherwise = new Set<string>();

  get paths(): readonly string[] {
    return [...this.waiting];
  }

  /** Those that were read by another process. */
  get outdated(): readonly string[] {
    return [...this.readOtherwise];
  }

  has(path: string): boolean {
    return this.waiting.has(path);
  }

  /** What is left is read now, of a pipeline that knows so many files. */
  resume(known: number): void {
    this.all = known + this.waiting.size;
  }

  /** How far the reading is that is under way. */
  get progress(): FilesRead {
    const { all, isListed, waiting } = this;
    return { read: all - waiting.size, of: isListed ? all : undefined };
  }

  /** @param known how many files the pipeline knows */
  stoppedAt(known: number): FilesRead {
    return { read: known, of: this.isListed ? known + this.waiting.size : undefined };
  }

  /** These are there, in the order in which they are to be read. */
  list(paths: readonly string[]): void {
    this.waiting.fill(paths);
    this.all = paths.length;
    this.isListed = true;
  }

  /** What was read up to now was read by another process. */
  outdate(paths: Iterable<string>): void {
    for (const path of paths) this.readOtherwise.add(path);
  }

  /** A file was read as it is now, or is gone. */
  take(path: string): void {
    this.waiting.delete(path);
    this.readOtherwise.delete(path);
  }

  /** All were read. */
  finish(): void {
    this.isPartial = false;
    this.waiting.clear();
    this.readOtherwise.clear();
  }

  /**
   * The reading was stopped. What was read before, if by the same process, is known all the same: whatever happens to it is told.
   *
   * @param isKnown whether the pipeline has a file
   * @param outdated files that it had until now, as another process read them
   */
  stop(isKnown: (path: string) => boolean, outdated: readonly string[]): void {
    for (const path of this.waiting) if (isKnown(path)) this.waiting.delete(path);
    for (const path of outdated) this.waiting.add(path);
    this.isPartial = !this.isListed || this.waiting.size > 0;
  }

  /** What is there was looked through once more: what nobody knew stays for later, and what is gone isn't waited for. */
  reconcile(there: ReadonlySet<string>, unknown: readonly string[]): void {
    for (const path of this.waiting) if (!there.has(path)) this.waiting.delete(path);
    if (!this.isListed) for (const path of unknown) this.waiting.add(path);
    this.isListed = true;
    this.isPartial = this.waiting.size > 0;
  }
}
