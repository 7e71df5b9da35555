import { l10n, type Uri, workspace, WorkspaceEdit } from 'vscode';
import { error } from '../core/problem';
import { exists } from './exists';
import type { NotDone } from './plan';
import type { Pipelines } from './pipelines';

/** A file of a pipeline, and where it is to be. */
export interface Renaming {
  readonly from: Uri;
  readonly to: Uri;
}

/**
 * Gives files other names, or other folders, in one edit of the editor: what is open stays open, what is not saved stays
 * so, and whoever looks after links is told. Never replaces a file. Answers with those that are still where they were.
 */
export async function renameFiles(
  pipelines: Pipelines,
  renamings: readonly Renaming[],
): Promise<readonly NotDone[]> {
  const notDone: NotDone[] = [];
  const edit = new WorkspaceEdit();
  const asked: Renaming[] = [];
  for (const { from, to } of renamings) {
    if (await exists(to)) {
      const message = l10n.t('A file “{0}” already exists. Nothing was changed.', nameOf(to));
      notDone.push({ uri: from, problem: error('not-possible', message) });
    } else {
      edit.renameFile(from, to, { overwrite: false });
      asked.push({ from, to });
    }
  }
  if (asked.length) await workspace.applyEdit(edit);
  for (const { from, to } of asked) {
    if (await exists(to)) continue;
    const message = l10n.t('Couldn’t move it to “{0}”. Nothing was changed.', nameOf(to));
    notDone.push({ uri: from, problem: error('unwritable', message) });
  }
  await readAgain(
    pipelines,
    asked.flatMap(({ from, to }) => [from, to]),
  );
  return notDone;
}

/** The last part of the path, as it is. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The names in a folder; none where it is not there. */
export async function namesIn(folder: Uri): Promise<string[]> {
  const items: readonly [string, unknown][] = await workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  return items.map(([name]) => name);
}

/** Not when the watcher tells: whoever asked for the change sees it at once. */
async function readAgain(pipelines: Pipelines, uris: readonly Uri[]): Promise<void> {
  for (const folder of pipelines.folders) {
    const paths = uris.filter(uri => pipelines.folderOf(uri) === folder).map(uri => folder.pathOf(uri)!);
    if (paths.length) await folder.update(paths);
  }
}
