import type { CalendarDate } from '../calendar';
import { isCalendarDate } from '../calendar';
import type { MapItem } from '../frontMatter/edit/change';
import type { FieldValue } from '../frontMatter/edit/scalar';
import { isStageId, stageIndex, type StageId } from '../process/stages';
import { isRecord } from '../shapes';
import { parsedList } from './ownLists';
import { isMapItem } from './ownValues';
import type { FilledCell, RowContext, RowStanding } from './rowContext';
import { say } from './say';

/** A stage, and the day on which it was entered. */
export interface StageEntered {
  readonly on: CalendarDate;
  readonly stage: StageId;
}

/** The lines of the history that a row tells, and the stage in which they end. */
export function historyIn(
  context: RowContext,
  standing: RowStanding,
  fields: Readonly<Record<string, FieldValue>>,
): { readonly lines: readonly MapItem[]; readonly lastStage: StageId | undefined } {
  const own = ownHistory(context);
  if (own.length) return { lines: own, lastStage: undefined };
  const entered = enteredIn(context, standing);
  const { fitting, isDated } = upToStage(entered, standing.stage);
  const named = context.cell('stage')?.text ?? standing.stage;
  for (const { cell } of entered.filter(one => !fitting.includes(one)))
    context.note(cell, say('cellNotBeforeStage', { stage: named, isDated }));
  if (!isDated && fitting.length)
    context.tell(fitting.at(-1)!.cell, say('cellStageUndated', { stage: named }));
  return linesOf(fitting, standing, fields);
}

/** The same with the cell that tells it. */
interface CellEntered extends StageEntered {
  readonly cell: FilledCell;
}

/** Entries that lead to the stage in which the deal is: up to its own day; where no column has that, those of stages before it. */
function upToStage(
  entered: readonly CellEntered[],
  stage: RowStanding['stage'],
): { readonly fitting: readonly CellEntered[]; readonly isDated: boolean } {
  if (stage === 'unknown') return { fitting: entered, isDated: true };
  const own = entered.flatMap(one => (one.stage === stage ? [one.on] : []));
  const last = own.toSorted().at(-1);
  if (last !== undefined) return { fitting: entered.filter(({ on }) => on <= last), isDated: true };
  const before = entered.filter(one => stageIndex(one.stage) < stageIndex(stage));
  return { fitting: before, isDated: false };
}

/** Entries as lines by their days, with the close behind them. */
export function linesOf(
  entered: readonly StageEntered[],
  { stage, status }: Pick<RowStanding, 'stage' | 'status'>,
  fields: Readonly<Record<string, FieldValue>>,
): { readonly lines: readonly MapItem[]; readonly lastStage: StageId | undefined } {
  const order = (one: StageEntered) => (one.stage === stage ? 7 : stageIndex(one.stage));
  const inOrder = entered.toSorted((a, b) => (a.on === b.on ? order(a) - order(b) : a.on < b.on ? -1 : 1));
  const moves = inOrder.filter(({ stage: to }, at) => to !== inOrder[at - 1]?.stage);
  if (!moves.length) return { lines: [], lastStage: undefined };
  const closed = fields['closed_on'];
  const reason = fields['lost_reason'];
  const isAtEnd = isCalendarDate(closed) && closed >= moves.at(-1)!.on;
  const end = status !== 'open' && isAtEnd ? [{ on: closed, status, ...(reason ? { reason } : {}) }] : [];
  return {
    lines: [...moves.map(({ on, stage: to }) => ({ on, stage: to })), ...end],
    lastStage: moves.at(-1)!.stage,
  };
}

/** By a column for each stage, or the day on which the last one was entered. */
function enteredIn(context: RowContext, { stage }: RowStanding): CellEntered[] {
  const entries = context
    .cells(target => typeof target === 'object' && 'entered' in target)
    .flatMap((cell): CellEntered[] => {
      const name = (cell.target as { entered: string }).entered;
      const meant = context.stageCalled(name);
      if (meant === 'won' || meant === 'lost') return [];
      if (!meant) {
        context.note(cell, say('cellNoStageEntered', { stage: name }));
        return [];
      }
      const on = context.pastDay(cell);
      return on ? [{ on, stage: meant, cell }] : [];
    });
  if (entries.length) return entries;
  const cell = context.cell('stage_entered');
  const on = context.pastDay(cell);
  return cell && on && stage !== 'unknown' && !isEndNamed(context) ? [{ on, stage, cell }] : [];
}

/** Whether the stage that a row names is an outcome: the day on which it was entered is that of the close then. */
function isEndNamed(context: RowContext): boolean {
  const named = context.cell('stage')?.text;
  const meant = named === undefined ? undefined : context.stageCalled(named);
  return meant === 'won' || meant === 'lost';
}

/** As our own JSON has it. */
function ownHistory(context: RowContext): MapItem[] {
  return parsedList(context.cell('history_list')?.text).flatMap(item => {
    if (!isRecord(item) || !isCalendarDate(item['on'])) return [];
    const { on, stage, status, from, isMeant, skipped, closeDate, reason, own } = item;
    const isStage = (one: unknown): one is StageId => typeof one === 'string' && isStageId(one);
    return [
      {
        on,
        ...(isStage(stage) && { stage }),
        ...(['open', 'won', 'lost'].includes(String(status)) && { status: String(status) }),
        ...(isStage(from) && { from }),
        ...(isMeant === true && { override: true }),
        ...(Array.isArray(skipped) && { skipped: skipped.filter(one => typeof one === 'string') }),
        ...(isCalendarDate(closeDate) && { close_date: closeDate }),
        ...(typeof reason === 'string' && { reason }),
        ...(isMapItem(own) && own),
      },
    ];
  });
}
