import { forecastKey, type Defined, type DefinitionEntry } from '../../../definition';
import { SUM_LABELS } from '../forecast';
import type { Say } from '../say';

const PASSED = 'In a past period: the close date has passed but the deal is still open.';

export function forecastDefinitions(
  { report: { forecast, winRate, files } }: Defined,
  { cases, number, rate, unknown }: Say,
): DefinitionEntry[] {
  const entry = (of: keyof typeof SUM_LABELS, text: string, ...lines: string[]): DefinitionEntry => [
    forecastKey(of),
    { term: SUM_LABELS[of], text, lines },
  ];
  const needed = forecast.needed === null ? unknown : number(forecast.needed);
  return [
    entry('closed', 'Won deals, by the day they were won.'),
    entry(
      'commit',
      'Open deals someone has committed to closing, by close date. The deal’s own forecast counts or, if it has none, its stage’s: by default the last stage is commit.',
      PASSED,
    ),
    entry(
      'best_case',
      'Open deals that have a good chance, by close date. The deal’s own forecast counts or, if it has none, its stage’s: by default the two stages before the last are best case.',
      PASSED,
    ),
    entry(
      'pipeline',
      'Open deals that are less certain, by close date. The deal’s own forecast counts or, if it has none, its stage’s: by default the first four stages are pipeline.',
      PASSED,
    ),
    entry('omitted', 'Open deals whose forecast is omitted. No other sum here counts them.'),
    entry('upToCommit', 'Won + commit.'),
    entry('upToBestCase', 'Won + commit + best case.'),
    entry('openPipeline', 'Commit + best case + pipeline: all open deals that close in the period.'),
    entry(
      'slipped',
      'Deals due to close in the period when it began, or when they were new, that were open at its end with a later close date. Of a running period, those that are so by today.',
    ),
    [
      'quota',
      {
        term: 'Quota',
        text: 'What the team, or the one owner you chose, is to win in the quarter: quota in sales-process.yaml.',
      },
    ],
    [
      'call',
      {
        term: 'Call',
        text: 'What an owner says the quarter will bring, won deals included, in forecast.yaml. The last one up to the day counts.',
      },
    ],
    [
      'accuracy',
      {
        term: 'Accuracy',
        text: '1 − |final call − won| ÷ won, never below 0%: one minus the absolute percentage error. The final call is the last one made in the quarter. The average is the mean over the quarters, and “too few” below min_sample of them.',
      },
    ],
    [
      'slippedNow',
      {
        term: 'Slipped',
        text: 'Open deals that were to close in this quarter when it began, or when they were new, and have a close date after it.',
      },
    ],
    [
      'activities',
      { term: 'Activities', text: 'Entries in the logs of the owner’s deals since last Monday.' },
    ],
    [
      'coverage',
      {
        term: 'Covered',
        text: 'Open value that closes in the quarter ÷ (quota − value won in it). Shows “met” once the quota is reached. Other currencies count at the team’s rates.',
        lines: [
          `Needed: 1 ÷ win rate = 1 ÷ ${rate(winRate.count)} = ${needed} (${cases(files.won + files.lost)}).`,
        ],
      },
    ],
  ];
}
