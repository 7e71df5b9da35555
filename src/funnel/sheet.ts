import type { CalendarDate } from '../core/calendar';
import { plainText } from '../core/escape';
import { funnelReport } from '../core/metrics/funnel';
import { outcomesOf } from '../core/metrics/outcomes';
import type { Pipeline } from '../core/pipeline/pipeline';
import { stageOf } from '../core/process/process';
import type { AttentionFile, FunnelSheet } from '../shared/funnelSheet';

/** More than this nobody reads; the page says how many there are. */
const ATTENTION_LIMIT = 50;
const REASONS_LIMIT = 8;

/** All that the page shows of a pipeline. Texts from files come out on one line and of a readable length. */
export function funnelSheet(pipeline: Pipeline, asOf: CalendarDate): FunnelSheet {
  const { process } = pipeline;
  const { files, chain, winRate, cycle, open, stages } = funnelReport(
    pipeline.deals(),
    pipeline.files,
    process,
    asOf,
  );
  const { won, lost } = outcomesOf(pipeline.deals());
  return {
    asOf,
    files,
    chain,
    winRate,
    cycle,
    open,
    stages: stages.map(({ stage, reached, pending, lost, conversion, headroom, open }) => ({
      ...{ stage, reached, pending, lost, conversion, headroom, open },
      label: plainText(stageOf(process, stage).label, 80),
      purpose: plainText(stageOf(process, stage).purpose, 300),
    })),
    won,
    lost: {
      ...lost,
      reasons: lost.reasons
        .slice(0, REASONS_LIMIT)
        .map(({ reason, count }) => ({ reason: reason && plainText(reason, 80), count })),
    },
    attention: attentionFiles(pipeline),
    minSample: process.minSample,
  };
}

function attentionFiles(pipeline: Pipeline): AttentionFile[] {
  return pipeline
    .group('attention')
    .slice(0, ATTENTION_LIMIT)
    .flatMap(entry =>
      entry.kind === 'attention'
        ? [{ path: entry.path, reason: plainText(entry.problem.message, 300), line: entry.problem.line }]
        : [],
    );
}
