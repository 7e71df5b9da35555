import { mixed } from '../../mixed';
import { CLOSED_DEALS, DEALS } from '../counted';
import { NO_REASON } from '../today';
import type { Say } from './say';

/** How far deals get, where they are lost, and where the open ones stand. */
export function reachWords({ rate, count, number, some }: Say) {
  return {
    title: 'How far deals get',
    measures: 'Show deals or value',
    deals: 'Deals',
    value: 'Value',
    paths: 'Which deals count in a stage',
    path: { reached: 'Reached', touched: 'Entered', strict: 'No skips' },
    saysPath: {
      reached:
        'Every deal ever created, by the furthest stage it reached. A skipped stage counts as reached.',
      touched:
        'Deals that actually entered each stage. Where a bar is shorter than the next, deals skipped it.',
      strict: 'Deals that went through every stage in order, without skipping one.',
    },
    pathUnknown: 'Deals whose path isn’t known',
    showUnknown: (n: number) => `${some(n, DEALS)} without a known path`,
    onlyWithValue: (currency: string) => `Counts only deals with a value in ${currency}.`,
    stage: 'Stage',
    wentOn: 'Went on',
    medianStay: 'Median stay',
    stay: (days: number) => `${number(days)} d`,
    losesMost: 'loses most',
    stillOpen: 'Still open',
    lost: 'Lost',
    won: 'Won',
    parts: (stillOpen: string | false, lost: string | false) =>
      [stillOpen && `${stillOpen} open`, lost && `${lost} lost`].filter(Boolean).join(' · '),
    ofDecided: (wentOn: number, decided: number) => `${count(wentOn)} of ${count(decided)}`,
    decided: (stage: string) => `${stage}: went on or lost`,
    onPath: (stage: string, path: string) => `${stage}: ${path.toLowerCase()}`,
    stillOpenAt: (stage: string) => `Still open at ${stage}`,
    lostIn: (stage: string) => `Lost in ${stage}`,
    drawing: (steps: readonly string[]) => `Funnel: ${steps.join('; ')}.`,
    step: (stage: string, size: string, conversion: string | undefined) =>
      `${stage} ${size}${conversion === undefined ? '' : `, ${conversion} go on`}`,
    legend: 'Legend',
    surfaces: { on: 'Went on', pending: 'Still open: no further yet', lost: 'Lost here' },
    insight: <T>(chain: number, term: (text: string) => T) =>
      mixed<T>`At these ${term('conversion rates')}, ${rate(chain)} of new deals would be won. `,
    /** Why that is another figure than the win rate. */
    besideWinRate: (winRate: number, closed: number) =>
      `Of the ${some(closed, CLOSED_DEALS)}, ${rate(winRate)} were won: those still open aren’t in that rate yet. `,
    headroom: <T>(stage: T, better: number) =>
      mixed<T>`The most to gain is in ${stage}: ${rate(better)} if no deal were lost there.`,
    leaks: {
      title: 'Where deals are lost, and why',
      none: 'No deals lost yet.',
      why: 'Why',
      all: 'All lost deals',
      lostDeals: 'Lost deals',
      noReason: NO_REASON,
      lostFor: (reason: string) => `Lost: ${reason}`,
      otherReasons: 'other reasons',
      lostForOthers: 'Lost for other reasons',
    },
    open: {
      title: 'Open pipeline by stage',
      weighted: 'Weighted',
      all: 'All open deals',
      openDeals: 'Open deals',
      openIn: (stage: string) => `Open in ${stage}`,
    },
  };
}
