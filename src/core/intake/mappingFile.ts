import { renderKey, renderScalar } from '../frontMatter/edit/scalar';
import { dataOf, parseYamlText } from '../frontMatter/yamlText';
import { isCurrencyCode } from '../money';
import { findStage, type Process } from '../process/process';
import { isRecord } from '../shapes';
import { refuse, type Refusal } from '../refusal';
import type { DayOrder } from './days';
import type { DaysOrder } from './daysOrder';
import { nameOfSign, signCalled } from './decimals';
import { fieldOfKey, type ClosedStage, type Mapping, type MappingSaid } from './mapping';
import type { MappedStage, StageMeant } from './mapStages';
import { outcomeNamed } from './outcomeNamed';
import { isKind } from './kindNames';
import { conflictLine } from './inConflict';
import { faultAt, refuseMapping, type MappingFault } from './mappingFault';
import { say } from './say';
import { isTargetName, type ColumnTarget } from './target';

/** A mapping as people keep it with the team, and change it. */
export function writeMapping(mapping: Mapping): string {
  const { columns, stages } = mapping;
  return [
    '# How an import reads this kind of table: what each column becomes, and each stage.',
    '# A column becomes a field, { key: a_key_of_yours }, notes or nothing. See docs/import.md.',
    ...decidedIn(mapping).flatMap(([key, text]) => (text === undefined ? [] : [`${key}: ${text}`])),
    'columns:',
    ...[...columns].map(([head, target]) => `  ${yamlKey(head)}: ${targetText(target)}`),
    'stages:',
    ...stages.map(({ name, is }) => `  ${yamlKey(name)}: ${is}`),
    '',
  ].join('\n');
}

/** What a mapping says besides columns and stages, each as the file has it behind its key; nothing where it doesn't say it. */
export function decidedIn(
  mapping: MappingSaid,
): readonly (readonly [key: string, text: string | undefined])[] {
  const { kind, dates, decimals, currency, owner, closedStage, pipeline } = mapping;
  const text = (value: string | null | undefined) =>
    value === undefined ? undefined : value === null ? NONE : renderScalar(value);
  return [
    ['kind', text(kind)],
    ['dates', dates && orderText(dates)],
    ['decimals', decimals && nameOfSign(decimals)],
    ['currency', text(currency)],
    ['owner', text(owner)],
    ['closed_stage', closedStage],
    ['pipeline', text(pipeline)],
  ];
}

/** What stands for no currency and no owner. */
const NONE = 'none';

/** `dmy`, or `{"Close Date": dmy}`: on one line, as what stands below belongs to columns. */
export function orderText(dates: DaysOrder): string {
  if (typeof dates === 'string') return dates;
  return `{${[...dates].map(([head, order]) => `${JSON.stringify(head)}: ${order}`).join(', ')}}`;
}

/** A name as a key of the file. */
export function yamlKey(name: string): string {
  return renderKey(name);
}

/** What a column becomes, as the file has it. */
export function targetText(target: ColumnTarget): string {
  if (typeof target === 'string') return target;
  return 'key' in target
    ? `{key: ${renderScalar(target.key)}}`
    : `{entered: ${renderScalar(target.entered)}}`;
}

/** Longer than any mapping, and short enough to be read at once. */
const MOST_CHARACTERS = 500_000;

/**
 * A mapping as a person has written it, or what is wrong with it.
 *
 * @param file where it is kept, where the person doesn't know that it's read
 */
