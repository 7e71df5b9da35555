import { EventEmitter, type Uri } from 'vscode';
import type { Deal } from '../core/deal/deal';
import { dealOf } from '../core/deal/entry';
import { pastOf, type PastEvent } from '../core/deal/past/events';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import { presentUri } from '../files/editor/points/pastTexts';
import type { Pipelines } from '../files/pipelines';

/** One thing that happened to the deal that is shown. */
export interface EventNode {
  readonly event: PastEvent;
  readonly folder: PipelineFolder;
  readonly deal: Deal;
  readonly uri: Uri;
}

/** The deal whose past is shown: the one that somebody asked for, until another one is in front. */
export class DealShown extends Disposables {
  private readonly changed = this.add(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private uri: Uri | undefined;
  private isSeen = false;
  /** Of several wishes, the last one counts. */
  private wishes = 0;

  /** @param fileNow finds the file as it is now of what may be a text of then */
  constructor(
    private readonly pipelines: Pipelines,
    private readonly fileNow: (uri: Uri) => Promise<Uri>,
  ) {
    super();
    this.add(pipelines.inFront.onDidChange(() => void this.show(pipelines.inFront.uri)));
    this.add(pipelines.onDidChange(() => this.changed.fire()));
    this.add(pipelines.onDidChangeFolders(() => void this.show(this.uri ?? pipelines.inFront.uri)));
  }

  /** Goes to a deal; at all else, it stays where it is. */
  async show(uri: Uri | undefined): Promise<void> {
    const wish = ++this.wishes;
    // A text of then is of the deal that its file is now.
    const now = uri && (presentUri(uri) === uri ? uri : await this.fileNow(uri));
    if (!now || wish !== this.wishes || !dealOf(this.pipelines.entryAt(now))) return;
    this.uri = now;
    this.askGit();
    this.changed.fire();
  }

  /** As long as nobody looks, git is not asked. */
  see(isSeen: boolean): void {
    this.isSeen = isSeen;
    this.askGit();
  }

  get deal(): Omit<EventNode, 'event'> | undefined {
    const { uri } = this;
    const folder = uri && this.pipelines.folderOf(uri);
    const deal = uri && dealOf(this.pipelines.entryAt(uri));
    return folder && deal ? { folder, deal, uri } : undefined;
  }

  /** The newest first. */
  get events(): EventNode[] {
    const { deal: shown } = this;
    return shown ? [...pastOf(shown.deal)].reverse().map(event => ({ ...shown, event })) : [];
  }

  private askGit(): void {
    const { deal: shown } = this;
    if (this.isSeen && shown) this.pipelines.git.want(shown.folder);
  }
}
