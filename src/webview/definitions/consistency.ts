import type { DeviationKind } from '../../core/metrics/deviations';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatCount, formatRate } from '../format';
import type { DefinitionEntry } from './definition';

export const DEVIATION_WORDS: Readonly<Record<DeviationKind, { label: string; text: string }>> = {
  skip: {
    label: 'Skipped a stage',
    text: 'Deals that went over at least one stage in one move.',
  },
  back: { label: 'Went back', text: 'Deals that moved back to an earlier stage at least once.' },
  rework: {
    label: 'Did a stage twice',
    text: 'Deals that entered a stage for a second time; this takes a move back.',
  },
  'late-start': {
    label: 'Began later',
    text: 'Deals whose first known stage is not the first of the seven.',
  },
};

export function consistencyDefinitions({
  report: { consistency: all },
  minSample,
}: FunnelSheet): DefinitionEntry[] {
  return [
    [
      'conforming',
      {
        term: 'Kept to the path',
        text: 'Deals that began in the first stage and went on one stage at a time, however far they got.',
        lines: [`${formatCount(all.conforming)} of ${formatCount(all.deals)} deals.`],
      },
    ],
    [
      'stepConformance',
      {
        term: 'Single steps',
        text: 'Moves to the very next stage ÷ all moves.',
        lines: [
          `${formatCount(all.steps)} ÷ (${formatCount(all.steps)} steps + ${formatCount(all.skips)} skips + ${formatCount(all.backs)} back) = ${formatRate(all.moves ? all.steps / all.moves : null)}`,
        ],
      },
    ],
    [
      'rework',
      {
        term: 'Rework',
        text: 'Deals that were in a stage for a second time, and the days that they spent there then, of the days of all stays.',
      },
    ],
    [
      'skips',
      {
        term: 'Skips',
        text: 'Moves ahead over one or more stages. A deal that did it twice counts twice.',
      },
    ],
    [
      'backs',
      { term: 'Moves back', text: 'Moves to an earlier stage. A deal that did it twice counts twice.' },
    ],
    [
      'variant',
      {
        term: 'Way',
        text: 'Deals that were in the same stages in the same order. A full dot is a stage that they were in, a ring around it says more than once; arcs above are skips, arcs below are moves back.',
      },
    ],
    [
      'variantCycle',
      {
        term: 'Median cycle',
        text: 'Days from the first known day to the win: the median of the won deals of this way.',
      },
    ],
    [
      'fate',
      {
        term: 'Win rate',
        text: 'Won ÷ (won + lost) of these deals; the line is the 95 % interval (Wilson). Open deals are left out.',
        lines: [`“Too few” stands where fewer than ${formatCount(minSample)} are won or lost.`],
      },
    ],
    ...Object.entries(DEVIATION_WORDS).map(([kind, { label, text }]): DefinitionEntry => [
      `deviation-${kind}`,
      { term: label, text },
    ]),
    [
      'missed',
      {
        term: 'Never there',
        text: 'Deals that got beyond the stage, or were won, and were never in it.',
      },
    ],
  ];
}
