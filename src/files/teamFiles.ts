import { Uri, workspace } from 'vscode';
import type { Reading } from '../actions/ports/files';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { isMisnamedCalls, misnamedCallsAmong } from '../core/calls/misnamed';
import { isMisnamed, misnamedAmong, type ProcessFiles } from '../core/process/misnamed';
import type { ProcessProblem } from '../core/process/process';
import { PROCESS_FILE } from '../core/process/processFile';
import { accessTo } from './access';
import type { FoundProcess } from './fileAccess';
import { asInEditor, unsavedIn, type PathsBelow } from './unsaved';

/** All that the team says in files that are no deals. */
export interface TeamFiles extends ProcessFiles {
  readonly calls: Reading | undefined;
  readonly misnamedCalls: readonly ProcessProblem[];
}

/** Whether a file, by its path in the folder, is the process, or meant to be, or holds the forecast calls. */
export function isTeamFile(path: string): boolean {
  return (
    path === PROCESS_FILE || path === CALLS_FILE || isMisnamed(path, false) || isMisnamedCalls(path, false)
  );
}

/** What there is of a process and of calls, in the editor or else on disk. */
export async function teamFiles(
  folder: PathsBelow & { readonly uri: Uri },
  { file: onDisk, calls, names }: FoundProcess,
): Promise<TeamFiles> {
  const unsaved = unsavedIn(folder);
  const asShown = (path: string, read: Reading | undefined) => {
    const shown = asInEditor(read ? { path, ...read } : { path, gone: true }, unsaved);
    if ('gone' in shown) return undefined;
    return 'problem' in shown ? { problem: shown.problem } : { text: shown.text };
  };
  const file = asShown(PROCESS_FILE, onDisk);
  const folders = file ? [names] : [names, ...(await namesAbove(folder.uri))];
  const shownCalls = asShown(CALLS_FILE, calls);
  return {
    file,
    misnamed: misnamedAmong(folders, file !== undefined),
    calls: shownCalls,
    misnamedCalls: misnamedCallsAmong(names, shownCalls !== undefined),
  };
}

/** The names in the folders around one, as far as the workspace goes. */
async function namesAbove(folder: Uri): Promise<(readonly string[])[]> {
  const folders: (readonly string[])[] = [];
  const top = workspace.getWorkspaceFolder(folder)?.uri.path.replace(/(.)\/$/, '$1');
  for (let uri = folder; top !== undefined && uri.path.length > top.length;) {
    uri = Uri.joinPath(uri, '..');
    folders.push((await accessTo(uri).readProcess()).names);
  }
  return folders;
}
