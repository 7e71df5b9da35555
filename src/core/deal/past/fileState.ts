import type { CalendarDate } from '../../calendar';
import { parseFrontMatter } from '../../frontMatter/parse';
import type { Money } from '../../money';
import { firstHeading } from '../../notes/heading';
import { readNotes } from '../../notes/readNotes';
import type { Status } from '../../process/outcome';
import type { Process } from '../../process/process';
import type { StageId } from '../../process/stages';
import { contractValue } from '../../recurring';
import { readDay } from '../read/date';
import { readMoney } from '../read/money';
import { FieldReading } from '../read/reading';
import { readPeriod, readTerm } from '../read/recurring';
import { readStage, readStatus } from '../read/stage';
import { readName, readText } from '../read/texts';

/** What a version of a deal's file says, of what its past is told in. */
export interface FileState {
  readonly title: string | undefined;
  readonly account: string | undefined;
  readonly sourceId: string | undefined;
  readonly created: CalendarDate | undefined;
  readonly stage: StageId;
  readonly status: Status;
  /** What counts: where the value recurs, that of the whole contract. */
  readonly value: Money | undefined;
  readonly closeDate: CalendarDate | undefined;
  readonly owner: string | undefined;
  readonly nextStep: string | undefined;
  readonly nextStepOn: CalendarDate | undefined;
  readonly closedOn: CalendarDate | undefined;
  readonly lostReason: string | undefined;
}

export type StateField = keyof FileState;

/** In the order in which they stand in a state. */
export const STATE_FIELDS = [
  ...(['title', 'account', 'sourceId', 'created', 'stage', 'status', 'value'] as const),
  ...(['closeDate', 'owner', 'nextStep', 'nextStepOn', 'closedOn', 'lostReason'] as const),
] as const satisfies readonly StateField[];

/** Nothing where the text is not that of a deal, or can't be read as one. Never throws. */
export function fileStateOf(text: string, process: Process): FileState | undefined {
  const parsed = parseFrontMatter(text, process.fields);
  if (parsed.kind !== 'found' || !Object.hasOwn(parsed.data, 'stage')) return undefined;
  const reading = new FieldReading(parsed.data, text, parsed.frontMatter, process.fields);
  const stage = readStage(reading, process);
  const status = readStatus(reading);
  if (!stage || !status) return undefined;
  const said = readMoney(reading, process.currency);
  const period = readPeriod(reading, 'value_period');
  return {
    title: readText(reading, 'title') || firstHeading(readNotes(text, parsed.frontMatter.bodyStart))?.title,
    account: readName(reading, 'account'),
    sourceId: readText(reading, 'source_id'),
    created: readDay(reading, 'created'),
    stage,
    status,
    value: said && period ? contractValue(said, period, readTerm(reading, 'term')) : said,
    closeDate: readDay(reading, 'close_date'),
    owner: readName(reading, 'owner'),
    nextStep: readText(reading, 'next_step'),
    nextStepOn: readDay(reading, 'next_step_on'),
    closedOn: readDay(reading, 'closed_on'),
    lostReason: readText(reading, 'lost_reason'),
  };
}

/** Alike for two processes by which every file says the same. */
export function stateKey({ stageByName, fields, currency }: Process): string {
  return JSON.stringify([[...stageByName], [...fields], currency ?? null]);
}

export function isSameValue(one: FileState[StateField], other: FileState[StateField]): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.amount === other.amount && one.currency === other.currency;
}
