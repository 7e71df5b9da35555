import type { FieldValue } from '../frontMatter/edit/scalar';
import { periodNamed } from '../deal/saidPeriod';
import { numberOrText, readPercent, readShare } from '../deal/typedValues';
import { NO_CURRENCY } from '../money';
import { oneLine } from '../oneLine';
import type { Process } from '../process/process';
import { isTerm, PERIODS } from '../recurring';
import { withClearDecimals } from './decimals';
import { foldName } from './heads';
import type { IncomingDeal } from './incoming';
import { forecastNamed } from './forecastNamed';
import { ownTextOf, ownValuesIn } from './ownValues';
import { outcomeSaid } from './outcomeNamed';
import { currencyOfHead, type HeadCurrency } from './moneyHeads';
import { isPast, readAmountCell, readCurrencyCell } from './readCells';
import type { FilledCell, RowContext, RowStanding } from './rowContext';
import { say } from './say';
import type { ColumnTarget } from './target';

type RowFields = Record<string, FieldValue>;

/** Fields of a deal, and which of them no cell says. */
export interface FieldsOfRow extends Pick<IncomingDeal, 'takenOf'> {
  readonly fields: Readonly<RowFields>;
  readonly assumed: ReadonlySet<string>;
}

/** What a row says in the fields of a deal, without title, stage and status. */
export function fieldsIn(context: RowContext, standing: RowStanding): FieldsOfRow {
  const { mapping } = context;
  const assumed = new Set<string>();
  const assume = (field: string) => assumed.add(field);
  const loss = lossIn(context, standing, assume);
  // Where the cell is there and empty, the table says that nobody has it, and the mapping who does then.
  if (!context.has('owner')) assume('owner');
  const text = (target: Parameters<RowContext['cell']>[0]) => {
    const cell = context.cell(target);
    return cell && oneLine(cell.text);
  };
  const worth = worthIn(context, assume);
  const all: Record<string, FieldValue | undefined> = {
    account: text('account'),
    owner: text('owner') ?? mapping.owner ?? undefined,
    ...loss,
    source: text('source'),
    ...worth.fields,
    probability: standing.status === 'open' || context.isOwn ? percentIn(context) : undefined,
    forecast: forecastIn(context, standing),
    ...daysIn(context, standing, assume),
    next_step: text('next_step'),
    next_step_on: context.day(context.cell('next_step_on')),
    on_hold_until: context.day(context.cell('on_hold_until')),
  };
  const product = context.cell('product');
  if (product) all['product'] = numberOrText(oneLine(product.text));
  const pipeline = context.cell('pipeline');
  if (pipeline && mapping.pipeline === undefined) all['pipeline'] = oneLine(pipeline.text);
  const said = Object.entries(all).filter(
    (entry): entry is [string, FieldValue] => entry[1] !== undefined && entry[1] !== '',
  );
  // Not by assignment: a key may be named `__proto__`.
  const fields = Object.fromEntries(new Map([...keysIn(context), ...said]));
  return { fields, assumed, ...(worth.takenOf && { takenOf: worth.takenOf }) };
}

/** Behind keys of the team's own; our own export also says what files have that can't be read, unless there is something better. */
function keysIn(context: RowContext): Iterable<readonly [string, FieldValue]> {
  if (!context.isOwn)
    return context
      .cells(one => typeof one === 'object' && 'key' in one)
      .map(({ target, text }) => [(target as { key: string }).key, numberOrText(oneLine(text))] as const);
  const id = context.cell('source_id');
  return [...ownValuesIn(context).fields, ...(id ? [['source_id', oneLine(id.text)] as const] : [])];
}

/** Only of a deal that is lost; of any other it is a note. */
function lossIn(context: RowContext, { status }: RowStanding, assume: (field: string) => void): RowFields {
  const fields: RowFields = {};
  for (const key of ['lost_reason', 'lost_note'] as const) {
    const cell = context.cell(key);
    if (!cell) continue;
    if (key === 'lost_note' && context.isOwn) fields[key] = ownTextOf(cell.text);
    else if (status === 'lost' || context.isOwn) fields[key] = oneLine(cell.text);
    else context.note(cell, say('cellNotRead', { typed: cell.text, field: key }));
  }
  const inStage = lossInStage(context, status, fields);
  // Where a column has the reasons, the stage says less of them.
  if ('lost_reason' in inStage && (context.has('lost_reason') || context.misses('lost_reason')))
    assume('lost_reason');
  return { ...inStage, ...fields };
}

