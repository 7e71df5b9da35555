import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatCount, formatDay, plural } from '../format';
import type { DefinitionEntry } from './definition';

export function pushDefinitions({ report: { whatIf }, minSample }: FunnelSheet): DefinitionEntry[] {
  const { window } = whatIf;
  return [
    [
      'headroom',
      {
        term: 'Headroom',
        text: 'The product of the other six conversions − the product of all seven: what all together would gain if the stage lost nobody.',
        lines: [
          `“Too few” stands where fewer than ${formatCount(minSample)} deals are decided in the stage.`,
        ],
      },
    ],
    [
      'shareOfDays',
      {
        term: 'Load',
        text: 'Days of all stays in the stage ÷ days of all stays in all stages. Open stays count up to today.',
      },
    ],
    [
      'slowness',
      {
        term: 'Slowness',
        text: 'Median of the stays that have ended ÷ the stage’s limit (stalled_after). Above 100%, half of all stays are longer than the team calls healthy.',
      },
    ],
    [
      'decided',
      { term: 'Decided', text: 'Deals that reached the stage and went on or were lost: reached − pending.' },
    ],
    [
      'stays',
      {
        term: 'Stays',
        text: 'From the day a deal enters a stage to the day it leaves it. A deal that came back has stayed twice.',
      },
    ],
    [
      'entries',
      {
        term: 'New deals',
        text: 'Deals that began in the time that the page is about ÷ its days; a month has 30.4 of them.',
        ...(window && {
          lines: [
            `${plural(whatIf.entries, 'deal', 'deals')} from ${formatDay(window.from)} to ${formatDay(window.to)}, ${plural(window.days, 'day', 'days')}`,
          ],
        }),
      },
    ],
    [
      'setConversion',
      {
        term: 'Conversion',
        text: 'The share of decided deals that go on to the next stage. The mark is where it is now.',
      },
    ],
    [
      'setStay',
      {
        term: 'Mean days',
        text: 'The mean of the stays that have ended. Means add up to a cycle, medians do not. The mark is where it is now.',
      },
    ],
    [
      'flow',
      {
        term: 'Deals a month',
        text: 'New deals a month × the conversions so far: how many get here in the long run. The outline is how it is now.',
      },
    ],
    [
      'expectedWins',
      { term: 'Wins a month', text: 'New deals a month × the product of the seven conversions.' },
    ],
    [
      'expectedValue',
      {
        term: 'Value a month',
        text: 'Wins a month × the currency’s share of new deals × its mean won value.',
      },
    ],
    [
      'expectedVelocity',
      {
        term: 'Velocity',
        text: 'Open deals at qualification or later × win rate × mean won value ÷ mean cycle, a day. The win rate grows with the product of the conversions, the cycle with the mean days.',
      },
    ],
    [
      'expectedCycle',
      {
        term: 'Mean cycle',
        text: 'Mean days from the first day to the win × what the mean days of all stages add up to, compared with now.',
      },
    ],
    [
      'expectedWinRate',
      {
        term: 'Win rate',
        text: 'Won ÷ (won + lost) × the product of the conversions, compared with now; 100% at most.',
      },
    ],
  ];
}
