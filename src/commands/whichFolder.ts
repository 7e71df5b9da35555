import { l10n, window } from 'vscode';
import { pickFolder } from '../files/editor/pickFolder';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';

/** The pipeline that a command is about: that of the file in front, the only one, or the one that the person picks. */
export async function whichFolder(
  pipelines: PipelinesThere,
  title: string,
): Promise<PipelineFolder | undefined> {
  const { folders, inFront } = pipelines;
  if (!folders.length) void window.showInformationMessage(l10n.t('There is no pipeline in this window yet.'));
  const own = inFront.uri && pipelines.folderOf(inFront.uri);
  return own ?? pickFolder(folders, title);
}

type PipelinesThere = Pick<Pipelines, 'folders' | 'inFront' | 'folderOf'>;
