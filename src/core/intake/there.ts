import type { Deal } from '../deal/deal';
import { sourceIdIn } from '../deal/sourceId';
import { SHARED_DOMAINS } from '../sharedDomains';
import { addTo } from './addTo';
import type { WrittenDeal } from './again/written';
import { isKeyWithoutId } from './gather';
import type { IncomingDeal } from './incoming';
import { foldId, kindAndIdOf } from './idForms';
import {
  areOther,
  fileIdOf,
  folded,
  identityOf,
  isContradicted,
  isNamed,
  isOfAccountAndDay,
  isOfOneKind,
} from './sameDeal';

/** A deal that is in the pipeline already. */
export interface DealThere {
  readonly deal: Deal;
  readonly sourceId: string | undefined;
  readonly text: string;
}

/** The same of a deal and its text. */
export function dealThere(deal: Deal, text: string): DealThere {
  return { deal, sourceId: sourceIdIn(text), text };
}

/** How an incoming deal may be one that somebody has made by hand, or that an import of another kind has brought. */
export type Likeness = 'id' | 'title' | 'contact' | 'domain';

/** The deals of a pipeline, to find those that an import has brought before, and those that it may mean. */
export class DealsThere {
  private readonly bySourceId = new Map<string, DealThere[]>();
  private readonly byIdentity = new Map<string, DealThere[]>();
  private readonly byPath = new Map<string, DealThere>();
  /** By title and account, and by the title alone. */
  private readonly byName = new Map<string, DealThere[]>();
  private readonly byTitle = new Map<string, DealThere[]>();
  private readonly byAccountAndDay = new Map<string, DealThere[]>();
  /** By the id alone, in whatever form, whatever the kind of the table. */
  private readonly byBareId = new Map<string, DealThere[]>();
  private readonly byEmail = new Map<string, DealThere>();
  private readonly byDomain = new Map<string, DealThere>();
  /** Each file is one deal of the table at most. */
  private readonly taken = new Set<DealThere>();

  constructor(deals: Iterable<DealThere>) {
    for (const one of deals) this.add(one);
  }

  private add(there: DealThere): void {
    const { deal } = there;
    if (there.sourceId !== undefined) addTo(this.bySourceId, there.sourceId, there);
    addTo(this.byIdentity, identityOf(deal.title, deal.account, deal.created), there);
    this.byPath.set(deal.path, there);
    addTo(this.byName, identityOf(deal.title, deal.account, ''), there);
    addTo(this.byTitle, folded(deal.title), there);
    addTo(this.byAccountAndDay, identityOf('', deal.account, deal.created), there);
    if (there.sourceId !== undefined) {
      addTo(this.byBareId, foldId(kindAndIdOf(there.sourceId).id), there);
      return;
    }
    for (const { email } of deal.contacts) {
      const address = email?.toLowerCase();
      const domain = address?.split('@')[1];
      if (!address || !domain) continue;
      this.byEmail.set(address, there);
      if (!SHARED_DOMAINS.test(domain)) this.byDomain.set(domain, there);
    }
  }

  /** Whether a deal that was imported before is here. */
  has(incoming: IncomingDeal): boolean {
    return this.alike(incoming).length > 0;
  }

  /**
   * The file of a deal that was imported before; each is given out once. Of copies it's the one that the import has written; one
   * that isn't in conflict before all.
   *
   * @param written where it wrote it, if that's known
   */
  sameAs(
    incoming: IncomingDeal,
    written: string | undefined,
  ): DealThere | { readonly copies: readonly DealThere[] } | undefined {
    const free = this.alike(incoming).filter(one => !this.taken.has(one));
    const settled = free.filter(({ deal }) => !deal.conflict);
    const [first, ...others] = settled.length ? settled : free;
    const found = others.length ? settled.find(({ deal }) => deal.path === written) : first;
    if (found) this.taken.add(found);
    return found ?? (others.length ? { copies: free } : undefined);
  }

  /** The files that have the id of a deal, besides one of them. */
  copiesOf({ sourceId, deal }: DealThere): readonly DealThere[] {
    const all = sourceId === undefined ? [] : this.bySourceId.get(sourceId)!;
    return all.filter(one => one.deal !== deal);
  }

  /** The file of a deal without an id where an import has written it, though not all that tells it from others is as it was. */
  stillAt({ sourceId, title, fields }: IncomingDeal, written: string | undefined): DealThere | undefined {
    const there = sourceId === undefined ? this.bareAt(written) : undefined;
    if (!there) return undefined;
    const { deal } = there;
    const isAlike = (a: unknown, b: unknown) => folded(a) === folded(b);
    const same = [
      isAlike(deal.title, title),
      isAlike(deal.account, fields['account']),
      isAlike(deal.created, fields['created']),
    ].filter(Boolean);
    if (same.length < 2) return undefined;
    this.taken.add(there);
    return there;
  }

  /** A deal without an id at a path, which is no other row's. */
  bareAt(path: string | undefined): DealThere | undefined {
    const there = path === undefined ? undefined : this.byPath.get(path);
    return there && there.sourceId === undefined && !this.taken.has(there) ? there : undefined;
  }

  /** The file of a deal that an import has written, where it's there and no row's. */
  fileOf(key: string, { path, fields }: WrittenDeal): DealThere | undefined {
    const { title, account, created } = fields;
    if (!isKeyWithoutId(key)) return this.bySourceId.get(key)?.find(one => !this.taken.has(one));
    const isAlike = (a: unknown, b: unknown) => folded(a) === folded(b);
    const atPath = this.bareAt(path);
    if (atPath) {
      const { deal } = atPath;
      const isRenamed =
        (account || created) && isAlike(deal.account, account) && isAlike(deal.created, created);
      if (isAlike(deal.title, title) || isRenamed) return atPath;
    }
    const alike = this.byIdentity.get(identityOf(String(title), account, created)) ?? [];
    return alike.find(one => one.sourceId === undefined && !this.taken.has(one));
  }

