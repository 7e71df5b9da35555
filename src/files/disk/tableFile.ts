import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { TableFailed, type ForeignTable } from '../../actions/ports/tables';
import { sayFile } from '../../core/fileSays';
import { tableOf } from '../tables/tableOf';
import { isSystemError, unreadable } from './disk';

/**
 * The table in a file on this machine's disk, which is read piece by piece.
 *
 * @throws TableFailed where there is no such file
 */
export function tableFile(path: string): ForeignTable {
  try {
    const kind = statSync(path);
    if (kind.isDirectory()) throw new TableFailed(sayFile('notAFile'));
    if (!kind.isFile()) throw new TableFailed(sayFile('notRegular'));
  } catch (cause) {
    throw isSystemError(cause) ? new TableFailed(unreadable(cause, 'file').says) : cause;
  }
  return tableOf(basename(path), () => chunksOf(path));
}

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw isSystemError(cause) ? new TableFailed(unreadable(cause, 'file').says) : cause;
  }
}

/** The table in bytes that have no file, such as those of standard input: by its first sign it is JSON. */
export function tableIn(bytes: Uint8Array): ForeignTable {
  const start = String.fromCharCode(...bytes.subarray(0, 100));
  return tableOf(/^[^\w"]*[[{]/.test(start) ? 'deals.json' : 'deals.csv', async function* () {
    yield bytes;
  });
}
