import { FAILSAFE_SCHEMA, Type } from 'js-yaml';
import { once } from '../once';

/**
 * What js-yaml reads plain text as: exactly the core schema of YAML 1.2, and merge keys, as `yaml` does. js-yaml's own
 * also takes `0b11` and `-0x1f` for numbers, and not `-.5`; and it asks five types about every text in every file,
 * where one look at how a text begins tells nearly all apart.
 */
const tag = (name: string) => `tag:yaml.org,2002:${name}`;

type ScalarReading = { readonly value: unknown } | undefined;

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

const readPlain = (text: string): ScalarReading => BY_START.get(text[0]!)?.(text);

function scalar(name: string, read: (text: string) => ScalarReading): Type {
  return new Type(tag(name), {
    kind: 'scalar',
    resolve: (text: unknown) => typeof text === 'string' && read(text) !== undefined,
    construct: (text: string) => read(text)!.value,
  });
}

const merge = () => new Type(tag('merge'), { kind: 'scalar', resolve: key => key === '<<' });

/** Without tags such as `!!float`, of which the two parsers think differently: a file that has one is refused here. */
export const coreSchema = once(() =>
  FAILSAFE_SCHEMA.extend({ implicit: [scalar('plain', readPlain), merge()] }),
);
