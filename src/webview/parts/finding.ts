import { sum } from 'd3-array';
import type { GroupOfChanges } from '../../core/changes/groups';
import { ratio } from '../../core/metrics/statistics';
import type { ChangesSheet } from '../../shared/changesSheet';
import type { FunnelSheet } from '../../shared/funnelSheet';
import type { Tab } from '../../shared/tabs';
import { labelOf } from '../sheetContext';
import { words } from '../words';
import { worstStage } from './worstStage';
import { bestStep } from './push/whichStep';
import { sumsOf } from './sumsOf';
import { longestWait } from './time/waits';

const { findings } = words.frame;

/** What a tab has to say, in a sentence: its title. */
export function findingOf(tab: Tab, sheet: FunnelSheet, changes: ChangesSheet | undefined): string {
  return tab === 'changes' ? changesFinding(changes) : FINDINGS[tab](sheet);
}

function changesFinding(changes: ChangesSheet | undefined): string {
  if (changes?.between.kind !== 'compared') return words.frame.tabs.changes;
  const { groups, since } = changes.between;
  if (!groups.length) return words.changes.nothing(since);
  const countOf = (group: GroupOfChanges) => groups.find(one => one.group === group)?.count ?? 0;
  return words.changes.finding(since, { won: countOf('won'), lost: countOf('lost'), new: countOf('new') });
}

const FINDINGS: Readonly<Record<Exclude<Tab, 'changes'>, (sheet: FunnelSheet) => string>> = {
  today: ({ report, toDo }) => {
    const late = toDo['overdue']?.count ?? 0;
    return findings.today({
      toDo: sum(Object.values(toDo), ({ count }) => count),
      late,
      open: report.files.open,
    });
  },
  forecast: ({ report }) => {
    const { quarter, count, value } = report.headline.now.due;
    return findings.forecast(quarter, count, sumsOf(value));
  },
  funnel: sheet => {
    const worst = worstStage(sheet);
    if (worst) return findings.funnel(labelOf(sheet, worst.stage), worst.share);
    return sheet.report.outcomes.lost.count ? findings.funnelUnknown : findings.noLoss;
  },
  time: sheet => {
    const longest = longestWait(sheet.report.stages, sheet.minSample);
    return longest ? findings.time(labelOf(sheet, longest.stage)) : findings.timeUnknown;
  },
  process: ({ report, minSample }) => {
    const { deals, conforming } = report.consistency;
    return deals < minSample ? findings.processUnknown : findings.process(ratio(conforming, deals), deals);
  },
  whatIf: sheet => {
    const best = bestStep(sheet.report.whatIf, sheet.minSample);
    return best.kind === 'step' ? findings.whatIf(labelOf(sheet, best.payoff.stage)) : findings.whatIfUnknown;
  },
};
