import { unguarded } from '../cells';
import type { OfRow } from '../incoming';
import { kindOfRow } from '../rows';
import { say } from '../say';
import type { Surveyed } from '../survey';
import type { TableRow } from '../table';
import type { DealThere } from '../there';
import { readActivity, type TheirActivity, type ActivityBy } from './activity';
import type { RowsForDeal } from './addedTo';
import type { BesideColumns, BesideTarget } from './besideHeads';
import type { DealsByRef } from './dealsByRef';
import { logActivities } from './logActivities';

/** As many rows as one import takes. */
const MOST_ROWS = 200_000;

/** Takes the rows of a table of activities one by one, and keeps what each deal gets of them. */
export class RowsOfActivities {
  private readonly byDeal = new Map<DealThere, TheirActivity[]>();
  private readonly notTaken: OfRow[] = [];
  private taken = 0;
  private isOver = false;

  constructor(
    private readonly surveyed: Surveyed,
    private readonly columns: BesideColumns,
    private readonly deals: DealsByRef,
    private readonly by: ActivityBy,
  ) {}

  add(row: TableRow): void {
    const { head } = this.surveyed;
    if (this.isOver || row.number <= head.number) return;
    const kind = kindOfRow(row, head);
    this.isOver = kind === 'end';
    if (kind !== 'deal') return;
    if (this.taken >= MOST_ROWS) {
      this.leave(row.number, say('rowsBesideTooMany', { most: MOST_ROWS }));
      this.isOver = true;
      return;
    }
    this.taken++;
    this.read(row);
  }

  /** A row that is left, and why. */
  leave(row: number, says: OfRow['says'], target?: BesideTarget): void {
    const [at] = (target && this.columns.get(target)) ?? [];
    const column = at === undefined ? undefined : this.surveyed.head.heads[at];
    this.notTaken.push({ row, column, says });
  }

  /** @param known the keys of what earlier imports have logged */
  end(known: ReadonlySet<string>): {
    readonly deals: readonly RowsForDeal[];
    readonly notTaken: readonly OfRow[];
  } {
    const deals = [...this.byDeal].map(([there, activities]): RowsForDeal => {
      const inOrder = asTheyHappened(activities);
      const key = there.sourceId ?? there.deal.path;
      return {
        there,
        rows: activities.map(({ row }) => row),
        addTo: deal => logActivities(deal, key, inOrder, known),
      };
    });
    return { deals, notTaken: this.notTaken };
  }

  private read(row: TableRow): void {
    const cells = (target: BesideTarget) =>
      (this.columns.get(target) ?? []).flatMap(at => unguarded(row.cells[at] ?? '').trim() || []);
    const cell = (target: BesideTarget) => cells(target)[0] ?? '';
    const { activity, says, column } = readActivity(
      {
        ...{ row: row.number, id: cell('id'), on: cell('on'), kind: cell('kind'), subject: cell('subject') },
        ...{ texts: cells('text'), done: cell('done') },
      },
      this.by,
    );
    if (says) this.leave(row.number, says, column);
    if (!activity) return;
    const { deals, missing } = this.deals.find({
      ...{ id: cell('deal_id'), name: cell('deal'), account: cell('account') },
    });
    const named = this.columns.has('deal_id') && cell('deal_id') ? 'deal_id' : 'deal';
    for (const why of missing) this.leave(row.number, why, named);
    for (const there of deals) {
      const before = this.byDeal.get(there);
      if (before) before.push(activity);
      else this.byDeal.set(there, [activity]);
    }
  }
}

/** By their days; those of one day as the table has them, be its newest first or last. */
function asTheyHappened(activities: readonly TheirActivity[]): readonly TheirActivity[] {
  const isNewestFirst = activities.length > 1 && activities[0]!.on > activities.at(-1)!.on;
  const rows = isNewestFirst ? activities.toReversed() : activities;
  return rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