/** `Lost - price` as a stage: what else it says is the reason, where no column has one; else it is among the notes. */
function lossInStage(
  context: RowContext,
  status: RowStanding['status'],
  { lost_reason }: RowFields,
): RowFields {
  for (const target of ['stage', 'status', 'is_won', 'is_lost'] as const) {
    const cell = context.cell(target);
    const said = cell && outcomeSaid(cell.text);
    if (said?.outcome !== status) continue;
    const { before, behind } = said;
    // HubSpot names the pipeline there.
    if (!before && (!behind || /pipeline/i.test(behind))) continue;
    if (status === 'lost' && behind && lost_reason === undefined)
      return { lost_reason: reasonMeant(oneLine(behind), context) };
    context.keep(cell!);
  }
  return {};
}

function reasonMeant(said: string, { process: { lostReasons } }: RowContext): string {
  const meant = /^(?:the )?competit(?:ion|ors?)$/i.test(said) ? 'competitor' : foldName(said);
  return lostReasons.find(reason => foldName(reason) === meant) ?? said;
}

/** The close date of an open deal; the day of the close of another one. */
function daysIn(
  context: RowContext,
  { status }: RowStanding,
  assume: (field: string) => void,
): Record<string, FieldValue | undefined> {
  const day = (target: 'close_day' | 'close_date' | 'closed_on' | 'created') =>
    context.day(context.cell(target));
  if (context.isOwn)
    return { close_date: day('close_date'), closed_on: day('closed_on'), created: day('created') };
  const past = (target: 'closed_on' | 'won_on' | 'lost_on' | 'created') =>
    context.pastDay(context.cell(target));
  const created = past('created');
  const closeDay = day('close_day');
  // Where a column of its own has the day, that of the other one is only the likeliest.
  const isColumn = (target: ColumnTarget) => context.has(target) || context.misses(target);
  if (isColumn('close_date') && !context.cell('close_date')) assume('close_date');
  if (status === 'open') return { close_date: day('close_date') ?? closeDay, created };
  const endedIn = ['closed_on', `${status}_on`] as const;
  const ended = past('closed_on') ?? past(`${status}_on`);
  if (ended === undefined && endedIn.some(isColumn)) assume('closed_on');
  if (ended !== undefined || closeDay === undefined || isPast(closeDay, context.today))
    return { close_date: day('close_date'), closed_on: ended ?? closeDay, created };
  if (endedIn.some(target => context.misses(target))) return { close_date: day('close_date'), created };
  // Nobody has set it to the day of the close: it still is the day on which the deal was to be closed.
  context.tell(context.cell('close_day')!, say('cellClosedToCome', { day: closeDay, status }));
  return { close_date: day('close_date') ?? closeDay, created };
}

/** Below 0 no deal has a value; a file may say so all the same. */
const NEGATIVE = /^-\d+(?:[.,]\d+)?$/;

interface WorthOfRow extends Pick<IncomingDeal, 'takenOf'> {
  readonly fields: Record<string, FieldValue | undefined>;
}

function worthIn(context: RowContext, assume: (field: string) => void): WorthOfRow {
  const { mapping, process } = context;
  const cell = context.cell('value');
  const inColumn = currencyIn(context);
  if (context.isOwn && cell && NEGATIVE.test(cell.text))
    return {
      fields: {
        ...{ value: Number(cell.text.replace(',', '.')), currency: inColumn },
        ...{ value_period: periodIn(context), term: termIn(context) },
      },
    };
  const isPlain = context.isOwn || cell?.isNumber;
  const style = isPlain ? 'program' : 'people';
  const headed =
    cell && !context.isOwn
      ? currencyOfHead(cell.column.head, mapping.currency ?? process.currency, process.rates)
      : undefined;
  const others = mapping.currency ?? process.currency;
  const amount =
    cell && (isPlain ? cell.text : withClearDecimals(cell.text, mapping.decimals ?? cell.column.decimals));
  const readAs = (own: string | undefined) =>
    amount === undefined ? undefined : readAmountCell(amount, style, own, process.rates);
  const byColumn = readAs(inColumn ?? headed?.currency ?? others);
  // A sign that can't be the currency of the heading is told as any other.
  const isAsOthers =
    inColumn === undefined && headed && byColumn && 'value' in byColumn && byColumn.value.shared;
  const read = isAsOthers ? readAs(others) : byColumn;
  const worth = read && 'value' in read ? read.value : undefined;
  const why =
    read && 'says' in read
      ? read.says
      : worth?.isRounded && say('cellAmountTooLong', { typed: cell!.text, amount: worth.amount });
  if (cell && why) context.note(cell, why, context.cell('currency'));
  // What stands in the cell is said of it alone.
  const byHead = worth?.currency === undefined && !worth?.shared ? headed : undefined;
  const named = worth && byHead ? unlessOther(context, inColumn, byHead) : inColumn;
  const ofHead =
    byHead && byHead.currency === undefined ? { sign: byHead.sign, mayBe: byHead.mayBe! } : undefined;
  const shared = named === undefined && worth ? (worth.shared ?? ofHead) : undefined;
  if (cell && shared) context.sharesSign(cell, shared.sign, shared.mayBe);
  // What the mapping says of others is no answer to a sign that means none of it.
  const ofOthers = worth && !shared ? (mapping.currency ?? undefined) : undefined;
  const isNone = worth !== undefined && (shared !== undefined || context.isOwn);
  const certain = worth && (worth.currency ?? byHead?.currency);
  const currency = named ?? certain ?? ofOthers ?? (isNone ? unlessTeams(process) : undefined);
  const ofSign = cell && worth?.currency ? signOf(cell, worth.currency) : certain && byHead?.mayBe;
  const takenOf = named === undefined ? ofSign : undefined;
  const isSaid = named !== undefined || (certain !== undefined && !takenOf) || shared !== undefined;
  // Our own export says with an empty cell that there is none.
  if (!isSaid && !(context.isOwn && context.has('currency'))) assume('currency');
  return {
    fields: {
      value: worth?.amount,
      currency: worth || context.isOwn ? currency : undefined,
      value_period: periodIn(context) ?? worth?.period,
      term: termIn(context),
    },
    ...(takenOf && { takenOf }),
  };
}

