import { FileType, Uri, workspace } from 'vscode';
import { isDealFile, isDealFolder } from '../core/pipeline/paths';
import { error, reasonOf } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { decode } from './decode';
import { listFiles, readText, type FileText, type Listed } from './disk/disk';

/**
 * The way to the files of one folder. Paths are relative to it. Both lists and texts come in portions between which
 * the extension host can do something else.
 */
export interface FileAccess {
  /** Files that may be deals. Throws where the folder itself cannot be listed. */
  list(): AsyncIterable<readonly Listed[]>;
  read(path: string): FileText | Promise<FileText>;
  readAll(paths: readonly string[]): AsyncIterable<readonly FileText[]>;
}

/** After how much reading others have a turn: a slow disk needs long for few, and many need long to be parsed. */
const SLICE_MS = 4;
const SLICE_FILES = 64;

/** In the extension host Node's own file system is about thirty times as fast as the editor's, so local files use it. */
export function accessTo(folder: Uri): FileAccess {
  return folder.scheme === 'file' ? new DiskAccess(folder.fsPath) : new EditorAccess(folder);
}

class DiskAccess implements FileAccess {
  constructor(private readonly root: string) {}

  async *list(): AsyncIterable<readonly Listed[]> {
    for (const files of listFiles(this.root)) {
      yield files;
      await turn();
    }
  }

  read(path: string): FileText {
    return readText(this.root, path);
  }

  async *readAll(paths: readonly string[]): AsyncIterable<readonly FileText[]> {
    let files: FileText[] = [];
    let end = performance.now() + SLICE_MS;
    for (const path of paths) {
      files.push(this.read(path));
      if (files.length < SLICE_FILES && performance.now() < end) continue;
      yield files;
      await turn();
      files = [];
      end = performance.now() + SLICE_MS;
    }
    yield files;
  }
}

/** Remote and virtual folders, through the editor: each call is a message, so many are under way at once. */
class EditorAccess implements FileAccess {
  constructor(private readonly root: Uri) {}

  async *list(): AsyncIterable<readonly Listed[]> {
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      let items: [string, FileType][];
      try {
        items = await workspace.fs.readDirectory(Uri.joinPath(this.root, folder));
      } catch (cause) {
        if (folder === '') throw cause;
        yield [
          { path: folder, problem: error('unreadable', `This folder cannot be read: ${reasonOf(cause)}`) },
        ];
        continue;
      }
      if (folder !== '' && items.some(([name]) => name === PROCESS_FILE)) continue;
      const files: Listed[] = [];
      for (const [name, type] of items) {
        const path = folder ? `${folder}/${name}` : name;
        if (type === FileType.Directory && isDealFolder(name)) folders.push(path);
        else if (!(type & FileType.Directory) && isDealFile(name)) files.push({ path });
      }
      yield files;
    }
  }

  async read(path: string): Promise<FileText> {
    try {
      return { path, ...decode(await workspace.fs.readFile(Uri.joinPath(this.root, path))) };
    } catch (cause) {
      return { path, problem: error('unreadable', `This file cannot be read: ${reasonOf(cause)}`) };
    }
  }

  async *readAll(paths: readonly string[]): AsyncIterable<readonly FileText[]> {
    for (let at = 0; at < paths.length; at += SLICE_FILES) {
      yield await Promise.all(paths.slice(at, at + SLICE_FILES).map(path => this.read(path)));
    }
  }
}

/** Resolves after whatever else is waiting has had its turn. */
function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
