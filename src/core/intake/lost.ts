import type { TableRow } from './table';

/**
 * What stands in a text for bytes that are no sign of its encoding: half of a sign of two parts, which no file can have. A sign that
 * other programs put there (U+FFFD) is what the file says.
 */
export const LOST = '\uDFFF';

const LOST_SIGN = /\p{Cs}/gu;
/** The same, or a half of a pair: nearly no cell has either, which is told in no time. */
const ANY_HALF = /[\ud800-\udfff]/;

/** Whether a cell has lost something, so that what it said can't be recovered. */
export function isLost(cell: string): boolean {
  return ANY_HALF.test(cell) && cell.search(LOST_SIGN) >= 0;
}

/** The same cell as people are shown what is lost. */
export function lostShown(cell: string): string {
  return cell.replace(LOST_SIGN, '\uFFFD');
}

/**
 * Whether what a row has lost may have parted or held together cells, so that others stand where they don't belong: a separator
 * leaves fewer cells, a quotation mark another one that is single.
 *
 * @param width how many cells the headings have
 */
export function hasLostShape({ cells }: TableRow, width: number): boolean {
  return cells.length !== width || cells.some(cell => cell.split('"').length % 2 === 0);
}
