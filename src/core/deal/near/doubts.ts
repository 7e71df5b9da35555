import { amountMeant, isThousands, percentMeant } from '../../doubtfulNumbers';
import { isCurrencyCode } from '../../money';
import { hint, quietHint, type Problem } from '../../problem';
import type { FieldReading } from '../read/reading';
import { textsIn } from '../../frontMatter/edit/setTexts';
import { say } from '../say';

/** Values that can be read, and were probably meant otherwise. */
export function doubts(reading: FieldReading, teamCurrency: string | undefined): Problem[] {
  return [
    ...doubtfulValue(reading, teamCurrency),
    ...doubtfulPercent(reading),
    ...severalInOne(reading),
    ...doubtfulOwner(reading),
  ];
}

/** `48.000` is 48 in YAML. */
function doubtfulValue(reading: FieldReading, teamCurrency: string | undefined): Problem[] {
  const value = reading.get('value');
  if (typeof value !== 'number' || value < 1 || value >= 1000) return [];
  const written = reading.asWritten('value', value);
  if (!isThousands(written) || hasThreeDecimals(reading.get('currency') ?? teamCurrency)) return [];
  const says = say('doubtfulValue', { written, amount: value, meant: amountMeant(written) });
  return [hint('doubtful-value', says, { line: 2, at: ['value'] })];
}

/** As the dinar of Kuwait has. */
function hasThreeDecimals(currency: unknown): boolean {
  if (typeof currency !== 'string' || !isCurrencyCode(currency)) return false;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits === 3;
}

/** A share of one: nobody gives a deal less than one percent. */
function doubtfulPercent(reading: FieldReading): Problem[] {
  const value = reading.get('probability');
  if (typeof value !== 'number' || value <= 0 || value >= 1) return [];
  const key = reading.name('probability');
  const says = say('doubtfulPercent', { key, percent: value, meant: percentMeant(value) });
  return [hint('doubtful-probability', says, { line: 2, at: ['probability'] })];
}

/** A comma in a tag, or between names of contacts that each have two words or more. */
function severalInOne(reading: FieldReading): Problem[] {
  const tags = reading.get('tags');
  const contacts = reading.get('contacts');
  const problems: Problem[] = [];
  const one: unknown = Array.isArray(tags) ? tags.find(isSeveral) : tags;
  if (typeof one === 'string' && (one !== tags || tagsMeant(one).length > 1)) {
    problems.push(
      hint('several-in-one', say('severalInOne', { one, key: reading.name('tags') }), {
        line: 2,
        at: ['tags'],
      }),
    );
  }
  if (typeof contacts === 'string' && contactsMeant(contacts).length > 1) {
    const says = say('severalInOne', { one: contacts, key: reading.name('contacts') });
    problems.push(hint('several-in-one', says, { line: 2, at: ['contacts'] }));
  }
  return problems;
}

/** Several owners in one text, or one that is named as in a chat: filters take both for somebody else. */
function doubtfulOwner(reading: FieldReading): Problem[] {
  const owner = reading.get('owner');
  // Nearly every owner is one name, and nothing else.
  if (typeof owner !== 'string' || !/[,;@]/.test(owner)) return [];
  const where = { line: 2, at: ['owner'] };
  const key = reading.name('owner');
  const meant = ownersMeant(owner);
  if (meant.length > 1) return [hint('several-in-one', say('severalOwners', { one: owner, key }), where)];
  const name = withoutAt(owner);
  if (name === undefined) return [];
  return [quietHint('doubtful-name', say('nameWithAt', { written: owner.trim(), name }), where)];
}

/** The owners in a text: handles, or names of two words each. `Lee, Robert` is one person. */
export function ownersMeant(written: string): string[] {
  const names = written
    .split(/[,;]/)
    .map(name => name.trim())
    .filter(name => name);
  const isHandle = (name: string) => /^@?[\p{Ll}\p{N}][\p{Ll}\p{N}._-]*$/u.test(name) || /@\S/.test(name);
  if (names.every(isHandle)) return names.map(name => withoutAt(name) ?? name);
  return contactsMeant(written);
}

/** `dana` of `@dana`. */
export function withoutAt(name: string): string | undefined {
  return /^@([\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*)$/u.exec(name.trim())?.[1];
}

/** Obsidian's tags have no blanks, and in one text stand between them. */
export function tagsMeant(written: string): string[] {
  return /^[\p{L}\p{N}_/-]+(?:[ \t]+[\p{L}\p{N}_/-]+)+$/u.test(written.trim())
    ? written.trim().split(/[ \t]+/)
    : [];
}

function isSeveral(item: unknown): boolean {
  return (
    typeof item === 'string' && item.includes(',') && textsIn(item).filter(text => text.trim()).length > 1
  );
}

/** `Lee, Robert` is one person. */
export function contactsMeant(written: string): string[] {
  const names = written
    .split(/[,;]/)
    .map(name => name.trim())
    .filter(name => name);
  return names.every(name => /\s/.test(name)) ? names : [written];
}
