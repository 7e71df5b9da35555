import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Listed } from '../../actions/ports/files';
import { isDealFile, isDealFolder } from '../../core/pipeline/paths';
import { PROCESS_FILE } from '../../core/process/processFile';
import { ask, atOnce, type Asking } from './asking';
import { leadsElsewhere, unreadable } from './disk';

/** What of a folder isn't listed with it, by paths below it. */
export interface PassedOver {
  /** Links to folders, which aren't followed. */
  readonly links: string[];
  /** Folders with a process of their own. */
  readonly pipelines: string[];
}

/**
 * The files below `root` that may be deals, one folder at a time, so that the caller can pause between two. A folder
 * with a process of its own is a pipeline of its own and left out. Links to files are followed, links to folders are
 * not: they may lead in a circle.
 *
 * @param passed is given what is passed over
 * @param top what is in `root`, where that is known
 * @throws the system's error where `root` itself cannot be listed
 */
export function* listFiles(
  root: string,
  passed: PassedOver = { links: [], pipelines: [] },
  top?: readonly Dirent[],
): Generator<Listed[]> {
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const found = atOnce(filesOf(root, folder, folder === '' ? top : undefined));
    for (const inner of found.folders) folders.push(inner);
    passed.links.push(...found.links);
    if (found.isPipeline) passed.pipelines.push(folder);
    else yield found.files;
  }
}

/** What is in one folder. */
export interface FolderFound {
  readonly files: Listed[];
  /** In which there may be more, as paths below the root. */
  readonly folders: string[];
  /** Links to folders. */
  readonly links: string[];
  /** It is a pipeline of its own, and what is in it is not looked at. */
  readonly isPipeline: boolean;
}

/**
 * What `listFiles` finds in one folder.
 *
 * @param folder its path below `root`, which itself is an empty one
 * @param known what is in it, where that is known
 */
export function* filesOf(root: string, folder: string, known?: readonly Dirent[]): Asking<FolderFound> {
  const found: FolderFound = { files: [], folders: [], links: [], isPipeline: false };
  let items: readonly Dirent[];
  try {
    items = known ?? (yield* ask('items', join(root, folder)));
  } catch (cause) {
    if (folder === '') throw cause;
    found.files.push({ path: folder, problem: unreadable(cause, 'folder') });
    return found;
  }
  if (folder !== '' && items.some(item => item.name === PROCESS_FILE)) return { ...found, isPipeline: true };
  for (const item of items) {
    const path = folder ? `${folder}/${item.name}` : item.name;
    if (item.isDirectory()) {
      if (isDealFolder(item.name)) found.folders.push(path);
    } else if (
      isDealFile(item.name) &&
      (item.isFile() || (item.isSymbolicLink() && !(yield* leadsElsewhere(join(root, path)))))
    ) {
      found.files.push({ path });
    } else if (item.isSymbolicLink() && isDealFolder(item.name) && (yield* leadsToFolder(join(root, path)))) {
      found.links.push(path);
    }
  }
  return found;
}

function* leadsToFolder(path: string): Asking<boolean> {
  try {
    return (yield* ask('kind', path)).isDirectory();
  } catch {
    return false;
  }
}
