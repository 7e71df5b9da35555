import { distance } from 'fastest-levenshtein';

/** How a key is near one of ours: it differs in case or joints alone, other people call it so, or a letter is wrong. */
export type Nearness = 'same' | 'called' | 'misspelt';

export interface LikeKey {
  /** The key of ours, by its standard name. */
  readonly key: string;
  readonly nearness: Nearness;
}

/** A key of ours, how files write it, and what else people call it. */
export interface KnownKey {
  readonly key: string;
  readonly written: string;
  readonly alsoCalled: readonly string[];
}

/** Nobody's key is longer. */
const LONGEST = 40;

/** As many keys of strangers are kept as any team has. */
const MOST_KEPT = 2000;

/** Real words that are one letter from a key of ours, and mean something else. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['contracts', 'form', 'rule', 'team', 'terms']);

/** Tells which of the known keys a key is near, the nearest first; none where it resembles none of them. */
export function likeKeys(known: readonly KnownKey[]): (written: string) => readonly LikeKey[] {
  const kept = new Map<string, readonly LikeKey[]>();
  const spelt = known.flatMap(({ key, written, alsoCalled }) =>
    [written, ...alsoCalled].map((name, at) => ({ key, letters: lettersOf(name), isOurs: at === 0 })),
  );
  const find = (written: string): LikeKey[] => {
    if (written.length > LONGEST) return [];
    const all = lettersOf(written);
    const same = spelt.filter(({ isOurs, letters }) => isOurs && letters === all);
    if (same.length) return same.map(({ key }) => ({ key, nearness: 'same' }));
    // Some programs say of each field whose it is: `dealstage`.
    const letters = all.replace(/^deal(?=.)/, '');
    const called = spelt.filter(one => one.letters === letters).map(({ key }) => key);
    const isNear = (one: { readonly letters: string; readonly isOurs: boolean }) =>
      !OTHER_WORDS.has(letters) &&
      !/\d/.test(letters) &&
      (one.isOurs || !called.length) &&
      isMisspelt(letters, one.letters);
    const misspelt = spelt.filter(isNear).map(({ key }) => key);
    return [...new Set([...called, ...misspelt])].map(key => ({
      key,
      nearness: called.includes(key) ? 'called' : 'misspelt',
    }));
  };
  return written => {
    let like = kept.get(written);
    if (!like) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(written, (like = find(written)));
    }
    return like;
  };
}

/** Without case, joints, and what cannot be seen: `Close-Date`, `closeDate`. */
export function lettersOf(name: string): string {
  const letters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]+/gu, '');
  return /[a-z]/.test(letters) ? letters.replace(LOOK_ALIKE, letter => LATIN.get(letter)!) : letters;
}

/** Letters of Cyrillic and Greek that look like ours: a keyboard that was left in the other language has them. */
const LATIN: ReadonlyMap<string, string> = new Map([
  ...[...'аеорсухіѕјԁһԛԝ'].map((letter, at) => [letter, 'aeopcyxisjdhqw'[at]!] as const),
  ...[...'οαν'].map((letter, at) => [letter, 'oav'[at]!] as const),
]);
const LOOK_ALIKE = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'gu');

/** One letter is another, missing, or too many; or two have changed places. The first is mostly right. */
function isMisspelt(letters: string, right: string): boolean {
  const longer = letters.length - right.length;
  if (right.length < 4 || letters[0] !== right[0] || Math.abs(longer) > 1) return false;
  const away = distance(letters, right);
  // Of four letters one that is another makes a word of its own: `role` and `rule`, `tags` and `tabs`.
  if (away === 1) return longer !== 0 || right.length > 4;
  return away === 2 && sorted(letters) === sorted(right);
}

function sorted(letters: string): string {
  return [...letters].sort().join('');
}
