import { l10n, ProgressLocation, window, type CancellationToken } from 'vscode';
import type { ForeignTable } from '../actions/ports/tables';

/** To read so many takes about half a second. Who waits longer wants to see what for, and a way to stop it. */
const MANY_ROWS = 2_000;

class Cancelled extends Error {}

/**
 * Does something with a table, with Cancel as soon as many of its rows were read.
 *
 * @param name of the file
 * @param read asks for the rows of the table that it gets, as often as it likes
 * @returns nothing where the person has cancelled it
 */
export async function reading<T>(
  name: string,
  table: ForeignTable,
  read: (table: ForeignTable) => Promise<T>,
): Promise<T | undefined> {
  let rows = 0;
  let token: CancellationToken | undefined;
  const showIt = (shown: CancellationToken) => {
    token = shown;
    return done.catch(() => undefined);
  };
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Reading {0}', name),
    cancellable: true,
  };
  const done = read({
    ...table,
    async *rows() {
      for await (const row of table.rows()) {
        if (++rows === MANY_ROWS) void window.withProgress(options, (_, shown) => showIt(shown));
        if (token?.isCancellationRequested) throw new Cancelled();
        yield row;
      }
    },
  });
  try {
    return await done;
  } catch (cause) {
    if (cause instanceof Cancelled) return undefined;
    throw cause;
  }
}
