import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { plainText } from '../escape';
import { notesOf } from '../intake/notes';
import { oneLine } from '../oneLine';
import { refuse, type Refusal } from '../refusal';
import type { Correspondent, Mail } from './captured';
import { correspondent } from './correspondent';
import { inUtf8, type TextOf } from './inUtf8';
import { aboveMail } from './kindOf';
import { readMeetings } from './readMeetings';
import { say } from './say';
import { sentOn } from './sentOn';
import { unfolded } from './unfolded';
import { westernSigns } from './westernSigns';

/** So many files are named; the others are counted by nobody. */
const LONGEST_NAME = 60;
const LONGEST_SUBJECT = 200;
const LONGEST_DAY = 60;
/** What is no file to those who read the mail: the invitation that it brings, and its signature. */
const UNNAMED = /^(?:text\/calendar|application\/(?:x-)?(?:pkcs7|pgp)-signature)$/i;

/**
 * A mail, by all that a log has of one. The day is that of the person's own calendar: it is the one that their mail program shows,
 * and many servers write all times in UTC, which is a day off in the evening.
 */
export async function readMail(bytes: Uint8Array, textOf: TextOf): Promise<Mail | Refusal> {
  let email: Email;
  try {
    email = await PostalMime.parse(inUtf8(bytes.subarray(aboveMail(bytes)), textOf));
  } catch {
    // It throws where parts are nested without end, and where heads are.
    return refuse(say('mailBroken'));
  }
  const { attachments, from, to = [] } = email;
  const calendar = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  const read = calendar && readMeetings(textOf(unfolded(bytesIn(calendar))));
  const [meeting, ...more] = read && 'meetings' in read ? read.meetings : [];
  const others = attachments.filter(one => !UNNAMED.test(one.mimeType) && !one.related);
  const dated = datedIn(email);
  const on = dated === undefined ? undefined : sentOn(dated);
  const unreadDay = on ? '' : plainText(oneLine(dated ?? ''), LONGEST_DAY);
  return {
    on,
    ...(unreadDay && { unreadDay }),
    from: peopleOf(from ? [from] : [])[0],
    to: peopleOf(to),
    subject: subjectOf(email),
    attachments: others.flatMap(
      ({ filename }) => plainText(oneLine(westernSigns(filename ?? '')), LONGEST_NAME) || [],
    ),
    // A mail that brings several is about more than one of them: its subject says what.
    meeting: more.length ? undefined : meeting,
  };
}

function bytesIn({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new Uint8Array() : new Uint8Array(content);
}

function peopleOf(addresses: readonly Address[]): Correspondent[] {
  const single = addresses.flatMap(one => one.group ?? [one]);
  return single.flatMap(({ name, address }) => correspondent(westernSigns(name), address ?? '') ?? []);
}

/** Programs put `Sent` where others have `Date`, if a mail is copied as text. As they wrote it: the package reads any date as one. */
function datedIn({ headers }: Email): string | undefined {
  const written = ['date', 'sent'].map(name => headers.find(({ key }) => key === name)?.value);
  return written.find(one => one !== undefined);
}

function subjectOf({ subject, text, html }: Email): string {
  const said = plainText(oneLine(westernSigns(subject ?? '')), LONGEST_SUBJECT);
  if (said) return said;
  const words = text?.trim() ? text : notesOf((html ?? '').slice(0, 20_000));
  return plainText(oneLine(westernSigns(words.slice(0, 2000))), LONGEST_SUBJECT);
}
