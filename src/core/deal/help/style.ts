import { isCalendarDate } from '../../calendar';
import { renderKey, renderScalar, type FieldValue, type ScalarStyle } from '../../frontMatter/edit/scalar';
import type { KeyOrValue } from '../../frontMatter/scan/part';
import type { Spot } from '../../frontMatter/scan/spot';

/** Words that mean themselves in every reading of YAML: to find that out for all others takes a parser. */
const PLAIN = /^[a-z]{4,}(?:[- ][a-z]{4,})*$/i;
const NOT_PLAIN = /\b(?:true|false|null)\b/i;

/** A value as it is to be written at a place: in the quotes that stand there, or else in those of its like. */
export function renderAt(spot: Spot, value: FieldValue): string {
  const style = styleAt(spot, isCalendarDate(value));
  if (!style && typeof value === 'string' && PLAIN.test(value) && !NOT_PLAIN.test(value)) return value;
  return renderScalar(value, style);
}

/** A key in the quotes of its neighbours: a front matter may be JSON. */
export function renderKeyAt({ part, parts }: Spot, key: string): string {
  const neighbour = parts.find(one => one.hasColon && one.group === part.group);
  return renderKey(key, STYLES[(part.quote || neighbour?.quote) ?? '']);
}

const STYLES: Readonly<Record<KeyOrValue['quote'], ScalarStyle>> = {
  '': undefined,
  '|': undefined,
  '"': 'QUOTE_DOUBLE',
  "'": 'QUOTE_SINGLE',
};

function styleAt({ part, parts }: Spot, isDate: boolean): ScalarStyle {
  if (part.quote) return STYLES[part.quote];
  const values = parts.filter(
    one => one.kind === 'value' && one !== part && one.text !== '' && one.quote !== '|',
  );
  const path = part.path.join('\n');
  const same = values.findLast(one => one.path.join('\n') === path);
  if (same) return STYLES[same.quote];
  // Dates are often bare where all else is quoted, or the other way round; numbers always are.
  const like = values.filter(
    ({ text, path: { length }, isItem }) =>
      length === 1 && !isItem && isCalendarDate(text) === isDate && !/^[\d.]+$/.test(text),
  );
  const [first] = like;
  return first && like.every(({ quote }) => quote === first.quote) ? STYLES[first.quote] : undefined;
}
