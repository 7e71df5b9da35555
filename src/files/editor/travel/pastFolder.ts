import type { Uri } from 'vscode';
import type { PipelineThen } from '../../../actions/changes/pipelineAt';
import type { Entry } from '../../../core/deal/entry';
import { Pipeline } from '../../../core/pipeline/pipeline';
import type { Problem } from '../../../core/problem';
import { PAST_SCHEME, pastUri } from '../points/pastTexts';
import type { PipelineFolder } from '../../pipelineFolder';
import type { ShownFolder } from './shownFolder';

/** A pipeline as it was at a point. What is opened of it is the text of that point, which nobody can change. */
export class PastFolder implements ShownFolder {
  readonly isLoading = false;
  readonly pipeline: Pipeline;

  /** @param then how it was, or why that can't be told */
  constructor(
    readonly now: PipelineFolder,
    private readonly then: PipelineThen | { readonly problem: Problem },
  ) {
    this.pipeline = 'problem' in then ? new Pipeline(now.pipeline.process) : then.pipeline;
  }

  get uri(): Uri {
    return this.now.uri;
  }

  get name(): string {
    return this.now.name;
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

  uriOf(path: string): Uri {
    const blob = 'problem' in this.then ? undefined : this.then.blobs.get(path);
    return blob === undefined ? this.now.uriOf(path) : pastUri(this.now, { path, blob });
  }

  pathOf(uri: Uri): string | undefined {
    const path = this.now.pathOf(
      uri.scheme === PAST_SCHEME ? uri.with({ scheme: this.uri.scheme, query: '' }) : uri,
    );
    const isShown = path !== undefined && this.uriOf(path).toString() === uri.toString();
    return isShown ? path : undefined;
  }

  entryAt(uri: Uri): Entry | undefined {
    const path = this.pathOf(uri);
    return path === undefined ? undefined : this.pipeline.get(path);
  }
}
