import { l10n, window, workspace } from 'vscode';
import { withoutIcons } from '../../core/escape';
import type { PipelineFolder } from '../pipelineFolder';

/** The pipeline that a command is about: the only one, or the one that the person picks. */
export async function pickFolder(
  folders: readonly PipelineFolder[],
  title: string,
): Promise<PipelineFolder | undefined> {
  if (folders.length < 2) return folders[0];
  const rows = folders.map(folder => ({ label: withoutIcons(workspace.asRelativePath(folder.uri)), folder }));
  return (await window.showQuickPick(rows, { title, placeHolder: l10n.t('Which pipeline?') }))?.folder;
}
