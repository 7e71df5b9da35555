import { type TextDocumentContentProvider, type Uri, workspace } from 'vscode';
import type { FileVersion } from '../../../actions/changes/trails';
import type { SnapshotsOf } from '../../../actions/ports/snapshots';
import { whyGitFailed } from '../../../actions/whyGitFailed';
import { decode } from '../../decode';
import { toAddress } from '../addresses';
import type { PipelineFolder } from '../../pipelineFolder';
import type { Pipelines } from '../../pipelines';
import { sentence } from '../../../words/sentence';

/** Of documents that show a file as it was; read-only, as all that an extension provides. */
export const PAST_SCHEME = 'deal-notes-past';

/** The address of what stood in a file: its place, and the name that git has for the text. */
export function pastUri(folder: PipelineFolder, { path, blob }: FileVersion): Uri {
  return folder.uriOf(path).with({ scheme: PAST_SCHEME, query: blob });
}

/** The file, as it is now, that such a text is of; any other address is that of a file already. */
export function presentUri(uri: Uri): Uri {
  return uri.scheme === PAST_SCHEME ? uri.with({ scheme: 'file', query: '' }) : uri;
}

/** What stood in a file, as it is shown. */
export function pastText(bytes: Uint8Array | undefined): string {
  const read = bytes && decode(bytes);
  return read && 'text' in read ? read.text.replace(/^\uFEFF/, '') : '';
}

/** Texts of the past, from git. A link in a note may lead here too, so only a pipeline's own repository is asked. */
export class PastTexts implements TextDocumentContentProvider {
  constructor(
    private readonly pipelines: Pipelines,
    private readonly snapshotsOf: SnapshotsOf,
  ) {}

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const folder = this.pipelines.folderOf(presentUri(uri));
    const blob = uri.query;
    if (!folder || !workspace.isTrusted || !/^[0-9a-f]{40,64}$/.test(blob)) return '';
    try {
      const snapshots = await this.snapshotsOf(toAddress(folder.uri));
      return pastText((await snapshots?.contents([blob]))?.get(blob));
    } catch (cause) {
      return sentence(whyGitFailed(cause));
    }
  }
}
