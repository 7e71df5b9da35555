import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { namesIn } from '../core/deal/shortName';
import { addMoney, type MoneyMap } from '../core/money';
import { together } from '../core/moneyFormat';
import { isDeal } from '../core/deal/entry';
import { AGENDA_IDS, agendaGroupOf, byDue, type AgendaId } from '../core/pipeline/agenda';
import { dealFilter } from '../core/filter/dealFilter';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import type { AgendaNode, AgendaPartNode, DealNode } from './nodes';
import { agendaItem, agendaPartItem } from './dealItems';
import { onDidChangeRows, rowName } from './rowSettings';
import type { ViewState } from './viewState';

/** How many deals want something done today, or did before; and of how many nobody has said what. */
interface Pressing {
  readonly overdue: number;
  readonly today: number;
  readonly withoutStep: number;
}

/**
 * What the open deals of all pipelines want done, and when, as far as the filter of the pipeline view leaves them. A change
 * redraws the parts that it touches.
 */
export class AgendaTree implements TreeDataProvider<AgendaNode> {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<AgendaNode[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  private readonly nodes = new Map(
    AGENDA_IDS.map(part => [part, { kind: 'part', part } satisfies AgendaPartNode]),
  );
  private parts: ReadonlyMap<AgendaId, readonly DealNode[]>;
  private day: CalendarDate;
  /** Whatever is filtered. */
  private pressingAtAll = 0;

  constructor(
    private readonly pipelines: Pipelines,
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
    return node.kind === 'part' ? [...(this.parts.get(node.part) ?? [])] : [];
  }

  getParent(node: AgendaNode): AgendaNode | undefined {
    return node.kind === 'deal' ? this.nodes.get(node.group as AgendaId) : undefined;
  }

  getTreeItem(node: AgendaNode): TreeItem {
    if (node.kind === 'deal') return agendaItem(node, this.pipelines.today);
    const sums: MoneyMap = {};
    for (const { deal } of this.parts.get(node.part) ?? []) addMoney(sums, deal.value);
    const currencies = together(this.pipelines.folders.map(({ pipeline }) => pipeline.currencies));
    return agendaPartItem(node.part, this.count(node.part), sums, currencies);
  }

  async resolveTreeItem(item: TreeItem, node: AgendaNode): Promise<TreeItem> {
    if (node.kind !== 'deal') return item;
    const { dealTooltip } = await import('./tooltips');
    item.tooltip = dealTooltip(node, this.pipelines.today);
    return item;
  }

  /** The row of a deal as it stands now. */
  dealNode(uri: string): DealNode | undefined {
    for (const deals of this.parts.values()) {
      const found = deals.find(one => one.uri.toString() === uri);
      if (found) return found;
    }
    return undefined;
  }

  /** All deals that are shown, from top to bottom, in open parts and in closed ones. */
  *dealsInOrder(): Iterable<DealNode> {
    for (const id of AGENDA_IDS) yield* this.parts.get(id) ?? [];
  }

  /** Of the deals that are shown; and of all of them together. */
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

  private collect(): Map<AgendaId, DealNode[]> {
    const parts = new Map<AgendaId, DealNode[]>();
    const { today } = this.pipelines;
    this.pressingAtAll = 0;
    for (const folder of this.pipelines.folders) {
      const { process } = folder.pipeline;
      const isShown = dealFilter(this.state.current.filter, { process, asOf: today });
      for (const entry of folder.pipeline.all()) {
        if (!isDeal(entry)) continue;
        const group = agendaGroupOf(entry.deal, today);
        if (!group) continue;
        if (group === 'overdue' || group === 'today') this.pressingAtAll++;
        if (!isShown(entry.deal)) continue;
        const nodes = parts.get(group) ?? [];
        parts.set(group, nodes);
        nodes.push({ ...entry, folder, group, uri: folder.uriOf(entry.path), name: entry.deal.title });
      }
    }
    for (const [group, nodes] of parts) parts.set(group, named(nodes));
    for (const nodes of parts.values()) nodes.sort((a, b) => byDue(a.deal, b.deal));
    return parts;
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

/** Called by what tells them apart in their part. */
function named(nodes: readonly DealNode[]): DealNode[] {
  const names = namesIn(
    nodes.map(({ deal }) => deal),
    rowName(),
  );
  return nodes.map((node, at) => ({ ...node, name: names[at]! }));
}

/** Deals are never changed but replaced. */
function areEqual(a: readonly DealNode[] = [], b: readonly DealNode[] = []): boolean {
  return a.length === b.length && a.every(({ deal }, at) => deal === b[at]!.deal);
}
