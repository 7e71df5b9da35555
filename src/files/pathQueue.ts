/**
 * Paths that come out nearly all in the order in which they were put in. A table of them is made only where one comes out of turn:
 * to keep one up for ten thousand takes a tenth of what it takes to ask for all their stamps.
 */
export class PathQueue implements Iterable<string> {
  private order: readonly string[] = [];
  /** Whose turn it is. */
  private next = 0;
  /** All of them, since one came out of turn. */
  private table: Set<string> | undefined;

  get size(): number {
    return this.table?.size ?? this.order.length - this.next;
  }

  /** These, each of them once, instead of those that it had. */
  fill(paths: readonly string[]): void {
    this.order = paths;
    this.next = 0;
    this.table = undefined;
  }

  clear(): void {
    this.fill([]);
  }

  has(path: string): boolean {
    return this.size > 0 && this.asTable().has(path);
  }

  add(path: string): void {
    this.asTable().add(path);
  }

  delete(path: string): void {
    if (!this.table && this.order[this.next] === path) this.next++;
    else if (this.size > 0) this.asTable().delete(path);
  }

  [Symbol.iterator](): IterableIterator<string> {
    return this.table?.values() ?? this.order.slice(this.next).values();
  }

  private asTable(): Set<string> {
    return (this.table ??= new Set(this));
  }
}
