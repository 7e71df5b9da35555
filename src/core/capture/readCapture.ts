import { wordsOf } from '../intake/notes';
import { oneLine } from '../oneLine';
import { refuse, type Refusal } from '../refusal';
import type { Captured } from './captured';
import { kindOf } from './kindOf';
import { LONGEST_LINE } from './quietLine';
import { mailsIn } from './mailsIn';
import { plainBytes } from './plainBytes';
import { readMail } from './readMail';
import { unfolded } from './unfolded';
import type { TextOf } from './inUtf8';
import { readMeetings } from './readMeetings';
import { say } from './say';

/** No mail that a server takes is larger. */
const MOST_MB = 64;
/** An invitation takes a few of these; a calendar of years takes many. */
const MOST_CALENDAR_MB = 4;

/** A page as programs save a mail as one. */
const PAGE = /^\s*<(?:!doctype html|html)\b/i;

/** What came from outside, and how that reads of which nothing says in which encoding it is. */
export interface Outside {
  readonly bytes: Uint8Array;
  readonly textOf: TextOf;
}

/** Reads a mail, an invitation or a text, whatever its name says. */
export async function readCapture({
  bytes: given,
  textOf,
}: Outside): Promise<(Captured & { readonly ok: true }) | Refusal> {
  const bytes = plainBytes(given, textOf);
  const kind = kindOf(bytes);
  if (kind === 'nothing') return refuse(say('nothingToLog'));
  if (kind === 'outlook') return refuse(say('outlookMessage'));
  if (kind === 'binary') return refuse(say('binaryToLog'));
  const most = kind === 'mail' ? MOST_MB : MOST_CALENDAR_MB;
  if (bytes.length > most * 1024 * 1024) return refuse(say('tooMuchToLog', { most }));
  if (kind === 'mail') {
    const count = mailsIn(bytes);
    if (count > 1) return refuse(say('severalMails', { count }));
    const mail = await readMail(bytes, textOf);
    return 'problem' in mail ? mail : { ok: true, kind, mail };
  }
  if (kind === 'calendar') {
    const read = readMeetings(textOf(unfolded(bytes)));
    if ('problem' in read) return read;
    const [meeting, ...others] = read.meetings;
    return { ok: true, kind: 'meeting', meeting, others, unread: read.unread };
  }
  const said = textOf(bytes);
  const line = oneLine(PAGE.test(said) ? wordsOf(said) : said);
  return { ok: true, kind, text: line, isCut: line.length > LONGEST_LINE };
}
