import type { FunnelSheet } from '../../../shared/funnelSheet';
import { TABS, type Tab } from '../../../shared/tabs';

const FIRST: readonly Tab[] = ['today', 'changes', 'forecast'];

/** Whether too few deals are closed for anything to be told of the process. */
export function isYoung({ closed, minSample }: Pick<FunnelSheet, 'closed' | 'minSample'>): boolean {
  return closed < minSample;
}

/** The tabs that have something to say: a young pipeline has its day and its forecast. */
export function tabsOf(sheet: FunnelSheet): readonly Tab[] {
  return isYoung(sheet) ? FIRST : TABS;
}
