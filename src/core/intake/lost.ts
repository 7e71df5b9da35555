/**
 * What stands in a text for bytes that are no sign of its encoding: half of a sign of two parts, which no file can have. A sign that
 * other programs put there (U+FFFD) is what the file says.
 */
export const LOST = '\uDFFF';

const LOST_SIGN = /\p{Cs}/gu;

/** Whether a cell has lost something, so that nobody knows what it said. */
export function isLost(cell: string): boolean {
  return cell.search(LOST_SIGN) >= 0;
}

/** The same cell as people are shown what is lost. */
export function lostShown(cell: string): string {
  return cell.replace(LOST_SIGN, '\uFFFD');
}
