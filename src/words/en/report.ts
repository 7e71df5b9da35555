import { CALLS } from './calls';
import { GAPS } from './gaps';
import { historyGap } from './historyGap';
import { englishToday, NO_REASON } from './today';
import { CLOSED_DEALS, counted, DAYS, DEALS, FILES, OPEN_DEALS } from './counted';

const UNKNOWN = 'n/a';

function percent(rate: number | null): string {
  return rate === null ? UNKNOWN : `${Math.round(rate * 100)}%`;
}

function days(n: number | null): string {
  return n === null ? UNKNOWN : counted(Math.round(n * 10) / 10, DAYS);
}

const deals = (n: number) => counted(n, DEALS);

const inCurrency = (code: string | undefined) => (code === undefined ? '' : ` in ${code}`);

/** In the place of a figure that rests on so many cases. */
const TOO_FEW = 'too few';
const tooFew = (n: number) => `${TOO_FEW} (${n})`;

const noRate = (currencies: readonly string[]) => `without ${currencies.join(', ')}: no rate`;

/** The words of the report in English. What comes from files is handed in as it is to be shown. */
export function englishReport() {
  return {
    unknown: UNKNOWN,
    historyGap,
    gaps: GAPS,
    calls: CALLS,
    none: 'None.',
    percent,
    days,
    deals,
    files: (n: number) => counted(n, FILES),
    /** `83% of 6` */
    rate: (value: number | null, n: number, isTooFew: boolean) =>
      value === null ? UNKNOWN : isTooFew ? tooFew(n) : `${percent(value)} of ${n}`,
    daysOf: (median: number, n: number, isTooFew: boolean) =>
      isTooFew ? tooFew(n) : `${days(median)}, of ${n}`,
    tooFew,
    tooFewToTell: TOO_FEW,
    /** Of the stays in a stage, with what it is once the open ones count too, where that is another. */
    medianStay: (median: string, withOpen: string | undefined) =>
      withOpen === undefined ? median : `${median}, ${withOpen} with open stays`,
    longer: 'longer',
    /** One sum of several currencies, at the team’s rates. */
    about: (sum: string, parts: string, without: readonly string[]) =>
      `≈ ${sum}${without.length ? ` ${noRate(without)}` : ''} (${parts})`,
    noRate,
    perDay: (amount: string) => `${amount} per day`,
    title: (day: string) => `Pipeline report, ${day}`,
    changedOnly: (revision: string) => `Only files that are not as in ${revision}`,
    only: (filter: string, leftOut: number) => `Only ${filter}: ${deals(leftOut)} filtered out`,
    sections: {
      funnel: 'Funnel',
      lost: 'Where deals are lost',
      push: 'What would help most',
      forecast: 'What will close when',
      needs: 'Deals that need work',
    },
    headings: {
      now: 'Now',
      on: (day: string) => `On ${day}`,
      open: 'Open',
      weighted: 'Weighted',
      winRate: 'Win rate',
      medianCycle: 'Median cycle',
      velocity: 'Velocity',
      due: 'Closing this quarter',
      overdue: 'Overdue from before',
      stage: 'Stage',
      reached: 'Reached',
      stillOpen: 'Still open',
      lost: 'Lost',
      wentOn: 'Went on',
      openNow: 'Open now',
      value: 'Value',
      medianStay: 'Median stay',
      why: 'Why',
      quarter: 'Quarter',
      won: 'Won',
      commit: 'Commit',
      bestCase: 'Best case',
      pipeline: 'Pipeline',
      quota: 'Quota',
      slipped: 'Slipped',
      deal: 'Deal',
      deals: 'Deals',
      which: 'Which',
    },
    stalled: (n: number) => `${counted(n, OPEN_DEALS)} over the time limit of the stage.`,
    noneLost: 'No deals were lost.',
    noReason: NO_REASON,
    push: {
      tooEarly: 'Not enough history to tell yet.',
      wins: (stage: string, better: string, now: string, n: number) =>
        `Most wins to gain: ${stage}. If it lost no deals, ${better} of new deals would be won instead of ${now} (n = ${n}).`,
      time: (stage: string, share: string, n: number) =>
        `Most time: ${stage}. It takes ${share} of all days (n = ${n}).`,
      slow: (stay: {
        readonly stage: string;
        readonly median: string;
        readonly withOpen: string | undefined;
        readonly limit: number;
        readonly n: number;
      }) =>
        `Slowest for its limit: ${stay.stage}. Half of its deals stay ${stay.median} or longer${stay.withOpen === undefined ? '' : ` (${stay.withOpen} with open stays)`}; the limit is ${stay.limit} (n = ${stay.n}).`,
      step: (step: {
        readonly stage: string;
        readonly from: string;
        readonly to: string;
        readonly now: string;
        readonly better: string;
        readonly n: number;
      }) =>
        `Best single step: ${step.stage}. At ${step.to} conversion instead of ${step.from}, expect ${step.better} wins per month instead of ${step.now} (n = ${step.n}).`,
    },
    quotaMissed: (quota: string, missing: string) => `${quota}, missed by ${missing}`,
    quotaMet: (quota: string) => `${quota}, met`,
    quotaToGo: (quota: string, missing: string, coverage: string) =>
      `${quota}, ${missing} to go, ${coverage} × covered`,
    /** Of files that are in no table, calendar or review. */
    leftOut: (files: number) => `Left out: ${counted(files, FILES)} that cannot be read.`,
    withoutCloseDate: (what: string) => `No close date: ${what}.`,
    closingBefore: (quarter: string, what: string) => `Open, with a close date before ${quarter}: ${what}.`,
    closingAfter: (quarter: string, what: string) => `Close date after ${quarter}: ${what}.`,
    omitted: (what: string) => `Omitted from the forecast: ${what}.`,
    andMore: (n: number) => `And ${n} more.`,
    checked,
    today: englishToday(),
    terminal: {
      title: (day: string) => `Funnel as of ${day}`,
      cycle: 'Cycle',
      process: 'Process',
      valueWon: (share: string, currency: string | undefined, won: number, lost: number) =>
        `${share} of the closed value${inCurrency(currency)} (${won} won, ${lost} lost)`,
      valueUnknown: (why: string, currency: string | undefined, won: number, lost: number) =>
        `by value${inCurrency(currency)} ${why} (${won} won, ${lost} lost)`,
      valueLeftOut: (n: number) => `${counted(n, CLOSED_DEALS)} without a value left out`,
      meanAndMedian: (mean: string, median: string) => `mean ${mean}, median ${median}`,
      interval: (from: string, to: string) => ` (95% interval ${from} to ${to})`,
      followed: (conforming: number, all: number, skips: number, backs: number) =>
        `${conforming} of ${deals(all)} stayed on the path; ${counted(skips, { one: 'skip', other: 'skips' })}, ${backs} back`,
    },
  };
}

interface Checked {
  readonly files: number;
  readonly problems: number;
  readonly errors: number;
  readonly warnings: number;
  /** Those that are shown. */
  readonly hints: number;
  /** How many more there are that are not shown. */
  readonly hidden: number;
}

/** The last line of a check. */
function checked({ files, problems, errors, warnings, hints, hidden }: Checked): string {
  const where = `in ${counted(files, FILES)}`;
  const many = (n: number, one: string) => counted(n, { one, other: `${one}s` });
  const shown = hints && ` ${many(hints, 'hint')}`;
  const rest =
    hidden && (shown ? `, and ${hidden} more with --hints` : ` ${many(hidden, 'hint')}, shown with --hints`);
  const more = shown || rest ? `${shown || ''}${rest || ''}.` : '';
  if (!problems) return `No problems ${where}.${more}`;
  return `${many(problems, 'problem')} ${where}: ${many(errors, 'error')}, ${many(warnings, 'warning')}.${more}`;
}
