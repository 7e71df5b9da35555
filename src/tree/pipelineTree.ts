import { commands, EventEmitter, type Memento, type TreeDataProvider, type TreeItem, Uri } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { filterIn } from '../core/filter/picked';
import type { Pipeline } from '../core/pipeline/pipeline';
import { PipelineView, type ViewGroup } from '../core/pipeline/view';
import type { View } from '../core/process/view';
import { Disposables } from '../disposables';
import type { Was } from '../files/editor/points/was';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { ShownChange, ShownPipelines } from '../files/editor/travel/shownPipelines';
import { isStopped } from '../files/editor/partlyRead';
import { CONTEXT } from '../ids';
import type { DealNode, FolderNode, GroupNode, MoreNode, Node } from './nodes';
import { dealItem } from './dealItems';
import { groupRows } from './groupRows';
import { moreItem } from './moreItem';
import { Pages } from './pages';
import { restItem } from './restItem';
import { onDidChangeRows, rowParts } from './rowSettings';
import { attentionItem, folderItem, groupItem, isOther } from './treeItems';
import { ViewState } from './viewState';

/** Up to so many open deals, their groups show them at once. */
const FEW_DEALS = 100;

/** A pipeline as the view shows it, and what that was made from. */
interface Shown {
  readonly view: PipelineView;
  readonly pipeline: Pipeline;
  readonly options: View;
  readonly today: CalendarDate;
}

/**
 * The deals by stage, or as the person wants to see them. The stages are there before the first deal is read; a change
 * redraws the groups that it touches, and no others.
 */
export class PipelineTree implements TreeDataProvider<Node> {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<Node[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  readonly state: ViewState;

  /** The same object for the same row, so that a change can name it. */
  private readonly groups = new WeakMap<ShownFolder, Map<string, GroupNode>>();
  private readonly folderNodes = new WeakMap<ShownFolder, FolderNode>();
  private readonly expanded = new WeakSet<ShownFolder>();
  private readonly decided = new WeakSet<ShownFolder>();
  private readonly shown = new WeakMap<ShownFolder, Shown>();
  private readonly pages = new Pages<GroupNode | FolderNode>();
  private hasRows = false;

  constructor(
    private readonly pipelines: ShownPipelines,
    private readonly media: Uri,
    memento: Memento,
    private readonly was: Was,
  ) {
    this.state = this.disposables.add(new ViewState(memento));
    this.disposables.add(this.state.onDidChange(() => this.changed.fire(undefined)));
    this.disposables.add(onDidChangeRows(() => this.changed.fire(undefined)));
    this.disposables.add(pipelines.onDidChangeFolders(() => this.changed.fire(undefined)));
    this.disposables.add(pipelines.onDidChange(change => this.redraw(change)));
    this.disposables.add(was.onDidChange(deals => this.redrawDeals(deals)));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.roots();
    if (node.kind === 'folder') return this.groupsIn(node);
    return node.kind === 'group' ? this.rowsOf(node) : [];
  }

  getParent(node: Node): Node | undefined {
    if (node.kind === 'deal') return this.groupNode(node.folder, node.group);
    if (node.kind === 'attention') return this.groupNode(node.folder, 'attention');
    if (node.kind === 'more' && node.of.kind === 'group') return node.of;
    if (node.kind === 'folder' || !this.hasFolders) return undefined;
    return node.kind === 'more' ? node.of : this.folderNode(node.folder);
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'folder':
        return folderItem(node, this.viewOf(node.folder).openDeals.shown);
      case 'group': {
        const group = this.groupAt(node);
        return groupItem(node.folder, group, this.expanded.has(node.folder.now ?? node.folder), this.media);
      }
      case 'deal':
        return dealItem(node, rowParts(), this.pipelines.today, this.was.of(node.uri));
      case 'attention':
        return attentionItem(node);
      case 'more':
        return moreItem(node);
      case 'rest':
        return restItem(node);
    }
  }

  async resolveTreeItem(item: TreeItem, node: Node): Promise<TreeItem> {
    const { attentionTooltip, dealTooltip, groupTooltip } = await import('./tooltips');
    if (node.kind === 'deal') item.tooltip = dealTooltip(node, this.pipelines.today, this.was.of(node.uri));
    else if (node.kind === 'attention') item.tooltip = attentionTooltip(node);
    else if (node.kind === 'group') item.tooltip = groupTooltip(node.folder, this.groupAt(node));
    return item;
  }

  /** The row of a deal as it stands now, if the view shows it. */
  dealNode(folder: ShownFolder, path: string): DealNode | undefined {
    const node = this.nodeOf(folder, path);
    return node?.kind === 'deal' ? node : undefined;
  }

