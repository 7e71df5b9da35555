import { l10n } from 'vscode';
import type { Deal } from '../../core/deal/deal';
import type { StageReport } from '../../core/metrics/stageReport';
import type { Process, Stage } from '../../core/process/process';
import { STAGES, stageIndex } from '../../core/process/stages';
import { Lines } from './markdown';

/** What a stage is for, what is wanted before it is left, and how deals fare in it. */
export function tellStage(
  { id, label, purpose, guidance, questions, exitCriteria }: Stage,
  { minSample }: Process,
  deal: Deal | undefined,
  report: StageReport,
): Lines {
  const isMet = (criterion: string) => deal?.checks.includes(criterion);
  const criteria = exitCriteria.map(one => (isMet(one.id) ? l10n.t('{0} (met)', one.text) : one.text));
  return new Lines()
    .heading(label, l10n.t('{0} of {1}', stageIndex(id) + 1, STAGES.length))
    .line(purpose, 400)
    .line(guidance, 600)
    .list(l10n.t('To ask:'), questions)
    .list(l10n.t('Before leaving this stage:'), criteria)
    .line(stays(report, minSample))
    .line(conversion(report, minSample));
}

function stays({ stays: { median, completed } }: StageReport, minSample: number): string {
  if (median === null) return l10n.t('No deal has left this stage yet.');
  const days = Math.round(median);
  const words = days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days);
  return withCount(
    l10n.t('Typical stay: {0}', words),
    l10n.t('median of {0}', completed),
    completed,
    minSample,
  );
}

function conversion(
  { conversion: rate, reached, pending }: StageReport,
  minSample: number,
): string | undefined {
  const count = reached - pending;
  if (rate === null) return undefined;
  return withCount(l10n.t('{0}% go on', Math.round(rate * 100)), l10n.t('of {0}', count), count, minSample);
}

/** A figure that rests on few deals says so. */
function withCount(figure: string, count: string, n: number, minSample: number): string {
  return n < minSample
    ? l10n.t('{0} ({1}, too few to rely on)', figure, count)
    : l10n.t('{0} ({1})', figure, count);
}
