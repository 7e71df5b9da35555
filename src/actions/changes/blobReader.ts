import type { Deal } from '../../core/deal/deal';
import { dealOf, type Entry } from '../../core/deal/entry';
import type { FileSeen } from '../../core/changes/fileSeen';
import { toEntry, type FileText } from '../../core/deal/toEntry';
import type { Process } from '../../core/process/process';
import type { BlobName, Snapshots } from '../ports/snapshots';
import type { FileVersion } from './trails';

/** What bytes that stood in a file say as a text; or why they say nothing. */
export type AsText = (path: string, bytes: Uint8Array) => FileText;

/** Reads files of the past as deals, each once, so that what has not changed is the same object at both points. */
export class BlobReader {
  private readonly bytes = new Map<BlobName, Uint8Array>();
  private readonly read = new Map<string, FileSeen>();
  private readNow: (version: FileVersion) => Entry | undefined = () => undefined;

  constructor(
    private readonly snapshots: Snapshots,
    private readonly process: Process,
    private readonly asText: AsText,
  ) {}

  /**
   * Fetches what is asked for afterwards, in one go.
   *
   * @throws GitFailed
   */
  async fetch(blobs: Iterable<BlobName>): Promise<void> {
    const missing = [...blobs].filter(blob => !this.bytes.has(blob));
    for (const [blob, bytes] of await this.snapshots.contents(missing)) this.bytes.set(blob, bytes);
  }

  /** Of a file whose contents were fetched. */
  file({ path, blob }: FileVersion): FileText {
    return this.asText(path, this.bytes.get(blob)!);
  }

  /** The same as what it is in a pipeline. */
  seen(version: FileVersion): FileSeen {
    const key = `${version.blob} ${version.path}`;
    let seen = this.read.get(key);
    if (!seen) {
      const file = this.file(version);
      seen = { entry: toEntry(file, this.process), text: 'text' in file ? file.text : '' };
      this.read.set(key, seen);
    }
    return seen;
  }

  /** @param readNow what was read of a file as it is now, where that is this version of it */
  knowNow(readNow: (version: FileVersion) => Entry | undefined): void {
    this.readNow = readNow;
  }

  entry(version: FileVersion): Entry {
    return this.readNow(version) ?? this.seen(version).entry;
  }

  deal(version: FileVersion | undefined): Deal | undefined {
    return version && dealOf(this.entry(version));
  }
}
