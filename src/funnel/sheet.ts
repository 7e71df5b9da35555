import type { CalendarDate } from '../core/calendar';
import { firstDay } from '../core/deal/deal';
import type { HistoryGap } from '../core/deal/historyGap';
import { toBeSettled } from '../core/deal/entry';
import { plainText } from '../core/escape';
import { choicesOf, tallyChoices, type ChoicesTally } from '../core/filter/choices';
import type { DealFilter } from '../core/filter/table';
import type { CallsReport } from '../core/metrics/calls';
import { compareReports } from '../core/metrics/compare';
import type { OpenDeal } from '../core/metrics/openDeals';
import type { OwnerReport } from '../core/metrics/owners';
import type { ReportQuestion } from '../core/metrics/question';
import type { Report } from '../core/metrics/report';
import { REASON_LENGTH, type LossReason } from '../core/metrics/outcomes';
import { dealsFor } from '../core/metrics/standing';
import type { ChangedDeal, ChangeList } from '../core/metrics/today/changes';
import type { TodayReport } from '../core/metrics/today/today';
import type { PlannedDeal, ToDoReason } from '../core/metrics/today/whatToDo';
import { SumsOfBranches } from '../core/pipeline/addUp';
import type { Bundle } from '../core/pipeline/dealTree';
import type { Pipeline } from '../core/pipeline/pipeline';
import { LastFew } from '../core/lastFew';
import { STAGE_IDS, stageIndex } from '../core/process/stages';
import { remembered } from '../core/remember';
import { toEnd } from '../core/steps';
import type { FunnelQuestion } from '../shared/funnelQuestion';
import {
  dealsIn,
  type AttentionFile,
  type FilterChoices,
  type FunnelSheet,
  type StageCondition,
} from '../shared/funnelSheet';
import { sentenceOf } from '../words/sentence';
import { shortReport } from './shortReport';

/** More than so many nobody reads; the page says how many there are. */
const ATTENTION_LIMIT = 50;
const TODOS_LIMIT = 8;
const CHOICES_LIMIT = 200;
const REASONS_LIMIT = 8;
/** Of deals in each list of what has changed; the list says how many there are. */
const CHANGES_LIMIT = 50;
const OWNERS_LIMIT = 100;
const VARIANTS_LIMIT = 12;
/** Of choices of deals whose figures are kept: two side by side, and the one before. */
const FILTERS_KEPT = 3;
/** Of characters in what is shown nowhere. */
const ID_LENGTH = 100;

/** What `makeReport` is asked for a choice of deals: as they stand now, or as they stood on a day in the past. */
export function questionFor(
  pipeline: Pipeline,
  asked: FunnelQuestion,
  filter: DealFilter,
  today: CalendarDate,
): ReportQuestion {
  const { process, files, calls } = pipeline;
  const asOf = asked.asOf ?? today;
  return {
    ...dealsFor(pipeline.dealTree, asked.asOf ?? undefined),
    ...{ files, process, calls, asOf, against: asked.against },
    filter: filter.picked ? filter : knownOf(pipeline).filters.theSame(filter),
  };
}

/** What a sheet says beside its figures. */
export interface SheetFacts {
  readonly historyGap?: HistoryGap | null | undefined;
  readonly past?: FunnelSheet['past'] | undefined;
}

/** All that the page shows of a pipeline. Texts from files come out on one line and of a readable length. */
export function funnelSheet(...about: Parameters<typeof sheetSteps>): FunnelSheet {
  return toEnd(sheetSteps(...about));
}

/**
 * The same step by step. What the pipeline has when it begins is what counts.
 *
 * @yields every now and then, so that others can have their turn
 */
