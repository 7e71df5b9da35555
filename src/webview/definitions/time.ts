import type { StaysReport } from '../../core/metrics/stays';
import type { FunnelSheet, StageWords } from '../../shared/funnelSheet';
import { formatCount, formatDays, formatNumber, formatRate, plural } from '../format';
import type { DefinitionEntry } from './definition';

export const stayKey = ({ stage }: Pick<StageWords, 'stage'>) => `stay-${stage}`;

export function timeDefinitions(sheet: FunnelSheet): DefinitionEntry[] {
  return [
    [
      'strip',
      {
        term: 'Ended stays',
        text: 'A stay is the days from a deal’s entry into a stage to its next move or its close; a deal that comes back stays anew. The strip is as high as the share of stays that lasted longer: it goes down where a quarter, half (at the mark) and three quarters of them had ended, and stops at nine in ten.',
        lines: [`Dashed where fewer than ${formatCount(sheet.minSample)} have ended.`],
      },
    ],
    [
      'limit',
      {
        term: 'Limit',
        text: 'Days in the stage after which a deal is stalled: stalled_after in the team’s sales-process.yaml, or its default.',
      },
    ],
    [
      'medianStay',
      {
        term: 'Median stay',
        text: 'Half of the stays that have ended were shorter, half longer.',
        lines: [`Greyed where fewer than ${formatCount(sheet.minSample)} have ended.`],
      },
    ],
    [
      'endedStays',
      { term: 'Ended', text: 'Stays that have ended: the deal moved to another stage, was won or was lost.' },
    ],
    ['openHere', { term: 'Open', text: 'Open deals that are in this stage now; each has a mark.' }],
    [
      'stalled',
      {
        term: 'Stalled',
        text: 'Open deals that are in their stage for more days than the team’s limit for it, stalled_after.',
      },
    ],
    [
      'unusual',
      {
        term: 'Unusually long',
        text: 'Open deals that are in their stage for longer than nine in ten of the stays there that have ended.',
        lines: [`Told where at least ${formatCount(sheet.minSample)} have ended.`],
      },
    ],
    [
      'idle',
      {
        term: 'Idle',
        text: 'Open deals that nobody has touched for longer than the team’s idle_after, and for which nothing is planned.',
      },
    ],
    [
      'kaplanMeier',
      {
        term: 'Median with open stays',
        text: 'The Kaplan–Meier median: the first day by which half of all deals have left, where those that are there still count as long as they have stayed.',
        lines: [
          'Stays that have ended are the shorter ones: by themselves they make a stage look quicker than it is.',
        ],
      },
    ],
    ...sheet.stages.map((stage, k) => stayEntry(sheet, stage, k)),
  ];
}

function stayEntry({ report }: FunnelSheet, stage: StageWords, k: number): DefinitionEntry {
  const { load, stays } = report.stages[k]!;
  const lines = [
    quantileWords(stays),
    `${plural(stays.open, 'stay is', 'stays are')} not over yet.`,
    `The team’s limit is ${formatDays(stage.stalledAfter)}.`,
  ];
  if (load !== null) lines.push(`${formatRate(load)} of all days that deals spend are spent here.`);
  return [stayKey(stage), { term: stage.label, text: 'How long deals stay in this stage.', lines }];
}

function quantileWords({ completed, p25, median, p75, p90 }: StaysReport): string {
  if (p25 === null) return 'No stay has ended yet.';
  const [a, b, c, d] = [p25, median!, p75!, p90!].map(days => formatNumber(days));
  return `Of ${plural(completed, 'stay that has', 'stays that have')} ended, a quarter took up to ${a} days, half ${b}, three quarters ${c}, nine in ten ${d}.`;
}
