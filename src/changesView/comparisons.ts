import { EventEmitter, window } from 'vscode';
import { filterIn } from '../core/filter/picked';
import type { DealFilter } from '../core/filter/table';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import type { ChosenPoint } from '../files/editor/points/chosenPoint';
import { compareFolder, type ComparingPorts, type FolderChanges } from '../files/editor/points/compareFolder';
import { WhileSeen } from '../files/editor/points/whileSeen';
import { VIEWS } from '../ids';

/** A pull moves files one after the other, and somebody types a letter after the other: that is one change. */
const SETTLE_MS = 400;

/** How the person looks at the pipeline. */
export interface FilterShown {
  readonly current: { readonly filter: DealFilter };
  readonly onDidChange: (tell: () => void) => { dispose(): void };
}

/** The pipelines as they are now against the chosen point: found out in the background, and only while somebody looks. */
export class Comparisons {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private known: ReadonlyMap<PipelineFolder, FolderChanges> = new Map();
  private isDisposed = false;
  private readonly work = this.disposables.add(
    new WhileSeen(SETTLE_MS, async () =>
      window.withProgress({ location: { viewId: VIEWS.changes } }, () => this.compareAll()),
    ),
  );

  constructor(
    private readonly pipelines: Pipelines,
    private readonly look: FilterShown,
    private readonly chosen: ChosenPoint,
    private readonly ports: ComparingPorts,
  ) {
    const later = () => this.work.later();
    this.disposables.add(pipelines.onDidChange(later));
    this.disposables.add(pipelines.onDidChangeFolders(later));
    this.disposables.add(pipelines.git.onMayKnowMore(later));
    this.disposables.add(look.onDidChange(later));
    this.disposables.add(chosen.onDidChange(() => this.work.now()));
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  /** Nobody is kept waiting: what is not known yet is told when it is. */
  of(folder: PipelineFolder): FolderChanges | undefined {
    return this.known.get(folder);
  }

  see(isSeen: boolean): void {
    this.work.see(isSeen);
  }

  private async compareAll(): Promise<void> {
    const known = new Map<PipelineFolder, FolderChanges>();
    for (const folder of this.pipelines.folders) {
      // What it tells when it is read makes this stale.
      if (!folder.isLoading) known.set(folder, await this.compare(folder));
    }
    if (this.isDisposed) return;
    this.known = known;
    this.changed.fire();
  }

  private async compare(folder: PipelineFolder): Promise<FolderChanges> {
    const filter = filterIn(this.look.current.filter, folder.uri.toString());
    const { today } = this.pipelines;
    const wish = { from: this.chosen.name, to: null, filter, today, evenWithoutGit: false };
    return compareFolder(folder, wish, this.ports);
  }
}
