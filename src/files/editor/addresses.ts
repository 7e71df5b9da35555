import { Uri } from 'vscode';
import type { Address } from '../../actions/address';

/** A file of the editor as an address; a local one has the same as on the command line. */
export function toAddress({ scheme, authority, path, fsPath }: Uri): Address {
  if (scheme !== 'file') return `${scheme}://${authority}${path}`;
  // Windows alone has paths that do not begin with a slash, and knows them with either kind of slash.
  return fsPath.startsWith('/') ? fsPath : fsPath.replaceAll('\\', '/');
}

/** The file that an address is of. */
export function toUri(file: Address): Uri {
  const [, scheme, authority, path] = /^([a-z][a-z\d+.-]+):\/\/([^/]*)(\/.*)$/is.exec(file) ?? [];
  return scheme === undefined ? Uri.file(file) : Uri.from({ scheme, authority: authority!, path: path! });
}
