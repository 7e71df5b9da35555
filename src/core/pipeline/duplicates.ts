import { hashOfText } from '../hashOfText';
import { dayNumber } from '../calendar';
import { firstDay, isOpen, type Deal } from '../deal/deal';
import { normaliseName } from '../process/process';
import { searchable } from '../text/searchable';
import { asCopyNames, type CopyName } from '../copyNames';
import { isPlausibleCopy, ownTitle } from './copies';
import { fileTitle } from './paths';

/** A file that another one is a copy of: by its name, or because both say the same. */
export interface CopyOf {
  readonly deal: Deal;
  /** By the name alone: what stands in the files may be different. */
  readonly isByName: boolean;
}

/** Deals that begin further apart are repeat business. */
const NEAR_DAYS = 30;

/**
 * So many of a kind are looked at: nobody is told of more, and in thousands of deals that are alike all pairs would be
 * millions.
 */
const MOST = 4;

interface Known {
  readonly deal: Deal;
  /** The files that this one may be a copy of by its name, as `nameKey` has them, the likeliest first. */
  readonly copyNames: readonly CopyName[];
  /** A hash of what is read of it. */
  readonly said: number;
  readonly likenesses: readonly string[];
}

/**
 * Which deals of a pipeline may be one deal in two files, and which files are copies of others. Both open, with the same
 * account and title, and with the same owner or begun within 30 days of each other: those may be one. To take in all deals
 * takes time in proportion to their number.
 */
export class Duplicates {
  private readonly byLikeness = new Map<string, Set<Deal>>();
  private readonly known = new Map<string, Known>();
  /** By the name that copies are looked for under: of two that differ only in case, the one that came last. */
  private readonly byName = new Map<string, Deal>();

  /** Takes in what a file is now; answers with the paths of others for which something else may hold now. */
  set(path: string, deal: Deal | undefined): ReadonlySet<string> {
    const before = this.known.get(path);
    const copyNames = deal ? copyNamesOf(path) : [];
    const said = deal ? hashOfText(saidIn(deal)) : 0;
    const likenesses = deal ? likenessesOf(deal, said, copyNames) : [];
    const touched = new Set<string>();
    const isSame = before?.said === said && String(before.likenesses) === String(likenesses);
    for (const likeness of before?.likenesses ?? []) {
      const alike = this.byLikeness.get(likeness)!;
      const wasLookedAt = first(alike).includes(before!.deal);
      alike.delete(before!.deal);
      if (!isSame && wasLookedAt) for (const other of alike) touched.add(other.path);
      if (alike.size === 0) this.byLikeness.delete(likeness);
    }
    this.known.delete(path);
    if (before && this.byName.get(nameKey(path)) === before.deal) this.byName.delete(nameKey(path));
    if (deal) this.add({ deal, copyNames, said, likenesses }, isSame, touched);
    touched.delete(path);
    return touched;
  }

  private add(known: Known, isSame: boolean, touched: Set<string>): void {
    const { deal, likenesses } = known;
    this.known.set(deal.path, known);
    this.byName.set(nameKey(deal.path), deal);
    for (const likeness of likenesses) {
      let alike = this.byLikeness.get(likeness);
      if (!alike) this.byLikeness.set(likeness, (alike = new Set()));
      // Those that come later are not looked at.
      if (!isSame && alike.size < MOST) for (const other of alike) touched.add(other.path);
      alike.add(deal);
    }
  }

  /** The first of the other open deals that may be the one in a file. */
  of(path: string): readonly Deal[] {
    const deal = this.known.get(path)?.deal;
    if (!deal || !isOpen(deal)) return [];
    const found = this.sharing(path, isOfDeal).filter(
      other =>
        isOpen(other) &&
        (isSameOwner(deal, other) || isNear(deal, other)) &&
        this.originalOf(path) !== other &&
        this.originalOf(other.path) !== deal,
    );
    return found.slice(0, MOST - 1);
  }

