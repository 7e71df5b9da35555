import { STAGE_IDS, stageIndex, type StageId } from '../../../core/process/stages';

/** How a sequence of stages differs from the path, in the order in which it happens. */
export type Turn =
  | { readonly kind: 'begins'; readonly at: StageId }
  | { readonly kind: 'skips'; readonly over: readonly StageId[] }
  | { readonly kind: 'back'; readonly from: StageId; readonly to: StageId };

export function turnsOf(stages: readonly StageId[]): Turn[] {
  const turns: Turn[] = [];
  const [first] = stages;
  if (first !== undefined && first !== STAGE_IDS[0]) turns.push({ kind: 'begins', at: first });
  for (let k = 1; k < stages.length; k++) {
    const [from, to] = [stages[k - 1]!, stages[k]!];
    if (stageIndex(to) < stageIndex(from)) turns.push({ kind: 'back', from, to });
    const over = STAGE_IDS.slice(stageIndex(from) + 1, stageIndex(to));
    if (over.length) turns.push({ kind: 'skips', over });
  }
  return turns;
}

/** @param labelOf the team's name for a stage */
export function variantWords(stages: readonly StageId[], labelOf: (stage: StageId) => string): string {
  const turns = turnsOf(stages);
  const last = stages.at(-1)!;
  if (!turns.length) return pathWords(last, labelOf);
  const words = turns.map(turn => {
    if (turn.kind === 'begins') return `begins at ${labelOf(turn.at)}`;
    if (turn.kind === 'skips') return `skips ${turn.over.map(labelOf).join(' and ')}`;
    return `back from ${labelOf(turn.from)} to ${labelOf(turn.to)}`;
  });
  return `${words.join(', ')}; up to ${labelOf(last)}`;
}

function pathWords(last: StageId, labelOf: (stage: StageId) => string): string {
  if (last === STAGE_IDS.at(-1)) return 'step by step through all seven';
  if (last === STAGE_IDS[0]) return `${labelOf(last)} only`;
  return `step by step up to ${labelOf(last)}`;
}
