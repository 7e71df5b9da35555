import type { FunnelSheet, StageWords } from '../../shared/funnelSheet';
import { formatCount, formatRateOf, plural } from '../format';
import type { DefinitionEntry } from './definition';

export const stageKey = ({ stage }: Pick<StageWords, 'stage'>) => `stage-${stage}`;

export function reachDefinitions(sheet: FunnelSheet): DefinitionEntry[] {
  return [
    [
      'reached',
      {
        term: 'Reached',
        text: 'Deals that were ever in this stage or in a later one, whatever became of them. A won deal reached all seven.',
      },
    ],
    [
      'touched',
      {
        term: 'Touched',
        text: 'Deals that really entered this stage. A deal that skipped it is not among them.',
      },
    ],
    [
      'strict',
      {
        term: 'Strict path',
        text: 'Deals that entered all stages up to this one in order, from the first, without leaving one out.',
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
        lines: [`“Too few” stands where fewer than ${formatCount(sheet.minSample)} deals are decided.`],
      },
    ],
    [
      'chain',
      {
        term: 'All conversions together',
        text: 'The product of the seven conversions: the share of new deals that would be won if all went on as so far.',
      },
    ],
    ...sheet.stages.map((stage, k) => stageEntry(sheet, stage, k)),
    ['wonEnd', { term: 'Won', text: 'Deals that came through all seven stages to an agreement.' }],
    [
      'lostIn',
      {
        term: 'Lost here',
        text: 'Deals that were in this stage when they were lost; one that was further on before and came back counts here.',
      },
    ],
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
    ['deals', { term: 'Deals', text: 'All deals of the choice: open, won and lost.' }],
    ['stageCount', { term: 'Open deals', text: 'Open deals that are in this stage now.' }],
    [
      'stageValue',
      {
        term: 'Value',
        text: 'The values of the open deals that are in this stage now, for each currency by itself.',
      },
    ],
    [
      'withoutValue',
      {
        term: 'Without a value',
        text: 'Deals whose file has no value, or one of 0. They count as deals and in no sum of money.',
      },
    ],
    [
      'files',
      {
        term: 'Files',
        text: 'Every Markdown file of the folder stands in exactly one of these places. Other notes are files without a stage.',
      },
    ],
    [
      'leftOut',
      {
        term: 'Left out',
        text: 'Deals that are others than the filter asks for: they are in no figure here.',
      },
    ],
  ];
}

function stageEntry(
  { minSample, report, stages }: FunnelSheet,
  stage: StageWords,
  k: number,
): DefinitionEntry {
  const { reached, pending, lost, conversion, n } = report.stages[k]!;
  const next = stages[k + 1];
  const wentOn = report.stages[k + 1]?.reached ?? report.files.won;
  const goal = next ? `reached ${next.label}` : 'were won';
  return [
    stageKey(stage),
    {
      term: stage.label,
      text: stage.purpose,
      lines: [
        `${plural(reached, 'deal', 'deals')} reached it: ${formatCount(wentOn)} ${goal}, ${formatCount(pending)} pending, ${formatCount(lost)} lost here.`,
        `Conversion: ${formatCount(wentOn)} ÷ (${formatCount(reached)} − ${formatCount(pending)} pending) = ${formatRateOf(conversion, n, minSample)}`,
      ],
    },
  ];
}
