import type { CalendarDate } from '../../calendar';
import { changeDeal, openDeal, type Opened } from '../../deal/changeDeal';
import type { Deal, HistoryEvent } from '../../deal/deal';
import type { GitFacts, VersionChange } from '../../deal/gitFacts';
import type { FileState } from '../../deal/past/fileState';
import { historyInGit } from '../../deal/past/historyInGit';
import { lineChange } from '../../deal/past/lineChange';
import { newContradiction, writePast, type PastWritten } from '../../deal/past/writePast';
import { refuse, type Refusal } from '../../refusal';
import { replacing } from '../../textEdit';
import type { StageId } from '../../process/stages';
import type { DayOrder } from '../days';
import { foldName } from '../heads';
import type { StageMeant } from '../mapStages';
import { say } from '../say';
import type { AddedTo, DealToAddTo } from './addedTo';
import { asTheyHappened } from './asTheyHappened';
import { dayOfRow } from './dayOfRow';
import type { BesideCells, BesideRead } from './rowsBeside';

/** A change of the stage in another system. */
export interface TheirMove {
  readonly row: number;
  readonly on: CalendarDate;
  /** When it was, so far as that can be put in order: a day, or a day and a time. */
  readonly at: string;
  readonly to: StageMeant;
  /** Nothing where the row doesn't say it, or what it is here isn't known. */
  readonly from: StageMeant | undefined;
}

/** By what all rows of a table are read. */
export interface MovesBy {
  readonly today: CalendarDate;
  readonly order: DayOrder | undefined;
  /** What a stage of the other system is here; nothing where that isn't known. */
  readonly meant: (name: string) => StageMeant | undefined;
}

/** What systems call the field; the changes of others are no moves. */
const STAGE = new Set(['stage', 'stagename', 'dealstage', 'opportunitystage']);

/** A change of the stage; nothing of a row about another field. */
export function readMove(row: BesideCells, { today, order, meant }: MovesBy): BesideRead<TheirMove> {
  const { cell } = row;
  const [field, named, before] = [cell('field'), cell('new'), cell('old')];
  if ((field && !STAGE.has(foldName(field))) || !named) return {};
  const on = dayOfRow(row, order, today);
  if (typeof on !== 'string') return on;
  const to = meant(named);
  if (!to) return { says: say('rowStageUnmapped', { stage: named }), about: 'new' };
  const written = cell('on');
  const at = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(written) ? written.replace(' ', 'T') : on;
  return { item: { row: row.row, on, at, to, from: before ? meant(before) : undefined } };
}

/**
 * Writes moves into the history of a deal, between the lines that it has; what contradicts those, or where the deal stands, is not
 * written. The rules are those by which a history gets what only git knows: a table tells of versions of the deal too.
 */
export function addMoves(
  file: DealToAddTo,
  moves: readonly TheirMove[],
  today: CalendarDate,
): AddedTo | Refusal {
  const { path, text, process } = file;
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const { deal } = opened;
  const facts = versionsIn(
    asTheyHappened(moves, ({ at }) => at),
    deal,
  );
  const written = withAll(file, opened, facts, today);
  if ('problem' in written) return refuse(say('movesDenied'));
  const lines = written.lines.map(({ on, stage, status, inGit }) => ({
    row: Number(inGit!.commit),
    line: `${on} ${stage ?? status!}`,
  }));
  const last = stateAt(facts).stage;
  const isKnownNow = deal.stageNotKnown && deal.status !== 'open';
  const placed = isKnownNow
    ? changeDeal(path, written.edited.text, process, () => ({ frontMatter: { set: { stage: last } } }))
    : written;
  if ('problem' in placed) return placed;
  const now = placed.edited.text;
  const added = isKnownNow ? [...lines, { row: moves.at(-1)!.row, line: last }] : lines;
  const edited = { ok: true, edits: replacing(text, now), text: now } as const;
  return { ok: true, title: deal.title, warnings: [], edited, added, left: [], keys: [] };
}

/** The history with all that the table tells. Where that has each line of the history, in their order, it is the whole of it. */
function withAll(
  file: DealToAddTo,
  { deal, data }: Opened,
  facts: GitFacts,
  today: CalendarDate,
): Pick<PastWritten, 'lines' | 'edited'> | Refusal {
  const all = historyInGit(facts);
  const full = filledWith(deal.history, all);
  const end = stateAt(facts);
  const isWhole = (deal.stageNotKnown || end.stage === deal.stage) && end.status === deal.status;
  if (!full || !isWhole) return writePast(file, facts, today);
  const lines = full.filter(line => !deal.history.includes(line));
  if (!lines.length) return { lines, edited: { ok: true, edits: [], text: file.text } };
  const { path, text, process } = file;
  const frontMatter = lineChange(full, { deal, data, facts }, process);
  const changed = changeDeal(path, text, process, () => ({ frontMatter }));
  if (!changed.ok) return changed;
  const { edited } = changed;
  return newContradiction(file, edited.text, today) ? refuse(say('movesDenied')) : { lines, edited };
}

/** All lines, with those of a history in the place of their own; nothing where one of those isn't among them. */
function filledWith(
  history: readonly HistoryEvent[],
  all: readonly HistoryEvent[],
): readonly HistoryEvent[] | undefined {
  const full = [...all];
  let at = 0;
  for (const line of history) {
    const { on, stage, status } = line;
    at = full.findIndex(
      (one, place) => place >= at && one.on === on && one.stage === stage && one.status === status,
    );
    if (at < 0) return undefined;
    full[at++] = line;
  }
  return full;
}

/** The deal as it was after each of the moves. Each has its row in the place of a commit. */
function versionsIn([first, ...others]: readonly TheirMove[], deal: Deal): GitFacts {
  const begun = first!.from ?? first!.to;
  const stage = isStage(begun) ? begun : deal.stage;
  // Where nothing is said of the time before, the deal began with it.
  const isBeginning = first!.from === undefined && isStage(first!.to);
  const state = { stage, status: 'open', created: isBeginning ? first!.on : undefined } as FileState;
  const changes: VersionChange[] = [];
  let now = state;
  for (const move of isBeginning ? others : [first!, ...others]) {
    const set = changeBy(move, now, deal);
    if (!Object.keys(set).length) continue;
    now = { ...now, ...set };
    // The day of the close is the one that the deal names, where the two are of one close.
    const isClose = set.closedOn !== undefined && set.closedOn > move.on && move === others.at(-1);
    changes.push({ on: isClose ? set.closedOn! : move.on, by: '', commit: String(move.row), set });
  }
  return { first: { on: first!.on, by: '', commit: String(first!.row), state }, changes };
}

function changeBy({ to, on }: TheirMove, now: FileState, deal: Deal): Partial<FileState> {
  if (!isStage(to)) {
    if (now.status === to) return {};
    const { closedOn } = deal;
    return {
      status: to,
      ...(deal.status === to && { closedOn: closedOn ?? on, lostReason: deal.lostReason }),
    };
  }
  return {
    ...(now.stage !== to && { stage: to }),
    ...(now.status !== 'open' && { status: 'open', closedOn: undefined, lostReason: undefined }),
  };
}

function stateAt({ first, changes }: GitFacts): FileState {
  return changes.reduce<FileState>((state, { set }) => ({ ...state, ...set }), first.state);
}

function isStage(meant: StageMeant): meant is StageId {
  return meant !== 'won' && meant !== 'lost';
}
