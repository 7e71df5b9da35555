import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Address } from '../../actions/address';
import { folderNamedIn, readRecord, writeRecord, type Recorded } from '../../actions/record';
import type { Unit } from '../../actions/result';
import { isWithin, realPlace } from './cacheFolder';
import { lock, type Lock } from './lock';
import { notUsable, PrivateFolder, type NotUsable } from './privateFolder';

/** More than anybody takes back, and no more than anybody gives away without being asked. */
const MOST = 200;
const MOST_BYTES = 64 * 2 ** 20;
/** An import of some twenty thousand deals. */
const MOST_BYTES_OF_ONE = 32 * 2 ** 20;

/** How long another process may take back something. */
const WAIT_MS = 10_000;

const NAME = /^\d{8}-[0-9a-f]{12}\.json$/;
const NAME_SET_ASIDE = /^\d{8}-[0-9a-f]{12}\.json\.damaged$/;

export interface Kept extends Recorded {
  readonly name: string;
}

/** What should be a record and is none, or leads out of its pipeline. */
export interface Damaged {
  readonly name: string;
  /** Where it is. */
  readonly damaged: string;
}

/**
 * What commands have done, kept so that another process can take it back: each a file of its own, the newest with the
 * highest number. Old ones give way to new ones.
 */
export class UndoRecords {
  private constructor(private readonly folder: PrivateFolder) {}

  /** @param cache the folder of all that we keep */
  static async in(cache: string): Promise<UndoRecords | NotUsable> {
    const around = await PrivateFolder.make(cache);
    if ('why' in around) return around;
    const folder = await PrivateFolder.make(join(cache, 'undo'));
    return 'why' in folder ? folder : new UndoRecords(folder);
  }

  /** Deletes all records. Answers with how many there were, or why they are still there. */
  static async clear(cache: string): Promise<{ readonly commands: number } | NotUsable> {
    const around = await PrivateFolder.find(cache);
    if (!around || 'why' in around) return around ?? { commands: 0 };
    const path = join(cache, 'undo');
    const folder = await PrivateFolder.find(path);
    if (!folder || 'why' in folder) return folder ?? { commands: 0 };
    try {
      const names = await folder.names();
      await folder.removeAll();
      return { commands: names.filter(name => NAME.test(name)).length };
    } catch (cause) {
      return notUsable(cause, path);
    }
  }

  get path(): string {
    return this.folder.path;
  }

  /**
   * Answers with what is kept: without units where they are too long.
   *
   * @throws the system's error where it cannot be written
   */
  async add(record: Recorded): Promise<Kept> {
    const last = (await this.names()).at(-1);
    const number = Number(last?.slice(0, 8) ?? 0) + 1;
    const name = `${String(number).padStart(8, '0')}-${randomBytes(6).toString('hex')}.json`;
    const { kept, text } = toKeep(record);
    await this.folder.write(name, text);
    await this.giveWay();
    return { ...kept, name };
  }

  /**
   * The newest record that is meant. A damaged one is meant too, unless it is plainly of another pipeline: passing over it
   * would take back what was done before it.
   */
  async last(isMeant: (folder: Address) => boolean): Promise<Kept | Damaged | undefined> {
    for (const name of (await this.names()).toReversed()) {
      const text = await this.folder.read(name, MOST_BYTES_OF_ONE);
      const record = text === undefined ? undefined : readRecord(text);
      const folder = record?.folder ?? folderNamedIn(text ?? '');
      if (folder !== undefined && !isMeant(folder)) continue;
      if (record && !leadingOut(record.folder, record.units ?? []).length) return { ...record, name };
      // Another process may have taken it back just now.
      if ((await this.names()).includes(name)) return { name, damaged: join(this.path, name) };
    }
    return undefined;
  }

  /** The other pipelines in which the same command did something that is not taken back. */
  async alsoIn({ command, at, folder }: Kept): Promise<Address[]> {
    const others = new Set<Address>();
    for (const name of await this.names()) {
      const other = readRecord((await this.folder.read(name, MOST_BYTES_OF_ONE)) ?? '');
      if (other?.command === command && other.at === at && other.folder !== folder) others.add(other.folder);
    }
    return [...others];
  }

  /** It is no record any longer, and gives way to new ones as if it were. */
  async setAside({ name }: Damaged): Promise<void> {
    await this.folder.rename(name, `${name}.damaged`);
  }

  /** Waits for the right to take something back, which one process has at a time; none where others keep it. */
  turn(): Promise<Lock | undefined> {
    return lock(join(this.folder.path, 'undo'), WAIT_MS);
  }

  async remove({ name }: Kept): Promise<void> {
    await this.folder.remove(name);
  }

  async replace({ name, ...record }: Kept): Promise<void> {
    await this.folder.write(name, toKeep(record).text);
  }

  private async names(): Promise<string[]> {
    return (await this.folder.names()).filter(name => NAME.test(name));
  }

  private async giveWay(): Promise<void> {
    await this.folder.removeAbandoned();
    const isOurs = (name: string) => NAME.test(name) || NAME_SET_ASIDE.test(name);
    const newestFirst = (await this.folder.names()).filter(isOurs).toReversed();
    const sizes = await Promise.all(newestFirst.map(async name => (await this.folder.sizeOf(name)) ?? 0));
    let bytes = 0;
    for (const [at, name] of newestFirst.entries()) {
      bytes += sizes[at]!;
      if (at >= MOST || bytes > MOST_BYTES) await this.folder.remove(name);
    }
  }
}

/** What is too long is not kept, but that it was done is. */
function toKeep(record: Recorded): { readonly kept: Recorded; readonly text: string } {
  const text = writeRecord(record);
  if (Buffer.byteLength(text) <= MOST_BYTES_OF_ONE) return { kept: record, text };
  const kept = { ...record, units: undefined };
  return { kept, text: writeRecord(kept) };
}

/**
 * The units that lead out of a folder: a link to a folder may lead anywhere. One to a file is written through, as by every
 * command.
 */
export function leadingOut(folder: Address, units: readonly Unit[]): Unit[] {
  const root = realPlace(folder);
  const isOut = (file: Address) => !isWithin(root, realPlace(dirname(file)));
  return units.filter(unit =>
    unit.some(effect => isOut(effect.file) || (effect.kind === 'renamed' && isOut(effect.from))),
  );
}
