/** What a plain text stands for; none where it is nothing but that text. */
export type ScalarReading = { readonly value: unknown } | undefined;

const NULL = /^(?:~|null|Null|NULL)$/;
const BOOL = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INT = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const readNull = (text: string): ScalarReading => (NULL.test(text) ? { value: null } : undefined);
const readBool = (text: string): ScalarReading => (BOOL.test(text) ? { value: /^t/i.test(text) } : undefined);
const readInt = (text: string): ScalarReading => (INT.test(text) ? { value: Number(text) } : undefined);
const readFloat = (text: string): ScalarReading => (FLOAT.test(text) ? { value: floatOf(text) } : undefined);
const readNumber = (text: string): ScalarReading => readInt(text) ?? readFloat(text);

function floatOf(text: string): number {
  if (/inf$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

/** How to read a text by its first character; what begins in another way is a text. */
const BY_START = new Map<string, (text: string) => ScalarReading>([
  ...[...'~nN'].map(start => [start, readNull] as const),
  ...[...'tTfF'].map(start => [start, readBool] as const),
  ...[...'+-.0123456789'].map(start => [start, readNumber] as const),
]);

/**
 * What plain text of a front matter means, other than itself: exactly the core schema of YAML 1.2, as `yaml` reads it. js-yaml's
 * own also takes `0b11` and `-0x1f` for numbers, and not `-.5`; and it asks five types about every text in every file, where one
 * look at how a text begins tells nearly all apart.
 */
export const readPlain = (text: string): ScalarReading => BY_START.get(text[0]!)?.(text);