/** The currency of the row, unless the heading of the amounts is sure of another one: the amount is in that. */
function unlessOther(
  context: RowContext,
  inColumn: string | undefined,
  { currency: is, mayBe }: HeadCurrency,
): string | undefined {
  if (inColumn === undefined || is === undefined || mayBe || inColumn === is) return inColumn;
  const { head: column } = context.cell('value')!.column;
  context.note(context.cell('currency')!, say('cellOtherCurrency', { typed: inColumn, column, is }));
  return undefined;
}

/** The currencies that the sign of an amount may mean, where by itself it doesn't say that it means this one. */
function signOf({ text }: FilledCell, currency: string): readonly string[] | undefined {
  const read = readAmountCell(text, 'people', undefined, new Set());
  const { currency: bare, shared } = ('value' in read ? read.value : undefined) ?? {};
  if (shared) return shared.mayBe;
  return bare === currency ? undefined : [currency, ...(bare === undefined ? [] : [bare])];
}

/** What says that a value is in no currency, where without it it would be in the team's. */
function unlessTeams({ currency }: Process): string | undefined {
  return currency === undefined || currency === NO_CURRENCY ? undefined : NO_CURRENCY;
}

function currencyIn(context: RowContext): string | undefined {
  const cell = context.cell('currency');
  if (!cell) return undefined;
  const read = readCurrencyCell(cell.text, context.process.currency);
  if ('value' in read) return read.value;
  context.note(cell, read.says);
  return undefined;
}

/** What is paid once has no period. */
const ONCE = /^(?:one[ _-]?time|once|single|einmalig|unique)$/i;

function periodIn(context: RowContext): FieldValue | undefined {
  const cell = context.cell('value_period');
  if (!cell || ONCE.test(cell.text)) return undefined;
  const named = cell.text.toLowerCase();
  return read(context, cell, PERIODS.find(one => one === named) ?? periodNamed(named), 'value_period');
}

function termIn(context: RowContext): FieldValue | undefined {
  const cell = context.cell('term');
  const term = Number(cell?.text);
  return cell && read(context, cell, isTerm(term) ? term : undefined, 'term');
}

function percentIn(context: RowContext): FieldValue | undefined {
  const cell = context.cell('probability');
  if (!cell) return undefined;
  const plain = Number(cell.text.replace(',', '.'));
  // Our own export writes half a percent as 0.5.
  if (context.isOwn)
    return read(context, cell, plain >= 0 && plain <= 100 ? plain : undefined, 'probability');
  const isShare = cell.column.isShare && !cell.text.includes('%');
  const percent = isShare ? plain * 100 : readPercent(cell.text);
  const rounded = percent === undefined ? undefined : Number(percent.toPrecision(12));
  return read(context, cell, rounded ?? readShare(cell.text), 'probability');
}

function forecastIn(context: RowContext, { status }: RowStanding): FieldValue | undefined {
  const cell = context.cell('forecast');
  if (!cell) return undefined;
  // What our own export says stands so in a file.
  const named = forecastNamed(cell.text, context.isOwn ? 'open' : status);
  return named === 'nothing' ? undefined : read(context, cell, named, 'forecast');
}

function read(
  context: RowContext,
  cell: FilledCell,
  value: FieldValue | undefined,
  field: string,
): FieldValue | undefined {
  if (value === undefined) context.note(cell, say('cellNotRead', { typed: cell.text, field }));
  return value;
}
