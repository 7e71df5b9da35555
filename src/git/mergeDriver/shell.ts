/** Marks text that a POSIX shell reads, and no person as a sentence. Backslashes stand for themselves. */
export function shell(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw(parts, ...values);
}

/** One word for a shell, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The text of which `quoted` made a word. */
export function unquoted(word: string): string {
  return word.slice(1, -1).replaceAll(String.raw`'\''`, "'");
}
