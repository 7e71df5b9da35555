import { chainOf } from '../../../core/metrics/reach';
import { DAYS_PER_MONTH, type WhatIfBase, type WhatIfChange } from '../../../core/metrics/whatIf';
import type { StageId } from '../../../core/process/stages';

/** The same with one stage's conversion, or mean stay, set to a value, or as it was where that is `undefined`. */
export function withStage(
  change: WhatIfChange,
  key: 'conversion' | 'stay',
  stage: StageId,
  value: number | undefined,
): WhatIfChange {
  const values = withKey(change[key] ?? {}, stage, value);
  // A change of nothing is no change: so that `{}` alone means that all is as it was.
  return withKey(change, key, Object.keys(values).length ? values : undefined);
}

export function withEntries(change: WhatIfChange, perDay: number | undefined): WhatIfChange {
  return withKey(change, 'entriesPerDay', perDay);
}

function withKey<T extends object, K extends keyof T>(of: T, key: K, value: T[K] | undefined): T {
  const changed = { ...of, [key]: value };
  if (value === undefined) delete changed[key];
  return changed;
}

export function isChanged(change: WhatIfChange): boolean {
  return Object.keys(change).length > 0;
}

/** How many deals a month get to each of the seven stages, and to the win; `null` from the first unknown one on. */
export function flowOf({ entriesPerDay, steps }: WhatIfBase, change: WhatIfChange = {}): (number | null)[] {
  const perDay = change.entriesPerDay ?? entriesPerDay;
  const conversions = steps.map(({ stage, conversion }) => change.conversion?.[stage] ?? conversion);
  return [...conversions, null].map((_, k) => {
    const share = chainOf(conversions.slice(0, k));
    return perDay === null || share === null ? null : perDay * DAYS_PER_MONTH * share;
  });
}

/** The stages whose conversion is taken from too few decided deals, and not from an assumption. */
export function weakSteps({ steps }: WhatIfBase, change: WhatIfChange, minSample: number): StageId[] {
  return steps
    .filter(({ stage, n }) => n < minSample && change.conversion?.[stage] === undefined)
    .map(({ stage }) => stage);
}
