import { join } from 'node:path';
import { PrivateFolder, type Begun } from './privateFolder';

/** How much is kept; what was written longest ago gives way. */
export interface KeepLimits {
  /** How many files. */
  readonly most: number;
  readonly mostBytes: number;
  readonly mostBytesOfOne: number;
}

/** A folder among ours for what is kept only to be found sooner. What can't be kept is found out again: nothing here throws. */
export class KeepFolder {
  /**
   * @param cache our folder among the user's for such things
   * @param name of the folder in it
   */
  constructor(
    private readonly cache: string,
    private readonly name: string,
    private readonly limits: KeepLimits,
  ) {}

  async read(file: string): Promise<Buffer | undefined> {
    return (await this.find())?.readBytes(file, this.limits.mostBytesOfOne);
  }

  /** As of a private folder. */
  async begin(file: string): Promise<Begun | undefined> {
    return (await this.find())?.beginBytes(file, this.limits.mostBytesOfOne);
  }

  private async find(): Promise<PrivateFolder | undefined> {
    const folder = await PrivateFolder.find(join(this.cache, this.name)).catch(() => undefined);
    return folder && !('why' in folder) ? folder : undefined;
  }

  /** @param content a text, or bytes in parts */
  async write(file: string, content: string | readonly Uint8Array[]): Promise<void> {
    await this.writeWhole(file, content).catch(() => undefined);
  }

  private async writeWhole(file: string, content: string | readonly Uint8Array[]): Promise<void> {
    const { most, mostBytes, mostBytesOfOne } = this.limits;
    const around = await PrivateFolder.make(this.cache);
    const folder = 'why' in around ? around : await PrivateFolder.make(join(this.cache, this.name));
    if ('why' in folder) return;
    if (bytesOf(content) > mostBytesOfOne) return folder.remove(file);
    await folder.write(file, content);
    await folder.removeAbandoned();
    await folder.keepNewest(most, mostBytes);
  }
}

function bytesOf(content: string | readonly Uint8Array[]): number {
  return typeof content === 'string'
    ? Buffer.byteLength(content)
    : content.reduce((sum, { length }) => sum + length, 0);
}
