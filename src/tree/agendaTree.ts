import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { namesIn } from '../core/deal/shortName';
import { addMoney, type MoneyMap } from '../core/money';
import { together } from '../core/moneyFormat';
import { isDeal } from '../core/deal/entry';
import {
  AGENDA_IDS,
  agendaGroupOf,
  agendaGroupOn,
  agendaTodosOf,
  byDue,
  type AgendaId,
  type OnAgenda,
} from '../core/pipeline/agenda';
import { dealFilter } from '../core/filter/dealFilter';
import { filterIn } from '../core/filter/picked';
import { Disposables } from '../disposables';
import { rowName } from '../files/editor/rowName';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import type { AgendaMoreNode, AgendaNode, AgendaPartNode, AgendaRow, DealNode } from './nodes';
import { agendaItem, agendaPartItem } from './dealItems';
import { moreItem } from './moreItem';
import { Pages } from './pages';
import { onDidChangeRows } from './rowSettings';
import { todoItem } from './todoItems';
import type { ViewState } from './viewState';

/** How many steps and to-dos are due today, or were before; and of how many deals nobody has said what. */
interface Pressing {
  readonly overdue: number;
  readonly today: number;
  readonly withoutStep: number;
}

/**
 * What the open deals of all pipelines want done, and when: their next steps and the to-dos in their notes, as far as the filter of the pipeline view leaves them. A change
 * redraws the parts that it touches.
 */
