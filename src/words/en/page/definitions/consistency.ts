import type { DeviationKind } from '../../../../core/metrics/deviations';
import type { Defined, DefinitionEntry } from '../../../definition';
import { DEALS } from '../../counted';
import { DEVIATIONS } from '../consistency';
import type { Say } from '../say';

const DEVIATION_TEXTS: Readonly<Record<DeviationKind, string>> = {
  skip: 'Deals that jumped over at least one stage in a single move.',
  back: 'Deals that moved back to an earlier stage at least once.',
  rework: 'Deals that entered a stage a second time, after moving back.',
  'late-start': 'Deals whose first known stage isn’t the first of the seven.',
  'won-early': 'Deals that were won from an earlier stage than the last.',
};

export function consistencyDefinitions(
  { report: { consistency: all }, minSample }: Defined,
  { count, some, rate }: Say,
): DefinitionEntry[] {
  return [
    [
      'conforming',
      {
        term: 'Stayed on the path',
        text: 'Deals that started in the first stage, moved one stage at a time, and if won, were won from the last. Deals that haven’t moved yet, or whose start isn’t known, don’t count.',
        lines: [`${count(all.conforming)} of ${some(all.deals, DEALS)}.`],
      },
    ],
    [
      'stepConformance',
      {
        term: 'One stage at a time',
        text: 'Moves to the next stage ÷ all moves.',
        lines: [
          `${count(all.steps)} ÷ (${count(all.steps)} steps + ${count(all.skips)} skips + ${count(all.backs)} back) = ${rate(all.moves ? all.steps / all.moves : null)}`,
        ],
      },
    ],
    [
      'rework',
      {
        term: 'Rework',
        text: 'Days spent in stages that a deal had already been in ÷ days of all stays.',
      },
    ],
    [
      'skips',
      {
        term: 'Skips',
        text: 'Moves forward over one or more stages. A deal that skipped twice counts twice.',
      },
    ],
    [
      'backs',
      { term: 'Moves back', text: 'Moves to an earlier stage. A deal that moved back twice counts twice.' },
    ],
    [
      'variant',
      {
        term: 'Path',
        text: 'Deals that went through the same stages in the same order.',
        lines: [
          'A full dot is a stage they were in; a ring around it means more than once. Arcs above are skips, arcs below are moves back.',
        ],
      },
    ],
    [
      'variantCycle',
      {
        term: 'Median cycle',
        text: 'Median days from the first known day to the win, for the won deals on this path.',
      },
    ],
    [
      'fate',
      {
        term: 'Win rate',
        text: 'Won ÷ (won + lost) of these deals; the line is the 95% interval (Wilson). Open deals don’t count.',
        lines: [`Shows “too few” with fewer than ${count(minSample)} won or lost.`],
      },
    ],
    ...Object.entries(DEVIATION_TEXTS).map(([kind, text]): DefinitionEntry => [
      `deviation-${kind}`,
      { term: DEVIATIONS[kind as DeviationKind], text },
    ]),
    [
      'missed',
      { term: 'Never there', text: 'Deals that got past this stage, or were won, without ever being in it.' },
    ],
  ];
}
