import { sayer } from '../says';

/** Why nothing of a file from outside can be logged. */
export interface CaptureSays {
  nothingToLog: object;
  binaryToLog: object;
  outlookMessage: object;
  /** @param most in megabytes */
  tooMuchToLog: { most: number };
  mailBroken: object;
  severalMails: { count: number };
  calendarBroken: object;
  noMeeting: object;
  tooManyMeetings: { count: number; most: number };
}

export const say = sayer<CaptureSays>();
