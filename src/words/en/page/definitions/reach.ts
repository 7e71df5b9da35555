import { CONTRACT } from './headline';
import { stageKey, type Defined, type DefinedStage, type DefinitionEntry } from '../../../definition';
import { DEALS } from '../../counted';
import type { Say } from '../say';
import { isThin } from '../../../../core/metrics/thin';

export function reachDefinitions(of: Defined, say: Say): DefinitionEntry[] {
  return [
    [
      'reached',
      {
        term: 'Reached',
        text: 'Deals that were ever in this stage or a later one, whatever their result. A won deal reached all seven.',
      },
    ],
    [
      'touched',
      { term: 'Entered', text: 'Deals that actually entered this stage. Deals that skipped it don’t count.' },
    ],
    [
      'strict',
      {
        term: 'No skips',
        text: 'Deals that entered every stage up to this one, in order, without skipping one.',
      },
    ],
    [
      'pending',
      {
        term: 'Still open',
        text: 'Open deals that reached this stage and never got further. They may still go on.',
      },
    ],
    ['lostAt', { term: 'Lost', text: 'Lost deals that reached this stage and never got further.' }],
    [
      'conversion',
      {
        term: 'Conversion',
        text: 'Deals that reached the next stage ÷ (deals that reached this one − still open). Deals that are still open don’t count against a stage.',
        lines: [
          `Shows “too few” with fewer than ${say.count(of.minSample)} decided deals, or deals that ever entered the stage.`,
        ],
      },
    ],
    [
      'chain',
      {
        term: 'Overall conversion',
        text: 'The seven conversions multiplied: the share of new deals that would be won at today’s rates.',
      },
    ],
    ...of.stages.map((stage, k) => stageEntry(of, say, stage, k)),
    ['wonEnd', { term: 'Won', text: 'Deals that ended in an agreement.' }],
    [
      'lostIn',
      {
        term: 'Lost here',
        text: 'Deals that were in this stage when they were lost, even if they had been further before.',
      },
    ],
    ['lost', { term: 'Lost', text: 'Deals the team stopped pursuing, with their total value per currency.' }],
    ['reasons', { term: 'Why', text: 'The lost_reason of the lost deals, most common first.' }],
    ['deals', { term: 'Deals', text: 'All deals that match the filters: open, won and lost.' }],
    ['stageCount', { term: 'Open deals', text: 'Open deals in this stage.' }],
    [
      'stageValue',
      { term: 'Value', text: `Total value of the open deals in this stage, per currency. ${CONTRACT}` },
    ],
    [
      'withoutValue',
      {
        term: 'No value',
        text: 'Deals whose file has no value, or a value of 0. They count as deals but not in any total.',
      },
    ],
    [
      'files',
      {
        term: 'Files',
        text: 'Every Markdown file in the folder counts in exactly one of these groups. Other notes are files without a stage.',
      },
    ],
    [
      'pathUnknown',
      {
        term: 'Path not known',
        text: 'Deals whose file doesn’t say where they began: the first line of the history has no “from”, and “created” is another day; or there is no history and the deal is past the first stage. Outcomes, values and days in stages count them; reach, conversion and moves don’t.',
      },
    ],
    [
      'stageNotKnown',
      {
        term: 'Stage not known',
        text: 'Deals that were open on that day, but their history doesn’t say in which stage. They count as open but in no stage.',
      },
    ],
    [
      'misdated',
      {
        term: 'Impossible dates',
        text: 'Deals with a date of the history, created or closed_on later than tomorrow, or that were closed before they began. They count, but no stay or cycle that depends on such a date does.',
      },
    ],
    [
      'inConflict',
      {
        term: 'In conflict',
        text: 'Deals whose files git could not merge. Every figure counts them as their first side has them; where only the second side can be read, as that one has them. Resolve Conflict… settles them.',
      },
    ],
    [
      'undated',
      {
        term: 'Without a date',
        text: 'Deals with no “created”, no history and no “closed_on”, that git doesn’t know either. A past day can’t count them.',
      },
    ],
    ['leftOut', { term: 'Filtered out', text: 'Deals that don’t match the filters. No figure counts them.' }],
  ];
}

function stageEntry(
  { minSample, report, stages }: Defined,
  { count, rate, some, tooFew }: Say,
  stage: DefinedStage,
  k: number,
): DefinitionEntry {
  const { reached, pending, lost, touched, conversion, n } = report.stages[k]!;
  const next = stages[k + 1];
  // Won deals whose path is not known are in no stage, and so not at its end.
  const wentOn = reached - pending - lost;
  const goal = next ? `reached ${next.label}` : wentOn === 1 ? 'was won' : 'were won';
  return [
    stageKey(stage.stage),
    {
      term: stage.label,
      text: stage.purpose,
      lines: [
        `${some(reached, DEALS)} reached it: ${count(wentOn)} ${goal}, ${count(pending)} still open, ${count(lost)} lost here.`,
        `Conversion: ${count(wentOn)} ÷ (${count(reached)} − ${count(pending)} still open) = ${n > 0 && isThin({ n, touched }, minSample) ? tooFew : rate(conversion)}`,
      ],
    },
  ];
}
