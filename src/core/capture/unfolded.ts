const [LF, CR, BLANK, TAB] = [10, 13, 32, 9];

/** A calendar with its long lines in one piece: programs fold them by bytes, within a letter too. Source: RFC 5545, 3.1. */
export function unfolded(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const end = bytes[at] === CR && bytes[at + 1] === LF ? at + 1 : at;
    const next = bytes[end + 1];
    if (bytes[end] === LF && (next === BLANK || next === TAB)) at = end + 1;
    else all[length++] = bytes[at]!;
  }
  return all.subarray(0, length);
}
