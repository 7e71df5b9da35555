import { ascending, group } from 'd3-array';
import type { OpenDeal } from '../core/metrics/openDeals';
import type { OpenTally } from '../core/metrics/openTally';
import type { ReportQuestion } from '../core/metrics/question';
import { figuresOf, type Report } from '../core/metrics/report';
import { byFirstDay, byUrgency } from '../core/metrics/today/whatToDo';
import { firstOf } from '../core/firstOf';

/** More than so many nobody reads; the page says how many there are. */
const NEED_LIMIT = 200;
/** More marks than this in one stage are a cloud. */
const MARKS_LIMIT = 100;

/** A report as the page shows it, and the whole lists of which it has only the beginning. */
export interface ShortReport {
  readonly report: Report;
  readonly listed: OpenTally;
}

/**
 * As `makeReport`, of whose long lists there is only what can be drawn.
 *
 * @yields every now and then, so that others can have their turn
 */
export function* shortReport(question: ReportQuestion): Generator<undefined, ShortReport> {
  const { listed, today, ...figures } = yield* figuresOf(question);
  const toDo = {
    now: firstOf(listed.now, NEED_LIMIT, byUrgency(question.process)).map(one => one.toDo),
    next: firstOf(listed.next, NEED_LIMIT, byFirstDay),
  };
  yield;
  // What is to be done about those in need tells of each.
  const report = { ...figures, inNeed: [], openDeals: marked(listed.deals), today: { ...today, toDo } };
  yield;
  return { report, listed };
}

/**
 * The deals that a mark is drawn for: of a full stage those that want something, and of many such some, evenly over their
 * days.
 */
function marked(openDeals: readonly OpenDeal[]): OpenDeal[] {
  const drawn = [...group(openDeals, ({ stage }) => stage).values()].flatMap(here => {
    if (here.length <= MARKS_LIMIT) return here;
    const wanting = here.filter(
      ({ days, stalled, idle, unusual }) => days !== null && (stalled || idle || unusual),
    );
    if (wanting.length <= MARKS_LIMIT) return wanting;
    return evenly(
      wanting.sort((a, b) => a.days! - b.days! || ascending(a.path, b.path)),
      MARKS_LIMIT,
    );
  });
  return drawn.sort((a, b) => ascending(a.path, b.path));
}

/** As many of a list, from its first to its last. */
function evenly<T>(list: readonly T[], most: number): readonly T[] {
  return Array.from({ length: most }, (_, at) => list[Math.round((at * (list.length - 1)) / (most - 1))]!);
}
