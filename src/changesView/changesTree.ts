import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import type { Comparisons } from './comparisons';
import { bridgeItem, changeItem, homeItem, kindItem } from './items';
import type { Later } from '../files/editor/points/openChange';
import type { BridgeNode, ChangesNode, HomeNode, KindNode } from './nodes';
import { rowsOf } from './rows';
import type { ChosenPoint } from '../files/editor/points/chosenPoint';
import { sinceWords } from '../files/editor/points/pointWords';

/** What has become of the deals since the chosen point, by what it is. */
export class ChangesTree implements TreeDataProvider<ChangesNode> {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  private rows: ReadonlyMap<PipelineFolder, readonly (BridgeNode | KindNode)[]> = new Map();
  private homes: readonly HomeNode[] = [];

  constructor(
    private readonly pipelines: Pipelines,
    private readonly comparisons: Comparisons,
    private readonly chosen: ChosenPoint,
  ) {
    this.disposables.add(comparisons.onDidChange(() => this.redraw()));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  getChildren(node?: ChangesNode): ChangesNode[] {
    if (!node) return this.homes.length > 1 ? [...this.homes] : this.rowsIn(this.homes[0]?.folder);
    if (node.kind === 'home') return this.rowsIn(node.folder);
    return node.kind === 'kind' ? [...node.rows] : [];
  }

  getParent(node: ChangesNode): ChangesNode | undefined {
    if (node.kind === 'home') return undefined;
    if (node.kind === 'change') return this.kindOf(node.folder, node.group);
    return this.homes.length > 1 ? this.homes.find(({ folder }) => folder === node.folder) : undefined;
  }

  getTreeItem(node: ChangesNode): TreeItem {
    const { today } = this.comparisons;
    switch (node.kind) {
      case 'home':
        return homeItem(node, this.comparisons.of(node.folder));
      case 'bridge':
        return bridgeItem(node, today);
      case 'kind':
        return kindItem(node);
      case 'change': {
        const since = sinceWords(this.chosen.name, node.changes.from, today);
        return changeItem(node, this.kindOf(node.folder, node.group)!, {
          since,
          today,
          later: this.later(node),
        });
      }
    }
  }

  /** What the deal was at the second point, where that is not now. */
  private later({ folder }: ChangesNode): Later | undefined {
    const { at } = this.comparisons;
    const then = at?.folders.find(({ now }) => now === folder);
    return at && then && { words: at.words, folder: then };
  }

  private rowsIn(folder: PipelineFolder | undefined): ChangesNode[] {
    return folder ? [...(this.rows.get(folder) ?? [])] : [];
  }

  private kindOf(folder: PipelineFolder, group: KindNode['group']): KindNode | undefined {
    return this.rows.get(folder)?.find((row): row is KindNode => row.kind === 'kind' && row.group === group);
  }

  private redraw(): void {
    const { folders } = this.pipelines;
    const { at, today } = this.comparisons;
    const rows = new Map<PipelineFolder, readonly (BridgeNode | KindNode)[]>();
    for (const folder of folders) {
      const comparison = this.comparisons.of(folder);
      if (comparison?.kind === 'compared') rows.set(folder, rowsOf(folder, comparison.changes, today, at));
    }
    this.rows = rows;
    // Where none has anything to show, the view says what is missing.
    this.homes = rows.size ? folders.map(folder => ({ kind: 'home', folder })) : [];
    this.changed.fire(undefined);
  }
}
