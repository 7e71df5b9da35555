import type { Address } from './address';
import type { Plan, Written } from './ports/files';
import type { Effect, Unit } from './result';

type ChangedText = Extract<Effect, { kind: 'changed' }>;

/** What was written, without the files in which nothing is different now. */
export function changedEffects<T extends Plan>(written: readonly Written<T>[]): ChangedText[] {
  return written.flatMap(({ file, before, after, plan: { edited } }) =>
    before === after
      ? []
      : [
          {
            kind: 'changed' as const,
            ...{ file, before, after },
            ...(after === edited.text && { edits: edited.edits }),
          },
        ],
  );
}

/**
 * Effects that came one after the other as one unit: of several changes of a file only where it began and where it ended
 * counts, and what a file says that was made or renamed is what it says at the end.
 */
export function asUnit(effects: readonly Effect[]): Unit {
  const changes = new Map<Address, ChangedText>();
  for (const effect of effects) {
    if (effect.kind !== 'changed') continue;
    const earlier = changes.get(effect.file);
    const { file, after } = effect;
    changes.set(file, earlier ? { kind: 'changed', file, before: earlier.before, after } : effect);
  }
  const unit = effects.flatMap((effect): Effect[] => {
    if (effect.kind === 'changed') return [];
    return [{ ...effect, after: changes.get(effect.file)?.after ?? effect.after }];
  });
  const isCreated = (file: Address) => unit.some(one => one.kind === 'created' && one.file === file);
  const changed = [...changes.values()].filter(
    ({ file, before, after }) => before !== after && !isCreated(file),
  );
  return [...unit, ...changed];
}
