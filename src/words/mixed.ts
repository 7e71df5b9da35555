/** A sentence some parts of which are not text, such as a number that opens the deals behind it. */
export type Mixed<T> = (T | string)[];

/** Puts such a sentence together; the order of its parts is a matter of the language. */
export function mixed<T>(
  texts: TemplateStringsArray,
  ...parts: readonly (T | string | Mixed<T>)[]
): Mixed<T> {
  return texts
    .flatMap((text, k): Mixed<T> => (k < parts.length ? [text, ...flat(parts[k]!)] : [text]))
    .filter(part => part !== '');
}

export function joined<T>(sentences: readonly Mixed<T>[], between: string): Mixed<T> {
  return sentences.flatMap((sentence, k) => (k ? [between, ...sentence] : sentence));
}

function flat<T>(part: T | string | Mixed<T>): Mixed<T> {
  return Array.isArray(part) ? (part as Mixed<T>) : [part];
}
