import type { CalendarDate } from '../../calendar';
import { daysInStage, isStayFromGit } from '../../deal/daysInStage';
import { moreOf, parsedMore } from '../../deal/more';
import { lastDone, type Contact, type Deal, type HistoryEvent } from '../../deal/deal';
import { isNote, needsAttention, type Entry } from '../../deal/entry';
import { isPlain } from '../../deal/read/plainFields';
import { FIELDS, propertyOf } from '../../fields/table';
import type { Left } from '../../filter/leave';
import type { InWords } from '../../problem';
import { jsonText } from './jsonText';
import { pick } from './pick';
import type { DealJson, ListJson } from './schema/list';
import { todoAsJson } from './todos';
import { fileCounts, moneyAsJson, stageAsJson } from './values';

/**
 * What `list --json` prints.
 *
 * @param folder as the person named it
 * @param deals those to be listed, in their order
 */
export function listAsJson(
  folder: string,
  { pipeline, leftOut }: Left,
  deals: readonly Deal[],
  today: CalendarDate,
  inWords: InWords,
): ListJson {
  return {
    version: 1,
    folder,
    deals: deals.map(deal => dealAsJson(deal, today)),
    needsAttention: pipeline.group('attention').flatMap(entry => attentionAsJson(entry, inWords)),
    otherNotes: [...pipeline.all()].flatMap(entry => (isNote(entry) ? [entry.path] : [])).sort(),
    files: fileCounts(pipeline.files),
    leftOut,
  };
}

/** Where keys have always stood, since scripts may show them in their order. A field that is new comes behind them. */
const FIRST = [
  ...['path', 'title', 'account', 'owner', 'source', 'contacts', 'stage', 'status', 'value', 'probability'],
  ...[
    'forecast',
    'created',
    'closeDate',
    'closedOn',
    'nextStep',
    'nextStepOn',
    'lostReason',
    'tags',
    'checks',
  ],
  ...['absent', 'history', 'lastActivity', 'daysInStage'],
];

/** The keys of a published deal, in their order. What else a deal has is our own affair. */
export const DEAL_KEYS: readonly string[] = [
  ...new Set([...FIRST, ...FIELDS.filter(isPlain).map(propertyOf), 'contractValue', 'todos', 'conflict']),
];

/**
 * The deals as JSON Lines: each on a line of its own, as `list --json` has it, and all in ASCII where a terminal or a reader of
 * lines would act on a sign.
 */
export function dealsAsJsonLines(deals: readonly Deal[], today: CalendarDate): string {
  return deals.map(deal => `${jsonText(dealAsJson(deal, today))}\n`).join('');
}

function dealAsJson(deal: Deal, today: CalendarDate): DealJson {
  // Written out in the order of `DEAL_KEYS`: filled key by key, it would take several times as long to make, and to print.
  const json: DealJson = {
    path: deal.path,
    title: deal.title,
    account: deal.account ?? null,
    owner: deal.owner ?? null,
    source: deal.source ?? null,
    contacts: deal.contacts.map(contactAsJson),
    stage: stageAsJson(deal),
    status: deal.status,
    value: moneyAsJson(deal.valueEach ?? deal.value),
    probability: deal.probability ?? null,
    forecast: deal.forecast ?? null,
    created: deal.created ?? null,
    closeDate: deal.closeDate ?? null,
    closedOn: deal.closedOn ?? null,
    nextStep: deal.nextStep ?? null,
    nextStepOn: deal.nextStepOn ?? null,
    lostReason: deal.lostReason ?? null,
    tags: [...deal.tags],
    checks: [...deal.checks],
    absent: [...deal.absent],
    history: deal.history.map(eventAsJson),
    lastActivity: lastDone(deal, today) ?? null,
    daysInStage: daysInStage(deal, today) ?? null,
    valuePeriod: deal.valuePeriod ?? null,
    term: deal.term ?? null,
    onHoldUntil: deal.onHoldUntil ?? null,
    contractValue: moneyAsJson(deal.value),
    todos: (deal.todos ?? []).map(todoAsJson),
    conflict: conflictAsJson(deal),
  };
  const isFromGit = json.daysInStage !== null && isStayFromGit(deal);
  if (!isFromGit && deal.more === undefined) return json;
  return { ...json, ...(isFromGit && { fromGit: true as const }), ...moreAsJson(deal) };
}

/** What few files have: keys of it are there only where it is. */
function moreAsJson(deal: Deal): Pick<DealJson, 'sourceId' | 'lostNote' | 'own' | 'asWritten'> {
  const { own, asWritten, ...named } = moreOf(deal) ?? { own: {}, asWritten: {} };
  return {
    ...named,
    ...(Object.keys(own).length && { own }),
    ...(Object.keys(asWritten).length && { asWritten }),
  };
}

function conflictAsJson(deal: Deal): DealJson['conflict'] {
  const { conflict } = deal;
  if (!conflict) return null;
  const { line, counts, other } = conflict;
  const own = sideAsJson(deal);
  const its = other ? sideAsJson(other) : null;
  return {
    line,
    counts,
    ...(counts === 'first' ? { first: own, second: its } : { first: its, second: own }),
  };
}

function sideAsJson(deal: Deal): NonNullable<DealJson['conflict']>['first'] {
  const { status, value, valueEach } = deal;
  return { stage: stageAsJson(deal), status, value: moneyAsJson(valueEach ?? value) };
}

function contactAsJson(contact: Contact): DealJson['contacts'][number] {
  const { name, role, email } = contact;
  const json = { name: name ?? null, role: role ?? null, email: email ?? null };
  return contact.more === undefined ? json : { ...json, ...splitMore(contact, 'phone') };
}

/** One of the keys by its name, where it is a text or a number; the others as a team's own. */
function splitMore<Key extends string>(
  from: { readonly more?: string },
  name: Key,
): { readonly [K in Key]?: string } & { readonly own?: Readonly<Record<string, unknown>> } {
  const { [name]: named, ...others } = parsedMore(from) ?? {};
  const isText = typeof named === 'string' || typeof named === 'number';
  const own = isText || named === undefined ? others : { ...others, [name]: named };
  const rest = Object.keys(own).length ? { own } : {};
  return { ...(isText && { [name]: String(named) }), ...rest } as ReturnType<typeof splitMore<Key>>;
}

type EventJson = DealJson['history'][number];

function eventAsJson(event: HistoryEvent): EventJson {
  const { on, stage, status, from, isMeant, skipped, closeDate } = event;
  const json: { -readonly [key in keyof EventJson]: EventJson[key] } = {
    on,
    stage: stage ?? null,
    status: status ?? null,
  };
  // Few have one of these.
  if (from) json.from = from;
  if (isMeant) json.isMeant = isMeant;
  if (skipped) json.skipped = [...skipped];
  if (closeDate) json.closeDate = closeDate;
  return event.more === undefined ? json : { ...json, ...splitMore(event, 'reason') };
}

function attentionAsJson(entry: Entry, inWords: InWords): ListJson['needsAttention'] {
  if (!needsAttention(entry)) return [];
  return [{ path: entry.path, ...pick(entry.problem, 'line', 'code'), message: inWords(entry.problem) }];
}
