import type { Flow } from '../../../core/metrics/flows';
import type { FunnelSheet } from '../../../shared/funnelSheet';
import { formatCount, formatRange, formatRate, plural } from '../../format';
import { labelOf } from '../../sheetContext';
import { isTooFew } from './verdict';

const KINDS = { step: 'the next step', skip: 'ahead over a stage', back: 'back' };

/** What a flow is, how often it happened and what became of the deals, a line each. */
export function flowWords({ from, to, move, count, fate }: Flow, sheet: FunnelSheet): string[] {
  const { n, won, lost, open, winRate, interval } = fate;
  const rate = isTooFew(fate, sheet.minSample)
    ? []
    : [`Win rate ${formatRate(winRate)}${interval ? `, ${formatRange(interval)}` : ''}`];
  return [
    `${labelOf(sheet, from)} → ${labelOf(sheet, to)}`,
    `${plural(count, 'move', 'moves')}, ${KINDS[move]}`,
    `${plural(n, 'deal', 'deals')}: ${formatCount(won)} won, ${formatCount(lost)} lost, ${formatCount(open)} open`,
    ...rate,
  ];
}
