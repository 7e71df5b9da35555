import { plainWidth } from './width';

/**
 * The accents of the scripts in which people leave them out, and the dots of ё. In all others a mark is a sound of its own: the
 * vowels of Hindi and Thai, the voiced marks of Japanese, the breve of й.
 */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+|(?<=[\u0435\u0415])\u0308/gu;

/** Alike for texts that differ only in case, blanks, the width of signs, and the accents of Latin and Greek letters. */
export function searchable(text: string): string {
  return plainWidth(text)
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
