import { STAGE_IDS, stageIndex, type StageId } from './stages';

/**
 * What a team wants to be warned of in the open deals of a stage. Where it has said nothing of something, that is
 * `undefined`; `false` turns it off, what is told by default too.
 */
export interface Warnings {
  /** Fewer contacts than this. */
  readonly contacts?: number | false | undefined;
  /** Nobody among them who decides: one of these words in a role; `true` for the usual ones. */
  readonly decisionMaker?: boolean | readonly string[] | undefined;
  readonly value?: boolean | undefined;
  /** The last so many lines of the log all tell of what was sent, and of no answer. */
  readonly unanswered?: number | false | undefined;
  readonly nextStep?: boolean | undefined;
  /** A close date that was moved to a later day more often than this. */
  readonly pushed?: number | false | undefined;
}

/** The same for all stages. A value may be wanted only from a stage on. */
export interface WarningsOfAll extends Omit<Warnings, 'value'> {
  readonly value?: boolean | StageId | undefined;
}

/** What holds in a stage: what the team says of it alone goes before what it says of all. */
export function warningsIn(
  stage: StageId,
  { value, ...all }: WarningsOfAll = {},
  own: Warnings = {},
): Warnings {
  const isLate = STAGE_IDS.some(id => id === value && stageIndex(id) <= stageIndex(stage));
  const here = typeof value === 'string' ? isLate || undefined : value;
  return { ...all, ...(here !== undefined && { value: here }), ...own };
}
