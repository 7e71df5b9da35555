import { distance } from 'fastest-levenshtein';
import { asCopyNames } from './copyNames';

/** Windows hides the end of a name, and editors add their own to one that they do not know. */
const NAME = /^([^._].*?)\.(ya?ml|json)(?:\.(?:txt|md))?$/i;

/** What every such name has, or signs that may be others of ASCII: a look at a name that is none of them, as thousands are. */
const MAY_BE = /ya?ml|json|[^\x20-\x7e]/i;

/** A file that is read by its name alone. */
export interface ReadByName {
  readonly name: string;
  /** Its name without the ending, only the letters. */
  readonly stem: string;
}

/**
 * Whether a file was probably meant to be another one and is not read as that: `sales-process.yml`, `Sales Process.yaml`,
 * `sales-proces.yaml.txt`, or a copy such as `sales-process (1).yaml`.
 *
 * @param isThere whether the other one is there; then only one that is called the same may be taken for it
 */
export function isMeantToBe(meant: ReadByName, name: string, isThere: boolean): boolean {
  if (!MAY_BE.test(name)) return false;
  const plain = name.normalize('NFKC');
  const [, stem, kind] = NAME.exec(plain) ?? [];
  if (stem === undefined || name === meant.name) return false;
  // What somebody keeps as the old one isn't meant to be read.
  const copies = asCopyNames(stem).filter(({ kind }) => kind !== 'word');
  if (copies.some(({ original }) => lettersOf(original) === meant.stem)) return true;
  const letters = lettersOf(stem);
  // Where names do not differ by their case, it is the one that is read.
  if (isThere)
    return letters === meant.stem && plain.toLowerCase() !== meant.name && kind!.toLowerCase() !== 'json';
  return isNear(letters, meant.stem);
}

function lettersOf(stem: string): string {
  return stem.toLowerCase().replace(/[\s._\-\u2010-\u2015]+/g, '');
}

/** One letter is another, missing, or too many; or two have changed places. */
function isNear(letters: string, stem: string): boolean {
  const away = distance(letters, stem);
  return away <= 1 || (away === 2 && sorted(letters) === sorted(stem));
}

function sorted(letters: string): string {
  return [...letters].sort().join('');
}
