import { l10n, window, workspace } from 'vscode';
import { withoutIcons } from '../core/escape';
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
  if (own || folders.length < 2) return own ?? folders[0];
  const rows = folders.map(folder => ({ label: withoutIcons(workspace.asRelativePath(folder.uri)), folder }));
  return (await window.showQuickPick(rows, { title, placeHolder: l10n.t('Which pipeline?') }))?.folder;
}

type PipelinesThere = Pick<Pipelines, 'folders' | 'inFront' | 'folderOf'>;
