import type { CalendarDate } from '../../calendar';
import { quietLine } from '../../capture/quietLine';
import { oneLine } from '../../oneLine';
import type { DayOrder } from '../days';
import { foldName } from '../heads';
import { quietStart, wordsOf } from '../notes';
import { say } from '../say';
import { dayOfRow } from './dayOfRow';
import type { BesideCells, BesideRead } from './rowsBeside';

/** What a row of another system's activities says, as a log has it. */
export interface TheirActivity {
  readonly row: number;
  /** Of the row in its system; nothing where the table has none. */
  readonly id: string | undefined;
  readonly on: CalendarDate;
  /** One line of Markdown: `call: pricing: they asked for a reference`. */
  readonly what: string;
  /** A long text whole, as lines of Markdown below that line. */
  readonly below: readonly string[];
}

/** By what all rows of a table are read. */
export interface ActivityBy {
  readonly today: CalendarDate;
  readonly order: DayOrder | undefined;
  /** What the table says of all of its activities. */
  readonly kind: string | undefined;
}

/** Longer texts stand below their line, so that the log is still read at a glance. */
const LONG = 240;
/** Of longer ones only so much is taken: nobody has written them. */
const MOST_TEXT = 20_000;

const NOT_DONE =
  /^(?:to[ -]?do|not[ _]?started|in[ _]?progress|open|deferred|waiting.*|planned|scheduled|pending|no|false|0)$/i;

/** What a log calls the kinds that systems have, by their words in the fewest letters. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ email: 'mail', mail: 'mail', incomingemail: 'mail', forwardedemail: 'mail', emailmessage: 'mail' },
  ...{ phone: 'call', phonecall: 'call', anruf: 'call', appel: 'call', llamada: 'call' },
  ...{ event: 'meeting', todo: 'task', notiz: 'note', aufgabe: 'task', besprechung: 'meeting' },
};

/** An activity as a line of the log; or why it is none: without a day, still to come, not done, or empty. */
export function readActivity(
  row: BesideCells,
  { today, order, kind }: ActivityBy,
): BesideRead<TheirActivity> {
  const { cell, cells } = row;
  if (NOT_DONE.test(cell('done'))) return { says: say('rowNotDone'), about: 'done' };
  const on = dayOfRow(row, order, today);
  if (typeof on !== 'string') return on;
  const words = cells('text')
    .map(wordsOf)
    .filter(text => text)
    .join('\n\n');
  const subject = oneLine(wordsOf(cell('subject')));
  const { what, below } = told(kindOf(cell('kind')) ?? kind, subject, words.slice(0, MOST_TEXT));
  if (!what) return { says: say('rowNothingToLog') };
  const item = { row: row.row, id: cell('id') || undefined, on, what, below };
  return words.length > MOST_TEXT
    ? { item, says: say('rowTextCut', { most: MOST_TEXT }), about: 'text' }
    : { item };
}

function kindOf(cell: string): string | undefined {
  const own = oneLine(cell).toLowerCase();
  return own ? (KINDS[foldName(own)] ?? own) : undefined;
}

/** `call: pricing: they asked`; where that is long, it begins so, and all of it stands below. */
function told(
  kind: string | undefined,
  subject: string,
  words: string,
): { readonly what: string; readonly below: readonly string[] } {
  const line = oneLine(words);
  // Many systems call a call “Call” where nobody has named it; and a title that the text begins with says nothing more.
  const isSaid = kind && foldName(subject) === foldName(kind);
  const title = isSaid || line.toLowerCase().startsWith(subject.toLowerCase()) ? '' : subject;
  const whole = [title, line].filter(part => part).join(': ');
  const isLong = whole.length > LONG;
  const begun = isLong ? beginningOf(title || line) : whole;
  // What reads a log takes such signs for those between its day and its words.
  const what = quietLine([kind, begun].filter(part => part).join(': ')).replace(
    /^(?:(?::|[\u2013\u2014-](?= ))\s*)+/,
    '',
  );
  const texts = isLong ? [...(title.length > BEGINNING ? [title] : []), words].filter(part => part) : [];
  return { what, below: texts.flatMap(text => ['', ...text.split('\n').map(belowLine)]) };
}

/** So much of a long text stands in its line. */
const BEGINNING = 120;

function beginningOf(line: string): string {
  if (line.length <= BEGINNING) return line;
  const cut = line.slice(0, BEGINNING);
  const end = cut.lastIndexOf(' ');
  return `${(end > BEGINNING / 2 ? cut.slice(0, end) : cut).replace(/[\s.,;:]+$/, '')}…`;
}

function belowLine(line: string): string {
  return quietStart(quietLine(line, MOST_TEXT));
}
