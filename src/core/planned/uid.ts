import { asId } from './planned';

/**
 * What tells a pipeline from others whose days stand in the same calendar: its folder's name and that of the folder above, since most
 * pipelines are called `deals`. Folders further up may be others on another computer.
 *
 * @param path of the folder, by any system's signs
 */
export function placeOf(path: string): readonly string[] {
  const names = path.split(/[/\\]/).filter(name => name && !/^[a-z]:$/i.test(name));
  // Some systems write an accent as a character of its own.
  return names.slice(-2).map(name => name.normalize('NFC'));
}

/** The id of a thing in calendars, 43 characters whatever it is of: longer ones than 255 aren't kept whole by all. Source: RFC 7986, 5.3. */
export function uidOf(id: string, place: readonly string[]): string {
  return `${hashOf(`${id}:${asId(place)}`)}@deal-notes`;
}

const PRIME = 0x1000000000000000000013bn;
const OFFSET = 0x6c62272e07bb014262b821756295c58dn;

/** 128 bits, so that no two of a calendar are alike. Source: the hash FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo. @param text ASCII */
export function hashOf(text: string): string {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(128, (hash ^ BigInt(text.charCodeAt(at))) * PRIME);
  return hash.toString(16).padStart(32, '0');
}
