import { EventEmitter, type Memento } from 'vscode';
import { withoutPicked } from '../core/filter/picked';
import { isDealFilter } from '../core/filter/shape';
import type { FilterKey, PickedDeals } from '../core/filter/table';
import { DEFAULT_VIEW, GROUPINGS, SORT_KEYS, type View } from '../core/process/view';

const KEY = 'dealNotes.view';

/** How the person looks at the pipeline: kept for the workspace, the same for all of its pipelines. */
export class ViewState {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private view: View;

  constructor(private readonly memento: Memento) {
    this.view = asView(memento.get(KEY));
  }

  dispose(): void {
    this.changed.dispose();
  }

  get current(): View {
    return this.view;
  }

  set(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    void this.memento.update(KEY, { ...this.view, filter: withoutPicked(this.view.filter) });
    this.changed.fire();
  }

  /** Shows these deals and no others, until the filter is cleared; what was filtered by before is given up for it. */
  pick(picked: PickedDeals): void {
    this.set({ filter: { picked } });
  }

  /** What is absent or `undefined` in the change is taken out of the filter. */
  setFilter(change: Partial<Record<FilterKey, unknown>>): void {
    const filter = Object.entries({ ...this.view.filter, ...change }).filter(
      ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && !value.length),
    );
    this.set({ filter: Object.fromEntries(filter) });
  }
}

/** What another version has kept may be anything. */
export function asView(kept: unknown): View {
  const { sort, reversed, group, filter } = (typeof kept === 'object' && kept ? kept : {}) as Partial<View>;
  return {
    sort: SORT_KEYS.find(key => key === sort) ?? DEFAULT_VIEW.sort,
    reversed: reversed === true,
    group: GROUPINGS.find(one => one === group) ?? DEFAULT_VIEW.group,
    filter: isDealFilter(filter) ? filter : {},
  };
}