  /** The files that one may be a copy of: the one its name is derived from, and those that read the same. */
  copied(path: string): { readonly byName: Deal | undefined; readonly same: readonly Deal[] } {
    const known = this.known.get(path);
    if (!known) return { byName: undefined, same: [] };
    const byName = this.originalOf(path);
    const same = this.sharing(path, isOfText).filter(other => this.isBefore(other.path, path));
    return { byName, same };
  }

  /** The one that a file is a copy of by its name, where what stands in both doesn't tell otherwise. */
  private originalOf(path: string): Deal | undefined {
    const { deal, copyNames = [] } = this.known.get(path) ?? {};
    for (const { original, kind } of copyNames) {
      const other = this.byName.get(original);
      if (other && isPlausibleCopy(deal!, other, kind)) return other;
    }
    return undefined;
  }

  /** Which of two that say the same is the original: not the one that is called a copy, else the first by its name. */
  private isBefore(one: string, other: string): boolean {
    const [a, b] = [one, other].map(path => this.known.get(path)?.copyNames.length !== 0);
    return a === b ? one.replace(/\.md$/i, '') < other.replace(/\.md$/i, '') : !a;
  }

  private sharing(path: string, isMeant: (likeness: string) => boolean): Deal[] {
    const shared = new Set<Deal>();
    for (const likeness of this.known.get(path)?.likenesses ?? []) {
      if (!isMeant(likeness)) continue;
      for (const other of first(this.byLikeness.get(likeness)!)) if (other.path !== path) shared.add(other);
    }
    return [...shared];
  }
}

function first(deals: ReadonlySet<Deal>): Deal[] {
  const some: Deal[] = [];
  for (const deal of deals) {
    if (some.length > MOST) break;
    some.push(deal);
  }
  return some;
}

const isOfDeal = (likeness: string) => /^[od]/.test(likeness);
const isOfText = (likeness: string) => likeness.startsWith('t');

/** What two deals must share one of: owner (o), days (d), the name of a file (n), or all that is read of it (t). */
function likenessesOf(deal: Deal, said: number, copyNames: readonly CopyName[]): string[] {
  const { account, title, owner, path } = deal;
  const likenesses = [`n${nameKey(path)}`, ...copyNames.map(({ original }) => `n${original}`)];
  // Two that say nothing about themselves, such as two from one template, can't be compared.
  if (account !== undefined || ownTitle(deal) !== undefined) likenesses.push(`t${said}`);
  if (!isOpen(deal) || account === undefined) return likenesses;
  const name = JSON.stringify([normaliseName(title), normaliseName(account)]);
  if (owner !== undefined) likenesses.push(`o${searchable(owner)} ${name}`);
  const day = firstDay(deal);
  if (day !== undefined) {
    const at = Math.floor(dayNumber(day) / NEAR_DAYS);
    // The next one too: of two that are near, one has the other's.
    for (const one of [at, at + 1]) likenesses.push(`d${one} ${name}`);
  }
  return likenesses;
}

function saidIn(deal: Deal): string {
  return JSON.stringify({ ...deal, path: '', title: ownTitle(deal) ?? '', inGit: undefined });
}

function isSameOwner({ owner }: Deal, { owner: other }: Deal): boolean {
  return owner !== undefined && other !== undefined && searchable(owner) === searchable(other);
}

function isNear(one: Deal, other: Deal): boolean {
  const [a, b] = [firstDay(one), firstDay(other)];
  return a !== undefined && b !== undefined && Math.abs(dayNumber(a) - dayNumber(b)) <= NEAR_DAYS;
}

function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** With the `nameKey` of the files beside it as the originals. */
function copyNamesOf(path: string): readonly CopyName[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return asCopyNames(fileTitle(path)).map(name => ({
    ...name,
    original: nameKey(folder + name.original + path.slice(-3)),
  }));
}
