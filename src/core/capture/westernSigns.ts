/** Windows-1252 from 0x80 on. Source: the Encoding Standard, index-windows-1252.txt. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A text with the signs of Windows-1252 that were taken for Latin-1, which has none there: some versions of Node do so. */
export function westernSigns(text: string): string {
  return text.replace(/[\x80-\x9f]/g, sign => SIGNS[sign.charCodeAt(0) - 0x80]!);
}
