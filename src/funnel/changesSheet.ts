import type { CalendarDate } from '../core/calendar';
import { latestOf, type Across } from '../core/changes/across';
import type { ChangesBetween } from '../core/changes/between';
import { ownersBetween, sumsOfBridges } from '../core/changes/owners';
import { slipPeriodOf, type Slip, type SlipPeriod } from '../core/changes/slips';
import { plainText } from '../core/escape';
import { sumOfDeals, usualPace, type Pace } from '../core/metrics/pace';
import type { Pipeline } from '../core/pipeline/pipeline';
import type { ChangesSheet, ChangesBetweenShown, PaceShown, SlipsShown } from '../shared/changesSheet';
import { changeGroups, slipLines, sumOf, type ChangeLine } from '../words/changes/groups';
import { sourcesFor } from '../words/changes/sources';

/** Of deals in each list; the number above it lists them all. */
const DEALS_LIMIT = 50;
const OWNERS_LIMIT = 100;

/** All that was found out for the tab of changes. */
export interface ChangesFound {
  /** The name of the point that was chosen. */
  readonly point: string;
  /** Since that point, in words; or why that isn't known. */
  readonly between:
    | { readonly changes: ChangesBetween; readonly since: string; readonly notes: readonly string[] }
    | { readonly reason: string };
  readonly slips: Readonly<Record<SlipPeriod, readonly Slip[]>>;
  readonly pace: Pace;
}

export interface ChangesOf {
  readonly pipeline: Pick<Pipeline, 'process' | 'currencies'>;
  readonly asOf: CalendarDate;
  /** A BCP 47 tag. */
  readonly language: string;
}

/** What the tab of changes shows. Texts from files come out on one line and of a readable length. */
export function changesSheet(found: ChangesFound, of: ChangesOf): ChangesSheet {
  const { point, between, slips, pace } = found;
  return {
    point: plainText(point, 100),
    between:
      'reason' in between
        ? { kind: 'failed', reason: plainText(between.reason, 300) }
        : comparedShown(between.changes, between.since, between.notes, of),
    slips: { quarter: slipsShown(slips.quarter, 'quarter', of), month: slipsShown(slips.month, 'month', of) },
    pace: paceShown(pace),
  };
}

/** An owner's name, as it is shown and asked for. */
export function ownerShown(owner: string): string {
  return plainText(owner, 60);
}

function comparedShown(
  changes: ChangesBetween,
  since: string,
  notes: readonly string[],
  of: ChangesOf,
): ChangesBetweenShown {
  const groups = changeGroups({ ...sourcesFor(of.pipeline, of.asOf, of.language), changes });
  return {
    ...{ kind: 'compared', since, notes, bridges: changes.bridges },
    groups: groups.map(({ group, lines, value }) => ({ group, ...dealsShown(lines, value) })),
    owners: ownersBetween(changes)
      .slice(0, OWNERS_LIMIT)
      .map(({ owner, bridges, won, lost, slipped }) => ({
        owner: owner === null ? null : ownerShown(owner),
        ...{ from: sumsOfBridges(bridges, 'from'), to: sumsOfBridges(bridges, 'to') },
        ...{ won, lost, slipped },
      })),
  };
}

function slipsShown(slips: readonly Slip[], length: SlipPeriod, of: ChangesOf): SlipsShown {
  const period = slipPeriodOf(of.asOf, length);
  const lines = slipLines({
    ...sourcesFor(of.pipeline, of.asOf, of.language),
    changes: { slips: { period, deals: slips } },
  });
  return { period, ...dealsShown(lines, sumOf(lines)) };
}

function dealsShown(lines: readonly ChangeLine[], value: SlipsShown['value']): Omit<SlipsShown, 'period'> {
  const deals = lines.slice(0, DEALS_LIMIT).map(({ across, title, said, value, on, by }) => ({
    ...{ path: across.path, isGone: isGone(across) },
    title: plainText(title, 120),
    said: plainText(said, 200),
    ...{ value: value ?? null, on: on ?? null },
    by: by === undefined ? null : plainText(by, 60),
  }));
  return { count: lines.length, value, deals };
}

/** Whether a deal's file is there no longer; nobody says that of one that can't be read. */
export function isGone({ after }: Across): boolean {
  return after === undefined;
}

/** What a list calls a deal that is gone. */
export function titleShown(across: Across): string {
  return plainText(latestOf(across).title, 100);
}

function paceShown(pace: Pace): PaceShown {
  return {
    day: pace.day,
    quarters: pace.quarters.map(({ quarter, day, won, open, inTheEnd }) => ({
      ...{ quarter, day },
      ...{ won: sumOfDeals(won), open: sumOfDeals(open), inTheEnd: sumOfDeals(inTheEnd) },
    })),
    usual: {
      won: usualPace(pace, 'won'),
      open: usualPace(pace, 'open'),
      inTheEnd: usualPace(pace, 'inTheEnd'),
    },
  };
}
