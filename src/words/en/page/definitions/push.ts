import type { Defined, DefinitionEntry } from '../../../definition';
import { DAYS, DEALS } from '../../counted';
import type { Say } from '../say';

export function pushDefinitions(
  { report: { whatIf }, minSample }: Defined,
  { count, day, some }: Say,
): DefinitionEntry[] {
  const { window } = whatIf;
  return [
    [
      'headroom',
      {
        term: 'Headroom',
        text: 'Product of the other six conversions − product of all seven. It’s what the whole funnel would gain if this stage lost no deals.',
        lines: [`Shows “too few” with fewer than ${count(minSample)} decided deals in the stage.`],
      },
    ],
    [
      'shareOfDays',
      {
        term: 'Load',
        text: 'Days of all stays in this stage ÷ days of all stays in all stages. Open stays count up to today.',
      },
    ],
    [
      'slowness',
      {
        term: 'Slowness',
        text: 'Median completed stay ÷ the stage’s limit (stalled_after). Above 100%, at least half of the completed stays ran over the limit.',
      },
    ],
    [
      'decided',
      {
        term: 'Decided',
        text: 'Reached − still open: deals that reached the stage and either went on or were lost.',
      },
    ],
    [
      'stays',
      {
        term: 'Stays',
        text: 'From the day a deal enters a stage to the day it leaves. A deal that came back has two stays.',
      },
    ],
    [
      'entries',
      {
        term: 'New deals',
        text: 'New deals in the chosen period, per month of 30.4 days.',
        ...(window && {
          lines: [
            `${some(whatIf.entries, DEALS)} from ${day(window.from)} to ${day(window.to)}, ${some(window.days, DAYS)}`,
          ],
        }),
      },
    ],
    [
      'setConversion',
      {
        term: 'Conversion',
        text: 'Share of decided deals that go on to the next stage. The mark shows today’s rate.',
      },
    ],
    [
      'setStay',
      {
        term: 'Mean days',
        text: 'Mean of the completed stays; means add up to a cycle, medians don’t. The mark shows today’s mean.',
      },
    ],
    [
      'flow',
      {
        term: 'Deals per month',
        text: 'New deals per month × the conversions up to here. The outline shows today’s figure.',
      },
    ],
    [
      'expectedWins',
      { term: 'Wins per month', text: 'New deals per month × the product of the seven conversions.' },
    ],
    [
      'expectedValue',
      {
        term: 'Value per month',
        text: 'Wins per month × the currency’s share of new deals × its mean won value.',
      },
    ],
    [
      'expectedVelocity',
      {
        term: 'Velocity per day',
        text: 'Open deals from qualification on × win rate × mean won value ÷ mean cycle. The win rate scales with the product of the conversions, the cycle with the mean days.',
      },
    ],
    [
      'expectedCycle',
      {
        term: 'Mean cycle',
        text: 'Mean days from first contact to win × (mean days of all stages here ÷ mean days today).',
      },
    ],
    [
      'expectedWinRate',
      {
        term: 'Win rate',
        text: 'Won ÷ (won + lost) × (product of the conversions here ÷ product today), at most 100%.',
      },
    ],
  ];
}
