import { BESIDE_NAMES } from './beside/besideNames';

/** What a file may be called after, as what is kept of its imports is. */
export interface KindNames {
  /** Without what tells one file of a kind from the next: `sales-pipeline` of `Sales pipeline Q4 - Copy (3)`. */
  readonly plain: string;
  /** With all of its words: `sales-pipeline-q-copy`. */
  readonly whole: string;
  /** With its numbers too, where these tell tables apart after all: `sales-pipeline-q4-copy-3`. */
  readonly numbered: string;
}

/** Days, times, numbers, versions and quarters: `2026`, `22z`, `30t10`, `v2`, `q4`, `kw48`. */
const NUMBER =
  /^(?:v|ver|version|rev|q|h|fy|kw|cw|w|wk|week|woche)?\d+(?:t\d+)?(?:z|st|nd|rd|th|am|pm|h|q\d)?$/;

const ENDS: ReadonlySet<string> = new Set(
  [
    'copy kopie copie copia kopi kopia v q version final latest neu new updated export download backup draft entwurf',
    'january february march april may june july august september october november december',
    'jan feb mar apr jun jul aug sep sept oct nov dec',
    'januar februar maerz märz mai juni juli oktober dezember okt dez',
    'janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre',
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ]
    .join(' ')
    .split(' '),
);

/** `Copy of deals`, `Kopie von deals`. */
const BEGINNING = /^(?:copy of|kopie von|copie de|copia de|copia di|kopia)\s+(?=\S)/;

/** What the export of the week after, or a copy, has in common with a file by its name. */
export function kindsNamed(fileName: string): KindNames {
  const name = fileName.normalize('NFC').toLowerCase();
  const words = name.replace(BEGINNING, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const isMore = (word: string | undefined) => word !== undefined && (NUMBER.test(word) || ENDS.has(word));
  let [from, to] = [0, words.length];
  while (to > from && isMore(words[to - 1])) to--;
  while (from < to && NUMBER.test(words[from]!)) from++;
  const whole = slug(name, /[^\p{L}]+/gu);
  return {
    plain: (from < to && slug(words.slice(from, to).join('-'), /[^\p{L}]+/gu)) || whole || TABLE,
    whole: whole || TABLE,
    numbered: slug(name, /[^\p{L}\p{N}]+/gu) || TABLE,
  };
}

const TABLE = 'table';

function slug(name: string, between: RegExp): string {
  return name
    .replace(between, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** Whether a name can be that of a kind. */
export function isKind(name: string): boolean {
  return /^[\p{L}\p{N}_-]{1,60}$/u.test(name);
}

/** Whether what is kept of deals of a kind would be in the files of tables beside deals: `_import/crm-log.json`. */
export function isReserved(kind: string): boolean {
  return RESERVED.test(kind);
}

/** The same names as those of a table of deals: none of them is reserved. */
export function kindsOfDeals(fileName: string): KindNames {
  const free = (kind: string) => kind.replace(RESERVED, '_$1');
  const { plain, whole, numbered } = kindsNamed(fileName);
  return { plain: free(plain), whole: free(whole), numbered: free(numbered) };
}

const RESERVED = new RegExp(`-(${Object.values(BESIDE_NAMES).join('|')})$`, 'i');
