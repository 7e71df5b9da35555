import type { FunnelSheet, SheetStage } from '../shared/funnelSheet';
import { formatCount, formatRate, plural } from './format';

/** What a figure means, in words. */
export interface Definition {
  readonly term: string;
  readonly text: string;
  /** Further lines: what it is made of here. */
  readonly lines?: readonly string[];
}

export type Definitions = ReadonlyMap<string, Definition>;

export const stageKey = ({ stage }: Pick<SheetStage, 'stage'>) => `stage-${stage}`;

export function definitionsOf(sheet: FunnelSheet): Definitions {
  const { minSample, stages, files } = sheet;
  return new Map<string, Definition>([
    [
      'openValue',
      { term: 'Open value', text: 'The values of all open deals, added up for each currency by itself.' },
    ],
    [
      'weighted',
      {
        term: 'Weighted',
        text: 'Value × probability of each open deal, added up for each currency by itself. The probability is the deal’s own, or else its stage’s.',
      },
    ],
    ['won', { term: 'Won', text: 'Deals with status won, and their values, for each currency by itself.' }],
    [
      'lost',
      {
        term: 'Lost',
        text: 'Deals that the team stopped pursuing, and their values, for each currency by itself.',
      },
    ],
    [
      'reasons',
      { term: 'Reasons', text: 'What the lost deals give as lost_reason, the most frequent first.' },
    ],
    [
      'winRate',
      {
        term: 'Win rate',
        text: 'Won ÷ (won + lost), by count; open deals are left out.',
        lines: [
          `${formatCount(files.won)} ÷ (${formatCount(files.won)} + ${formatCount(files.lost)}) = ${formatRate(sheet.winRate.count)}`,
          'The range is the Wilson interval: with so few cases, the true rate lies in it with 95 % certainty.',
          `“Too few” stands where fewer than ${formatCount(minSample)} deals are closed.`,
        ],
      },
    ],
    [
      'cycle',
      {
        term: 'Median cycle',
        text: 'Days from a deal’s first known day to its win. Half of the won deals took longer, half took less.',
      },
    ],
    [
      'reached',
      {
        term: 'Reached',
        text: 'Deals that were ever in this stage or in a later one, whatever became of them. A won deal reached all seven.',
      },
    ],
    [
      'pending',
      {
        term: 'Pending',
        text: 'Of those that reached the stage: open deals that have never been further. Whether they go on is not known yet.',
      },
    ],
    [
      'lostAt',
      { term: 'Lost', text: 'Of those that reached the stage: lost deals that had never been further.' },
    ],
    [
      'conversion',
      {
        term: 'Conversion',
        text: 'Deals that reached the next stage ÷ (deals that reached this one − pending). Pending deals do not count against a stage.',
        lines: [`“Too few” stands where fewer than ${formatCount(minSample)} deals are decided.`],
      },
    ],
    [
      'chain',
      {
        term: 'All conversions together',
        text: 'The product of the seven conversions: the share of new deals that would be won if all went on as so far.',
      },
    ],
    ['stageCount', { term: 'Open deals', text: 'Open deals that are in this stage now.' }],
    [
      'stageValue',
      {
        term: 'Value',
        text: 'The values of the open deals that are in this stage now, for each currency by itself.',
      },
    ],
    [
      'files',
      {
        term: 'Files',
        text: 'Every Markdown file of the folder stands in exactly one of these places. Other notes are files without a stage.',
      },
    ],
    ...stages.map((stage, k): [string, Definition] => [stageKey(stage), stageDefinition(sheet, stage, k)]),
    ['wonEnd', { term: 'Won', text: 'Deals that came through all seven stages to an agreement.' }],
  ]);
}

function stageDefinition(sheet: FunnelSheet, stage: SheetStage, k: number): Definition {
  const { label, purpose, reached, pending, lost, conversion } = stage;
  const next = sheet.stages[k + 1];
  const wentOn = next?.reached ?? sheet.won.count;
  const goal = next ? `reached ${next.label}` : 'were won';
  return {
    term: label,
    text: purpose,
    lines: [
      `${plural(reached, 'deal', 'deals')} reached it: ${formatCount(wentOn)} ${goal}, ${formatCount(pending)} pending, ${formatCount(lost)} lost here.`,
      `Conversion: ${formatCount(wentOn)} ÷ (${formatCount(reached)} − ${formatCount(pending)} pending) = ${formatRate(conversion)}`,
    ],
  };
}
