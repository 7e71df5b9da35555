import { lostShown } from '../../core/intake/lost';
import { decodeAll } from '../tables/encoding';

/** The text of bytes in any of the common encodings, without its byte order mark: for what is only read, and never written back. */
export function textOf(bytes: Uint8Array): string {
  return lostShown(decodeAll(bytes));
}
