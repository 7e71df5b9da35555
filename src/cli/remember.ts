import { realpathSync } from 'node:fs';
import { pathBelow, type Address } from '../actions/address';
import { recordsOf, type Recorded } from '../actions/record';
import type { Result, Unit } from '../actions/result';
import { toAddress } from '../files/disk/addresses';
import { cacheFolder, whatIsInTheWay } from '../files/disk/cacheFolder';
import { notUsable, type NotUsable } from '../files/disk/privateFolder';
import { leadingOut, UndoRecords } from '../files/disk/undoRecords';
import { sayFile } from '../core/fileSays';
import { sentence } from '../words/sentence';
import { complain } from './output';
import type { Terminal } from './terminal';

/** The records of what commands have done; or why none can be kept of a pipeline. */
export async function undoRecords(
  { env }: Pick<Terminal, 'env'>,
  pipeline: Address,
): Promise<UndoRecords | NotUsable> {
  const cache = cacheFolder(env);
  if (cache === undefined) return { why: sayFile('noHome') };
  const isInTheWay = whatIsInTheWay(cache, pipeline);
  if (isInTheWay) {
    return {
      why: sayFile('cacheInTheWay', { path: cache, ...(isInTheWay === 'pipeline' && { pipeline }) }),
    };
  }
  return UndoRecords.in(cache);
}

/** Keeps what a command has done for `undo`, and tells where it cannot. */
export async function remember(
  terminal: Pick<Terminal, 'clock' | 'env' | 'err'>,
  command: string,
  { folders, units }: Pick<Result, 'folders' | 'units'>,
): Promise<void> {
  const reasons = new Set<string>();
  for (const record of recordsOf({ command, at: terminal.clock.now() }, { folders, units })) {
    const lost = await keep(terminal, record);
    if (lost) reasons.add(sentence(lost.why));
  }
  for (const why of reasons) complain(terminal, `This can’t be undone with deal-notes undo: ${why}`);
}

/** @returns why it cannot be taken back */
async function keep(terminal: Pick<Terminal, 'env'>, record: Recorded): Promise<NotUsable | undefined> {
  const { folder } = record;
  const records = await undoRecords(terminal, folder);
  if ('why' in records) return records;
  try {
    const real = toAddress(realpathSync.native(folder));
    const moved = record.units!.map(unit => unit.map(effect => asReally(effect, folder, real)));
    const out = new Set(leadingOut(real, moved));
    const within = moved.filter(unit => !out.has(unit));
    const [lost] = out;
    const { units } = await records.add({
      ...{ ...record, folder: real },
      ...(within.length ? { units: within } : { units: undefined, outside: true }),
    });
    if (lost) return { why: sayFile('outsideToUndo', { path: pathBelow(real, lost[0]!.file)! }) };
    return units ? undefined : { why: sayFile('tooLargeToUndo') };
  } catch (cause) {
    return notUsable(cause, records.path);
  }
}

function asReally<E extends Unit[number]>(effect: E, folder: Address, real: Address): E {
  const at = (file: Address) => `${real}/${pathBelow(folder, file)}`;
  return { ...effect, file: at(effect.file), ...(effect.kind === 'renamed' && { from: at(effect.from) }) };
}