export function* sheetSteps(
  pipeline: Pipeline,
  asked: FunnelQuestion,
  today: CalendarDate,
  { historyGap = null, past = null }: SheetFacts = {},
): Generator<undefined, FunnelSheet> {
  // What was read earlier is looked up now.
  for (const path of pipeline.isWhole ? [] : pipeline.paths) {
    pipeline.get(path);
    yield;
  }
  const { process, files, currencies } = pipeline;
  const question = (filter: DealFilter) => questionFor(pipeline, asked, filter, today);
  const [first, second] = [question(asked.filter), asked.beside && question(asked.beside)];
  const around = knownOf(pipeline);
  const { choices, conflicts } = yield* around.sums.of(pipeline.dealTree, around.tally);
  const toFix = filesToFix(pipeline, conflicts);
  const { report, listed } = yield* shortReport(first);
  const other = second && (yield* shortReport(second)).report;
  return {
    asked,
    report: readable(report),
    beside: other && {
      report: readable(other),
      comparison: compareReports(report, other, process.minSample),
    },
    stages: process.stages.map(({ id, label, purpose, stalledAfter }) => ({
      stage: id,
      label: plainText(label, 80),
      purpose: plainText(purpose, 300),
      stalledAfter,
    })),
    criteria: Object.fromEntries(
      process.stages
        .flatMap(({ exitCriteria }) => exitCriteria)
        .map(({ id, text }) => [shortId(id), plainText(text, 120)]),
    ),
    choices: choicesFor(choices),
    notYet: dealsIn(files) - dealsIn(report.files) - report.leftOut - report.undated,
    closed: dealsIn({ ...files, open: 0 }),
    inNeed: listed.inNeed,
    toDo: Object.fromEntries(listed.nowByRule),
    toCome: listed.nextSum,
    standing: standingOf(listed.deals),
    toFix: toFix.length,
    attention: toFix.slice(0, ATTENTION_LIMIT),
    minSample: process.minSample,
    currencies,
    today,
    historyGap,
    past,
  };
}

/** What is counted of all deals, whatever the question leaves of them. */
interface AroundTally {
  readonly choices: { readonly names: ChoicesTally; readonly firstDays: readonly CalendarDate[] };
  /** The paths of deals in conflict. */
  readonly conflicts: readonly string[];
}

/** What is remembered of a pipeline. */
const knownOf = remembered((_: Pipeline) => ({
  /** What is added up is kept by the filter's object, and each page and message has one of its own. */
  filters: new LastFew<DealFilter>(FILTERS_KEPT, filter => JSON.stringify(filter)),
  sums: new SumsOfBranches<AroundTally>(),
  tally: remembered(({ deals }: Bundle): AroundTally => {
    const first = min(deals, firstDay);
    return {
      choices: { names: tallyChoices(deals), firstDays: first ? [first] : [] },
      conflicts: deals.flatMap(({ conflict, path }) => (conflict ? path : [])),
    };
  }),
}));

/** Of a criterion: no page shows it, it only finds the text. */
function shortId(id: string): string {
  return id.slice(0, ID_LENGTH);
}

type Named = { readonly title: string; readonly owner: string | null; readonly account?: string | null };

function named<T extends Named>(deal: T): T {
  const { title, owner, account } = deal;
  return {
    ...deal,
    title: plainText(title, 120),
    owner: owner && plainText(owner, 60),
    ...(account && { account: plainText(account, 60) }),
  };
}

/** The report with its texts cut to what is read, and its long lists to what can be drawn. */
function readable(report: Report): Report {
  const { openDeals, outcomes, stages, consistency, owners, calls, today } = report;
  return {
    ...report,
    openDeals: openDeals.map(named),
    owners: owners.slice(0, OWNERS_LIMIT).map(readableOwner),
    calls: calls && readableCalls(calls),
    today: readableToday(today),
    consistency: { ...consistency, variants: consistency.variants.slice(0, VARIANTS_LIMIT) },
    outcomes: { ...outcomes, lost: { ...outcomes.lost, reasons: reasonsOf(outcomes.lost.reasons) } },
    stages: stages.map(stage => ({
      ...stage,
      lostIn: { ...stage.lostIn, reasons: reasonsOf(stage.lostIn.reasons) },
    })),
  };
}