  /** The row of a file as it stands now, if the view shows it. */
  nodeOf(folder: ShownFolder, path: string): Node | undefined {
    const group = this.viewOf(folder).groupOf(path);
    if (!group) return undefined;
    const at = placeIn(group, path);
    return groupRows(this.groupNode(folder, group.id), group.entries, at, at + 1)[0];
  }

  /** Shows the row of a file though it, or its group, stands far down: else it could not be revealed. */
  widenTo(node: Node): void {
    if (node.kind !== 'deal' && node.kind !== 'attention') return;
    const path = node.folder.pathOf(node.uri);
    const group = path === undefined ? undefined : this.viewOf(node.folder).groupOf(path);
    if (!group) return;
    const list = this.groupNode(node.folder, group.id);
    const groups = this.folderNode(node.folder);
    const areRows = this.pages.widenTo(list, placeIn(group, path!));
    const areGroups = this.pages.widenTo(groups, this.pagedGroups(node.folder).indexOf(list));
    if (areGroups) this.redrawRows(groups);
    else if (areRows) this.redrawRows(list);
  }

  /** Shows more of a group, or more groups. Answers with the first row that was not there before. */
  showMore({ of: list }: MoreNode): Node | undefined {
    const all = list.kind === 'group' ? this.groupAt(list).entries : this.pagedGroups(list.folder);
    const before = this.pages.shown(list, all.length);
    this.pages.widen(list);
    this.redrawRows(list);
    if (list.kind === 'folder') return this.pagedGroups(list.folder)[before];
    return groupRows(list, this.groupAt(list).entries, before, before + 1)[0];
  }

  /** All deals that are shown, from top to bottom, in open groups and in closed ones. */
  *dealsInOrder(): Iterable<DealNode> {
    for (const folder of this.pipelines.folders) {
      for (const { id } of this.viewOf(folder).groups) {
        const node = this.groupNode(folder, id);
        for (const row of groupRows(node, this.groupAt(node).entries)) if (row.kind === 'deal') yield row;
      }
    }
  }

  /** How many open deals are shown, of how many. */
  get openDeals(): { readonly shown: number; readonly all: number } {
    const sums = { shown: 0, all: 0 };
    for (const folder of this.pipelines.folders) {
      const { shown, all } = this.viewOf(folder).openDeals;
      sums.shown += shown;
      sums.all += all;
    }
    return sums;
  }

  /** The groups of a pipeline that have deals in them and are shown, from top to bottom, and the first of these deals. */
  withDeals(folder: ShownFolder): {
    readonly groups: readonly GroupNode[];
    readonly first: Node | undefined;
  } {
    const rows = this.groupsIn(this.folderNode(folder));
    const groups = rows.flatMap(row =>
      row.kind === 'group' && this.groupAt(row).kind !== 'attention' ? [row] : [],
    );
    return { groups, first: groups.flatMap(node => groupRows(node, this.groupAt(node).entries, 0, 1))[0] };
  }

  /** How many deals are shown, whatever became of them. */
  get dealsShown(): number {
    const groups = this.pipelines.folders.flatMap(folder => this.viewOf(folder).groups);
    return groups.reduce((sum, { kind, entries }) => sum + (kind === 'attention' ? 0 : entries.length), 0);
  }

  private roots(): Node[] {
    const { folders } = this.pipelines;
    this.hasRows = this.isWorthShowing();
    this.tellWhen();
    if (!this.hasRows) return [];
    return this.hasFolders
      ? folders.map(folder => this.folderNode(folder))
      : this.groupsIn(this.folderNode(folders[0]!));
  }

  /** What the texts of an empty view depend on. */
  private tellWhen(): void {
    const { folders } = this.pipelines;
    const hasRead = folders.every(({ isLoading, isPartial }) => !isLoading && !isPartial);
    void commands.executeCommand('setContext', CONTEXT.hasDeals, folders.some(hasEntries));
    void commands.executeCommand('setContext', CONTEXT.hasRead, hasRead);
  }

  private get hasFolders(): boolean {
    return this.pipelines.folders.length > 1;
  }

  /** Else the view says what to do about its being empty. */
  isWorthShowing(): boolean {
    return this.pipelines.folders.some(
      folder =>
        folder.isLoading || folder.isPartial || (hasEntries(folder) && this.viewOf(folder).groups.length > 0),
    );
  }

