/** So many rows of a list are shown at first, and so many more each time that somebody wants more of them. */
export const PAGE_ROWS = 200;

/** How many rows of a list are shown once somebody has asked for so many pages of it. */
export function rowsOn(pages: number, all: number): number {
  return Math.min(all, pages * PAGE_ROWS);
}

/** How many pages it takes to show the row at a place, counted from 0. */
export function pagesTo(at: number): number {
  return Math.floor(at / PAGE_ROWS) + 1;
}

/** How far somebody has gone down each list of a view: what was shown once stays so while the window is open. */
export class Pages<List extends object> {
  private readonly pages = new WeakMap<List, number>();

  /** How many rows of a list are shown, of all that it has. */
  shown(list: List, all: number): number {
    return rowsOn(this.of(list), all);
  }

  /** One more page. */
  widen(list: List): void {
    this.pages.set(list, this.of(list) + 1);
  }

  /** As many pages as show the row at a place; whether that are more than before. */
  widenTo(list: List, at: number): boolean {
    const wanted = pagesTo(at);
    if (wanted <= this.of(list)) return false;
    this.pages.set(list, wanted);
    return true;
  }

  private of(list: List): number {
    return this.pages.get(list) ?? 1;
  }
}
