import type { Flow } from '../../../core/metrics/flows';
import type { FunnelSheet } from '../../../shared/funnelSheet';
import { labelOf } from '../../sheetContext';
import { isTooFew } from './verdict';
import { words } from '../../words';

const { flows: said } = words.consistency;

/** What a flow is, how often it happened and what became of the deals, a line each. */
export function flowWords({ from, to, move, count, fate }: Flow, sheet: FunnelSheet): string[] {
  const { n, won, lost, open, winRate, interval } = fate;
  const rate = isTooFew(fate, sheet.minSample) ? [] : [said.winRate(winRate, interval)];
  return [
    said.between(labelOf(sheet, from), labelOf(sheet, to)),
    said.moves[move](count),
    said.fate(n, won, lost, open),
    ...rate,
  ];
}
