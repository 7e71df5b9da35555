import type { CalendarDate } from '../../calendar';
import type { Process } from '../../process/process';
import type { TextEdit } from '../../textEdit';
import type { FieldKind } from './fields';
import type { NameKind } from './inUse';

/** Something that can be written at a place. */
export interface Offer {
  readonly kind: 'key' | FieldKind;
  /** The keys that lead to the value; for a key, to the map that it is for. */
  readonly path: readonly string[];
  /** What it is called: the key, the name; for a stage its label, for a day what it is called in words. */
  readonly label: string;
  /** What a reader of YAML will find there; for a key, the standard name of it. */
  readonly value: unknown;
  readonly edit: TextEdit;
  /** What is typed is compared with this. */
  readonly filter: string;
  /** There are places in it where one goes on typing, marked as in a snippet: `$1`. */
  readonly hasHoles: boolean;
  /** A value comes next, for which there are offers too. */
  readonly leadsOn: boolean;
}

export interface Offers {
  readonly offers: readonly Offer[];
  /** What is offered depends on what is typed: it is to be asked for again. */
  readonly dependOnText: boolean;
}

/** What is known beyond the text. */
export interface OfferContext {
  readonly process: Process;
  /** The names that the other deals use, those that are used most first; asked for only where they are offered. */
  readonly names: (kind: NameKind) => readonly string[];
  readonly today: CalendarDate;
  /** The language of the person, for dates in words. */
  readonly language: string;
  /** Somebody has asked what can stand there: where a whole value does, that is not what the others are measured by. */
  readonly isAsked: boolean;
}

/** Our own text as a part of a snippet, in which some characters have a meaning. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
