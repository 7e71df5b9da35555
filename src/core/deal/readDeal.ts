import { isCalendarDate, type CalendarDate } from '../calendar';
import { isCurrencyCode, NO_CURRENCY, type Money } from '../money';
import { oneLine } from '../oneLine';
import {
  describe,
  error,
  isSerious,
  quote,
  warning,
  type At,
  type Problem,
  type ProblemCode,
} from '../problem';
import { ownName } from '../frontMatter/keyNames';
import type { FieldNames } from '../process/fieldNames';
import { meantStages } from '../process/meantStages';
import { findStage, FORECASTS, normaliseName, type Forecast, type Process } from '../process/process';
import type { StageId } from '../process/stages';
import type { Status } from '../process/outcome';
import { suggestions } from '../suggest';
import { tickedCriteria } from './checklist';
import type { Contact, Deal, HistoryEvent } from './deal';
import type { AttentionEntry, WholeEntry } from './entry';
import { textsIn } from '../frontMatter/edit/setTexts';
import type { FrontMatter } from '../frontMatter/cut';
import { firstHeading } from '../notes/heading';
import { lastActivity } from '../notes/log';
import { parseFrontMatter, type Data } from '../frontMatter/parse';
import { isKnownCurrency, meantCurrencies } from './problems/meantCurrencies';
import { outcomeProblems } from './problems/outcome';
import { placesIn, type FindPlace } from '../frontMatter/places';
import { DEAL_KEY } from './problems/placed';
import { brokenRules, type Entered } from './problems/rules';
import { meantStatuses, STATUS_NAMES } from './statusNames';

/**
 * Reads one file of a pipeline. Any text and any YAML value in any field gives an entry: a field that makes no sense
 * is left out of the deal and told as a problem at its line. Never throws.
 */
export function readDeal(path: string, text: string, process: Process): WholeEntry {
  const parsed = parseFrontMatter(text, process.fields);
  if (parsed.kind === 'none') return { kind: 'note', path };
  if (parsed.kind === 'refused') return attention(path, parsed.problem);
  const { data, frontMatter } = parsed;
  if (!Object.hasOwn(data, 'stage')) return { kind: 'note', path };
  const fields = new Fields(data, text, frontMatter, process.fields);
  const stage = fields.stage(process);
  const status = fields.status();
  const title = fields.text('title') ?? firstHeading(text, frontMatter.bodyStart)?.title ?? fileTitle(path);
  const read: Partly = {
    path,
    title,
    account: fields.text('account'),
    owner: fields.text('owner'),
    source: fields.text('source'),
    contacts: fields.contacts(),
    stage,
    status,
    value: fields.money(process.currency),
    probability: fields.probability(),
    forecast: fields.forecast(),
    created: fields.date('created'),
    closeDate: fields.date('close_date'),
    closedOn: fields.date('closed_on'),
    nextStep: fields.text('next_step'),
    nextStepOn: fields.date('next_step_on'),
    lostReason: fields.text('lost_reason'),
    tags: fields.texts('tags', 'hardware, renewal'),
    checks: union(
      fields.texts('checks', 'budget-confirmed, authority-known'),
      tickedCriteria(text, frontMatter.bodyStart, process),
    ),
    absent: NOTHING,
    history: fields.history(process, stage),
    lastActivity: lastActivity(text, frontMatter.bodyStart),
  };
  if (!stage || !status) {
    const first = fields.problems.find(problem => problem.severity === 'error')!;
    const rest = fields.problems.filter(problem => problem !== first);
    return attention(path, first, title, rest);
  }
  const deal: Writable<Deal> = { ...read, stage, status };
  const absent = process.required.filter(key => fields.isEmpty(key) || isUnreadable(deal, key));
  if (absent.length) deal.absent = absent;
  for (const problem of outcomeProblems(deal, process.fields)) fields.add(problem);
  return { kind: 'deal', path, deal, problems: fields.problems };
}

/** The entry of a file that may be a deal and cannot be read. */
export function attention(
  path: string,
  problem: Problem,
  title = fileTitle(path),
  others: readonly Problem[] = [],
): AttentionEntry {
  return { kind: 'attention', path, title, problem, ...(others.length && { others }) };
}

function fileTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

const NOTHING: readonly never[] = [];

function union(some: readonly string[], others: readonly string[]): readonly string[] {
  return others.length ? [...new Set([...some, ...others])] : some;
}

/** Where a deal has what it reads in a key. The title is not among them, which may stand elsewhere too. */
const READ_FROM: Readonly<Record<string, keyof Deal>> = {
  account: 'account',
  owner: 'owner',
  source: 'source',
  contacts: 'contacts',
  value: 'value',
  probability: 'probability',
  forecast: 'forecast',
  created: 'created',
  close_date: 'closeDate',
  next_step: 'nextStep',
  next_step_on: 'nextStepOn',
  tags: 'tags',
};

