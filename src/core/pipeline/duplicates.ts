import type { Deal } from '../deal/deal';
import { normaliseName } from '../process/process';

/**
 * Which deals of a pipeline may be one deal in two files: those with the same account and title, or the same title and
 * value. A change of one file costs what the deals cost that are like it.
 */
export class Duplicates {
  private readonly byLikeness = new Map<string, Set<Deal>>();
  private readonly known = new Map<string, { readonly deal: Deal; readonly likenesses: readonly string[] }>();

  /** Takes in what a file is now; answers with the paths of others that are like it, or were, and no longer are. */
  set(path: string, deal: Deal | undefined): ReadonlySet<string> {
    const before = this.known.get(path);
    const now = deal && { deal, likenesses: likenessesOf(deal) };
    const touched = new Set<string>();
    const isSame =
      before?.deal.title === deal?.title && String(before?.likenesses) === String(now?.likenesses);
    for (const likeness of before?.likenesses ?? []) {
      const alike = this.byLikeness.get(likeness)!;
      alike.delete(before!.deal);
      if (!isSame) for (const other of alike) touched.add(other.path);
      if (alike.size === 0) this.byLikeness.delete(likeness);
    }
    this.known.delete(path);
    if (!now) return touched;
    this.known.set(path, now);
    for (const likeness of now.likenesses) {
      let alike = this.byLikeness.get(likeness);
      if (!alike) this.byLikeness.set(likeness, (alike = new Set()));
      if (!isSame) for (const other of alike) touched.add(other.path);
      alike.add(now.deal);
    }
    return touched;
  }

  /** The other deals that are like that of a file. */
  of(path: string): readonly Deal[] {
    const alike = new Set<Deal>();
    for (const likeness of this.known.get(path)?.likenesses ?? []) {
      for (const deal of this.byLikeness.get(likeness)!) if (deal.path !== path) alike.add(deal);
    }
    return [...alike];
  }
}

/** What two deals must share one of. */
function likenessesOf({ account, title, value }: Deal): string[] {
  const name = normaliseName(title);
  return [
    ...(account === undefined ? [] : [JSON.stringify([name, normaliseName(account)])]),
    ...(value ? [JSON.stringify([name, value.amount, value.currency])] : []),
  ];
}
