import { plainText } from '../../../core/escape';

/** A text from a file: in quotes, on one line, cut to a readable length. */
export function quoted(text: string, most = 60): string {
  return `“${withUnseen(plainText(text, most))}”`;
}

/** The name of a character that looks like another one or like nothing: `a zero-width space (U+200B)`. */
export function characterNamed(char: string): string {
  const name = NAMES[char] ?? (/\p{Zs}/u.test(char) ? 'an unusual space' : 'an invisible character');
  return `${name} (${codeOf(char)})`;
}

const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'a no-break space',
  '\u202f': 'a narrow no-break space',
  '\u3000': 'a full-width space',
  '\u200b': 'a zero-width space',
  '\u00ad': 'a soft hyphen',
  '\ufeff': 'a byte order mark',
  '\uff1a': 'a full-width colon',
  '\ufe55': 'a small colon',
  '\u2236': 'a ratio sign',
  '\ua789': 'a colon that counts as a letter',
};

/** With invisible characters as codes: “pro[U+200B]posal”. Joiners stay, since several scripts need them. */
function withUnseen(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, char => `[${codeOf(char)}]`);
}

function codeOf(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A name that the team gives, a stage's or a deal's, which may be as long as a book. */
export function named(name: string, most = 60): string {
  return plainText(name, most);
}
