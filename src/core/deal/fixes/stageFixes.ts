import { meantStages, stagesNamedIn } from '../../process/meantStages';
import { findStage, stageOf, type Process } from '../../process/process';
import { STAGE_IDS, type StageId } from '../../process/stages';
import { DEAL_KEY } from '../problems/placed';
import { lastWritten } from '../stageWords';
import type { Broken, Fix, Fixer } from './fix';
import { put, valueAt } from './fieldFixes';

/**
 * Those that were probably meant, the likeliest preferred, and the one where the history ends; if there's no telling, all stages, that one first.
 */
export const nameStage: Fixer = told => {
  const broken = atStage(told);
  const { problem, process, data } = broken;
  const written = valueAt(data, problem.at!);
  const meant = meantBy(broken);
  // If several are named, none is likelier.
  const isOneOfSeveral =
    typeof written === 'string' ? stagesNamedIn(written, process).length > 1 : meant.length > 1;
  const isLikely = meant.length > 0 && !isOneOfSeveral;
  const likely = likeliest(broken);
  const stages = meant.length ? likely : new Set([...likely, ...STAGE_IDS]);
  return [...stages].flatMap((stage, index): Fix[] =>
    put(broken, formOf(process, stage, written), isLikely && index === 0),
  );
};

/** A stage that is missing beside an outcome is told there. */
function atStage(broken: Broken): Broken {
  const { problem } = broken;
  return problem.says.say === 'endedNowhere'
    ? { ...broken, problem: { ...problem, at: [DEAL_KEY] } }
    : broken;
}

/** A word that may become a name of a stage, and the stages, the likeliest first. */
export interface NewAlias {
  readonly name: string;
  readonly stages: readonly StageId[];
}

/** No name of a stage is longer. */
const LONGEST_ALIAS = 60;

/** What is no name of a stage, and may be one to the team. */
export function newAlias(broken: Broken): NewAlias | undefined {
  const { problem, data } = broken;
  const { at = [], code } = problem;
  const isStage =
    (code === 'unknown-stage' && at[0] === DEAL_KEY) ||
    (code === 'invalid-history' && /^(?:stage|from)$/.test(String(at[2])));
  const written = isStage ? valueAt(data, at) : undefined;
  const name = typeof written === 'string' ? written.trim() : '';
  if (!name || name.length > LONGEST_ALIAS || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N} &/+'().-]*$/u.test(name))
    return undefined;
  return { name, stages: [...new Set([...likeliest(broken), ...STAGE_IDS])] };
}

/** The stages that were probably meant, and the one where the history ends. */
function likeliest(broken: Broken): StageId[] {
  const { problem, data, process } = broken;
  const last = problem.at?.[0] === 'stage' ? lastWritten(data, process)?.stage : undefined;
  return [...new Set([...meantBy(broken), ...(last ? [last] : [])])];
}

/** For a list or a group, the stages that its texts name. */
function meantBy({ problem, process, data }: Broken): StageId[] {
  const written = valueAt(data, problem.at!);
  if (typeof written !== 'object' || written === null) return [...(problem.meant ?? [])] as StageId[];
  const texts = (Object.values(written).flat(2) as unknown[]).filter(one => typeof one === 'string');
  const stages = texts.flatMap(text => findStage(process, text) ?? meantStages(text, process));
  return [...new Set(stages)];
}

/** A file that writes names with capitals or blanks writes labels. */
function formOf(process: Process, stage: StageId, written: unknown): string {
  const texts = typeof written === 'object' && written !== null ? Object.values(written).flat(2) : [written];
  const isLabel = texts.some(text => typeof text === 'string' && /[A-Z ]/.test(text.trim()));
  return isLabel ? stageOf(process, stage).label : stage;
}
