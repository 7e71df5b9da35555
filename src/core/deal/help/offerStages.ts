import { findStage, type Process } from '../../process/process';
import { writeStage } from '../../process/stageForm';
import { STAGE_IDS, type StageId } from '../../process/stages';
import type { KeyOrValue } from '../../frontMatter/scan/part';
import type { Spot } from '../../frontMatter/scan/spot';

/** A stage, as the file would write it. */
export interface StageToWrite {
  readonly id: StageId;
  readonly written: string;
}

/** The seven stages in the form in which the file names stages: here, in a place of the same kind, or elsewhere. */
export function stagesToWrite(spot: Spot, process: Process): StageToWrite[] {
  const named = namedStages(spot, process);
  const here = spot.part.path.length;
  const model =
    named.find(({ part }) => part.start === spot.part.start) ??
    named.findLast(({ part }) => part.path.length === here) ??
    named[0];
  return STAGE_IDS.map(id => ({
    id,
    written: model ? writeStage(process, id, model.part.text, model.stage) : id,
  }));
}

/** The stage that the deal is in, as it would be written at this place. */
export function ownStage(spot: Spot, process: Process): StageToWrite | undefined {
  const own = namedStages(spot, process).find(({ part }) => part.path.length === 1)?.stage;
  return stagesToWrite(spot, process).find(({ id }) => id === own);
}

function namedStages({ parts }: Spot, process: Process): { part: KeyOrValue; stage: StageId }[] {
  return parts.flatMap(part => {
    const { kind, path, text } = part;
    const key = path.at(-1);
    const isStage =
      kind === 'value' &&
      (path.length === 1 ? key === 'stage' : path[0] === 'history' && (key === 'stage' || key === 'from'));
    const stage = isStage && text ? findStage(process, text) : undefined;
    return stage ? [{ part, stage }] : [];
  });
}
