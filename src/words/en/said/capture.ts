import type { CaptureSays } from '../../../core/capture/say';
import type { Sentences } from '../../sentences';

export const CAPTURE: Sentences<CaptureSays> = {
  nothingToLog: () => 'There is nothing in it to log.',
  binaryToLog: () => 'This is no mail, invitation or text. Save the mail as .eml, or the invitation as .ics.',
  outlookMessage: () =>
    'Outlook’s own .msg files can’t be read. Save the mail as .eml, or copy its text and log that.',
  tooMuchToLog: ({ most }) => `It is larger than ${most} MB. Log what matters in it as text.`,
  mailBroken: () =>
    'This mail can’t be read: it’s damaged, or has too many parts. Copy its text and log that.',
  severalMails: ({ count }) =>
    `This file has ${count} mails. Save the one you mean as an .eml file of its own, and log that.`,
  calendarBroken: () => 'This invitation can’t be read: it’s damaged, or has no valid start.',
  noMeeting: () => 'This calendar file has no meeting in it.',
  tooManyMeetings: ({ count, most }) =>
    `This calendar file has ${count} meetings, and ${most} can be logged at once. Save those you mean as a file of their own.`,
};
