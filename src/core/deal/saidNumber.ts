/**
 * How the separators of a number are to be taken: with a multiplier behind it (`short`), such as “1.125 m”, a single one
 * stands before the decimals; before “k” (`thousands`) it may be either. In Asia a comma parts groups.
 */
export type NumberStyle = 'any' | 'short' | 'thousands' | 'asian' | 'indian';

/** Digits with a point before the decimals, or `undefined` where the separators make no sense, or may mean two numbers. */
export function plainNumber(written: string, style: NumberStyle): string | undefined {
  const text = written.replace(/[\s']/g, ' ');
  if (style === 'indian' && /^[1-9]\d?(?:,\d\d)*,\d{3}(?:\.\d+)?$/.test(text))
    return text.replaceAll(',', '');
  const last = /[.,](?=\d*$)/.exec(text)?.[0];
  if (!last) return isGrouped(text) ? text.replaceAll(' ', '') : undefined;
  const at = text.lastIndexOf(last);
  const [whole, decimals] = [text.slice(0, at), text.slice(at + 1)];
  // No group of thousands begins with 0.
  const looksGrouped = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (looksGrouped && style === 'thousands') return undefined;
  if (looksGrouped && style !== 'short' && !(style === 'asian' && last === '.')) return whole + decimals;
  if (text.indexOf(last) !== at) return isGrouped(text) ? text.replace(/\D/g, '') : undefined;
  return isGrouped(whole) ? `${whole.replace(/\D/g, '')}.${decimals}` : undefined;
}

function isGrouped(part: string): boolean {
  return /^\d+$/.test(part) || /^[1-9]\d{0,2}([ .,])\d{3}(?:\1\d{3})*$/.test(part);
}