/** Whether something stands there that makes no sense: to the deal that is nothing. */
function isUnreadable(deal: Deal, key: string): boolean {
  const read = Object.hasOwn(READ_FROM, key) ? deal[READ_FROM[key]!] : true;
  return read === undefined || (Array.isArray(read) && read.length === 0);
}

/** Words with single spaces between them, as nearly every value is. */
const ONE_LINE = /^\S+(?: \S+)*$/;

/** A deal of which it may not be known where it stands. */
type Partly = Omit<Deal, 'stage' | 'status'> &
  Partial<Record<'stage', StageId | undefined>> &
  Partial<Record<'status', Status | undefined>>;

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** Reads the fields of one front matter, whatever stands in them, and keeps what is wrong with them. */
class Fields {
  readonly problems: Problem[] = [];
  private find: FindPlace | undefined;

  constructor(
    private readonly data: Data,
    private readonly source: string,
    private readonly frontMatter: FrontMatter,
    private readonly names: FieldNames,
  ) {}

  stage(process: Process): StageId | undefined {
    const value = this.get('stage');
    const stage = typeof value === 'string' ? findStage(process, value) : undefined;
    if (stage) return stage;
    const outcome = typeof value === 'string' ? STATUS_NAMES.get(normaliseName(value)) : undefined;
    if (outcome && outcome !== 'open') {
      const message = `“${outcome}” is how a deal ends, not a stage. Write it as “status: ${outcome}”, and the stage that it ended in.`;
      this.fail('stage-is-outcome', 'stage', message, [outcome]);
      return undefined;
    }
    const labels = process.stages.map(({ label }) => label);
    const meant = meantStages(value, process);
    if (typeof value === 'string' && value.trim()) {
      const hint = meant[0] ? `Did you mean “${meant[0]}”?` : `The stages are ${labels.join(', ')}.`;
      this.fail('unknown-stage', 'stage', `There is no stage ${quote(value)}. ${hint}`, meant);
    } else {
      const there = `The stage is ${describe(value)}, not the name of one.`;
      this.fail('unknown-stage', 'stage', `${there} The stages are ${labels.join(', ')}.`, meant);
    }
    return undefined;
  }

  status(): Status | undefined {
    const value = this.get('status');
    if (value === null || value === undefined) return 'open';
    const status = typeof value === 'string' ? STATUS_NAMES.get(normaliseName(value)) : undefined;
    if (!status) {
      const there = typeof value === 'string' ? quote(value) : describe(value);
      const message = `The status is ${there}. It can be open, won or lost.`;
      this.fail('unknown-status', 'status', message, meantStatuses(value));
    }
    return status;
  }

  /** One line of text. Numbers and the like are taken as written: a title may be `2027`. */
  text(key: string): string | undefined {
    const value = this.get(key);
    if (value === null || value === undefined) return undefined;
    if (typeof value === 'object') {
      this.warn('invalid-text', [key], `“${this.name(key)}” is ${describe(value)}, not a text.`);
      return undefined;
    }
    const text = this.asWritten(key, value);
    return (ONE_LINE.test(text) ? text : oneLine(text)) || undefined;
  }

  /** The account `0042` is not 42: what YAML takes for a number is looked up in the text again. */
  private asWritten(key: string, value: unknown): string {
    if (typeof value === 'string') return value;
    const head = this.source.slice(this.frontMatter.start, this.frontMatter.end);
    const written = new RegExp(`^${this.name(key)}:[ \\t]+([^\\s#]+)[ \\t]*(?:#.*)?$`, 'm').exec(head)?.[1];
    const isIt =
      typeof value === 'number' ? Number(written) === value : written?.toLowerCase() === String(value);
    return isIt ? written! : String(value);
  }

  date(key: string): CalendarDate | undefined {
    const value = this.get(key);
    if (value === null || value === undefined || value === '') return undefined;
    if (isCalendarDate(value)) return value;
    const there = typeof value === 'string' ? quote(value) : describe(value);
    this.warn(
      'invalid-date',
      [key],
      `“${this.name(key)}” is ${there}, not a date. Write it like 2026-12-18.`,
    );
    return undefined;
  }

  money(defaultCurrency: string | undefined): Money | undefined {
    const amount = this.amount();
    const currency = this.currency(defaultCurrency);
    return amount === undefined || currency === undefined ? undefined : { amount, currency };
  }