  /** That a deal is a row's, and so no other one's. */
  take(there: DealThere): void {
    this.taken.add(there);
  }

  /** The deal that an import has written of a row when the table had no ids yet: the only one of its title and account that is of no other day. */
  beforeItsId(incoming: IncomingDeal, isWritten: (path: string) => boolean): DealThere | undefined {
    const [found, ...others] = this.named(incoming).filter(
      one =>
        one.sourceId === undefined &&
        !this.taken.has(one) &&
        isWritten(one.deal.path) &&
        (one.deal.created === undefined || !isContradicted(one.deal, incoming.fields)),
    );
    if (!found || others.length) return undefined;
    this.taken.add(found);
    return found;
  }

  /** Deals of an import that no row is, with the account and day of a row that is none of them by its title; nor do two ids tell them apart. */
  mayBeRetitled(
    { sourceId, path, fields: { account, created } }: IncomingDeal,
    isWritten: (path: string) => boolean,
  ): readonly DealThere[] {
    if (!account || !created || path !== undefined) return [];
    const alike = this.byAccountAndDay.get(identityOf('', account, created)) ?? [];
    return alike.filter(
      one => !areOther(one.sourceId, sourceId) && !this.taken.has(one) && isWritten(one.deal.path),
    );
  }

  /** By title and account, or by the title alone where a row has no account. */
  private named({ title, fields: { account } }: IncomingDeal): readonly DealThere[] {
    const found = account ? this.byName.get(identityOf(title, account, '')) : this.byTitle.get(folded(title));
    return found ?? [];
  }

  /** Where our own export has it, a deal may be whose title was changed here, and of which it says nothing else. */
  mayBeAt({ path, title, fields }: IncomingDeal): DealThere | undefined {
    const there = path === undefined ? undefined : this.byPath.get(path);
    if (!there || this.taken.has(there) || areOther(there.sourceId, fileIdOf(fields))) return undefined;
    return isContradicted(there.deal, fields) || folded(there.deal.title) === folded(title)
      ? undefined
      : there;
  }

  /** Deals that no row is, and that a row may be whose title was changed here. */
  mayBeRenamed(incoming: IncomingDeal): readonly DealThere[] {
    return [...this.byPath.values()].filter(
      one => one.sourceId === undefined && !this.taken.has(one) && isOfAccountAndDay(one.deal, incoming),
    );
  }

  /** By the id; without one, by the path that our own export names, or else all that has the same title, account and day. */
  private alike({ sourceId, path, title, fields }: IncomingDeal): readonly DealThere[] {
    if (sourceId !== undefined) return this.bySourceId.get(sourceId) ?? [];
    const atPath = path === undefined ? undefined : this.byPath.get(path);
    // Our own export has the ids that the files have of other systems.
    const id = fileIdOf(fields);
    const isOther = (there: DealThere) => areOther(there.sourceId, id);
    const { created } = fields;
    const isDealOf = ({ deal }: DealThere) =>
      folded(deal.title) === folded(title) || (created !== undefined && !isContradicted(deal, fields));
    if (atPath && !this.taken.has(atPath) && isDealOf(atPath) && !isOther(atPath)) return [atPath];
    const ofId = id === undefined ? undefined : this.bySourceId.get(id);
    const all = ofId ?? this.byIdentity.get(identityOf(title, fields['account'], fields['created'])) ?? [];
    return all.filter(one => !isOther(one));
  }

  /** A deal of the same kind of table, with another id, of which no row is, and that has the same title, account and day. */
  private twinOf({ title, fields }: IncomingDeal, id: string | undefined): DealThere | undefined {
    const { account, created } = fields;
    if (created === undefined) return undefined;
    const alike = this.byIdentity.get(identityOf(title, account, created)) ?? [];
    return alike.find(one => isOfOneKind(one.sourceId, id) && !this.taken.has(one));
  }

  /** A deal that somebody has made by hand, or that came with another kind of table, and that may be this one; and by what. */
  likeTo(incoming: IncomingDeal): { readonly there: DealThere; readonly by: Likeness } | undefined {
    const { sourceId, title, fields, contacts } = incoming;
    const { account } = fields;
    const id = sourceId ?? fileIdOf(fields);
    const isElsewhere = (there: DealThere) => !isOfOneKind(there.sourceId, id);
    const ofId = sourceId === undefined ? [] : (this.byBareId.get(foldId(kindAndIdOf(sourceId).id)) ?? []);
    const byId = ofId.find(one => isElsewhere(one) && isNamed(one.deal, title, account));
    if (byId) return { there: byId, by: 'id' };
    const twin = sourceId === undefined ? undefined : this.twinOf(incoming, id);
    if (twin) return { there: twin, by: 'title' };
    // One that somebody has made by hand comes first.
    // One that is another row's is told apart by the ids.
    const named = account
      ? this.named(incoming).filter(one => sourceId === undefined || !this.taken.has(one))
      : [];
    const byTitle = named.findLast(one => one.sourceId === undefined) ?? named[0];
    if (byTitle && isElsewhere(byTitle)) return { there: byTitle, by: 'title' };
    for (const { email } of contacts) {
      const address = typeof email === 'string' ? email.toLowerCase() : '';
      const byEmail = this.byEmail.get(address);
      if (byEmail) return { there: byEmail, by: 'contact' };
      const byDomain = this.byDomain.get(address.split('@')[1] ?? '');
      if (byDomain) return { there: byDomain, by: 'domain' };
    }
    return undefined;
  }
}
