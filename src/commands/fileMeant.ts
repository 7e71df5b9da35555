import { l10n, window, type Uri } from 'vscode';
import { isDealPath } from '../core/pipeline/paths';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { uriOf } from '../files/uris';

/** A file that may be a deal, whether or not it can be read as one. */
export interface MeantFile {
  readonly uri: Uri;
  readonly folder: PipelineFolder;
  /** Below the folder. */
  readonly path: string;
}

/**
 * The one file that a command is about: that of its argument, else the one in front. Where there is none, says so; a window that
 * has just been opened is searched for pipelines first.
 */
export async function fileMeant(
  pipelines: Pipelines,
  args: readonly unknown[],
): Promise<MeantFile | undefined> {
  if (!pipelines.hasSearched) await pipelines.find();
  const uri = uriOf(args[0]) ?? pipelines.inFront.uri;
  const folder = uri && pipelines.folderOf(uri);
  const path = uri && folder?.pathOf(uri);
  if (uri && folder && path !== undefined && isDealPath(path)) return { uri, folder, path };
  void window.showInformationMessage(l10n.t('Open the file of a deal first, or choose one in the view.'));
  return undefined;
}
