import { FoundHomes } from '../actions/homes';
import { TriedFiles } from '../actions/triedFiles';
import type { Workspace } from '../actions/workspace';
import { DiskFiles } from '../files/disk/diskFiles';
import { personAt } from './person';
import { complainOf } from './pipeline';
import type { Target } from './targets';
import type { Terminal } from './terminal';

/** Where a command works: on this machine's disk. Made anew for each command. */
export interface DiskWorkspace extends Workspace {
  readonly homes: FoundHomes;
}

/** @param dryRun whether everything is only tried, and nothing reaches the disk */
export function diskWorkspace(terminal: Terminal, dryRun = false): DiskWorkspace {
  const files = dryRun ? new TriedFiles(new DiskFiles()) : new DiskFiles();
  return { files, homes: new FoundHomes(files), clock: terminal.clock, person: personAt(terminal) };
}

/** Tells once of each process file whose rules don't count: it can't be read, or is called something else. */
export async function complainOfRules(
  terminal: Terminal,
  { homes }: DiskWorkspace,
  targets: readonly Target[],
): Promise<void> {
  const told = new Set<string>();
  for (const { file } of targets) {
    const { folder, process } = await homes.homeOf(file);
    if (told.has(folder)) continue;
    told.add(folder);
    const { problems } = await homes.processIn(folder);
    for (const problem of problems) {
      if (problem.file !== undefined || problem === process.unknownRules)
        complainOf(terminal, folder, problem);
    }
  }
}
