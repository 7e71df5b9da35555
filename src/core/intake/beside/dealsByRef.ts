import { isOpen } from '../../deal/deal';
import { foldName } from '../heads';
import { say } from '../say';
import type { DealThere } from '../there';
import type { Says } from '../../says';
import { cantUpdate } from '../lost/asUnread';
import type { UnreadFile } from '../lost/unreadFiles';
import { foldId, partsOf } from '../idForms';
import type { UnreadByRef } from './unreadByRef';

/** How a row says which deals it belongs to, as its cells have it; empty where they say nothing. */
export interface DealRef {
  readonly id: string;
  readonly name: string;
  /** Of several deals of the name that of this account is meant; and what belongs to no deal belongs to the account's. */
  readonly account: string;
}

/** The deals that a row means, and what is said of those that aren't there. */
export interface DealsMeant {
  readonly deals: readonly DealThere[];
  readonly missing: readonly Says[];
}

/** So many files are named where a title could be each of them. */
const MOST_NAMED = 3;

/** The deals of a pipeline, to find those that rows of another table belong to. */
export class DealsByRef {
  private readonly byId = new Map<string, DealThere[]>();
  /** In whatever form. */
  private readonly byIdForm = new Map<string, DealThere[]>();
  private readonly byName = new Map<string, DealThere[]>();
  private readonly byAccount = new Map<string, DealThere[]>();
  private readonly hasOfSystem: boolean;

  /** @param system what ids of the table's system begin with in `source_id`; nothing where it isn't known */
  constructor(
    deals: readonly DealThere[],
    private readonly system: string | undefined,
    private readonly unread?: UnreadByRef,
  ) {
    this.hasOfSystem = deals.some(({ sourceId }) => partsOf(sourceId)?.kind === system);
    for (const there of deals) {
      const id = partsOf(there.sourceId);
      // Another system's numbers mean other deals.
      if (id && (!this.hasOfSystem || id.kind === system)) {
        add(this.byId, id.id, there);
        add(this.byIdForm, foldId(id.id), there);
      }
      add(this.byName, foldName(there.deal.title), there);
      if (there.deal.account) add(this.byAccount, foldName(there.deal.account), there);
    }
  }

  /** The same of what belongs to an account where no deal is named: its open deals, or all where none is open. */
  findByAccount(ref: DealRef): DealsMeant {
    const { id, name, account } = ref;
    if (id || name) return this.find(ref);
    if (!account) return { deals: [], missing: [say('rowNamesNoAccount')] };
    const all = this.byAccount.get(foldName(account)) ?? [];
    const open = all.filter(({ deal }) => isOpen(deal));
    const missing = all.length ? [] : [say('rowAccountMissing', { account })];
    return { deals: open.length ? open : all, missing };
  }

  /** By the id; where no deal has it, by the title alone. */
  find({ id, name, account }: DealRef): DealsMeant {
    if (!id && !name) return { deals: [], missing: [say('rowNamesNoDeal')] };
    const unreadById = (one: string) => this.unread?.ofId(one);
    const byId = id
      ? this.each(id, one => this.byId.get(one) ?? this.byIdForm.get(foldId(one)), unreadById)
      : undefined;
    if (byId?.deals.length || !name || byId?.missing.some(isUnread)) return byId!;
    const unreadByName = (one: string) => this.unread?.ofName(one);
    return this.each(name, one => this.named(one, { isOther: !!id, account }), unreadByName);
  }

  private each(
    cell: string,
    find: (one: string) => readonly DealThere[] | undefined,
    unreadOf: (one: string) => UnreadFile | undefined,
  ): DealsMeant {
    const whole = find(cell);
    const parts = whole ? [cell] : cell.split(/[;\n]/).flatMap(part => part.trim() || []);
    const deals = new Set<DealThere>();
    const missing: Says[] = [];
    for (const part of parts) {
      const found = whole ?? find(part) ?? [];
      const file = found.length ? undefined : unreadOf(part);
      if (found.length === 1) deals.add(found[0]!);
      else if (file) missing.push(cantUpdate(file));
      else if (!found.length) missing.push(say('rowDealMissing', { name: part }));
      else {
        const paths = found.slice(0, MOST_NAMED).map(({ deal }) => deal.path);
        missing.push(say('rowDealUnclear', { name: part, paths, count: found.length }));
      }
    }
    return { deals: [...deals], missing };
  }

  /** @param isOther the row has an id: a deal with another one of the same system is another deal */
  private named(
    name: string,
    { isOther, account }: { readonly isOther: boolean; readonly account: string },
  ): readonly DealThere[] | undefined {
    const all = (this.byName.get(foldName(name)) ?? []).filter(({ sourceId }) => {
      const kind = partsOf(sourceId)?.kind;
      return !isOther || kind === undefined || (this.hasOfSystem && kind !== this.system);
    });
    const ofAccount = all.filter(({ deal }) => account && foldName(deal.account ?? '') === foldName(account));
    const found = all.length > 1 && ofAccount.length ? ofAccount : all;
    return found.length ? found : undefined;
  }
}

/** Whether a deal is here, and not to be read. */
export function isUnread({ say: key }: Says): boolean {
  return key === 'rowNotUpdated';
}

function add(map: Map<string, DealThere[]>, key: string, there: DealThere): void {
  const some = map.get(key);
  if (some) some.push(there);
  else map.set(key, [there]);
}
