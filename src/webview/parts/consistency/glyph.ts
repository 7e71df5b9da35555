import { STAGE_IDS, stageIndex, type StageId } from '../../../core/process/stages';

export const GLYPH = { width: 132, height: 30, dot: 3.2 };
const GAP = 19;
const SIDE = 9;
const MIDDLE = 15;

/** A sequence of stages in small: seven dots in a row, with what lies between them drawn as in the large drawing. */
export interface Glyph {
  readonly dots: readonly { readonly x: number; readonly y: number; readonly times: number }[];
  /** Steps as lines, skips as arcs above, moves back as arcs below. */
  readonly lines: readonly { readonly kind: 'step' | 'skip' | 'back'; readonly path: string }[];
}

export function glyphOf(stages: readonly StageId[]): Glyph {
  const at = (stage: StageId) => SIDE + stageIndex(stage) * GAP;
  const moves = stages.slice(1).map((to, k) => lineBetween(stages[k]!, to, at));
  const seen = new Set<string>();
  return {
    dots: STAGE_IDS.map(stage => ({
      x: at(stage),
      y: MIDDLE,
      times: stages.filter(one => one === stage).length,
    })),
    lines: moves.filter(({ path }) => !seen.has(path) && seen.add(path)),
  };
}

function lineBetween(from: StageId, to: StageId, at: (stage: StageId) => number): Glyph['lines'][number] {
  const steps = stageIndex(to) - stageIndex(from);
  const [x1, x2] = [at(from), at(to)];
  if (steps === 1) return { kind: 'step', path: `M${x1},${MIDDLE}H${x2}` };
  const kind = steps > 0 ? 'skip' : 'back';
  const out = (8 + Math.abs(steps) * 1.5) * (steps > 0 ? -1 : 1) * (4 / 3);
  return { kind, path: `M${x1},${MIDDLE}C${x1},${MIDDLE + out} ${x2},${MIDDLE + out} ${x2},${MIDDLE}` };
}
