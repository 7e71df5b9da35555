import { CALLS_FILE } from '../core/calls/callsFileName';
import { callsFromFile } from '../core/calls/readCalls';
import { attention, readDeal } from '../core/deal/readDeal';
import { Pipeline } from '../core/pipeline/pipeline';
import { ARCHIVE } from '../core/pipeline/archive';
import { misnamedAmong, processFound, type ProcessOfFolder } from '../core/process/misnamed';
import { PROCESS_FILE } from '../core/process/processFile';
import { addressIn, folderOf, nameOf, type Address } from './address';
import type { Files, Reading } from './ports/files';
import type { Home, Homes } from './ports/homes';

/** The folder that holds the deals of who has not named another. */
export const DEFAULT_FOLDER = 'deals';

/**
 * Finds pipelines by looking at the files: the folder of the nearest process file upwards. Where there is none, the
 * built-in process counts, in the nearest folder upwards that is called `deals`, else in that of the file. Reads each
 * process once: made anew for each command.
 */
export class FoundHomes implements Homes {
  private readonly read = new Map<Address, Promise<ProcessOfFolder>>();

  constructor(private readonly files: Files) {}

  async homeOf(file: Address): Promise<Home> {
    const own = folderOf(file) ?? file;
    for (let folder: Address | undefined = own; folder !== undefined; folder = folderOf(folder)) {
      if (await this.files.exists(addressIn(folder, PROCESS_FILE)))
        return { folder, process: (await this.processIn(folder)).process };
    }
    const folder = withoutProcess(own);
    return { folder, process: (await this.processIn(folder)).process };
  }

  /** The process of a pipeline's folder, and what is wrong in its file. */
  processIn(folder: Address): Promise<ProcessOfFolder> {
    const known = this.read.get(folder) ?? this.readProcess(folder);
    this.read.set(folder, known);
    return known;
  }

  async open(folder: Address): Promise<Pipeline> {
    const { process } = await this.processIn(folder);
    const pipeline = new Pipeline(process);
    pipeline.calls = callsFromFile(await this.readIn(folder, CALLS_FILE), process).calls;
    for (const listed of await this.files.list(folder)) {
      const { path } = listed;
      const read = 'problem' in listed ? listed : await this.files.read(addressIn(folder, path));
      pipeline.set('text' in read ? readDeal(path, read.text, process) : attention(path, read.problem));
    }
    return pipeline;
  }

  private async readIn(folder: Address, name: string): Promise<Reading | undefined> {
    const file = addressIn(folder, name);
    return (await this.files.exists(file)) ? this.files.read(file) : undefined;
  }

  private async readProcess(folder: Address): Promise<ProcessOfFolder> {
    const read = await this.readIn(folder, PROCESS_FILE);
    const names = [await this.files.namesIn(folder)];
    for (let up = folderOf(folder); up !== undefined && !read; up = folderOf(up))
      names.push(await this.files.namesIn(up));
    return processFound({ file: read, misnamed: misnamedAmong(names, read !== undefined) });
  }
}

function withoutProcess(own: Address): Address {
  for (let folder: Address | undefined = own; folder !== undefined; folder = folderOf(folder)) {
    const outer = folderOf(folder);
    // `deals/deals` is a part of the pipeline around it, whatever it is called.
    if (nameOf(folder) === DEFAULT_FOLDER && !(outer && nameOf(outer) === DEFAULT_FOLDER)) return folder;
  }
  return nameOf(own) === ARCHIVE ? (folderOf(own) ?? own) : own;
}
