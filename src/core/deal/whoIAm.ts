import { searchable } from '../text/searchable';
import { byUse } from './typedValues';

/** What is known of the person who works here. */
export interface KnownPerson {
  /** As deals have it in `owner`, where the person has said so. */
  readonly owner?: string | undefined;
  /** As git signs their commits. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * The owner that a person is: the one they have named, in the spelling of the deals; else the only one with their whole name
 * or address; else the only one with the first word of either, unless that one goes on in another way. `undefined` where
 * nobody or several could be meant: it is never guessed.
 *
 * @param owners of the deals, each as often as it is used
 */
export function ownerOf({ owner, name, email }: KnownPerson, owners: Iterable<string>): string | undefined {
  const inUse = ownersOnce(owners);
  const said = owner?.trim();
  if (said) return inUse.find(one => searchable(one) === searchable(said)) ?? said;
  const own = wordsOf(name ?? '');
  const mailbox = wordsOf(email ?? '');
  const isWhole = (one: string) =>
    areSame(wordsOf(one), own) ||
    (mailbox.length > 1 && areSame(wordsOf(one), mailbox)) ||
    (email !== undefined && searchable(one) === searchable(email));
  const whole = inUse.filter(isWhole);
  if (whole.length) return whole.length === 1 ? whole[0] : undefined;
  const mine = [own, mailbox].filter(words => words.length);
  const [only, ...namesakes] = inUse.filter(one => mine.some(([first]) => first === wordsOf(one)[0]));
  if (only === undefined || namesakes.length) return undefined;
  return mine.some(words => beginsLike(words, wordsOf(only))) ? only : undefined;
}

/** Each once, those used most first; of several spellings the one used most. */
export function ownersOnce(owners: Iterable<string>): readonly string[] {
  const spellings = new Map<string, string>();
  for (const one of byUse(owners)) {
    const key = searchable(one);
    if (key && !spellings.has(key)) spellings.set(key, one);
  }
  return [...spellings.values()];
}

/** `Dana Smith`, `dana.smith` and `dana.smith@acme.example` are the same two; the number of a hidden address is no name. */
function wordsOf(text: string): readonly string[] {
  const mailbox = searchable(text)
    .replace(/@.*$/, '')
    .replace(/^\d+\+/, '');
  return mailbox.split(/[\s._+-]+/).filter(Boolean);
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && beginsLike(a, b);
}

/** As far as both go; nothing begins like nothing. */
function beginsLike(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  return length > 0 && a.slice(0, length).every((word, at) => word === b[at]);
}
