import type { CalendarDate } from '../calendar';
import type { Captured, Correspondent, Mail, Meeting } from './captured';
import { shownAs } from './correspondent';

/** What a log says of a mail or a meeting, and what follows from it. */
export interface CaptureEntry {
  /** The day on which it happened; none where nothing says so. */
  readonly on: CalendarDate | undefined;
  readonly what: string;
  /** Those of the other side, whoever is already known. */
  readonly theirs: readonly Correspondent[];
  /** The meeting, if it is still to come. */
  readonly next: { readonly step: string; readonly on: CalendarDate } | undefined;
}

/** So many people and files are named. */
const MOST_NAMED = 3;

/**
 * The entry of a mail or a meeting, in the words that logs have here: the line of a mail that we sent begins with “mail to”, by which
 * deals without an answer are found.
 *
 * @param isOurs whether somebody is on our side
 */
export function entryOf(
  captured: Exclude<Captured, { kind: 'text' }>,
  isOurs: (one: Correspondent) => boolean,
  today: CalendarDate,
): CaptureEntry {
  const told = { isOurs, today };
  return captured.kind === 'mail' ? entryOfMail(captured.mail, told) : entryOfMeeting(captured.meeting, told);
}

interface Told {
  readonly isOurs: (one: Correspondent) => boolean;
  readonly today: CalendarDate;
}

function entryOfMail({ on, from, to, subject, attachments, meeting }: Mail, told: Told): CaptureEntry {
  const files = attachments.length ? ` (attached: ${named(attachments)})` : '';
  if (meeting) {
    // Many calendars send for their people: who organizes is in the invitation.
    const sent = { ...meeting, by: meeting.by ?? from };
    const entry = entryOfInvitation(sent, told);
    return { ...entry, what: entry.what + files, on };
  }
  const isSent = from !== undefined && told.isOurs(from);
  const theirs = (isSent ? to : from ? [from] : []).filter(one => !told.isOurs(one));
  const who =
    isSent && theirs.length ? ` to ${named(theirs.map(shownAs))}` : from ? ` from ${shownAs(from)}` : '';
  return { on, what: behind(`mail${who}`, subject) + files, theirs, next: undefined };
}

function entryOfMeeting(meeting: Meeting, told: Told): CaptureEntry {
  const { state, on, until, title, isSeries } = meeting;
  if (state !== 'invited' || isSeries || until >= told.today) return entryOfInvitation(meeting, told);
  const theirs = theirsIn(meeting, told);
  const who = theirs.length ? ` with ${named(theirs.map(shownAs))}` : '';
  return { on, what: behind(`meeting${who}`, title), theirs, next: undefined };
}

function entryOfInvitation(meeting: Meeting, told: Told): CaptureEntry {
  const { state, title, on, time, isSeries } = meeting;
  const when = `${on}${time ? ` ${time}` : ''}${isSeries ? ', repeats' : ''}`;
  const isOn = state === 'invited' || state === 'accepted' || state === 'tentative';
  const isAhead = isOn && on >= told.today;
  const step = behind(`Meeting${time ? ` at ${time}` : ''}`, title);
  return {
    on: undefined,
    what: behind(begun(meeting, told), title ? `${title}, ${when}` : when),
    theirs: theirsIn(meeting, told),
    next: isAhead ? { step, on } : undefined,
  };
}

function begun(meeting: Meeting, told: Told): string {
  const { state, by } = meeting;
  if (state === 'cancelled') return by ? `${shownAs(by)} cancelled the meeting` : 'meeting cancelled';
  if (state === 'countered') return by ? `${shownAs(by)} proposed another time` : 'another time proposed';
  if (state === 'tentative')
    return by ? `${shownAs(by)} accepted tentatively` : 'invitation accepted tentatively';
  if (state !== 'invited') return by ? `${shownAs(by)} ${state}` : `invitation ${state}`;
  if (!by) return 'invitation';
  const theirs = theirsIn(meeting, told);
  const isSent = told.isOurs(by) && theirs.length > 0;
  return isSent ? `invited ${named(theirs.map(shownAs))}` : `invitation from ${shownAs(by)}`;
}

function theirsIn({ by, others }: Meeting, { isOurs }: Told): Correspondent[] {
  return [...(by ? [by] : []), ...others].filter(one => !isOurs(one));
}

function behind(what: string, subject: string): string {
  return subject ? `${what}: ${subject}` : what;
}

function named(some: readonly string[]): string {
  const more = some.length - MOST_NAMED;
  return more > 0 ? `${some.slice(0, MOST_NAMED).join(', ')} and ${more} more` : some.join(', ');
}
