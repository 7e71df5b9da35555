import { addTo } from '../addTo';
import { idOf, isKeyWithoutId } from '../gather';
import type { IncomingDeal } from '../incoming';
import { fileIdOf, folded } from '../sameDeal';
import type { DealsThere, DealThere } from '../there';
import type { WrittenDeal, WrittenDeals } from './written';

/** What an import has written of a deal of which no row is for certain. */
export interface KnownDeal {
  readonly key: string;
  readonly written: WrittenDeal;
  /** Its file; nothing where that is gone. */
  readonly there: DealThere | undefined;
}

/** The known deals that a row may be. */
export interface MayBe {
  /** Nothing contradicts that: where it's one alone, and no other row may be it, it's that. */
  readonly same: readonly KnownDeal[];
  /** It may be these, but the row says too little to be sure. */
  readonly unsure: readonly KnownDeal[];
}

/** What tells deals without ids apart besides their titles. */
const PARTS = ['account', 'created'] as const;
type Part = (typeof PARTS)[number];

const NOTHING: MayBe = { same: [], unsure: [] };

/**
 * Finds what rows are that tell less of what deals are known by than an import before, or more: a table may lack a column once, or have
 * it later. What both tell must be the same.
 */
export class PartlyTold {
  private readonly byTitle = new Map<string, KnownDeal[]>();
  private readonly byAccount = new Map<string, KnownDeal[]>();
  /** What some row tells, and what some import has written. */
  private readonly told: ReadonlySet<Part>;
  private readonly known: ReadonlySet<Part>;

  /**
   * @param deals all of the table
   * @param there of which those are taken that rows are for certain
   * @param isRow whether a deal at that path is some row for certain
   * @param isTitleGone the mapping has a column of titles that the table doesn't have
   */
  constructor(
    deals: readonly IncomingDeal[],
    there: DealsThere,
    written: WrittenDeals,
    isRow: (path: string) => boolean,
    private readonly isTitleGone: boolean,
  ) {
    this.told = partsIn(deals.map(({ fields }) => fields));
    this.known = partsIn([...written.values()].map(({ fields }) => fields));
    const unclear = unclearIn(deals, written);
    const rows = new Set(deals.filter(deal => !unclear.has(deal)).map(idOf));
    for (const [key, one] of written) {
      if (rows.has(key) || (one.path !== undefined && isRow(one.path))) continue;
      const known = { key, written: one, there: there.fileOf(key, one) };
      addTo(this.byTitle, folded(one.fields['title']), known);
      if (isTitleGone) addTo(this.byAccount, folded(one.fields['account']), known);
    }
  }

  of(incoming: IncomingDeal): MayBe {
    const { sourceId, title, fields, assumed } = incoming;
    if (fileIdOf(fields) !== undefined) return NOTHING;
    // Between two ids there's nothing to be found out.
    const all = (map: typeof this.byTitle, by: string) =>
      (map.get(by) ?? []).filter(({ key }) => sourceId === undefined || isKeyWithoutId(key));
    if (this.isTitleGone && assumed?.has('title')) {
      const ofAccount = fields['account'] === undefined ? [] : all(this.byAccount, folded(fields['account']));
      return { same: [], unsure: ofAccount.filter(one => this.isAlike(incoming, one) !== undefined) };
    }
    const named = all(this.byTitle, folded(title)).map(one => [one, this.isAlike(incoming, one)] as const);
    const those = (is: boolean) => named.flatMap(([one, isSame]) => (isSame === is ? [one] : []));
    return { same: those(true), unsure: those(false) };
  }

  /** Whether what both say is enough to take them for one deal; undefined where they are two. */
  private isAlike({ fields }: IncomingDeal, { written }: KnownDeal): boolean | undefined {
    const both = PARTS.filter(part => has(fields[part]) && has(written.fields[part]));
    if (both.some(part => folded(fields[part]) !== folded(written.fields[part]))) return undefined;
    if (both.length) return true;
    // A column that is missing says nothing; an empty cell of one that is there may be that of another deal.
    return PARTS.every(part => {
      if (has(fields[part])) return !this.known.has(part);
      return !has(written.fields[part]) || !this.told.has(part);
    });
  }
}

/**
 * The rows without ids that may be each of several deals, as the table lacks a column that tells these apart: that one of them has
 * nothing there doesn't make it that.
 */
export function unclearIn(deals: readonly IncomingDeal[], written: WrittenDeals): ReadonlySet<IncomingDeal> {
  const told = partsIn(deals.map(({ fields }) => fields));
  const bare = [...written].flatMap(([key, { fields }]) => (isKeyWithoutId(key) ? [fields] : []));
  const known = partsIn(bare);
  if (PARTS.every(part => told.has(part) || !known.has(part))) return new Set();
  const nameOf = (title: unknown, fields: IncomingDeal['fields'] | WrittenDeal['fields']) =>
    [title, ...PARTS.map(part => told.has(part) && fields[part])].map(folded).join('\n');
  const counts = new Map<string, number>();
  for (const fields of bare) {
    const name = nameOf(fields['title'], fields);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set(
    deals.filter(
      ({ sourceId, title, fields }) => sourceId === undefined && (counts.get(nameOf(title, fields)) ?? 0) > 1,
    ),
  );
}

function partsIn(all: readonly Readonly<Record<string, unknown>>[]): ReadonlySet<Part> {
  return new Set(PARTS.filter(part => all.some(fields => has(fields[part]))));
}

function has(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