  /** Each once. A list, or one text with commas between them. */
  texts(key: string, example: string): readonly string[] {
    const value = this.get(key);
    if (value === null || value === undefined) return NOTHING;
    const items: unknown[] = Array.isArray(value) ? value : [value];
    if (items.some(item => typeof item === 'object' && item !== null)) {
      this.warn(
        'invalid-text',
        [key],
        `“${this.name(key)}” is not a list of texts. Write it like [${example}].`,
      );
    }
    return [...new Set(textsIn(value))];
  }

  /** A list, or one: `{name: R. Lee, role: buyer, email: r.lee@acme.example}`, or a name alone. */
  contacts(): readonly Contact[] {
    const value = this.get('contacts');
    if (value === null || value === undefined) return NOTHING;
    const contacts = (Array.isArray(value) ? value : [value]).map(readContact);
    const known = contacts.filter(contact => contact !== undefined);
    if (known.length < contacts.length) {
      const message = `“${this.name('contacts')}” has an entry without a name. Write it like {name: R. Lee, role: buyer}.`;
      this.warn('invalid-text', ['contacts'], message);
    }
    return known;
  }

  probability(): number | undefined {
    const value = this.get('probability');
    if (value === null || value === undefined) return undefined;
    if (typeof value === 'number' && value >= 0 && value <= 100) return value;
    const there = typeof value === 'string' ? quote(value) : describe(value);
    this.warn(
      'invalid-probability',
      ['probability'],
      `The probability is ${there}, not a number from 0 to 100.`,
    );
    return undefined;
  }

  forecast(): Forecast | undefined {
    const value = this.get('forecast');
    if (value === null || value === undefined) return undefined;
    const name = typeof value === 'string' ? normaliseName(value).replaceAll(' ', '_') : undefined;
    const forecast = FORECASTS.find(one => one === name);
    if (!forecast) {
      const there = typeof value === 'string' ? quote(value) : describe(value);
      const message = `The forecast is ${there}. It can be ${FORECASTS.join(', ')}.`;
      this.warn('invalid-forecast', ['forecast'], message, name ? suggestions(name, FORECASTS) : []);
    }
    return forecast;
  }

  /** The events in the order of their days. Entries that say nothing readable are left out and told. */
  history(process: Process, stage: StageId | undefined): HistoryEvent[] {
    const value = this.get('history');
    if (value === null || value === undefined) return [];
    if (!Array.isArray(value)) {
      this.warn('invalid-history', ['history'], `The history is ${describe(value)}, not a list.`);
      return [];
    }
    const events: HistoryEvent[] = [];
    /** At which place of the list each event stands. */
    const places = new Map<HistoryEvent, number>();
    for (const [index, item] of value.entries()) {
      const event = readEvent(item, process);
      if ('wrong' in event) {
        const message = `Entry ${index + 1} of the history ${event.wrong}. It is not counted.`;
        const at = event.key === undefined ? ['history', index] : ['history', index, event.key];
        this.warn('invalid-history', at, message, event.meant);
      } else {
        places.set(event, index);
        events.push(event);
        this.closeDateOf(item, index);
      }
    }
    const late = events.find((event, index) => index > 0 && event.on < events[index - 1]!.on);
    if (late) {
      events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
      const message = 'The history is not in the order of its days. It is read as if it were.';
      this.warn('history-order', ['history', places.get(late)!, 'on'], message);
    }
    if (!stage) return events;
    const entered: Entered[] = events.flatMap(event => {
      const index = places.get(event)!;
      const { stage: entered, isMeant = false } = event;
      return entered ? [{ stage: entered, at: ['history', index, 'stage'], isMeant }] : [];
    });
    const last = entered.at(-1)?.stage;
    if (last && last !== stage) {
      const message = `The history ends in “${last}”, the stage is “${stage}”. Add the missing line to the history.`;
      this.warn('history-mismatch', ['stage'], message, [last]);
      entered.push({ stage, at: ['stage'], isMeant: false });
    }
    for (const problem of brokenRules(entered, process)) this.add(problem);
    return events;
  }

  /** A date that makes no sense in a line that does: the line counts without it. */
  private closeDateOf(item: unknown, index: number): void {
    const { close_date: date } = item as Record<string, unknown>;
    if (date === null || date === undefined || isCalendarDate(date)) return;
    const where = `“close_date” in entry ${index + 1} of the history`;
    const there = typeof date === 'string' ? quote(date) : describe(date);
    const at = ['history', index, 'close_date'];
    this.warn('invalid-date', at, `${where} is ${there}, not a date. Write it like 2026-12-18.`);
  }

