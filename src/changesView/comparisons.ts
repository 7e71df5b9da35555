import { EventEmitter, window, workspace } from 'vscode';
import { comparePoints, type ComparedPoints } from '../actions/changes/compare';
import type { Files } from '../actions/ports/files';
import type { SnapshotsOf } from '../actions/ports/snapshots';
import { whyGitFailed } from '../actions/whyGitFailed';
import { dealFilter } from '../core/filter/dealFilter';
import { filterIn } from '../core/filter/picked';
import type { DealFilter } from '../core/filter/table';
import { Disposables } from '../disposables';
import { asText } from '../files/disk/disk';
import { toAddress } from '../files/editor/addresses';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { VIEWS } from '../ids';
import { Timer } from '../timer';
import { sentence, sentenceOf } from '../words/sentence';
import { pointCalled } from '../files/editor/points/namedPoints';
import { pointSources, type Lack } from '../files/editor/points/pointSources';
import type { ChosenPoint } from './chosenPoint';

/** A pull moves files one after the other, and somebody types a letter after the other: that is one change. */
const SETTLE_MS = 400;

export type FolderChanges =
  | { readonly kind: 'lacking'; readonly lack: Lack }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'compared'; readonly changes: ComparedPoints };

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
  private readonly settling = this.disposables.add(new Timer(SETTLE_MS, () => void this.work()));
  private isStale = true;
  private isWorking = false;
  private isSeen = false;
  private isDisposed = false;

  constructor(
    private readonly pipelines: Pipelines,
    private readonly look: FilterShown,
    private readonly chosen: ChosenPoint,
    private readonly files: Pick<Files, 'read'>,
    private readonly snapshotsOf: SnapshotsOf,
  ) {
    const stale = () => this.makeStale();
    this.disposables.add(pipelines.onDidChange(stale));
    this.disposables.add(pipelines.onDidChangeFolders(stale));
    this.disposables.add(pipelines.git.onMayKnowMore(stale));
    this.disposables.add(look.onDidChange(stale));
    this.disposables.add(
      chosen.onDidChange(() => {
        this.isStale = true;
        this.settling.now();
      }),
    );
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
    this.isSeen = isSeen;
    if (isSeen && this.isStale) this.settling.now();
  }

  private makeStale(): void {
    this.isStale = true;
    if (this.isSeen) this.settling.restart();
  }

  private async work(): Promise<void> {
    if (this.isWorking || !this.isSeen) return;
    this.isWorking = true;
    try {
      await window.withProgress({ location: { viewId: VIEWS.changes } }, () => this.compareAll());
    } finally {
      this.isWorking = false;
    }
  }

  private async compareAll(): Promise<void> {
    while (this.isStale && this.isSeen && !this.isDisposed) {
      this.isStale = false;
      const known = new Map<PipelineFolder, FolderChanges>();
      for (const folder of this.pipelines.folders) {
        // What it tells when it is read makes this stale.
        if (!folder.isLoading) known.set(folder, await this.compare(folder));
      }
      if (this.isDisposed) return;
      this.known = known;
      this.changed.fire();
    }
  }

  private async compare(folder: PipelineFolder): Promise<FolderChanges> {
    const sources = await pointSources(folder, this.pipelines.today, this.snapshotsOf);
    if ('lack' in sources) return { kind: 'lacking', lack: sources.lack };
    if ('reason' in sources) return { kind: 'failed', reason: sources.reason };
    const { today } = sources;
    const { process } = folder.pipeline;
    const filter = filterIn(this.look.current.filter, folder.uri.toString());
    try {
      const found = await pointCalled(this.chosen.name, sources);
      if (!found.ok) return { kind: 'failed', reason: sentenceOf(found.problem) };
      const changes = await comparePoints(
        { folder: toAddress(folder.uri), pipeline: folder.pipeline, unsaved: unsavedIn(folder) },
        { snapshots: sources.snapshots, files: this.files, asText, today },
        {
          from: found.point,
          to: { kind: 'now' },
          period: 'quarter',
          isMeant: dealFilter(filter, { process, asOf: today }),
        },
      );
      return { kind: 'compared', changes };
    } catch (cause) {
      return { kind: 'failed', reason: sentence(whyGitFailed(cause)) };
    }
  }
}

function unsavedIn(folder: PipelineFolder): ReadonlySet<string> {
  const unsaved = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  return new Set(unsaved.flatMap(({ uri }) => folder.pathOf(uri) ?? []));
}
