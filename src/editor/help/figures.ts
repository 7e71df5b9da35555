import type { Disposable } from 'vscode';
import type { CalendarDate } from '../../core/calendar';
import { withPast } from '../../core/deal/past/withPast';
import { journeyOf } from '../../core/metrics/journey';
import { stageReports, type StageReport } from '../../core/metrics/stageReport';
import type { StageId } from '../../core/process/stages';
import type { PipelineFolder } from '../../files/pipelineFolder';
import type { Pipelines } from '../../files/pipelines';

interface FiguresOnDay {
  readonly asOf: CalendarDate;
  readonly reports: readonly StageReport[];
}

/**
 * The figures of the stages: worked out when somebody asks for them, and once for all who ask until the pipeline is
 * another one.
 */
export class Figures implements Disposable {
  private readonly known = new WeakMap<PipelineFolder, FiguresOnDay>();
  private readonly forgetting: Disposable;

  constructor(private readonly pipelines: Pipelines) {
    this.forgetting = pipelines.onDidChange(({ folder }) => this.known.delete(folder));
  }

  dispose(): void {
    this.forgetting.dispose();
  }

  of(folder: PipelineFolder, stage: StageId): StageReport {
    const asOf = this.pipelines.today;
    let known = this.known.get(folder);
    if (known?.asOf !== asOf) {
      const { pipeline } = folder;
      const journeys = Array.from(pipeline.deals(), deal => journeyOf(withPast(deal), asOf));
      known = { asOf, reports: stageReports(journeys, pipeline.process) };
      this.known.set(folder, known);
    }
    return known.reports.find(report => report.stage === stage)!;
  }
}
