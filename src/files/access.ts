import { join } from 'node:path';
import { FileType, Uri, workspace } from 'vscode';
import type { FileText } from '../core/deal/toEntry';
import { isDealFile, isDealFolder } from '../core/pipeline/paths';
import { error, reasonOf } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { decode } from './decode';
import { hasStamp, isGone, listFiles, readText, stampOf, type Listed, type Stamp } from './disk/disk';
import { isFile } from './exists';

/** A file as it was read, or that it is not there. */
export type Reading = (FileText & { readonly stamp?: Stamp | undefined }) | Gone;

export interface Gone {
  readonly path: string;
  readonly gone: true;
}

/**
 * The way to the files of one folder. Paths are relative to it. Both lists and texts come in portions between which
 * the extension host can do something else.
 */
export interface FileAccess {
  /** Files that may be deals. Throws where the folder itself cannot be listed. */
  list(): AsyncIterable<readonly Listed[]>;
  read(path: string): Reading | Promise<Reading>;
  readAll(paths: readonly string[]): AsyncIterable<readonly Reading[]>;
  /** Those of the files that may be others than they were when they were read, where that can be told cheaply. */
  changed(
    files: Iterable<readonly [path: string, stamp: Stamp | undefined]>,
  ): AsyncIterable<readonly string[]>;
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

  read(path: string): Reading {
    const file = join(this.root, path);
    // Before the text: what is written in between is then found to be a change.
    const stamp = stampOf(file);
    const read = readText(this.root, path);
    return 'problem' in read && isGone(file) ? { path, gone: true } : { ...read, stamp };
  }

  readAll(paths: readonly string[]): AsyncIterable<readonly Reading[]> {
    return inSlices(paths, path => this.read(path));
  }

  async *changed(
    files: Iterable<readonly [path: string, stamp: Stamp | undefined]>,
  ): AsyncIterable<readonly string[]> {
    const ifChanged = ([path, stamp]: readonly [string, Stamp | undefined]) =>
      hasStamp(join(this.root, path), stamp) ? [] : [path];
    for await (const paths of inSlices(files, ifChanged)) yield paths.flat();
  }
}

/** What is made of each item, in portions between which others have a turn. */
async function* inSlices<T, R>(items: Iterable<T>, make: (item: T) => R): AsyncIterable<readonly R[]> {
  let made: R[] = [];
  let end = performance.now() + SLICE_MS;
  for (const item of items) {
    made.push(make(item));
    if (made.length < SLICE_FILES && performance.now() < end) continue;
    yield made;
    await turn();
    made = [];
    end = performance.now() + SLICE_MS;
  }
  yield made;
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

  async read(path: string): Promise<Reading> {
    const uri = Uri.joinPath(this.root, path);
    try {
      return { path, ...decode(await workspace.fs.readFile(uri)) };
    } catch (cause) {
      if (!(await isFile(uri))) return { path, gone: true };
      return { path, problem: error('unreadable', `This file cannot be read: ${reasonOf(cause)}`) };
    }
  }

  async *readAll(paths: readonly string[]): AsyncIterable<readonly Reading[]> {
    for (let at = 0; at < paths.length; at += SLICE_FILES) {
      yield await Promise.all(paths.slice(at, at + SLICE_FILES).map(path => this.read(path)));
    }
  }

  /** To ask for the stamps would take as long as to read the files. */
  async *changed(): AsyncIterable<readonly string[]> {}
}

/** Resolves after whatever else is waiting has had its turn. */
function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
