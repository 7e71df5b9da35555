import { textsIn } from '../../frontMatter/edit/setTexts';
import { oneLine } from '../../oneLine';
import { describe } from '../../problem';
import { isAbsent, type Reading } from './reading';

/** Words with single spaces between them, as nearly every value is. */
const ONE_LINE = /^\S+(?: \S+)*$/;

/** One line of text. Numbers and the like are taken as written: a title may be `2027`. */
export function readText(reading: Reading, key: string): string | undefined {
  const value = reading.get(key);
  if (isAbsent(value)) return undefined;
  if (typeof value === 'object') {
    reading.warn('invalid-text', [key], `“${reading.name(key)}” is ${describe(value)}, not a text.`);
    return undefined;
  }
  const text = reading.asWritten(key, value);
  return (ONE_LINE.test(text) ? text : oneLine(text)) || undefined;
}

/** Each once. A list, or one text with commas between them. */
export function readTexts(example: string): (reading: Reading, key: string) => readonly string[] {
  return (reading, key) => {
    const value = reading.get(key);
    if (isAbsent(value)) return NOTHING;
    const items: unknown[] = Array.isArray(value) ? value : [value];
    if (items.some(item => typeof item === 'object' && item !== null)) {
      const message = `“${reading.name(key)}” is not a list of texts. Write it like [${example}].`;
      reading.warn('invalid-text', [key], message);
    }
    return [...new Set(textsIn(value))];
  };
}

const NOTHING: readonly never[] = [];