  /** As many groups as somebody wants to see, one row that stands for the others, and those that stand below any grouping. */
  private groupsIn(of: FolderNode): Node[] {
    const { folder } = of;
    const paged = this.pagedGroups(folder);
    const shown = this.pages.shown(of, paged.length);
    const left = paged.length - shown;
    const others = this.viewOf(folder).groups.slice(paged.length);
    return [
      ...(isStopped(folder) ? [{ kind: 'rest', folder } as const] : []),
      ...paged.slice(0, shown),
      ...(left ? [{ kind: 'more', of, left } as const] : []),
      ...others.map(({ id }) => this.groupNode(folder, id)),
    ];
  }

  /** There may be an account for each deal. */
  private pagedGroups(folder: ShownFolder): GroupNode[] {
    const groups = this.viewOf(folder).groups.filter(({ kind }) => !isOther(kind));
    return groups.map(({ id }) => this.groupNode(folder, id));
  }

  private folderNode(folder: ShownFolder): FolderNode {
    let node = this.folderNodes.get(folder);
    if (!node) this.folderNodes.set(folder, (node = { kind: 'folder', folder }));
    return node;
  }

  private groupNode(folder: ShownFolder, group: string): GroupNode {
    let nodes = this.groups.get(folder);
    if (!nodes) this.groups.set(folder, (nodes = new Map()));
    let node = nodes.get(group);
    if (!node) nodes.set(group, (node = { kind: 'group', folder, group }));
    return node;
  }

  /** A row may be asked for that is just going. */
  private groupAt({ folder, group }: GroupNode): ViewGroup {
    return this.viewOf(folder).group(group) ?? GONE;
  }

  /** As many rows as somebody wants to see, and one that stands for the others. */
  private rowsOf(node: GroupNode): Node[] {
    const { entries } = this.groupAt(node);
    const shown = this.pages.shown(node, entries.length);
    const left = entries.length - shown;
    return [
      ...groupRows(node, entries, 0, shown),
      ...(left ? [{ kind: 'more', of: node, left } as const] : []),
    ];
  }

  redrawAll(): void {
    this.changed.fire(undefined);
  }

  private redrawRows(list: GroupNode | FolderNode): void {
    // The groups of a single pipeline are those of the view.
    this.changed.fire(list.kind === 'folder' && !this.hasFolders ? undefined : [list]);
  }

  private viewOf(folder: ShownFolder): PipelineView {
    const { pipeline } = folder;
    const { today } = this.pipelines;
    const options = this.state.current;
    const known = this.shown.get(folder);
    if (known?.pipeline === pipeline && known.options === options && known.today === today) return known.view;
    const filter = filterIn(options.filter, folder.uri.toString());
    const view = new PipelineView(pipeline, { ...options, filter }, today);
    this.shown.set(folder, { view, pipeline, options, today });
    return view;
  }

  private redraw({ folder, groups }: ShownChange): void {
    const before = this.shown.get(folder)?.view;
    const countBefore = before?.openDeals.shown;
    const view = this.viewOf(folder);
    // A view that was made anew shows the change already, but not what has changed.
    const touched = before === view ? view.update(groups) : undefined;
    // Decided once: what a person has collapsed stays so when the deals become few.
    const isRead = !folder.isLoading && !folder.isPartial && !this.decided.has(folder);
    if (isRead) {
      this.decided.add(folder);
      this.tellWhen();
    }
    const isFirst = isRead && folder.pipeline.files.open <= FEW_DEALS;
    if (isFirst) this.expanded.add(folder);
    if (isFirst || !touched || this.hasRows !== this.isWorthShowing()) this.changed.fire(undefined);
    else if (this.hasFolders && view.openDeals.shown !== countBefore)
      this.changed.fire([this.folderNode(folder)]);
    else if (touched.length) this.changed.fire(touched.map(id => this.groupNode(folder, id)));
  }

  /** @param deals the addresses of files */
  private redrawDeals(deals: ReadonlySet<string>): void {
    const groups = new Set<GroupNode>();
    for (const folder of this.pipelines.folders) {
      const view = this.viewOf(folder);
      for (const address of deals) {
        const path = folder.pathOf(Uri.parse(address));
        const group = path === undefined ? undefined : view.groupOf(path);
        if (group) groups.add(this.groupNode(folder, group.id));
      }
    }
    if (groups.size) this.changed.fire([...groups]);
  }
}

/** A group without anything in it. */
const GONE: ViewGroup = {
  id: '',
  kind: 'attention',
  name: undefined,
  entries: [],
  totals: { count: 0, value: {}, weighted: {} },
  stalled: 0,
};

function placeIn({ entries }: ViewGroup, path: string): number {
  return entries.findIndex(entry => entry.path === path);
}

/** Notes alone are nothing that the view could show. */
function hasEntries({ pipeline: { files } }: ShownFolder): boolean {
  return files.total > files.otherNotes;
}
