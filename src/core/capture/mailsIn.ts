const LF = 10;

/** What mailboxes put above each of their mails, and the first line of its head: `From - Tue Nov 24 09:00:00 2026`. */
const ABOVE = /^From [^\n]*\d\d:\d\d[^\n]*\d{4}[^\n]*\n[!-9;-~]+:/;
const FROM = [...'From '].map(char => char.charCodeAt(0));
/** No such line is longer, in bytes. */
const LONGEST = 400;

/** How many mails there are in a file: mailboxes have many, one below the other. A text within a mail that begins like that is marked there. */
export function mailsIn(bytes: Uint8Array): number {
  const isMailbox = /^\s*From /.test(textAt(bytes, 0));
  if (!isMailbox) return 1;
  let count = 1;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const isBelowEmpty = bytes[at - 1] === LF || (bytes[at - 1] === 13 && bytes[at - 2] === LF);
    if (isBelowEmpty && FROM.every((byte, nth) => bytes[at + 1 + nth] === byte))
      count += Number(ABOVE.test(textAt(bytes, at + 1)));
  }
  return count;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + LONGEST));
}
