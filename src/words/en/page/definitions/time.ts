import type { StaysReport } from '../../../../core/metrics/stays';
import { stayKey, type Defined, type DefinedStage, type DefinitionEntry } from '../../../definition';
import type { Say } from '../say';

const STAYS = { one: 'completed stay', other: 'completed stays' };
const OPEN_STAYS = { one: 'stay is still open', other: 'stays are still open' };

export function timeDefinitions(of: Defined, say: Say): DefinitionEntry[] {
  const few = say.count(of.minSample);
  return [
    [
      'strip',
      {
        term: 'Completed stays',
        text: 'Days from entering a stage to the next move or the close. A deal that comes back starts a new stay.',
        lines: [
          'The strip steps down where 25, 50 (the mark) and 75% of stays had ended, and stops at 90%.',
          `It’s dashed with fewer than ${few} completed stays.`,
        ],
      },
    ],
    [
      'limit',
      {
        term: 'Limit',
        text: 'Days in the stage before a deal counts as stalled: stalled_after in sales-process.yaml, or the default.',
      },
    ],
    [
      'medianStay',
      {
        term: 'Median stay',
        text: 'Half of the completed stays were shorter, half longer.',
        lines: [`Gray with fewer than ${few} completed stays.`],
      },
    ],
    [
      'endedStays',
      {
        term: 'Completed',
        text: 'Stays that ended because the deal moved to another stage, was won or was lost.',
      },
    ],
    ['openHere', { term: 'Open', text: 'Open deals in this stage, one mark each.' }],
    [
      'stalled',
      {
        term: 'Stalled',
        text: 'Open deals that have been in their stage longer than the team’s limit for it (stalled_after).',
      },
    ],
    [
      'unusual',
      {
        term: 'Unusually long',
        text: 'Open deals that have been in their stage longer than 90% of the completed stays there.',
        lines: [`Needs at least ${few} completed stays.`],
      },
    ],
    [
      'idle',
      {
        term: 'Idle',
        text: 'Open deals with no activity for longer than idle_after days and nothing planned.',
      },
    ],
    [
      'kaplanMeier',
      {
        term: 'Median including open stays',
        text: 'Kaplan–Meier median: the first day by which half of all deals have left, counting open stays for as long as they’ve lasted. Completed stays alone are the shorter ones, and make a stage look faster than it is.',
      },
    ],
    ...of.stages.map((stage, k) => stayEntry(of, say, stage, k)),
  ];
}

function stayEntry({ report }: Defined, say: Say, stage: DefinedStage, k: number): DefinitionEntry {
  const { load, stays } = report.stages[k]!;
  const lines = [
    quantileWords(stays, say),
    `${say.some(stays.open, OPEN_STAYS)}.`,
    `The team’s limit is ${say.days(stage.stalledAfter)}.`,
  ];
  if (load !== null) lines.push(`Deals spend ${say.rate(load)} of all their days here.`);
  return [stayKey(stage.stage), { term: stage.label, text: 'How long deals stay in this stage.', lines }];
}

function quantileWords({ completed, p25, median, p75, p90 }: StaysReport, { number, some }: Say): string {
  if (p25 === null) return 'No completed stays yet.';
  const [a, b, c, d] = [p25, median!, p75!, p90!].map(number);
  return `Of ${some(completed, STAYS)}, 25% took up to ${a} days, 50% up to ${b}, 75% up to ${c}, 90% up to ${d}.`;
}
