import type { Uri } from 'vscode';
import type { PipelineThen } from '../../../actions/changes/pipelineAt';
import type { Snapshots } from '../../../actions/ports/snapshots';
import type { Entry } from '../../../core/deal/entry';
import { Pipeline } from '../../../core/pipeline/pipeline';
import type { Problem } from '../../../core/problem';
import { pastText, pastUri, presentUri } from '../points/pastTexts';
import type { PipelineFolder } from '../../pipelineFolder';
import type { ShownFolder } from './shownFolder';

/** A pipeline as it was at a point. What is opened of it is the text of that point, which nobody can change. */
export class PastFolder implements ShownFolder {
  readonly isLoading = false;
  readonly isPartial = false;
  readonly pipeline: Pipeline;
  private texts: Promise<ReadonlyMap<string, string>> | undefined;
  private moved: Promise<ReadonlyMap<string, string>> | undefined;

  /**
   * @param then how it was, or why that can't be told
   * @param snapshots where its texts of then are
   * @param whereNow finds where files are now that have other names since
   */
  constructor(
    readonly now: PipelineFolder,
    private readonly then: PipelineThen | { readonly problem: Problem },
    private readonly snapshots?: Pick<Snapshots, 'contents'>,
    private readonly whereNow?: () => Promise<ReadonlyMap<string, string>>,
  ) {
    this.pipeline = 'problem' in then ? new Pipeline(now.pipeline.process) : then.pipeline;
  }

  get uri(): Uri {
    return this.now.uri;
  }

  get name(): string {
    return this.now.name;
  }

  get filesRead(): PipelineFolder['filesRead'] {
    const { total } = this.pipeline.files;
    return { read: total, of: total };
  }

  get historyGap(): PipelineFolder['historyGap'] {
    return this.now.historyGap;
  }

  get problem(): Problem | undefined {
    return 'problem' in this.then ? this.then.problem : undefined;
  }

  get byHistories(): ShownFolder['byHistories'] {
    return 'problem' in this.then ? undefined : this.then.byHistories;
  }

  /** See `PipelineThen`. */
  get outside(): number {
    return 'problem' in this.then ? 0 : this.then.outside;
  }

  uriOf(path: string): Uri {
    const blob = 'problem' in this.then ? undefined : this.then.blobs.get(path);
    return blob === undefined ? this.now.uriOf(path) : pastUri(this.now, { path, blob });
  }

  pathOf(uri: Uri): string | undefined {
    const path = this.now.pathOf(presentUri(uri));
    const isShown = path !== undefined && this.uriOf(path).toString() === uri.toString();
    return isShown ? path : undefined;
  }

  entryAt(uri: Uri): Entry | undefined {
    const path = this.pathOf(uri);
    return path === undefined ? undefined : this.pipeline.get(path);
  }

  /** The file as it is now that a text of then is of, whatever it is called by now; a file of now is that already. */
  async fileNow(uri: Uri): Promise<Uri> {
    const [present, path] = [presentUri(uri), this.pathOf(uri)];
    if (present === uri || path === undefined || !this.whereNow) return present;
    // Where git can't tell, the name of then is the best that is known.
    this.moved ??= this.whereNow().catch(() => new Map<string, string>());
    const now = (await this.moved).get(path);
    return now === undefined ? present : this.now.uriOf(now);
  }

  /**
   * The text of then of a file; all are read at once when the first is wanted.
   *
   * @throws GitFailed
   */
  async textThen(uri: Uri): Promise<string> {
    const path = this.pathOf(uri);
    this.texts ??= this.readAll();
    return (path === undefined ? undefined : (await this.texts).get(path)) ?? '';
  }

  private async readAll(): Promise<ReadonlyMap<string, string>> {
    const blobs = 'problem' in this.then ? new Map<string, string>() : this.then.blobs;
    const contents = await this.snapshots?.contents(blobs.values());
    return new Map([...blobs].map(([path, blob]) => [path, pastText(contents?.get(blob))]));
  }
}
