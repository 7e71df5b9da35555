import { dayNumber } from '../calendar';
import { firstDay, isOpen, type Deal } from '../deal/deal';
import { normaliseName } from '../process/process';
import { searchable } from '../text/searchable';
import { originalOf } from './copyNames';

/** Another file of which one is a copy: by its name, or because both say the same. */
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
    const likenesses = deal ? likenessesOf(deal) : [];
    const touched = new Set<string>();
    const isSame = before?.deal.title === deal?.title && String(before?.likenesses) === String(likenesses);
    for (const likeness of before?.likenesses ?? []) {
      const alike = this.byLikeness.get(likeness)!;
      const wasLookedAt = first(alike).includes(before!.deal);
      alike.delete(before!.deal);
      if (!isSame && wasLookedAt) for (const other of alike) touched.add(other.path);
      if (alike.size === 0) this.byLikeness.delete(likeness);
    }
    this.known.delete(path);
    if (before && this.byName.get(nameKey(path)) === before.deal) this.byName.delete(nameKey(path));
    if (deal) this.add({ deal, likenesses }, isSame, touched);
    touched.delete(path);
    return touched;
  }

  private add({ deal, likenesses }: Known, isSame: boolean, touched: Set<string>): void {
    this.known.set(deal.path, { deal, likenesses });
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
        !isNamedAsCopy(deal, other) &&
        !isNamedAsCopy(other, deal),
    );
    return found.slice(0, MOST - 1);
  }

  /** Those of which a file may be a copy: the one that its name is made of, and those that are read just the same. */
  copied(path: string): { readonly byName: Deal | undefined; readonly same: readonly Deal[] } {
    const deal = this.known.get(path)?.deal;
    if (!deal) return { byName: undefined, same: [] };
    const original = originalPath(path);
    const byName = original === undefined ? undefined : this.byName.get(nameKey(original));
    const same = this.sharing(path, isOfText).filter(other => isBefore(other.path, path));
    return { byName, same };
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
function likenessesOf(deal: Deal): string[] {
  const { account, title, owner, path } = deal;
  const original = originalPath(path);
  const likenesses = [`n${nameKey(path)}`, ...(original === undefined ? [] : [`n${nameKey(original)}`])];
  const hasOwnTitle = title !== fileTitle(path);
  // Of two that say nothing of themselves, such as those from one template, nobody knows whether they are one.
  if (account !== undefined || hasOwnTitle) {
    const said = { ...deal, path: '', title: hasOwnTitle ? title : '', inGit: undefined };
    likenesses.push(`t${hashOf(JSON.stringify(said))}`);
  }
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

/** FNV-1a: which texts are the same is looked up in them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function isSameOwner({ owner }: Deal, { owner: other }: Deal): boolean {
  return owner !== undefined && other !== undefined && searchable(owner) === searchable(other);
}

function isNear(one: Deal, other: Deal): boolean {
  const [a, b] = [firstDay(one), firstDay(other)];
  return a !== undefined && b !== undefined && Math.abs(dayNumber(a) - dayNumber(b)) <= NEAR_DAYS;
}

/** Of such two, more is told at the copy. */
function isNamedAsCopy({ path }: Deal, { path: other }: Deal): boolean {
  const original = originalPath(path);
  return original !== undefined && nameKey(original) === nameKey(other);
}

function fileTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The path of the file beside it of which one is a copy by its name. */
function originalPath(path: string): string | undefined {
  const stem = fileTitle(path);
  const original = originalOf(stem);
  return original === undefined
    ? undefined
    : path.slice(0, path.lastIndexOf('/') + 1) + original + path.slice(-3);
}

/** Which of two that say the same is the original: not the one that is called a copy, else the first by its name. */
function isBefore(one: string, other: string): boolean {
  const [a, b] = [one, other].map(path => originalPath(path) !== undefined);
  return a === b ? one.replace(/\.md$/i, '') < other.replace(/\.md$/i, '') : !a;
}
