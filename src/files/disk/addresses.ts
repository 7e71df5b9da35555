import { sep } from 'node:path';
import type { Address } from '../../actions/address';

/** An absolute path of this machine as an address. Windows knows it with either kind of slash. */
export function toAddress(path: string): Address {
  return path.split(sep).join('/');
}