export function readMapping(
  text: string,
  process: Process,
  file?: string,
): { readonly ok: true; readonly said: MappingSaid } | Refusal {
  const parsed = text.length > MOST_CHARACTERS ? undefined : parseYamlText(text, {});
  const data = parsed && !parsed.document.errors.length ? dataOf(parsed.document) : undefined;
  const line = data === undefined ? conflictLine(text) : undefined;
  if (line !== undefined) return refuse(say('linesInConflict', { file, line }));
  const wrong = (fault: Omit<MappingFault, 'ok'>) => refuseMapping(file, text, parsed?.document, fault);
  if (!isRecord(data)) return wrong({ at: [], says: say('mappingExpected', { key: 'columns' }) });
  const said: { -readonly [Key in keyof MappingSaid]: MappingSaid[Key] } = {};
  for (const [key, value] of Object.entries(data)) {
    const textual = typeof value === 'string' ? value : undefined;
    if (key === 'columns' || key === 'stages') {
      // A table that says won or lost alone has no stages.
      const all = value ?? {};
      const read = key === 'columns' ? readColumns(all, process) : readStages(all, process);
      if (!read.ok) return wrong(read);
      Object.assign(said, { [key]: read.value });
    } else if (key === 'kind' && textual && isKind(textual)) said.kind = textual;
    else if (key === 'dates') {
      const dates = readOrder(value);
      if (!dates) return wrong({ at: [key], says: say('mappingNotRead', { key }) });
      said.dates = dates;
    } else if (key === 'decimals' && textual && signCalled(textual)) said.decimals = signCalled(textual);
    else if ((key === 'currency' || key === 'owner') && isNone(value)) said[key] = null;
    else if (key === 'currency' && textual && isCurrencyCode(textual)) said.currency = textual;
    else if ((key === 'owner' || key === 'pipeline') && textual) said[key] = textual;
    else if (key === 'closed_stage' && textual) {
      const closed = closedStageCalled(textual, process);
      if (!closed) return wrong({ at: [key], says: say('mappingNoClosedStage', { typed: textual }) });
      said.closedStage = closed;
    } else return wrong({ at: [key], says: say('mappingNotRead', { key }) });
  }
  return { ok: true, said };
}

/** An empty text is what imports wrote for none for a while. */
function isNone(value: unknown): boolean {
  return value === NONE || value === '';
}

/** What is to become of closed deals whose last stage isn't known, as people write it. */
export function closedStageCalled(typed: string, process: Process): ClosedStage | undefined {
  const word = typed.trim().toLowerCase().replace(/[_ ]/g, '-');
  return word === 'unknown' || word === 'leave-out' ? word : findStage(process, typed);
}

/** The order of days as a mapping has it. */
export function readOrder(value: unknown): DaysOrder | undefined {
  if (isOrder(value)) return value;
  if (!isRecord(value)) return undefined;
  const all = Object.entries(value);
  const dates = new Map(all.filter((entry): entry is [string, DayOrder] => isOrder(entry[1])));
  return dates.size === all.length ? dates : undefined;
}

function isOrder(value: unknown): value is DayOrder {
  return value === 'dmy' || value === 'mdy';
}

type Read<T> = { readonly ok: true; readonly value: T } | MappingFault;

/** What a field is called in the place of a column; none where a column can't be it. */
function targetOfField(field: string): string | undefined {
  if (field === 'source_id') return 'id';
  return isTargetName(field) ? field : undefined;
}

function readColumns(value: unknown, process: Process): Read<ReadonlyMap<string, ColumnTarget>> {
  if (!isRecord(value)) return faultAt(['columns'], say('mappingExpected', { key: 'columns' }));
  const columns = new Map<string, ColumnTarget>();
  for (const [column, written] of Object.entries(value)) {
    const target = targetIn(written);
    const field =
      typeof target === 'object' && 'key' in target ? fieldOfKey(target.key, process.fields) : undefined;
    if (field !== undefined)
      return faultAt(
        ['columns', column],
        say('mappingFieldAsKey', { column, typed: targetText(target!), field: targetOfField(field) }),
      );
    if (!target)
      return faultAt(
        ['columns', column],
        say('mappingNoTarget', { column, typed: JSON.stringify(written) ?? '' }),
      );
    columns.set(column, target);
  }
  return { ok: true, value: columns };
}

function targetIn(written: unknown): ColumnTarget | undefined {
  if (written === null || written === '') return 'nothing';
  if (typeof written === 'string') return isTargetName(written) ? written : undefined;
  if (!isRecord(written)) return undefined;
  const { key, entered } = written;
  if (typeof key === 'string' && /^[\p{L}_][\p{L}\p{N}_ -]{0,80}$/u.test(key) && key !== '__proto__')
    return { key };
  return typeof entered === 'string' && entered ? { entered } : undefined;
}

function readStages(value: unknown, process: Process): Read<readonly MappedStage[]> {
  if (!isRecord(value)) return faultAt(['stages'], say('mappingExpected', { key: 'stages' }));
  const stages: MappedStage[] = [];
  for (const [name, written] of Object.entries(value)) {
    const is = typeof written === 'string' ? stageIn(written, process) : undefined;
    if (!is) return faultAt(['stages', name], say('mappingNoStage', { name, typed: String(written) }));
    stages.push({ name, is, how: 'said' });
  }
  return { ok: true, value: stages };
}

function stageIn(written: string, process: Process): StageMeant | undefined {
  return findStage(process, written) ?? outcomeNamed(written);
}