  private amount(): number | undefined {
    const value = this.get('value');
    if (value === null || value === undefined) return undefined;
    // No sum of amounts up to this one loses a unit, or ends as infinity.
    if (typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return Math.abs(value);
    const there = typeof value === 'string' ? `the text ${quote(value)}` : describe(value);
    const wayOut = `Write a plain number, such as 48000, and the currency in “${this.name('currency')}”.`;
    this.warn('invalid-value', ['value'], `The value is ${there}. It is not counted. ${wayOut}`);
    return undefined;
  }

  private currency(byDefault: string | undefined): string | undefined {
    const value = this.get('currency');
    if (value === null || value === undefined) return byDefault ?? NO_CURRENCY;
    const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
    if (isCurrencyCode(code)) {
      if (!isKnownCurrency(code)) this.warnOfCurrency(code);
      return code;
    }
    const there = typeof value === 'string' ? quote(value) : describe(value);
    const message = `The currency is ${there}, not a code of three letters such as EUR. The value is not counted.`;
    this.warn('invalid-currency', ['currency'], message, meantCurrencies(String(code || there)));
    return undefined;
  }

  /** Whether nothing stands behind a key, or nothing that says anything. */
  isEmpty(key: string): boolean {
    const value = this.get(key);
    if (Array.isArray(value)) return value.every(isBlank);
    return isBlank(value) || (typeof value === 'object' && Object.keys(value as object).length === 0);
  }

  private warnOfCurrency(code: string): void {
    const meant = meantCurrencies(code);
    const hint = meant[0] ? ` Did you mean ${meant[0]}?` : '';
    const message = `No currency has the code ${code}. The value is counted apart from all others.${hint}`;
    this.warn('unknown-currency', ['currency'], message, meant);
  }

  /** Only the file's own keys: a key may be named like something that every object inherits. */
  private get(key: string): unknown {
    return Object.hasOwn(this.data, key) ? this.data[key] : undefined;
  }

  /** A hint is looked up in the text only when somebody is to see it: many files have some. */
  add(problem: Problem): void {
    this.problems.push(isSerious(problem) ? { ...problem, ...this.placeOf(problem.at!) } : problem);
  }

  private fail(code: ProblemCode, key: string, message: string, meant: readonly string[]): void {
    const place = this.placeOf([key]);
    this.problems.push(error(code, message, meant.length ? { ...place, meant } : place));
  }

  private warn(code: ProblemCode, at: At, message: string, meant: readonly string[] = []): void {
    const place = this.placeOf(at);
    this.problems.push(warning(code, message, meant.length ? { ...place, meant } : place));
  }

  /** Looked up only when something is wrong, since the fast parser knows no lines; and once, since much may be. */
  private placeOf(at: At): ReturnType<FindPlace> {
    this.find ??= placesIn(this.source, this.frontMatter, this.names, DEAL_KEY);
    return this.find(at);
  }

  /** As the file has it. */
  private name(key: string): string {
    return ownName(this.names, key);
  }
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && !value.trim());
}

function readContact(item: unknown): Contact | undefined {
  if (typeof item === 'string') {
    const name = oneLine(item);
    return name ? { name, role: undefined, email: undefined } : undefined;
  }
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const text = (key: string) => {
    const value: unknown = Object.hasOwn(item, key) ? (item as Record<string, unknown>)[key] : undefined;
    return ((typeof value === 'string' || typeof value === 'number') && oneLine(String(value))) || undefined;
  };
  const contact = { name: text('name'), role: text('role'), email: text('email') };
  return contact.name || contact.role || contact.email ? contact : undefined;
}

/** What is wrong with an entry of the history: as the rest of a sentence, and with which of its keys. */
interface Wrong {
  readonly wrong: string;
  readonly key?: 'on' | 'stage' | 'status';
  readonly meant?: readonly string[];
}

/** The event, or what is wrong with it. */
function readEvent(item: unknown, process: Process): HistoryEvent | Wrong {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { wrong: 'has no “on” and “stage”' };
  }
  const { on, stage, status, close_date: closeDate, override, skipped } = item as Record<string, unknown>;
  if (!isCalendarDate(on)) return { wrong: 'has no date in “on”', key: 'on' };
  const known = typeof stage === 'string' ? findStage(process, stage) : undefined;
  if (stage !== undefined && !known) {
    const meant = meantStages(stage, process);
    return { wrong: `names no known stage (${quote(stage)})`, key: 'stage', meant };
  }
  const outcome = typeof status === 'string' ? STATUS_NAMES.get(normaliseName(status)) : undefined;
  if (status !== undefined && !outcome) {
    return { wrong: `names no known status (${quote(status)})`, key: 'status', meant: meantStatuses(status) };
  }
  // A command that was asked to make a move against the rules has written that down.
  const event = {
    on,
    stage: known,
    status: outcome,
    ...(override === true && { isMeant: true as const }),
    ...(Array.isArray(skipped) && { skipped: skipped.map(String) }),
  };
  if (isCalendarDate(closeDate)) return { ...event, closeDate };
  return known || outcome ? event : { wrong: 'has neither “stage” nor “status”' };
}
