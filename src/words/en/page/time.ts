import { mixed } from '../../mixed';
import { OPEN_DEALS } from '../counted';
import type { Say } from './say';

interface OpenDealFacts {
  /** Days in its stage; the limit for it; days without activity. */
  readonly days: number | null;
  readonly limit: number;
  readonly daysIdle: number | null;
  readonly stalled: boolean;
  readonly unusual: boolean;
  readonly idle: boolean;
}

/** How long deals stay in their stages. */
export function timeWords({ count, number, days, some, cases }: Say) {
  return {
    title: 'Time in stage',
    empty: 'No deal has a dated stage yet. Moving a deal writes the day into its history.',
    stage: 'Stage',
    days: 'Days',
    columns: { median: 'Median', completed: 'Completed', open: 'Open', stalled: 'Stalled' },
    longest: <T>(stage: T, median: number, completed: number, open: number) =>
      mixed<T>`Deals stay longest in ${stage}: half of them ${days(median)} or more (${cases(completed)} completed${
        open ? `, ${count(open)} still open` : ''
      }). `,
    longestUnknown: (minSample: number) =>
      `Too few completed stays to tell where deals stay longest: it takes ${count(minSample)} in one stage. `,
    none: 'None',
    stalledOf: <T>(stalled: T, n: number, open: number) =>
      mixed<T>`${stalled} of ${some(open, OPEN_DEALS)} ${n > 1 ? 'are over their' : 'is over its'} stage’s time limit.`,
    stalledDeals: 'Stalled deals',
    legend: 'Legend',
    key: {
      strip: <T>(term: (text: string) => T) => mixed<T>`${term('Completed')}: 25 / 50 / 75 / 90%`,
      openMedian: 'Median incl. open',
      limit: 'Team limit',
      openDeal: 'Open deal',
      both: 'Both',
      stalled: 'Stalled',
      unusual: 'Unusually long',
      idle: 'Idle (hollow)',
      openDeals: (label: string) => `Open deals: ${label.toLowerCase()}`,
    },
    axisDays: ' days',
    longer: 'longer →',
    scaleEnds: (end: number) => `The scale ends at ${count(end)} days; longer stays are at the far right.`,
    median: <T>(median: T, n: T) => mixed<T>`median ${median}, n = ${n}`,
    openNow: <T>(open: T, stalled: T | undefined) =>
      stalled === undefined ? mixed<T>`${open} open` : mixed<T>`${open} open, ${stalled} stalled`,
    completedIn: (stage: string) => `Completed stays in ${stage}`,
    openIn: (stage: string) => `Open in ${stage}`,
    stalledIn: (stage: string) => `Stalled in ${stage}`,
    daysIn: (stage: string) => `Days in ${stage}`,
    moreIn: (n: number, stage: string) => `${count(n)} more: show deals in ${stage}`,
    openFile: (says: readonly string[]) => `${says.join(', ')}: open file`,
    /** What the mark of an open deal says of its stay. */
    deal: ({ days: stay, limit, daysIdle, ...is }: OpenDealFacts, stage: string) => [
      `${days(stay)} in ${stage}`,
      [
        is.stalled && `stalled (limit ${days(limit)})`,
        is.unusual && 'unusually long',
        is.idle && `idle: no activity for ${days(daysIdle)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    table: {
      of: 'Days in each stage',
      columns: [
        ...['Completed', '25%', 'Median', '75%', '90%', 'Mean', 'Median incl. open'],
        ...['Open', 'Limit', 'Share of all days'],
      ],
      completed: 'Completed stays',
      open: 'Open stays',
    },
    footnotes: {
      openStays: 'The strips leave out open stays, which makes a stage look faster than it is. ',
      withOpen: <T>(
        term: (text: string) => T,
        medians: readonly { readonly withOpen: number; readonly completed: number; readonly stage: string }[],
      ) => {
        const told = medians.map(
          ({ withOpen, completed, stage }, k) =>
            `${k ? number(withOpen) : days(withOpen)} instead of ${number(completed)} in ${stage}`,
        );
        return mixed<T>`${term('Including them')}, the median is ${told.join(', ')}. `;
      },
      notHalf: (stages: readonly string[]) =>
        `Fewer than half have left ${stages.join(', ')}, so there’s no such median yet.`,
      undated: (n: number) =>
        `${some(n, { one: 'open deal has', other: 'open deals have' })} no mark: the day ${n === 1 ? 'it' : 'they'} entered the stage is unknown.`,
      notShown: (shown: number, open: number) =>
        `Showing ${count(shown)} of ${count(open)} open deals: a stage with more than 100 shows only those that are stalled, unusually long or idle, and a sample of them if they too are more than 100.`,
    },
  };
}
