import { l10n } from 'vscode';
import type { Deal } from '../../core/deal/deal';
import type { StageReport } from '../../core/metrics/stageReport';
import { changesWithOpen } from '../../core/metrics/stays';
import { isThin, seenOf } from '../../core/metrics/thin';
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

function stays({ stays }: StageReport, minSample: number): string {
  const { median, completed, kaplanMeierMedian } = stays;
  if (median === null) return l10n.t('No deal has left this stage yet.');
  const typical = l10n.t('Typical stay: {0}', inDays(median));
  const withOpen = kaplanMeierMedian === null ? l10n.t('longer') : inDays(kaplanMeierMedian);
  const figure = changesWithOpen(stays) ? l10n.t('{0}, {1} with open stays', typical, withOpen) : typical;
  return withCount(figure, l10n.t('median of {0}', completed), completed < minSample);
}

function inDays(median: number): string {
  const days = Math.round(median * 10) / 10;
  return days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days);
}

function conversion(stage: StageReport, minSample: number): string | undefined {
  if (stage.conversion === null) return undefined;
  const isTooFew = isThin(stage, minSample);
  const count = isTooFew ? seenOf(stage) : stage.n;
  const figure = l10n.t('{0}% go on', Math.round(stage.conversion * 100));
  return withCount(figure, l10n.t('of {0}', count), isTooFew);
}

/** A figure that rests on few deals says so. */
function withCount(figure: string, count: string, isTooFew: boolean): string {
  return isTooFew
    ? l10n.t('{0} ({1}, too few to rely on)', figure, count)
    : l10n.t('{0} ({1})', figure, count);
}
