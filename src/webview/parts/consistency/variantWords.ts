import { STAGE_IDS, stageIndex, type StageId } from '../../../core/process/stages';
import type { SaidTurn } from '../../../words/en/page/consistency';
import type { PageWords } from '../../../words/page';

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
export function variantWords(
  stages: readonly StageId[],
  labelOf: (stage: StageId) => string,
  words: PageWords['consistency']['variants'],
): string {
  const turns = turnsOf(stages);
  const last = stages.at(-1)!;
  if (turns.length)
    return words.turns(
      turns.map(turn => named(turn, labelOf)),
      labelOf(last),
    );
  if (last === STAGE_IDS.at(-1)) return words.stepwise.all;
  return last === STAGE_IDS[0] ? words.only(labelOf(last)) : words.stepwise.to(labelOf(last));
}

function named(turn: Turn, labelOf: (stage: StageId) => string): SaidTurn {
  switch (turn.kind) {
    case 'begins':
      return { kind: 'begins', at: labelOf(turn.at) };
    case 'skips':
      return { kind: 'skips', over: turn.over.map(labelOf) };
    case 'back':
      return { kind: 'back', from: labelOf(turn.from), to: labelOf(turn.to) };
  }
}
