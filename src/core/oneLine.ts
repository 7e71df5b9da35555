/** A text on one line: all blanks in it, line ends among them, are single spaces, and none stand around it. */
export function oneLine(text: string): string {
  // Nearly every text is on one line already, and to look is quicker by far than to write it anew.
  return isEven(text) || !UNEVEN.test(text) ? text : text.replace(/\s+/g, ' ').trim();
}

/** Two blanks together, one that is no space, or one at an end. */
const UNEVEN = /\s\s|[^\S ]|^ | $/;

const [SPACE, LAST_OF_ASCII] = [0x20, 0x7e];

/** Whether a text is surely on one line: it is all of ASCII, and each space in it stands between two other signs. */
function isEven(text: string): boolean {
  let isBehindSpace = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSpace = code === SPACE;
    if ((isSpace && isBehindSpace) || code < SPACE || code > LAST_OF_ASCII) return false;
    isBehindSpace = isSpace;
  }
  return !isBehindSpace || text === '';
}
