import { FileType, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { PROCESS_FILE } from '../core/process/processFile';
import { SETTINGS } from '../ids';
import { isFolder } from './exists';

/** Bounds for the search in a workspace that is not about deals at all. */
const MAX_DEPTH = 4;
const MAX_FOLDERS = 2000;

/** The folder that the setting names, whether it is there or not. */
export function namedFolder(root: Uri): Uri | undefined {
  const name = workspace.getConfiguration(SETTINGS.section, root).get<string>(SETTINGS.folder, '').trim();
  if (!name) return undefined;
  const uri = Uri.joinPath(root, name);
  // A setting may come from the workspace's own files: it leads nowhere else.
  const isWithin = uri.path === root.path || uri.path.startsWith(`${root.path.replace(/\/$/, '')}/`);
  return isWithin ? uri : undefined;
}

/** The folder that the setting names, if it is there. */
export async function settingsFolder(root: WorkspaceFolder): Promise<Uri | undefined> {
  const uri = namedFolder(root.uri);
  return uri && (await isFolder(uri)) ? uri : undefined;
}

/**
 * The folders of a workspace folder that hold a `sales-process.yaml`, the outer ones first. Walks by itself: the
 * editor's own search depends on a program that is not everywhere.
 */
export async function* processFolders(root: Uri): AsyncIterable<Uri> {
  let level = [root];
  let budget = MAX_FOLDERS;
  for (let depth = 0; depth <= MAX_DEPTH && level.length && budget > 0; depth++) {
    const next: Uri[] = [];
    for (const folder of level.slice(0, budget)) {
      const items = await workspace.fs.readDirectory(folder).then(
        found => found,
        () => [],
      );
      if (items.some(([name, type]) => name === PROCESS_FILE && type & FileType.File)) yield folder;
      for (const [name, type] of items) {
        if (type === FileType.Directory && !/^[._]|^node_modules$/.test(name))
          next.push(Uri.joinPath(folder, name));
      }
    }
    budget -= level.length;
    level = next;
  }
}
