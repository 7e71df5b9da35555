/** What no shell takes for more than a word. */
const PLAIN = /^[\p{L}\p{N}_.,:/@+][\p{L}\p{N}_.,:/@+-]*$/u;
/** What shells go on to read between double quotes: sh, PowerShell or the command prompt of Windows. */
const READ_IN_QUOTES = /["$`\\!%^]/g;

/** A word of a command that somebody may copy: whatever the text holds, nothing in it runs. */
export function shellWord(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.search(READ_IN_QUOTES) < 0 ? `"${text}"` : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A text from outside, for a word of a command: without what a shell could read in it, be it in quotes of the one or the other kind. */
export function withoutShellSigns(text: string): string {
  return text.replace(READ_IN_QUOTES, '').replace(/'/g, '’');
}
