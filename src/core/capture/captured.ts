import type { CalendarDate } from '../calendar';

/** Somebody whom a mail or an invitation names; at least one of the two is known. */
export interface Correspondent {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

/** What an invitation says has become of its meeting. */
export type MeetingState = 'invited' | 'cancelled' | 'accepted' | 'tentative' | 'declined' | 'countered';

/** A meeting as an invitation has it. */
export interface Meeting {
  readonly state: MeetingState;
  /** Empty where it has none. */
  readonly title: string;
  /** Where the person is, as their own calendar shows it. */
  readonly on: CalendarDate;
  /** The day on which it ends, likewise. */
  readonly until: CalendarDate;
  /** `10:00`, likewise; none where it takes the whole day. */
  readonly time: string | undefined;
  /** Who sent it: the organizer, or who answers. */
  readonly by: Correspondent | undefined;
  /** Without rooms, and without the one above. */
  readonly others: readonly Correspondent[];
  /** It is the first of a series. */
  readonly isSeries: boolean;
}

export interface Mail {
  /** The day on which it was sent, where the person is; none where it doesn't say so. */
  readonly on: CalendarDate | undefined;
  /** What its head says of that day, where it can’t be read. */
  readonly unreadDay?: string;
  readonly from: Correspondent | undefined;
  readonly to: readonly Correspondent[];
  /** Where it has none, the first words of its text. */
  readonly subject: string;
  /** Names of files. */
  readonly attachments: readonly string[];
  /** That of the invitation which came with it. */
  readonly meeting: Meeting | undefined;
}

/** What came from outside, to be logged in a deal. */
export type Captured =
  | { readonly kind: 'mail'; readonly mail: Mail }
  | {
      readonly kind: 'meeting';
      readonly meeting: Meeting;
      /** Those that stand in the same file. */
      readonly others: readonly Meeting[];
      /** Titles of events of the file that can't be read. */
      readonly unread: readonly string[];
    }
  /** On one line. */
  | { readonly kind: 'text'; readonly text: string; readonly isCut: boolean };
