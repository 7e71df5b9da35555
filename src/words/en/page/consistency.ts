import type { DeviationKind } from '../../../core/metrics/deviations';
import { joined, mixed } from '../../mixed';
import { DAYS, DEALS } from '../counted';
import type { Say } from './say';

/** What a sequence of stages does beside going on one by one; `stages` by the team's names. */
export type SaidTurn =
  | { readonly kind: 'begins'; readonly at: string }
  | { readonly kind: 'skips'; readonly over: readonly string[] }
  | { readonly kind: 'back'; readonly from: string; readonly to: string };

export const DEVIATIONS: Readonly<Record<DeviationKind, string>> = {
  skip: 'Skipped a stage',
  back: 'Went back',
  rework: 'Repeated a stage',
  'late-start': 'Started past the first stage',
  'won-early': 'Won before the last stage',
};

/** So many are named; the others are to be seen in the chart. */
const NAMED = 4;

/** Whether the process is followed. */
export function consistencyWords({ count, some, rate, range, times }: Say) {
  const listed = (labels: readonly string[]) => {
    const named = labels.slice(0, NAMED).map(label => `“${label}”`);
    const more = labels.length - named.length;
    return more > 0 ? `${named.join(', ')} and ${count(more)} more` : named.join(', ');
  };
  return {
    flows: {
      title: 'How deals move',
      drawing: 'Moves between stages',
      none: 'No deal has changed stage yet.',
      onlySteps: 'Every move went to the next stage.',
      skippedMost: <T>(most: readonly { readonly stage: T; readonly deals: T }[]) =>
        mixed<T>`Skipped most: ${joined(
          most.map(({ stage, deals }) => mixed<T>`${stage} ${deals}`),
          ' and ',
        )}. `,
      backMost: <T>(most: readonly { readonly from: T; readonly to: T; readonly times: T }[]) =>
        mixed<T>`Moved back most: ${joined(
          most.map(one => mixed<T>`${one.from} to ${one.to} ${one.times}`),
          ' and ',
        )}. `,
      /** How many, behind what they are. */
      inBrackets: <T>(number: T) => mixed<T>`(${number})`,
      howDrawn: 'Steps are bands, skips and moves back (dashed) are arcs; width shows the number of deals.',
      deals: (n: number) => some(n, DEALS),
      times,
      between: (from: string, to: string) => `${from} → ${to}`,
      entered: (stage: string) => `Entered ${stage}`,
      showDeals: (says: readonly string[]) => `${says.join(', ')}: show deals`,
      moves: {
        step: (n: number) => `${some(n, { one: 'move', other: 'moves' })} to the next stage`,
        skip: (n: number) => some(n, { one: 'move that skips a stage', other: 'moves that skip a stage' }),
        back: (n: number) => some(n, { one: 'move back', other: 'moves back' }),
      },
      fate: (n: number, won: number, lost: number, open: number) =>
        `${some(n, DEALS)}: ${count(won)} won, ${count(lost)} lost, ${count(open)} open`,
      winRate: (winRate: number | null, interval: readonly [number, number] | null) =>
        `Win rate ${rate(winRate)}${interval ? `, ${range(interval)}` : ''}`,
      headings: {
        ...{ from: 'From', to: 'To', move: 'Move', times: 'Times' },
        ...{ won: 'Won', lost: 'Lost', winRate: 'Win rate' },
      },
      move: { step: 'step', skip: 'skip', back: 'back' },
      allMoves: 'Moves',
      moved: { won: 'Made this move and won', lost: 'Made this move and lost' },
    },
    followed: {
      conforming: 'Stayed on the path',
      conformingDeals: 'Deals that stayed on the path',
      conformingOf: (n: number, all: number) => `${count(n)} of ${some(all, DEALS)}`,
      steps: 'One stage at a time',
      allSteps: 'Moves to the next stage',
      stepsOf: (n: number, all: number) => `${count(n)} of ${some(all, { one: 'move', other: 'moves' })}`,
      skips: (n: number) => some(n, { one: 'skip', other: 'skips' }),
      allSkips: 'Skips',
      backs: (n: number) => `${count(n)} back`,
      allBacks: 'Moves back',
      movesLine: <T>(steps: T, skips: T, backs: T) => mixed<T>`${steps}, ${skips}, ${backs}`,
      rework: 'Rework',
      reworkDays: (n: number) => some(n, DAYS),
      reworkLine: <T>(share: number | null, deals: T) => mixed<T>`${rate(share)} of all days, by ${deals}`,
      reworkDeals: (n: number) => some(n, DEALS),
      repeated: 'Deals that repeated a stage',
    },
    variants: {
      title: 'Paths deals take',
      table: 'Paths',
      path: 'Path',
      deals: 'Deals',
      won: 'Won',
      lost: 'Lost',
      cycle: 'Cycle',
      says: (first: number, deals: number) =>
        `${count(first)} of ${some(deals, DEALS)} took the most common path. Open deals count as far as they’ve come.`,
      showMore: (n: number) => `Show ${count(n)} More`,
      rest: (n: number) => `${some(n, { one: 'more deal', other: 'more deals' })} took rarer paths.`,
      stepwise: { all: 'Stepwise through all seven', to: (stage: string) => `Stepwise to ${stage}` },
      only: (stage: string) => `${stage} only`,
      turns: (turns: readonly SaidTurn[], last: string) => {
        const words = turns.map(turnWords).join(', ');
        return `${words.charAt(0).toUpperCase()}${words.slice(1)}; reached ${last}`;
      },
      status: (path: string, status: 'open' | 'won' | 'lost') => `${path}, ${status}`,
    },
    deviations: {
      title: 'Deals that left the path',
      table: 'Deals that left the path, with their results',
      none: 'No deal has left the path yet.',
      kinds: DEVIATIONS,
      conforming: 'Stayed on the path',
      never: (stage: string) => `Never in ${stage}`,
      headings: { deals: 'Deals', n: 'n', won: 'Won', lost: 'Lost', winRate: 'Win rate' },
      ofStatus: (label: string, status: 'open' | 'won' | 'lost') => `${label}: ${status}`,
      band: 'The shaded band is the interval for deals that stayed on the path. ',
      severalWays: 'A deal that left the path in several ways counts in each.',
      notBad:
        'Leaving the path isn’t the same as doing badly: a deal lost early had no time to leave it, and counts as on the path. ',
      tooFew: (minSample: number) =>
        `Too few of these deals are closed to compare: it takes ${count(minSample)} on each side.`,
      clear: (higher: readonly string[], lower: readonly string[]) =>
        `Clear differences: ${[
          higher.length && `won more often: ${listed(higher)}`,
          lower.length && `won less often: ${listed(lower)}`,
        ]
          .filter(Boolean)
          .join('; ')}.`,
      noneClear: 'No clear differences: chance could explain them all.',
    },
  };
}

function turnWords(turn: SaidTurn): string {
  switch (turn.kind) {
    case 'begins':
      return `starts at ${turn.at}`;
    case 'skips':
      return `skips ${turn.over.join(' and ')}`;
    case 'back':
      return `back from ${turn.from} to ${turn.to}`;
  }
}
