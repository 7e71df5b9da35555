import { plainWidth } from '../text/width';

/** A day in plain signs: with digits as wide and hyphens as long as elsewhere, and `2026年12月31日` as `2026-12-31`. */
export function plainDay(text: string): string {
  const plain = plainWidth(text).trim();
  if (/^\d+(?:[-\u2010-\u2015\u2212]\d+)+$/.test(plain)) return plain.replace(/\D/g, '-');
  const [, year, month, day] = CJK.exec(plain) ?? [];
  return year ? [year, month, day].filter(part => part !== undefined).join('-') : plain;
}

/** Of China and Japan, or of Korea. */
const CJK = /^(\d{4})(?:年|년) ?(\d\d?)(?:月|월)(?: ?(\d\d?)(?:日|일))?$/;
