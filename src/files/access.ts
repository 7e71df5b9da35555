import type { Listed } from '../actions/ports/files';
import { join, sep } from 'node:path';
import type { Uri } from 'vscode';
import type { Process } from '../core/process/process';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { PROCESS_FILE } from '../core/process/processFile';
import {
  hasStamp,
  isGone,
  isThere,
  listFiles,
  namesIn,
  readRegularFile,
  readText,
  stampOf,
  type Stamp,
} from './disk/disk';
import { cacheFolder } from './disk/cacheFolder';
import { KeptEntries } from './disk/keptEntries';
import { VirtualAccess } from './editor/virtualAccess';
import { SLICE_FILES, type FileAccess, type FoundProcess, type ReadFile, type SameFile } from './fileAccess';
import { turn } from './turn';

/** After how much reading others have a turn: many files need long to be parsed. */
const SLICE_MS = 4;

/** In the extension host Node's own file system is about thirty times as fast as the editor's, so local files use it. */
export function accessTo(folder: Uri): FileAccess {
  return folder.scheme === 'file' ? new DiskAccess(folder.fsPath) : new VirtualAccess(folder);
}

class DiskAccess implements FileAccess {
  constructor(private readonly root: string) {}

  async *list(): AsyncIterable<readonly Listed[]> {
    for (const files of listFiles(this.root)) {
      yield files;
      await turn();
    }
  }

  /** @param stamp from before the text is read: what is written in between is then found to be a change */
  read(path: string, stamp = stampOf(this.fileAt(path))): ReadFile {
    const file = join(this.root, path);
    const read = readText(this.root, path);
    return 'problem' in read && isGone(file) ? { path, gone: true } : { ...read, stamp };
  }

  readProcess(): FoundProcess {
    const [file, calls] = [PROCESS_FILE, CALLS_FILE].map(name => {
      const path = join(this.root, name);
      return isThere(path) ? readRegularFile(path) : undefined;
    });
    return { file, calls, names: namesIn(this.root) };
  }

  kept(process: Process): Promise<KeptEntries | undefined> {
    return KeptEntries.open(this.root, process, cacheFolder(globalThis.process.env));
  }

  readAll(paths: readonly string[], kept?: KeptEntries): AsyncIterable<readonly (ReadFile | SameFile)[]> {
    const read = (path: string) => {
      const stamp = stampOf(this.fileAt(path));
      const late = kept?.find(path, stamp);
      return late ? { path, stamp, late } : this.read(path, stamp);
    };
    return inSlices(paths, read, file => !('late' in file));
  }

  async *changed(
    files: Iterable<readonly [path: string, stamp: Stamp | undefined]>,
  ): AsyncIterable<readonly string[]> {
    const ifChanged = ([path, stamp]: readonly [string, Stamp | undefined]) =>
      hasStamp(this.fileAt(path), stamp) ? [] : [path];
    for await (const paths of inSlices(files, ifChanged)) yield paths.flat();
  }

  /** Of thousands of files; to tidy up each path would take as long as to ask for half a stamp. */
  private fileAt(path: string): string {
    return `${this.root}${sep}${path}`;
  }
}

/**
 * What is made of each item, in portions between which others have a turn.
 *
 * @param isMuch whether more is to be done with it
 */
async function* inSlices<T, R>(
  items: Iterable<T>,
  make: (item: T) => R,
  isMuch: (made: R) => boolean = () => false,
): AsyncIterable<readonly R[]> {
  let made: R[] = [];
  let much = 0;
  let end = performance.now() + SLICE_MS;
  for (const item of items) {
    const one = make(item);
    made.push(one);
    if (isMuch(one)) much++;
    if (much < SLICE_FILES && performance.now() < end) continue;
    yield made;
    await turn();
    made = [];
    much = 0;
    end = performance.now() + SLICE_MS;
  }
  yield made;
}
