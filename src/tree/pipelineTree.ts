import { EventEmitter, type ProviderResult, type TreeDataProvider, type TreeItem, type Uri } from 'vscode';
import { GROUP_IDS, groupOf, type GroupId } from '../core/pipeline/pipeline';
import { Disposables } from '../disposables';
import type { PipelineChange, PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import type { AttentionNode, DealNode, FolderNode, GroupNode, Node } from './nodes';
import { attentionTooltip, dealTooltip, groupTooltip } from './tooltips';
import { attentionItem, dealItem, folderItem, groupItem } from './treeItems';

/** Up to so many open deals, the stages show them at once. */
const FEW_DEALS = 100;

/** The deals by stage. The stages are there before the first deal is read; a change redraws the stages it touches. */
export class PipelineTree implements TreeDataProvider<Node> {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<Node[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  /** The same object for the same row, so that a change can name it. */
  private readonly groups = new WeakMap<PipelineFolder, Map<GroupId, GroupNode>>();
  private readonly expanded = new WeakSet<PipelineFolder>();
  private readonly drawn = new WeakMap<PipelineFolder, boolean>();

  constructor(
    private readonly pipelines: Pipelines,
    private readonly media: Uri,
  ) {
    this.disposables.add(pipelines.onDidChangeFolders(() => this.changed.fire(undefined)));
    this.disposables.add(pipelines.onDidChange(change => this.redraw(change)));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      const { folders } = this.pipelines;
      if (folders.length === 1) return this.groupsOf(folders[0]!);
      return folders.map((folder): FolderNode => ({ kind: 'folder', folder }));
    }
    if (node.kind === 'folder') return this.groupsOf(node.folder);
    return node.kind === 'group' ? this.entriesOf(node) : [];
  }

  getParent(node: Node): Node | undefined {
    if (node.kind === 'deal') return this.groupNode(node.folder, node.group);
    if (node.kind === 'attention') return this.groupNode(node.folder, 'attention');
    return node.kind === 'group' && this.pipelines.folders.length > 1
      ? { kind: 'folder', folder: node.folder }
      : undefined;
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'folder':
        return folderItem(node);
      case 'group':
        return groupItem(node, this.expanded.has(node.folder), this.media);
      case 'deal':
        return dealItem(node, this.pipelines.today);
      case 'attention':
        return attentionItem(node);
    }
  }

  resolveTreeItem(item: TreeItem, node: Node): ProviderResult<TreeItem> {
    if (node.kind === 'deal') item.tooltip = dealTooltip(node, this.pipelines.today);
    else if (node.kind === 'attention') item.tooltip = attentionTooltip(node);
    else if (node.kind === 'group') item.tooltip = groupTooltip(node);
    return item;
  }

  /** The row of a deal as it stands now. */
  dealNode(folder: PipelineFolder, path: string): DealNode | undefined {
    const entry = folder.pipeline.get(path);
    if (entry?.kind !== 'deal') return undefined;
    const { deal, problems } = entry;
    return { kind: 'deal', folder, group: groupOf(entry)!, uri: folder.uriOf(path), deal, problems };
  }

  private groupsOf(folder: PipelineFolder): GroupNode[] {
    this.drawn.set(folder, hasAttention(folder));
    return GROUP_IDS.filter(id => id !== 'attention' || hasAttention(folder)).map(id =>
      this.groupNode(folder, id),
    );
  }

  private groupNode(folder: PipelineFolder, group: GroupId): GroupNode {
    let nodes = this.groups.get(folder);
    if (!nodes) this.groups.set(folder, (nodes = new Map()));
    let node = nodes.get(group);
    if (!node) nodes.set(group, (node = { kind: 'group', folder, group }));
    return node;
  }

  private entriesOf({ folder, group }: GroupNode): Node[] {
    return folder.pipeline.group(group).flatMap((entry): Node[] => {
      const uri = folder.uriOf(entry.path);
      if (entry.kind === 'deal') {
        return [{ kind: 'deal', folder, group, uri, deal: entry.deal, problems: entry.problems }];
      }
      if (entry.kind !== 'attention') return [];
      return [
        {
          kind: 'attention',
          folder,
          uri,
          title: entry.title,
          problem: entry.problem,
        } satisfies AttentionNode,
      ];
    });
  }

  private redraw({ folder, groups }: PipelineChange): void {
    const isFirst =
      !folder.isLoading && !this.expanded.has(folder) && folder.pipeline.files.open <= FEW_DEALS;
    if (isFirst) this.expanded.add(folder);
    // "Needs attention" comes and goes: then the row's parent is what changes.
    if (isFirst || this.drawn.get(folder) !== hasAttention(folder)) {
      this.changed.fire(undefined);
    } else if (groups.size) {
      this.changed.fire([...groups].filter(isShown(folder)).map(group => this.groupNode(folder, group)));
    }
  }
}

function hasAttention(folder: PipelineFolder): boolean {
  return folder.pipeline.files.needsAttention > 0;
}

function isShown(folder: PipelineFolder) {
  return (group: GroupId) => group !== 'attention' || hasAttention(folder);
}
