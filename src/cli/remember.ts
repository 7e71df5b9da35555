import { realpathSync } from 'node:fs';
import { pathBelow, type Address } from '../actions/address';
import { recordsOf } from '../actions/record';
import type { Result, Unit } from '../actions/result';
import { toAddress } from '../files/disk/addresses';
import { cacheFolder, isWithin, realPlace } from '../files/disk/cacheFolder';
import { isSystemError } from '../files/disk/disk';
import type { NotUsable } from '../files/disk/privateFolder';
import { UndoRecords } from '../files/disk/undoRecords';
import type { Terminal } from './terminal';
import { sayFile } from '../core/fileSays';

/** The records of what commands have done; or why none can be kept of a pipeline. */
export async function undoRecords(
  { env }: Pick<Terminal, 'env'>,
  pipeline: Address,
): Promise<UndoRecords | NotUsable> {
  const cache = cacheFolder(env);
  const place = realPlace(cache);
  const isInGit = /[/\\]\.git(?:[/\\]|$)/.test(place);
  if (isInGit || isWithin(realPlace(pipeline), place)) {
    return { why: sayFile('cacheInTheWay', { path: cache, ...(!isInGit && { pipeline }) }) };
  }
  return UndoRecords.in(cache);
}

/** Keeps what a command has done for `undo`. Where it cannot be kept, that is for `undo` to tell. */
export async function remember(
  { clock, env }: Pick<Terminal, 'clock' | 'env'>,
  command: string,
  { folders, units }: Pick<Result, 'folders' | 'units'>,
): Promise<void> {
  for (const record of recordsOf({ command, at: clock.now() }, { folders, units })) {
    const { folder } = record;
    const records = await undoRecords({ env }, folder);
    if ('why' in records) return;
    const real = toAddress(realpathSync.native(folder));
    const moved = record.units!.map(unit => unit.map(effect => asReally(effect, folder, real)));
    try {
      await records.add({ ...record, folder: real, units: moved });
    } catch (cause) {
      if (!isSystemError(cause)) throw cause;
    }
  }
}

function asReally<E extends Unit[number]>(effect: E, folder: Address, real: Address): E {
  const at = (file: Address) => `${real}/${pathBelow(folder, file)}`;
  return { ...effect, file: at(effect.file), ...(effect.kind === 'renamed' && { from: at(effect.from) }) };
}
