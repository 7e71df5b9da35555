import { stageOf, type Process } from '../../core/process/process';
import type { StageId } from '../../core/process/stages';
import { untrusted } from '../../core/text/markdown';

/** What a team calls a stage, as Markdown. */
export function stageLabel(stage: StageId, process: Process): string {
  return untrusted(stageOf(process, stage).label, 60);
}
