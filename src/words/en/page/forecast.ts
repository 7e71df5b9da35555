import type { ForecastSum } from '../../../core/metrics/figure';
import { joined, mixed, type Mixed } from '../../mixed';
import type { Say } from './say';

export const SUM_LABELS: Readonly<Record<ForecastSum | 'slipped', string>> = {
  closed: 'Won',
  commit: 'Commit',
  best_case: 'Best case',
  pipeline: 'Pipeline',
  omitted: 'Omitted',
  upToCommit: 'Up to commit',
  upToBestCase: 'Up to best case',
  openPipeline: 'Open pipeline',
  slipped: 'Slipped',
};

/** What was won and what is expected to close. */
export function forecastWords({ number, rate, period, some, cases }: Say) {
  return {
    title: 'Forecast',
    empty: 'No deals won or open yet.',
    measures: 'Forecast deals or value',
    spans: 'By month or quarter',
    span: { months: 'Months', quarters: 'Quarters' },
    modes: 'Separate or cumulative',
    mode: { single: 'Separate', cumulative: 'Cumulative' },
    sums: SUM_LABELS,
    /** `Q4 2026, best case` */
    figure: (of: ForecastSum | 'slipped', inPeriod: string | null) =>
      `${inPeriod === null ? 'No close date' : period(inPeriod)}, ${SUM_LABELS[of].toLowerCase()}`,
    valueOf: (figure: string, size: string) => `${figure}: ${size}`,
    drawing: (periods: readonly { period: string; sums: readonly { of: ForecastSum; size: string }[] }[]) =>
      `${periods
        .map(
          one =>
            `${period(one.period)}: ${one.sums.map(({ of, size }) => `${SUM_LABELS[of]} ${size}`).join(', ')}`,
        )
        .join('; ')}.`,
    /** All currencies as one sum, at the team’s rates. */
    asOne: (currency: string) => `≈ ${currency}`,
    atRates: (without: readonly string[]) =>
      `All currencies count at your team’s rates${without.length ? `, without ${without.join(', ')}: no rate` : ''}.`,
    quotaLine: 'quota',
    table: 'Forecast by period',
    running: ', current',
    quota: 'Quota',
    toGo: 'To go',
    covered: 'Covered',
    needed: (times: number) => `needed: ${number(times)} ×`,
    met: 'met',
    missed: 'missed',
    coverage: (times: number) => `${number(times)} ×`,
    allPeriods: 'Forecast, all periods',
    period: 'Period',
    noDate: 'No date',
    hidden: (n: number, span: 'months' | 'quarters') => {
      const forms = {
        months: { one: 'more month is', other: 'more months are' },
        quarters: { one: 'more quarter is', other: 'more quarters are' },
      };
      return `${some(n, forms[span])} in the table only.`;
    },
    undated: <T>(sums: readonly T[]) =>
      mixed<T>`No close date, so not in any period: ${joined(
        sums.map((sum): Mixed<T> => [sum]),
        ', ',
      )}.`,
    undatedSum: (size: string, of: ForecastSum) => `${size} ${SUM_LABELS[of].toLowerCase()}`,
    coming: {
      thisQuarter: 'This quarter',
      inPeriod: (name: string) => period(name),
      sums: <T>(when: string, won: T, commit: string, bestCase: string) =>
        mixed<T>`${when}: ${won} won, ${commit} commit, ${bestCase} best case. `,
      met: (quota: string) => `The quota of ${quota} is met.`,
      toGo: <T>(missing: T, quota: string, coverage: number) =>
        mixed<T>`${missing} to go to the quota of ${quota}: open deals cover that ${number(coverage)} times. `,
      tooFew: (closed: number) => `Too few closed deals to tell what coverage you need (${cases(closed)}).`,
      noneWon: 'No deals won yet, so the coverage you need is unknown.',
      needed: (winRate: number | null, closed: number, needed: number) =>
        `At your win rate of ${rate(winRate)} (${cases(closed)}), you need ${number(needed)} times.`,
    },
  };
}
