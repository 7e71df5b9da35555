import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import type { Entry } from '../../core/deal/entry';
import { toEntry } from '../../core/deal/toEntry';
import type { LateEntry } from '../../core/pipeline/pipeline';
import type { Process } from '../../core/process/process';
import { realPlace, whatIsInTheWay } from './cacheFolder';
import { readText, type Stamp } from './disk';
import { KeepFolder, type KeepLimits } from './keepFolder';
import { keptBytes, KeptFile, type Fresh } from './keptFile';
import type { Begun } from './privateFolder';

/** The build's: another version of the core may read the same file otherwise. */
declare const CORE_VERSION: string;

/** Below this, reading all files takes less time than anybody notices, and nothing is kept. */
const FEWEST = 500;
/** What is kept is written anew when more files than this part of them had to be read: a few are read quickly each time. */
const STALE_SHARE = 0.02;

/** Enough for twenty pipelines of ten thousand deals. */
const LIMITS: KeepLimits = { most: 20, mostBytes: 512 * 2 ** 20, mostBytesOfOne: 256 * 2 ** 20 };

/** Its folder among ours. */
export const ENTRY_KEEP = 'entries';

/**
 * What was read of a pipeline's files the last time, in this user's folder for what can be found out again. A file that is
 * surely as it was then isn't read again. Whatever is foreign, torn or of another version of ours counts for nothing.
 */
export class KeptEntries {
  /** Where the file that is asked for next stands, if none has come or gone. */
  private next = 0;
  private places: ReadonlyMap<string, number> | undefined;
  private readonly now: (Fresh | number)[] = [];
  private anew = 0;

  private before: KeptFile | undefined;

  private constructor(
    private readonly folder: KeepFolder,
    private readonly name: string,
    private readonly key: string,
    private readonly begun: Begun | undefined,
    private readonly readAnew: (path: string) => Entry,
  ) {}

  /**
   * Answers once what was kept is on its way: see `ready`.
   *
   * @param root the pipeline's folder
   * @param cache our folder among the user's for such things
   * @returns nothing where there is no place to keep anything
   */
  static async open(
    root: string,
    process: Process,
    cache: string | undefined,
  ): Promise<KeptEntries | undefined> {
    if (cache === undefined || whatIsInTheWay(cache, root)) return undefined;
    // Processors differ in the order of the bytes of a number.
    const name = hashOf(JSON.stringify([realPlace(root), globalThis.process.arch]));
    const key = hashOf(serialize([CORE_VERSION, process]));
    const folder = new KeepFolder(cache, ENTRY_KEEP, LIMITS);
    const readAnew = (path: string) => toEntry(readText(root, path), process);
    return new KeptEntries(folder, name, key, await folder.begin(name), readAnew);
  }

  /** Has to be waited for before anything is found: until then others can do something that takes its time. */
  async ready(): Promise<void> {
    this.before = KeptFile.read(await this.begun?.bytes, this.key, this.readAnew);
  }

  /**
   * What was read of a file that is still the same.
   *
   * @param stamp none where the file may change unseen
   */
  find(path: string, stamp: Stamp | undefined): LateEntry | undefined {
    const { before } = this;
    const at = this.placeOf(path);
    if (!before || at === undefined || !stamp || !before.isSame(at, stamp)) return undefined;
    this.now.push(at);
    return before.entry(at);
  }

  /** What was read of a file just now, to be found the next time. */
  add(path: string, stamp: Stamp | undefined, entry: Entry): void {
    if (!stamp) return;
    this.anew++;
    this.now.push({ path, stamp, entry });
  }

  /** Keeps what was found and added, where that is worth it. What can't be kept is read again. */
  async write(): Promise<void> {
    const { now, anew } = this;
    if (now.length < FEWEST || anew <= now.length * STALE_SHARE) return;
    await this.folder.write(this.name, await keptBytes(this.key, now, this.before));
  }

  /** All are asked for in the order in which they were kept, but for the few that have come or gone. */
  private placeOf(path: string): number | undefined {
    const paths = this.before?.paths;
    if (!paths) return undefined;
    if (paths[this.next] === path) return this.next++;
    this.places ??= new Map(paths.map((one, at) => [one, at]));
    const at = this.places.get(path);
    if (at !== undefined) this.next = at + 1;
    return at;
  }
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}
