import { realpathSync } from 'node:fs';
import type { Address } from '../actions/address';
import { toAddress } from '../files/disk/addresses';
import { isSystemError } from '../files/disk/disk';
import { absolute, type Terminal } from './terminal';

/** A file that a person has named. */
export interface Target {
  /** As it was typed: so it is told. */
  readonly path: string;
  readonly file: Address;
}

/** The files without those that lead to a file that an earlier one leads to: no deal is moved twice at once. */
export function targetsOf(terminal: Terminal, paths: readonly string[]): Target[] {
  const byFile = new Map<string, Target>();
  for (const path of paths) {
    const named = absolute(terminal, path);
    const file = fileOf(named);
    if (!byFile.has(file)) byFile.set(file, { path, file: toAddress(named) });
  }
  return [...byFile.values()];
}

function fileOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return path;
  }
}
