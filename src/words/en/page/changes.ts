import type { CalendarDate } from '../../../core/calendar';
import type { BridgeNumber } from '../../../core/changes/bridge';
import type { GroupOfChanges } from '../../../core/changes/groups';
import type { NamedPoint } from '../../../core/changes/namedPoints';
import type { SlipPeriod } from '../../../core/changes/slips';
import type { PacePart } from '../../../core/metrics/pace';
import { GROUPS, PARTS } from '../between';
import { DEALS } from '../counted';
import type { Say } from './say';

/** What a number of a bridge that leads to now is called. */
export const BRIDGE_LABELS: Readonly<Record<BridgeNumber, string>> = {
  ...PARTS,
  from: 'Open before',
  to: 'Open now',
};

/** The same on a day in the past. */
const TO_THEN = 'Open then';

export const PACE_LABELS: Readonly<Record<PacePart, string>> = {
  won: 'Won by that day',
  open: 'Open, closing in it',
  inTheEnd: 'Won in the end',
};

const POINTS: Readonly<Record<Exclude<NamedPoint, 'HEAD'>, string>> = {
  yesterday: 'Yesterday',
  week: 'Monday',
  month: 'Month',
  quarter: 'Quarter',
};

/** The tab of what has changed: what slipped, the bridge, the deals by what they did, the owners, and the pace. */
export function changesWords({ amount, count, day, dayBeside, inOrder, number, period, some }: Say) {
  const groups: Readonly<Record<GroupOfChanges, string>> = GROUPS;
  const sums = (value: Readonly<Record<string, number>>) =>
    inOrder(value)
      .map(currency => amount(value[currency]!, currency))
      .join(' + ');
  return {
    finding: (since: string, n: { readonly won: number; readonly lost: number; readonly new: number }) => {
      const parts = [
        n.won ? `${count(n.won)} won` : '',
        n.lost ? `${count(n.lost)} lost` : '',
        n.new ? `${count(n.new)} new` : '',
      ];
      return `Since ${since}: ${parts.filter(Boolean).join(', ') || 'none won, lost or new'}`;
    },
    nothing: (since: string) => `Nothing has changed since ${since}`,
    working: 'Finding out what changed…',
    slipped: {
      title: (name: string) => `Slipped out of ${period(name)}`,
      periods: 'Out of the quarter or the month',
      period: { quarter: 'Quarter', month: 'Month' } satisfies Record<SlipPeriod, string>,
      says: (n: number, value: Readonly<Record<string, number>>) =>
        [some(n, DEALS), sums(value)].filter(Boolean).join(', '),
      none: (name: string) => `No deal has slipped out of ${period(name)} so far.`,
    },
    since: {
      title: (since: string) => `Open pipeline since ${since}`,
      unknown: 'Since when?',
      label: 'Changes since',
      points: POINTS,
      other: 'Other…',
      otherLabel: 'Other… Changes since a day, branch, tag or commit',
    },
    bridge: {
      table: 'The way from one open total to the other',
      measures: 'Currency',
      numbers: (isPast: boolean): Readonly<Record<BridgeNumber, string>> =>
        isPast ? { ...BRIDGE_LABELS, to: TO_THEN } : BRIDGE_LABELS,
      change: 'Change',
      drawing: (steps: readonly string[]) => `${steps.join('; ')}.`,
      step: (name: string, size: string) => `${name} ${size}`,
      /** `+€40,000`, `−€48,000` */
      part: (size: number, currency: string) =>
        `${size < 0 ? '−' : size > 0 ? '+' : ''}${amount(Math.abs(size), currency)}`,
      cut: (from: string) => `The bars start at ${from}, not at 0.`,
      none: 'No deal with a value was open at either point.',
    },
    kinds: {
      title: 'What the deals did',
      groups,
      /** Behind a deal’s name: what happened, the value, when and by whom. */
      more: (
        said: string,
        value: string,
        on: CalendarDate | null,
        by: string | null,
        today: CalendarDate,
      ): string =>
        [said, value, [on && dayBeside(on, today), by].filter(Boolean).join(', ')]
          .filter(Boolean)
          .join(' · '),
      gone: 'removed',
      showMore: (n: number) => `Show ${count(n)} More`,
      andMore: (n: number) => `and ${count(n)} more`,
      sums,
    },
    owners: {
      title: 'Changes by owner',
      owner: 'Owner',
      none: 'No owner',
      columns: (isPast: boolean) => ({
        from: BRIDGE_LABELS.from,
        to: isPast ? TO_THEN : BRIDGE_LABELS.to,
        ...{ won: 'Won', lost: 'Lost', slipped: 'Slipped' },
      }),
      of: (owner: string, column: string) => `${owner}: ${column.toLowerCase()}`,
    },
    pace: {
      title: (quarter: string) => `Pace of ${period(quarter)}`,
      quarter: 'Quarter',
      on: (date: CalendarDate) => day(date),
      columns: PACE_LABELS,
      usual: 'On average before',
      measure: (quarter: string, part: PacePart) => `${period(quarter)}, ${PACE_LABELS[part].toLowerCase()}`,
      /** `2.5 deals` */
      deals: (n: number) => `${number(n)} ${n === 1 ? DEALS.one : DEALS.other}`,
      says: (dayOfQuarter: number, won: string) => `Day ${count(dayOfQuarter)}: ${won} won so far.`,
      against: (usual: string, quarters: number) =>
        ` By this day it was ${usual} on average in the ${quarters === 1 ? 'quarter' : `${count(quarters)} quarters`} before.`,
      young: ' No earlier quarter is known in full, so there’s nothing to compare with yet.',
      thin: ' Too few deals were won by this day in the quarters before to tell what is usual.',
      nothingWon: 'nothing',
      legend: { won: 'won by that day', after: 'won after it', open: 'open, closing in it' },
    },
  };
}
