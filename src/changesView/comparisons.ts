import { EventEmitter, window } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { filterIn } from '../core/filter/picked';
import type { DealFilter } from '../core/filter/table';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import type { ChosenPoint } from '../files/editor/points/chosenPoint';
import { compareFolder, type ComparingPorts, type FolderChanges } from '../files/editor/points/compareFolder';
import { sinceWords } from '../files/editor/points/pointWords';
import type { DealThen, Was } from '../files/editor/points/was';
import type { Moment, Travel } from '../files/editor/travel/travel';
import { WhileSeen } from '../files/editor/points/whileSeen';
import { VIEWS } from '../ids';
import { dealsThen } from './dealsThen';

/** A pull moves files one after the other, and somebody types a letter after the other: that is one change. */
const SETTLE_MS = 400;

/** How the person looks at the pipeline. */
export interface FilterShown {
  readonly current: { readonly filter: DealFilter };
  readonly onDidChange: (tell: () => void) => { dispose(): void };
}

/** The pipelines as they are shown, now or then, against the chosen point: found out in the background, and only while somebody looks. */
export class Comparisons {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private known: ReadonlyMap<PipelineFolder, FolderChanges> = new Map();
  private shownAt: Moment | undefined;
  private then: ReadonlyMap<string, DealThen> = new Map();
  private isSeen = false;
  private isDisposed = false;
  private readonly work = this.disposables.add(
    new WhileSeen(SETTLE_MS, async () =>
      window.withProgress({ location: { viewId: VIEWS.changes } }, () => this.compareAll()),
    ),
  );

  constructor(
    private readonly pipelines: Pipelines,
    private readonly travel: Travel,
    private readonly look: FilterShown,
    private readonly chosen: ChosenPoint,
    private readonly ports: ComparingPorts,
    private readonly was: Was,
  ) {
    const later = () => this.work.later();
    this.disposables.add(pipelines.onDidChange(later));
    this.disposables.add(pipelines.onDidChangeFolders(later));
    this.disposables.add(pipelines.git.onMayKnowMore(later));
    this.disposables.add(look.onDidChange(later));
    this.disposables.add(chosen.onDidChange(() => this.work.now()));
    this.disposables.add(travel.onDidChange(() => this.work.now()));
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  /** The second point of what is known, where that is not now. */
  get at(): Moment | undefined {
    return this.shownAt;
  }

  /** The day that is today at the second point. */
  get today(): CalendarDate {
    return this.shownAt?.day ?? this.pipelines.today;
  }

  /** Nobody is kept waiting: what is not known yet is told when it is. */
  of(folder: PipelineFolder): FolderChanges | undefined {
    return this.known.get(folder);
  }

  see(isSeen: boolean): void {
    this.isSeen = isSeen;
    this.tellWas();
    this.work.see(isSeen);
  }

  private async compareAll(): Promise<void> {
    const known = new Map<PipelineFolder, FolderChanges>();
    const { at } = this.travel;
    for (const folder of this.pipelines.folders) {
      // What it tells when it is read makes this stale; and what isn't read looks as if it were gone.
      if (!folder.isLoading && !folder.isPartial) known.set(folder, await this.compare(folder, at));
    }
    if (this.isDisposed) return;
    this.known = known;
    this.shownAt = at;
    // Rows that show deals as they were say nothing of how they were before that.
    this.then = at ? new Map() : this.thenIn(known);
    this.changed.fire();
    this.tellWas();
  }

  private thenIn(known: ReadonlyMap<PipelineFolder, FolderChanges>): ReadonlyMap<string, DealThen> {
    const all = [...known].flatMap(([folder, comparison]) => {
      if (comparison.kind !== 'compared') return [];
      const since = sinceWords(this.chosen.name, comparison.changes.from, this.pipelines.today);
      return [...dealsThen(folder, comparison.changes, since)];
    });
    return new Map(all);
  }

  /** What nobody looks at is not kept up, so the rows of other views don't say it either. */
  private tellWas(): void {
    this.was.set(this.isSeen ? this.then : new Map());
  }

  private async compare(folder: PipelineFolder, at: Moment | undefined): Promise<FolderChanges> {
    const filter = filterIn(this.look.current.filter, folder.uri.toString());
    const { today } = this.pipelines;
    const wish = { from: this.chosen.name, to: at ?? null, filter, today, evenWithoutGit: false };
    return compareFolder(folder, wish, this.ports);
  }
}
