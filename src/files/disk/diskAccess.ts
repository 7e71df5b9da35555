import type { Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import type { Listed, Reading } from '../../actions/ports/files';
import { CALLS_FILE } from '../../core/calls/callsFileName';
import type { Process } from '../../core/process/process';
import { PROCESS_FILE } from '../../core/process/processFile';
import type { FileAccess, FoundProcess, ReadFile, SameFile } from '../fileAccess';
import { DISK, inItsTime, type Asking, type Disk } from './asking';
import { cacheFolder } from './cacheFolder';
import { hasStamp, isNoFile, itemsOf, regularFile, stampAt, standsAt, textOf, type Stamp } from './disk';
import { KeptEntries } from './keptEntries';
import { filesOf } from './listFiles';
import { ReadingPace } from './readingPace';

/** Local files, and those that the system shows as such, be their disk quick or slow. */
export class DiskAccess implements FileAccess {
  private readonly pace: ReadingPace;

  /** @param clock in milliseconds */
  constructor(
    private readonly root: string,
    private readonly disk: Disk = DISK,
    clock = () => performance.now(),
  ) {
    this.pace = new ReadingPace(disk, clock);
  }

  /** @param top what is in the folder, where that is known */
  async *list(top?: readonly Dirent[]): AsyncIterable<readonly Listed[]> {
    const folders = [''];
    const next = (): IteratorResult<string, undefined> => {
      const folder = folders.pop();
      return folder === undefined ? { done: true, value: undefined } : { value: folder };
    };
    const lookInto = (folder: string) => this.lookInto(folder, folders, top);
    for await (const found of this.pace.inPortions({ [Symbol.iterator]: () => ({ next }) }, lookInto))
      yield found.flat();
  }

  read(path: string): Promise<ReadFile> {
    return inItsTime(this.file(path), this.disk);
  }

  async readProcess(): Promise<FoundProcess> {
    const [file, calls, items] = await Promise.all([
      inItsTime(this.ifThere(PROCESS_FILE), this.disk),
      inItsTime(this.ifThere(CALLS_FILE), this.disk),
      inItsTime(itemsOf(this.root), this.disk),
    ]);
    const names = (items ?? []).map(({ name }) => name);
    // Of thousands of files, to list them once more takes half as long as to ask for all their stamps.
    return { file, calls, names, files: () => this.list(items) };
  }

  kept(process: Process): Promise<KeptEntries | undefined> {
    return KeptEntries.open(this.root, process, cacheFolder(globalThis.process.env));
  }

  readAll(paths: readonly string[], kept?: KeptEntries): AsyncIterable<readonly (ReadFile | SameFile)[]> {
    return this.pace.inPortions(
      paths,
      path => this.file(path, kept),
      file => !('late' in file),
    );
  }

  async *changed(
    files: Iterable<readonly [path: string, stamp: Stamp | undefined]>,
  ): AsyncIterable<readonly string[]> {
    for await (const paths of this.pace.inPortions(files, file => this.ifChanged(file))) yield paths.flat();
  }

  /** @param folders is given those in it */
  private *lookInto(
    folder: string,
    folders: string[],
    top: readonly Dirent[] | undefined,
  ): Asking<readonly Listed[]> {
    const found = yield* filesOf(this.root, folder, folder === '' ? top : undefined);
    for (const inner of found.folders) folders.push(inner);
    return found.files;
  }

  private file(path: string): Asking<ReadFile>;
  private file(path: string, kept: KeptEntries | undefined): Asking<ReadFile | SameFile>;
  private *file(path: string, kept?: KeptEntries): Asking<ReadFile | SameFile> {
    // Before the text: what is written in between is then found to be a change.
    const stamp = yield* stampAt(this.fileAt(path));
    const late = kept?.find(path, stamp);
    if (late) return { path, stamp, late };
    const read = yield* textOf(this.root, path);
    const isGone = 'problem' in read && (yield* isNoFile(join(this.root, path)));
    return isGone ? { path, gone: true } : { ...read, stamp };
  }

  private *ifThere(name: string): Asking<Reading | undefined> {
    const path = join(this.root, name);
    return (yield* standsAt(path)) ? yield* regularFile(path) : undefined;
  }

  private *ifChanged([path, stamp]: readonly [string, Stamp | undefined]): Asking<readonly string[]> {
    return (yield* hasStamp(this.fileAt(path), stamp)) ? [] : [path];
  }

  /** Of thousands of files; to tidy up each path would take as long as to ask for half a stamp. */
  private fileAt(path: string): string {
    return `${this.root}${sep}${path}`;
  }
}
