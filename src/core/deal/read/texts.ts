import { textsIn } from '../../frontMatter/edit/setTexts';
import { oneLine } from '../../oneLine';
import { found } from '../../found';
import { trimmed } from '../../trimmed';
import { say } from '../say';
import { linkedName } from './linkedName';
import { isAbsent, type FieldReading } from './reading';

/** One line of text. Numbers and the like are taken as written: a title may be `2027`. */
export function readText(reading: FieldReading, key: string): string | undefined {
  const value = reading.get(key);
  if (isAbsent(value)) return undefined;
  if (typeof value === 'object') {
    const says = say('invalidText', { key: reading.name(key), there: found(value) });
    reading.warn('invalid-text', [key], says);
    return undefined;
  }
  return oneLine(reading.asWritten(key, value)) || undefined;
}

/** A name. A link to the note of an account or a person is its name, so that `[[Acme]]` and `Acme` are one account. */
export function readName(reading: FieldReading, key: string): string | undefined {
  const text = readText(reading, key);
  return text && linkedName(text);
}

/** Each once. A list, or one text with commas between them. */
export function readTexts(
  example: string,
  textsOf: (value: unknown) => readonly string[] = textsIn,
): (reading: FieldReading, key: string) => readonly string[] {
  return (reading, key) => {
    const value = reading.get(key);
    if (isAbsent(value)) return NOTHING;
    const items: unknown[] = Array.isArray(value) ? value : [value];
    if (items.some(item => typeof item === 'object' && item !== null)) {
      reading.warn('invalid-text', [key], say('invalidTexts', { key: reading.name(key), example }));
    }
    const texts = textsOf(value);
    return trimmed(texts.length > 1 ? [...new Set(texts)] : texts);
  };
}

const NOTHING: readonly never[] = [];
