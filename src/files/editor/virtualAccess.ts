import { FileType, Uri, workspace } from 'vscode';
import { CALLS_FILE } from '../../core/calls/callsFileName';
import { isDealFile, isDealFolder } from '../../core/pipeline/paths';
import { error } from '../../core/problem';
import { PROCESS_FILE } from '../../core/process/processFile';
import { decode } from '../decode';
import type { Listed } from '../../actions/ports/files';
import { exists, isFile } from '../exists';
import { SLICE_FILES, type FileAccess, type FoundProcess, type ReadFile } from '../fileAccess';
import { readBytes } from './readBytes';
import { sayFile, systemReason } from '../../core/fileSays';

/** Remote and virtual folders, through the editor: each call is a message, so many are under way at once. */
export class VirtualAccess implements FileAccess {
  constructor(private readonly root: Uri) {}

  /** @param top what is in the folder, where that is known */
  async *list(top?: readonly [string, FileType][]): AsyncIterable<readonly Listed[]> {
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      let items: readonly [string, FileType][];
      try {
        const known = folder === '' ? top : undefined;
        items = known ?? (await workspace.fs.readDirectory(Uri.joinPath(this.root, folder)));
      } catch (cause) {
        if (folder === '') throw cause;
        const says = sayFile('unreadable', { what: 'folder', reason: systemReason(cause) });
        yield [{ path: folder, problem: error('unreadable', says) }];
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

  async read(path: string): Promise<ReadFile> {
    const uri = Uri.joinPath(this.root, path);
    try {
      return { path, ...decode(await workspace.fs.readFile(uri)) };
    } catch (cause) {
      if (!(await isFile(uri))) return { path, gone: true };
      const says = sayFile('unreadable', { what: 'file', reason: systemReason(cause) });
      return { path, problem: error('unreadable', says) };
    }
  }

  async readProcess(): Promise<FoundProcess> {
    const read = async (name: string) => {
      const uri = Uri.joinPath(this.root, name);
      return (await exists(uri)) ? readBytes(uri) : undefined;
    };
    const [file, calls, items] = await Promise.all([
      read(PROCESS_FILE),
      read(CALLS_FILE),
      Promise.resolve(workspace.fs.readDirectory(this.root)).catch(() => undefined),
    ]);
    return { file, calls, names: (items ?? []).map(([name]) => name), files: () => this.list(items) };
  }

  /** As with `changed`: there are no stamps by which it would be known what is still the same. */
  kept(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async *readAll(paths: readonly string[]): AsyncIterable<readonly ReadFile[]> {
    for (let at = 0; at < paths.length; at += SLICE_FILES) {
      yield await Promise.all(paths.slice(at, at + SLICE_FILES).map(path => this.read(path)));
    }
  }

  /** To ask for the stamps would take as long as to read the files. */
  async *changed(): AsyncIterable<readonly string[]> {}
}
