import { amountMeant, isThousands, percentMeant } from '../../doubtfulNumbers';
import { isCurrencyCode } from '../../money';
import { hint, type Problem } from '../../problem';
import type { FieldReading } from '../read/reading';
import { textsIn } from '../../frontMatter/edit/setTexts';
import { say } from '../say';

/** Values that can be read, and were probably meant otherwise. */
export function doubts(reading: FieldReading, teamCurrency: string | undefined): Problem[] {
  return [...doubtfulValue(reading, teamCurrency), ...doubtfulPercent(reading), ...severalInOne(reading)];
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
  const one: unknown = Array.isArray(tags) ? tags.find(isSeveral) : undefined;
  if (typeof one === 'string') {
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

function isSeveral(item: unknown): boolean {
  return typeof item === 'string' && textsIn(item).filter(text => text.trim()).length > 1;
}

/** `Lee, Robert` is one person. */
export function contactsMeant(written: string): string[] {
  const names = written
    .split(/[,;]/)
    .map(name => name.trim())
    .filter(name => name);
  return names.every(name => /\s/.test(name)) ? names : [written];
}
