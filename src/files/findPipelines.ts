import { readdir } from 'node:fs/promises';
import { FileType, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { isDealFolder } from '../core/pipeline/paths';
import { PROCESS_FILE } from '../core/process/processFile';
import { SETTINGS } from '../ids';
import { exists, isFolder } from './exists';

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

/** The folder that the setting names, if it is there and its deals are not those of a pipeline around it. */
export async function settingsFolder(root: WorkspaceFolder): Promise<Uri | undefined> {
  const uri = namedFolder(root.uri);
  return uri && (await isFolder(uri)) && !(await isWithinPipeline(root.uri, uri)) ? uri : undefined;
}

/** Whether a folder without a process has one above it: else each deal in it would be in two pipelines. */
async function isWithinPipeline(root: Uri, folder: Uri): Promise<boolean> {
  const hasProcess = (at: Uri) => exists(Uri.joinPath(at, PROCESS_FILE));
  if (await hasProcess(folder)) return false;
  const names = folder.path.slice(root.path.length).split('/').filter(Boolean);
  for (let k = 0; k < names.length; k++) {
    if (await hasProcess(Uri.joinPath(root, ...names.slice(0, k)))) return true;
  }
  return false;
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
      const { files, folders } = await namesIn(folder).catch((): Names => ({ files: [], folders: [] }));
      if (files.includes(PROCESS_FILE)) yield folder;
      for (const name of folders) {
        if (isDealFolder(name)) next.push(Uri.joinPath(folder, name));
      }
    }
    budget -= level.length;
    level = next;
  }
}

interface Names {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Links are files here, as they are not followed to folders. */
async function namesIn(folder: Uri): Promise<Names> {
  if (folder.scheme !== 'file') {
    const items = await workspace.fs.readDirectory(folder);
    return byKind(
      items,
      ([, type]) => type === FileType.Directory,
      ([name]) => name,
    );
  }
  // Through the editor, this takes seconds in a workspace of two thousand folders.
  const items = await readdir(folder.fsPath, { withFileTypes: true });
  return byKind(
    items,
    item => item.isDirectory(),
    ({ name }) => name,
  );
}

function byKind<T>(items: readonly T[], isFolder: (item: T) => boolean, nameOf: (item: T) => string): Names {
  return {
    files: items.filter(item => !isFolder(item)).map(nameOf),
    folders: items.filter(isFolder).map(nameOf),
  };
}
