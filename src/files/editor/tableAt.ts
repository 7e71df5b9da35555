import { workspace, type Uri } from 'vscode';
import { TableFailed, type ForeignTable } from '../../actions/ports/tables';
import { tableFile } from '../disk/tableFile';
import { tableOf } from '../tables/tableOf';
import { whyUnreadable } from '../whyUnreadable';

/**
 * The table in a file, wherever the editor has it. One on this computer's disk is read piece by piece.
 *
 * @throws TableFailed where there is no such file
 */
export function tableAt(uri: Uri): ForeignTable {
  if (uri.scheme === 'file') return tableFile(uri.fsPath);
  return tableOf(uri.path.split('/').at(-1)!, () => bytesAt(uri));
}

async function* bytesAt(uri: Uri): AsyncIterable<Uint8Array> {
  try {
    yield await workspace.fs.readFile(uri);
  } catch (cause) {
    throw new TableFailed(whyUnreadable(cause).says);
  }
}
