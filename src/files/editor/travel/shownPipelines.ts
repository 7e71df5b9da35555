import { EventEmitter, type Event, type Uri } from 'vscode';
import type { CalendarDate } from '../../../core/calendar';
import type { Deal } from '../../../core/deal/deal';
import type { Entry } from '../../../core/deal/entry';
import { Disposables } from '../../../disposables';
import type { PipelineChange, PipelineFolder } from '../../pipelineFolder';
import type { Pipelines } from '../../pipelines';
import type { ShownFolder } from './shownFolder';
import type { Travel } from './travel';

/** What is different in a pipeline that is looked at. */
export interface ShownChange extends Pick<PipelineChange, 'groups' | 'paths'> {
  readonly folder: ShownFolder;
}

/** The pipelines of the workspace as a person looks at them: as they are, or as they were at the point that they went to. */
export class ShownPipelines {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<ShownChange>());
  readonly onDidChange: Event<ShownChange> = this.changed.event;
  private readonly foldersChanged = this.disposables.add(new EventEmitter<void>());
  /** Others are shown than before. */
  readonly onDidChangeFolders = this.foldersChanged.event;

  constructor(
    private readonly now: Pipelines,
    readonly travel: Travel,
  ) {
    this.disposables.add(
      now.onDidChange(change => {
        if (!travel.at) this.changed.fire(change);
      }),
    );
    this.disposables.add(
      now.onDidChangeFolders(() => {
        if (!travel.at) this.foldersChanged.fire();
      }),
    );
    this.disposables.add(travel.onDidChange(() => this.foldersChanged.fire()));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  get folders(): readonly ShownFolder[] {
    return this.travel.at?.folders ?? this.now.folders;
  }

  /** The day that is today at the point that is shown. */
  get today(): CalendarDate {
    return this.travel.at?.day ?? this.now.today;
  }

  /** That of the computer, wherever the pipelines are shown. */
  get realToday(): CalendarDate {
    return this.now.today;
  }

  get hasSearched(): boolean {
    return this.now.hasSearched;
  }

  get inFront(): Pipelines['inFront'] {
    return this.now.inFront;
  }

  /** The innermost pipeline that a file belongs to, in the text that it has at the point that is shown. */
  folderOf(uri: Uri): ShownFolder | undefined {
    return this.folders.findLast(folder => folder.pathOf(uri) !== undefined);
  }

  entryAt(uri: Uri): Entry | undefined {
    return this.folderOf(uri)?.entryAt(uri);
  }

  *deals(): Iterable<{ deal: Deal; folder: ShownFolder; uri: Uri }> {
    for (const folder of this.folders) {
      for (const deal of folder.pipeline.deals()) yield { deal, folder, uri: folder.uriOf(deal.path) };
    }
  }

  /** What git knows of a pipeline is joined to it, then and now. */
  askGit({ uri }: ShownFolder): void {
    const folder = this.now.folders.find((one: PipelineFolder) => one.uri.toString() === uri.toString());
    if (folder) this.now.git.ask(folder);
  }
}
