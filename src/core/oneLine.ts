/** A text on one line: all blanks in it, line ends among them, are single spaces, and none stand around it. */
export function oneLine(text: string): string {
  // Nearly every text is on one line already, and to look is quicker by far than to write it anew.
  return UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Two blanks together, one that is no space, or one at an end. */
const UNEVEN = /\s\s|[^\S ]|^ | $/;
