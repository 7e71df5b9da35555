import type { Deal } from '../deal/deal';
import { sourceIdIn } from '../deal/sourceId';
import { SHARED_DOMAINS } from '../sharedDomains';
import { foldName } from './heads';
import type { IncomingDeal } from './incoming';

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
  private readonly bySourceId = new Map<string, DealThere>();
  private readonly byIdentity = new Map<string, DealThere[]>();
  private readonly byPath = new Map<string, DealThere>();
  private readonly byTitle = new Map<string, DealThere>();
  /** By the id alone, whatever the kind of the table. */
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
    if (there.sourceId !== undefined) this.bySourceId.set(there.sourceId, there);
    const identity = identityOf(deal.title, deal.account, deal.created);
    this.byIdentity.set(identity, [...(this.byIdentity.get(identity) ?? []), there]);
    this.byPath.set(deal.path, there);
    if (deal.account) this.addTitle(identityOf(deal.title, deal.account, ''), there);
    if (there.sourceId !== undefined) {
      const { id } = partsOf(there.sourceId);
      this.byBareId.set(id, [...(this.byBareId.get(id) ?? []), there]);
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

  /** One that somebody has made by hand comes first. */
  private addTitle(identity: string, there: DealThere): void {
    if (there.sourceId === undefined || !this.byTitle.has(identity)) this.byTitle.set(identity, there);
  }

  /** The file of a deal that was imported before; each is given out once. */
  sameAs(incoming: IncomingDeal): DealThere | undefined {
    const { sourceId, path, title, fields } = incoming;
    if (sourceId !== undefined) return this.take([this.bySourceId.get(sourceId)]);
    const atPath = path === undefined ? undefined : this.byPath.get(path);
    const isSame = atPath && foldName(atPath.deal.title) === foldName(title);
    const alike = this.byIdentity.get(identityOf(title, fields['account'], fields['created'])) ?? [];
    return this.take([...(isSame ? [atPath] : []), ...alike]);
  }

  /** A deal that somebody has made by hand, or that came with another kind of table, and that may be this one; and by what. */
  likeTo({
    sourceId,
    title,
    fields,
    contacts,
  }: IncomingDeal): { readonly there: DealThere; readonly by: Likeness } | undefined {
    const { account } = fields;
    const isElsewhere = (there: DealThere) => !isOfOneKind(there.sourceId, sourceId);
    const ofId = sourceId === undefined ? [] : (this.byBareId.get(partsOf(sourceId).id) ?? []);
    const byId = ofId.find(one => isElsewhere(one) && isNamed(one.deal, title, account));
    if (byId) return { there: byId, by: 'id' };
    const byTitle = account ? this.byTitle.get(identityOf(title, account, '')) : undefined;
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

  get paths(): Iterable<string> {
    return this.byPath.keys();
  }

  private take(candidates: readonly (DealThere | undefined)[]): DealThere | undefined {
    const free = candidates.find(one => one && !this.taken.has(one));
    if (free) this.taken.add(free);
    return free;
  }
}

function partsOf(sourceId: string): { readonly kind: string; readonly id: string } {
  const at = sourceId.indexOf(':');
  return { kind: sourceId.slice(0, Math.max(at, 0)), id: sourceId.slice(at + 1) };
}

/** Within one table, and those of its kind, the ids tell deals apart. */
function isOfOneKind(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && partsOf(a).kind === partsOf(b).kind;
}

/** The same title, and no other account. */
function isNamed(deal: Deal, title: string, account: unknown): boolean {
  if (foldName(deal.title) !== foldName(title)) return false;
  return !deal.account || !account || foldName(deal.account) === foldName(String(account));
}

function identityOf(title: string, account: unknown, created: unknown): string {
  return [title, account, created].map(part => foldName(part === undefined ? '' : String(part))).join('\n');
}