function withShortIds<T extends ToDoReason>(reason: T): T {
  return 'ids' in reason ? { ...reason, ids: reason.ids.map(shortId) } : reason;
}

function readableOwner({ owner, oldestUntouched: oldest, ...figures }: OwnerReport): OwnerReport {
  return {
    ...figures,
    owner: owner && plainText(owner, 60),
    oldestUntouched: oldest && { ...oldest, title: plainText(oldest.title, 120) },
  };
}

function readableCalls({ quarters, accuracy }: CallsReport): CallsReport {
  const called = <T extends { readonly owner: string | null }>(all: readonly T[]): T[] =>
    all.slice(0, OWNERS_LIMIT).map(one => ({ ...one, owner: one.owner && plainText(one.owner, 60) }));
  return {
    quarters: quarters.map(quarter => ({ ...quarter, owners: called(quarter.owners) })),
    accuracy: called(accuracy),
  };
}

function readableToday({ quarter, toDo, changes }: TodayReport): TodayReport {
  const stepped = <T extends PlannedDeal>(deal: T): T => ({
    ...named(deal),
    step: deal.step && plainText(deal.step, 200),
    todos: deal.todos.slice(0, TODOS_LIMIT).map(todo => ({
      ...todo,
      what: plainText(todo.what, 200),
      who: todo.who && plainText(todo.who, 40),
    })),
  });
  const listed = <D extends ChangedDeal>(list: ChangeList<D>): ChangeList<D> => ({
    ...list,
    deals: list.deals.slice(0, CHANGES_LIMIT).map(named),
  });
  const lost = listed(changes.lost);
  return {
    quarter,
    toDo: {
      now: toDo.now.map(deal => ({ ...stepped(deal), reasons: deal.reasons.map(withShortIds) })),
      next: toDo.next.map(stepped),
    },
    changes: {
      ...changes,
      new: listed(changes.new),
      movedOn: listed(changes.movedOn),
      movedBack: listed(changes.movedBack),
      won: listed(changes.won),
      lost: {
        ...lost,
        deals: lost.deals.map(deal => ({
          ...deal,
          reason: deal.reason && plainText(deal.reason, REASON_LENGTH),
        })),
      },
      pushed: listed(changes.pushed),
    },
  };
}

/** By the order of the stages. */
function standingOf(deals: readonly OpenDeal[]): StageCondition[] {
  const standing = STAGE_IDS.map(() => ({ stalled: 0, unusual: 0, idle: 0, undated: 0 }));
  for (const { stage, stalled, unusual, idle, days } of deals) {
    const here = standing[stageIndex(stage)]!;
    if (stalled) here.stalled++;
    if (unusual) here.unusual++;
    if (idle) here.idle++;
    if (days === null) here.undated++;
  }
  return standing;
}

function reasonsOf(reasons: readonly LossReason[]): LossReason[] {
  return reasons
    .slice(0, REASONS_LIMIT)
    .map(reason => ({ ...reason, reason: reason.reason && plainText(reason.reason, REASON_LENGTH) }));
}

function choicesFor({ names, firstDays }: AroundTally['choices']): FilterChoices {
  return { ...choicesOf(names, CHOICES_LIMIT), firstDay: min(firstDays, day => day) ?? null };
}

/** Those in conflict, which are in the figures too, and those that are in none. */
function filesToFix(pipeline: Pipeline, conflicts: readonly string[]): AttentionFile[] {
  const inConflict = conflicts.toSorted().flatMap(path => pipeline.get(path) ?? []);
  return [...inConflict, ...pipeline.group('attention')].flatMap(entry => {
    const problem = toBeSettled(entry);
    return problem
      ? [{ path: entry.path, reason: plainText(sentenceOf(problem), 300), line: problem.line }]
      : [];
  });
}

/** Dates as texts are in the order of their days. */
function min<T>(list: readonly T[], dayOf: (one: T) => CalendarDate | undefined): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const one of list) {
    const day = dayOf(one);
    if (day && !(first && first <= day)) first = day;
  }
  return first;
}
