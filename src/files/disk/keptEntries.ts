import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Entry } from '../../core/deal/entry';
import type { Process } from '../../core/process/process';
import { turn } from '../turn';
import { realPlace, whatIsInTheWay } from './cacheFolder';
import type { Stamp } from './disk';
import { KeepFolder, type KeepLimits } from './keepFolder';

/** The build's: another version of the core may read the same file otherwise. */
declare const CORE_VERSION: string;

/** Below this, reading all files takes less time than anybody notices, and nothing is kept. */
const FEWEST = 500;
/** Entries that are written and read together: few enough that others can have a turn between two portions. */
const PORTION = 250;
/** What is kept is written anew when more files than this part of them had to be read: a few are read quickly each time. */
const STALE_SHARE = 0.02;

/** Enough for twenty pipelines of ten thousand deals. */
const LIMITS: KeepLimits = { most: 20, mostBytes: 512 * 2 ** 20, mostBytesOfOne: 256 * 2 ** 20 };

/** Its folder among ours. */
export const ENTRY_KEEP = 'entries';

/** A file as it was, and what was read of it. */
type KeptEntry = readonly [path: string, size: number, mtimeMs: number, ctimeMs: number, entry: Entry];

/** How much of the file each portion takes, and the hash of that. */
interface Portioned {
  /** Of what the entries depend on besides the files. */
  readonly key: string;
  readonly portions: readonly (readonly [bytes: number, hash: string])[];
}

/**
 * What was read of a pipeline's files the last time, in this user's folder for what can be found out again. A file that is
 * surely as it was then isn't read again. Whatever is foreign, torn or of another version of ours counts for nothing.
 */
export class KeptEntries {
  private readonly known = new Map<string, KeptEntry>();
  private readonly now: KeptEntry[] = [];
  private anew = 0;

  private constructor(
    private readonly folder: KeepFolder,
    private readonly name: string,
    private readonly key: string,
    private readonly portions: Iterator<readonly KeptEntry[]>,
  ) {}

  /**
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
    // Each version of V8 may write values in its own way.
    const name = hashOf(JSON.stringify([realPlace(root), globalThis.process.versions.v8]));
    const key = hashOf(serialize([CORE_VERSION, process]));
    const folder = new KeepFolder(cache, ENTRY_KEEP, LIMITS);
    return new KeptEntries(folder, name, key, portionsOf(await folder.read(name), key));
  }

  /**
   * What was read of a file that is still the same.
   *
   * @param stamp none where the file may change unseen
   */
  find(path: string, stamp: Stamp | undefined): Entry | undefined {
    // All are asked for in the order in which they were kept, but for the few that have come or gone.
    if (!this.known.has(path))
      for (const one of this.portions.next().value ?? []) this.known.set(one[0], one);
    const kept = this.known.get(path);
    if (!kept || !stamp) return undefined;
    const [, size, mtimeMs, ctimeMs, entry] = kept;
    if (size !== stamp.size || mtimeMs !== stamp.mtimeMs || ctimeMs !== stamp.ctimeMs) return undefined;
    this.now.push(kept);
    return entry;
  }

  /** What was read of a file just now, to be found the next time. */
  add(path: string, stamp: Stamp | undefined, entry: Entry): void {
    if (!stamp) return;
    this.anew++;
    this.now.push([path, stamp.size, stamp.mtimeMs, stamp.ctimeMs, entry]);
  }

  /** Keeps what was found and added, where that is worth it. What can't be kept is read again. */
  async write(): Promise<void> {
    const { now, anew } = this;
    if (now.length < FEWEST || anew <= now.length * STALE_SHARE) return;
    const portions: Buffer[] = [];
    for (let at = 0; at < now.length; at += PORTION) {
      portions.push(serialize(now.slice(at, at + PORTION)));
      await turn();
    }
    const head: Portioned = { key: this.key, portions: portions.map(one => [one.length, hashOf(one)]) };
    await this.folder.write(this.name, Buffer.concat([headLine(head), ...portions]));
  }
}

const headLine = (head: Portioned) => Buffer.from(`${JSON.stringify(head)}\n`);

/** What was kept, a portion at a time; it ends before the first that isn't as it was written. */
function* portionsOf(bytes: Buffer | undefined, key: string): Generator<readonly KeptEntry[], undefined> {
  const end = bytes?.indexOf('\n') ?? -1;
  if (!bytes || end < 0) return;
  const head = headIn(bytes.toString('utf8', 0, end));
  if (head?.key !== key) return;
  let at = end + 1;
  for (const [length, hash] of head.portions) {
    const portion = bytes.subarray(at, (at += length));
    if (hashOf(portion) !== hash) return;
    yield deserialize(portion) as readonly KeptEntry[];
  }
}

function headIn(line: string): Portioned | undefined {
  try {
    return JSON.parse(line) as Portioned;
  } catch {
    return undefined;
  }
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}
