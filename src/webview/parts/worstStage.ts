import type { StageId } from '../../core/process/stages';
import type { FunnelSheet } from '../../shared/funnelSheet';

/** The stage that loses the largest share of its deals, of those that enough were decided in; `undefined` if none loses any. */
export function worstStage({
  minSample,
  report: { holdsBack, stages },
}: Pick<FunnelSheet, 'minSample' | 'report'>):
  { readonly stage: StageId; readonly share: number } | undefined {
  const most = holdsBack.headroom.find(({ n }) => n >= minSample);
  if (!most || most.figure === 0) return undefined;
  const { conversion } = stages.find(({ stage }) => stage === most.stage)!;
  return { stage: most.stage, share: 1 - conversion! };
}
