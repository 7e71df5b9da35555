import { folderOf, type Address } from './address';
import type { Files } from './ports/files';

/** The folders that come with new files, so that they can go with them. To be asked before the files are made. */
export class MadeFolders {
  private readonly byFolder = new Map<Address, number>();

  constructor(private readonly files: Pick<Files, 'exists'>) {}

  /** How many of the folders around a file aren't there yet, or weren't when its first file was made; as a part of an effect. */
  async around(file: Address): Promise<{ readonly madeFolders?: number }> {
    const folder = folderOf(file);
    if (folder === undefined) return {};
    const madeFolders = this.byFolder.get(folder) ?? (await this.missing(folder));
    this.byFolder.set(folder, madeFolders);
    return madeFolders ? { madeFolders } : {};
  }

  private async missing(folder: Address): Promise<number> {
    let count = 0;
    for (let at: Address | undefined = folder; at !== undefined; at = folderOf(at)) {
      if (await this.files.exists(at)) break;
      count++;
    }
    return count;
  }
}
