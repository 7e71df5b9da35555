import { parse, type Scalar } from 'yaml';
import { isCalendarDate } from '../../calendar';

/** What an edit can write as the value of a key. */
export type FieldValue = string | number | boolean | null;

/** How a scalar stands in the file; a block scalar is replaced by a plain one. */
export type ScalarStyle = Scalar.Type | undefined;

/** A value as one line of YAML in the style of its place, or in quotes where that style would change its meaning. */
export function renderScalar(value: FieldValue, style?: ScalarStyle): string {
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value !== 'string') return String(value);
  if (style === 'QUOTE_DOUBLE') return doubleQuoted(value);
  if (style === 'QUOTE_SINGLE' && isPrintable(value)) return singleQuoted(value);
  if (isPlain(value)) return value;
  return isPrintable(value) ? singleQuoted(value) : doubleQuoted(value);
}

/** A key in the style of its place. Words are bare, `on` too, though readers of YAML 1.1 take that one for `true`. */
export function renderKey(key: string, style?: ScalarStyle): string {
  const isWord = /^[A-Za-z_][\w-]*$/.test(key) && !/^(?:null|true|false)$/i.test(key);
  return isWord && !style?.startsWith('QUOTE') ? key : renderScalar(key, style);
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** As in JSON, with the characters escaped that JSON allows and YAML does not, or that end a line to some. */
function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One line without control characters, which only double quotes can hold. */
function isPrintable(value: string): boolean {
  return !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(value);
}

/** What begins with a letter and has no sign that YAML knows is a text: names, for the most part, which need no parser. */
const PLAIN_WORDS = /^[A-Za-z\u00c0-\u024f](?:[\w\u00c0-\u024f.&/()+-]|:(?=\w)| (?! ))*(?<! )$/;
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/**
 * Whether the bare text means itself, to readers of YAML 1.1 and 1.2 alike (`no`, `012` and `12:30` do not), in a
 * block and in a flow collection. Dates are the exception: these files write them bare.
 */
function isPlain(value: string): boolean {
  if (isCalendarDate(value)) return true;
  // Flow collections end at these, and a thousand of them would be too deep a nesting for the parser below.
  if (/[[\]{},]/.test(value)) return false;
  if (PLAIN_WORDS.test(value) && !RESERVED.test(value)) return true;
  if (!isPrintable(value) || value !== value.trim()) return false;
  return (['1.1', 'core'] as const).every(reading => {
    const options = reading === '1.1' ? ({ version: '1.1' } as const) : {};
    try {
      const { block, flow } = parse(`block: ${value}\nflow: [${value}, 1]\n`, {
        ...options,
        // Not 'silent': with that, errors are none.
        logLevel: 'error',
      });
      return block === value && flow.length === 2 && flow[0] === value;
    } catch {
      return false;
    }
  });
}
