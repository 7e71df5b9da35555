import { oneLine } from '../oneLine';
import { unguarded } from './cells';
import { foldHead, foldName } from './heads';
import type { Mapping } from './mapping';
import { foldId } from './idForms';
import type { Surveyed } from './survey';
import type { TableRow } from './table';
import type { DealThere } from './there';
import type { ColumnTarget } from './target';

/** Whether a table has mostly the columns that a mapping has: what came later, or was left out, makes it no other kind. */
export function hasColumnsOf({ columns }: Surveyed, mapping: Mapping['columns']): boolean {
  const heads = new Set(columns.filter(({ filled }) => filled).map(({ head }) => foldHead(head)));
  const known = [...mapping.keys()].map(foldHead);
  const both = known.filter(head => heads.has(head)).length;
  return both * 2 > Math.max(heads.size, known.length);
}

/** Looks at the rows of a table, whether its deals are those that an earlier import of a kind has brought. */
export class KindEvidence {
  private readonly byId = new Map<string, DealThere>();
  /** Names of deals without ids: title and account; the title alone where the table or the deal has no account. */
  private readonly names = new Set<string>();
  private readonly places: Readonly<
    Record<'id' | 'title' | 'account' | 'product' | 'created', number | undefined>
  >;
  private rows = 0;
  /** Rows of which something that is there has the id: that deal, another one, or one of which all that is told is another title. */
  private readonly found = { same: 0, other: 0, unclear: 0 };
  /** The days of creation of rows that are the same by these alone: one day for all is that of an import into the other system. */
  private readonly days = new Map<string, number>();

  /** @param hasColumns its columns are mostly those of the kind */
  constructor(
    readonly kind: string,
    private readonly hasColumns: boolean,
    { columns }: Surveyed,
    mapping: Mapping['columns'],
    there: readonly DealThere[],
  ) {
    const targets = new Map([...mapping].map(([head, target]) => [foldHead(head), target]));
    const placeOf = (target: ColumnTarget) =>
      columns.find(({ head }) => (mapping.get(head) ?? targets.get(foldHead(head))) === target)?.at;
    this.places = {
      ...{ id: placeOf('id'), title: placeOf('title') },
      ...{ account: placeOf('account'), product: placeOf('product'), created: placeOf('created') },
    };
    for (const one of there) {
      const id = one.sourceId?.startsWith(`${kind}:`) && one.sourceId.slice(kind.length + 1);
      if (id) for (const form of [foldId(id, kind), id]) this.byId.set(form, one);
      if (one.sourceId !== undefined) continue;
      const { title, account: firm } = one.deal;
      this.names.add(nameOf(title, firm));
      if (this.places.account === undefined) this.names.add(nameOf(title, ''));
    }
  }

  add({ cells }: TableRow): void {
    const cell = (at: number | undefined) => oneLine(unguarded(at === undefined ? '' : (cells[at] ?? '')));
    const { id, title, account, product, created } = this.places;
    const firm = cell(account);
    const name = cell(title) || [firm, cell(product)].filter(part => part).join(', ');
    if (!name) return;
    this.rows++;
    if (id === undefined) {
      if (this.names.has(nameOf(name, firm)) || this.names.has(nameOf(name, ''))) this.found.same++;
      return;
    }
    const there = this.byId.get(cell(id)) ?? this.byId.get(foldId(cell(id), this.kind));
    if (!there) return;
    const day = /^\d{4}-\d\d-\d\d/.exec(cell(created))?.[0];
    const isOfDay = day !== undefined && day === there.deal.created;
    if (isDeal(there, name, firm)) this.found.same++;
    else if (isOfDay) this.days.set(day, (this.days.get(day) ?? 0) + 1);
    else if ((firm && there.deal.account) || (day && there.deal.created)) this.found.other++;
    else this.found.unclear++;
  }

  /**
   * How many of its deals are there; none where it has other columns, most of its ids are those of other deals, or it has no ids
   * and most aren't there.
   */
  get same(): number {
    const { same, other, unclear } = this.told;
    if (!this.hasColumns) return 0;
    const isMost = this.places.id === undefined ? same * 2 > this.rows : same > other + unclear;
    return isMost ? same : 0;
  }

  /** Whether ids of the table are those of deals there, whichever these are. */
  get hasDeals(): boolean {
    const { same, other, unclear } = this.told;
    return same + other + unclear > 0;
  }

  /** Whether ids of the table are those of other deals there. */
  get isOther(): boolean {
    return this.told.other > this.told.same;
  }

  /** Whether nearly all of them are: more than people rename between two exports. */
  get isQuiteOther(): boolean {
    const { same, other } = this.told;
    return other > 1 && other > 10 * same;
  }

  /**
   * Whether nothing tells if most of the deals with these ids are those that are there, under other titles.
   *
   * @param isNamed the table is called after the kind, whatever its columns
   */
  isUnclear(isNamed: boolean): boolean {
    const { same, other, unclear } = this.told;
    return (this.hasColumns || isNamed) && unclear > 1 && unclear > same && unclear >= other;
  }

  private get told(): Readonly<Record<'same' | 'other' | 'unclear', number>> {
    const { same, other, unclear } = this.found;
    const ofDay = [...this.days.values()].reduce((sum, count) => sum + count, 0);
    return this.days.size > 1 || ofDay === 1
      ? { same: same + ofDay, other, unclear }
      : { same, other, unclear: unclear + ofDay };
  }
}

/** By title or account: either may have been changed. */
function isDeal({ deal }: DealThere, title: string, account: string): boolean {
  if (foldName(deal.title) === foldName(title)) return true;
  return account !== '' && deal.account !== undefined && foldName(deal.account) === foldName(account);
}

function nameOf(title: string, account: string | undefined): string {
  return `${foldName(title)}\n${foldName(account ?? '')}`;
}