export class AgendaTree implements TreeDataProvider<AgendaNode> {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<AgendaNode[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  private readonly nodes = new Map(
    AGENDA_IDS.map(part => [part, { kind: 'part', part } satisfies AgendaPartNode]),
  );
  private readonly pages = new Pages<AgendaPartNode>();
  private parts: ReadonlyMap<AgendaId, readonly AgendaRow[]>;
  private day: CalendarDate;
  /** Whatever is filtered. */
  private pressingAtAll = 0;

  constructor(
    private readonly pipelines: ShownPipelines,
    private readonly state: ViewState,
  ) {
    this.day = pipelines.today;
    this.parts = this.collect();
    this.disposables.add(state.onDidChange(() => this.redraw()));
    this.disposables.add(
      onDidChangeRows(() => {
        this.parts = this.collect();
        this.changed.fire(undefined);
      }),
    );
    this.disposables.add(pipelines.onDidChangeFolders(() => this.redraw()));
    this.disposables.add(pipelines.onDidChange(() => this.redraw()));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  getChildren(node?: AgendaNode): AgendaNode[] {
    if (!node) return AGENDA_IDS.filter(id => this.parts.has(id)).map(id => this.nodes.get(id)!);
    return node.kind === 'part' ? this.rowsOf(node) : [];
  }

  getParent(node: AgendaNode): AgendaNode | undefined {
    if (node.kind === 'more') return node.of;
    return node.kind === 'part' ? undefined : this.nodes.get(node.group as AgendaId);
  }

  getTreeItem(node: AgendaNode): TreeItem {
    if (node.kind === 'deal') return agendaItem(node, this.pipelines.today);
    if (node.kind === 'todo') return todoItem(node, this.pipelines.today);
    if (node.kind === 'more') return moreItem(node);
    const sums: MoneyMap = {};
    const rows = this.parts.get(node.part) ?? [];
    const deals = rows.filter(row => row.kind === 'deal');
    for (const { deal } of deals) addMoney(sums, deal.value);
    const currencies = together(this.pipelines.folders.map(({ pipeline }) => pipeline.currencies));
    const counts = { deals: deals.length, todos: rows.length - deals.length };
    return agendaPartItem(node.part, counts, sums, currencies);
  }

  async resolveTreeItem(item: TreeItem, node: AgendaNode): Promise<TreeItem> {
    if (node.kind === 'part' || node.kind === 'more') return item;
    const { dealTooltip, todoTooltip } = await import('./tooltips');
    const { today } = this.pipelines;
    item.tooltip = node.kind === 'todo' ? todoTooltip(node, today) : dealTooltip(node, today);
    return item;
  }

  /** The row of a deal as it stands now. */
  dealNode(uri: string): DealNode | undefined {
    for (const node of this.dealsInOrder()) if (node.uri.toString() === uri) return node;
    return undefined;
  }

  /** All deals that are shown, from top to bottom, in open parts and in closed ones. */
  *dealsInOrder(): Iterable<DealNode> {
    for (const id of AGENDA_IDS)
      for (const row of this.parts.get(id) ?? []) if (row.kind === 'deal') yield row;
  }

  /** Shows the row though it stands far down in its part: else it could not be revealed. */
  widenTo(node: AgendaNode): void {
    if (node.kind === 'part' || node.kind === 'more') return;
    const part = this.nodes.get(node.group as AgendaId)!;
    const at = (this.parts.get(part.part) ?? []).findIndex(row => isSame(row, node));
    if (this.pages.widenTo(part, at)) this.changed.fire([part]);
  }

  /** Shows more of a part. Answers with the first row that was not there before. */
  showMore({ of: part }: AgendaMoreNode): AgendaRow | undefined {
    const rows = this.parts.get(part.part) ?? [];
    const before = this.pages.shown(part, rows.length);
    this.pages.widen(part);
    this.changed.fire([part]);
    return rows[before];
  }

  /** As many rows as somebody wants to see, and one that stands for the others. */
  private rowsOf(part: AgendaPartNode): AgendaNode[] {
    const rows = this.parts.get(part.part) ?? [];
    const shown = this.pages.shown(part, rows.length);
    const left = rows.length - shown;
    return [...rows.slice(0, shown), ...(left ? [{ kind: 'more', of: part, left } as const] : [])];
  }

  /** Of the deals that are shown; and of all of them together. Steps and to-dos alike. */
  get pressing(): Pressing & { readonly all: number } {
    return {
      overdue: this.count('overdue'),
      today: this.count('today'),
      withoutStep: this.count('none'),
      all: this.pressingAtAll,
    };
  }

  private count(part: AgendaId): number {
    return this.parts.get(part)?.length ?? 0;
  }

  private collect(): Map<AgendaId, AgendaRow[]> {
    const parts = new Map<AgendaId, AgendaRow[]>();
    const { today } = this.pipelines;
    this.pressingAtAll = 0;
    for (const folder of this.pipelines.folders) {
      const { process } = folder.pipeline;
      const filter = filterIn(this.state.current.filter, folder.uri.toString());
      const isShown = dealFilter(filter, { process, asOf: today });
      for (const entry of folder.pipeline.all()) {
        if (!isDeal(entry)) continue;
        const { deal } = entry;
        const group = agendaGroupOf(deal, process, today);
        const todos = agendaTodosOf(deal, today).map(todo => ({
          todo,
          group: agendaGroupOn(todo.on, today),
        }));
        for (const id of [group, ...todos.map(one => one.group)])
          if (id === 'overdue' || id === 'today') this.pressingAtAll++;
        if (!isShown(deal)) continue;
        const base = { folder, deal, uri: folder.uriOf(entry.path), name: deal.title };
        const add = (id: AgendaId, row: AgendaRow) => {
          const rows = parts.get(id);
          if (rows) rows.push(row);
          else parts.set(id, [row]);
        };
        if (group) add(group, { ...entry, ...base, group });
        for (const one of todos) add(one.group, { ...base, ...one, kind: 'todo' });
      }
    }
    for (const [group, rows] of parts) parts.set(group, named(rows));
    for (const rows of parts.values()) rows.sort((a, b) => byDue(plannedOf(a), plannedOf(b)));
    return parts;
  }

  redrawAll(): void {
    this.changed.fire(undefined);
  }

  private redraw(): void {
    const before = this.parts;
    const isNextDay = this.day !== this.pipelines.today;
    this.day = this.pipelines.today;
    this.parts = this.collect();
    const touched = AGENDA_IDS.filter(id => !areEqual(before.get(id), this.parts.get(id)));
    const areOthers = AGENDA_IDS.some(id => before.has(id) !== this.parts.has(id));
    if (areOthers || isNextDay) this.changed.fire(undefined);
    else if (touched.length) this.changed.fire(touched.map(id => this.nodes.get(id)!));
  }
}

/** Called by what tells their deals apart in their part. */
function named(rows: readonly AgendaRow[]): AgendaRow[] {
  const deals = [...new Set(rows.map(({ deal }) => deal))];
  const names = namesIn(deals, rowName());
  const nameOf = new Map(deals.map((deal, at) => [deal, names[at]!]));
  return rows.map((row): AgendaRow => ({ ...row, name: nameOf.get(row.deal)! }));
}

/** A step comes before a to-do of its deal on the same day. */
function plannedOf(row: AgendaRow): OnAgenda {
  return row.kind === 'todo' ? { ...row.deal, nextStepOn: row.todo.on } : row.deal;
}

/** The row may have been made anew meanwhile. */
function isSame(a: AgendaRow, b: AgendaRow): boolean {
  if (a.uri.toString() !== b.uri.toString()) return false;
  return a.kind === 'todo' && b.kind === 'todo' ? a.todo.line === b.todo.line : a.kind === b.kind;
}

/** Deals are never changed but replaced, and their to-dos with them. */
function areEqual(a: readonly AgendaRow[] = [], b: readonly AgendaRow[] = []): boolean {
  return (
    a.length === b.length && a.every(({ deal, kind }, at) => deal === b[at]!.deal && kind === b[at]!.kind)
  );
}
