/** What a file is, by how it begins. */
export type CaptureKind = 'mail' | 'calendar' | 'outlook' | 'binary' | 'text' | 'nothing';

/** So much of it tells. */
const SAMPLE = 16 * 1024;

const CALENDAR = /^\s*BEGIN:VCALENDAR\b/i;
/** Texts that only programs read: rich text, and cards of people. */
const OTHER = /^\s*(?:\{\\rtf|BEGIN:VCARD\b)/i;
/** A line of a mail's head, with those that go on with it. */
const HEADS = /^(?:[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+/;
const OF_MAIL = /^(?:from|date|received|message-id|mime-version|return-path|x-mozilla-status)[ \t]*:/im;
/** What mailboxes and Apple’s Mail write above it. */
const ABOVE = /^(?:\s*\n|From [^\n]*\n|\d{1,10}\s*\n)+/;

/** Tells mails, invitations and texts apart. Their names may say anything. */
export function kindOf(bytes: Uint8Array): CaptureKind {
  const [a, b, c, d] = bytes;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'outlook';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'text';
  const start = sample(bytes);
  if (!/\S/.test(start)) return 'nothing';
  if (CALENDAR.test(start)) return 'calendar';
  const [heads] = HEADS.exec(start.slice(aboveMail(bytes))) ?? [];
  // A person's note may begin with “To: Rita” too.
  if (heads && OF_MAIL.test(heads) && (heads.match(/^[^ \t\n]/gm)?.length ?? 0) > 1) return 'mail';
  if (OTHER.test(start)) return 'binary';
  return bytes.subarray(0, SAMPLE).some(byte => byte < 9 || (byte > 13 && byte < 27)) ? 'binary' : 'text';
}

/** How many bytes stand above a mail's own first line. */
export function aboveMail(bytes: Uint8Array): number {
  const start = sample(bytes);
  const mark = start.startsWith('ï»¿') ? 3 : 0;
  return mark + (ABOVE.exec(start.slice(mark))?.[0].length ?? 0);
}

/** Each byte as one character, so that places in both are the same; and no carriage return, which stands for nothing. */
function sample(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, SAMPLE)).replace(/\r(?=\n)/g, ' ');
}
