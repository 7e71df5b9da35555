import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { dirname, join, normalize, sep } from 'node:path';
import type { Address } from '../actions/address';
import type { Effect, Unit } from '../actions/result';
import { relativePath } from '../core/relativePath';
import type { Target } from './targets';

/** A file beside the one that a person has named, by a path that begins as they typed it. */
export function pathBeside({ path, file }: Target, other: Address): string {
  return other === file ? path : join(dirname(path), relativePath(file, other));
}

/** What was done to a deal and to all that goes with it, as a patch that `git apply` takes. */
export function patchOf(target: Target, unit: Unit): string {
  const isRenamed = (file: Address) => unit.some(one => one.kind === 'renamed' && one.file === file);
  return unit
    .filter(effect => effect.kind !== 'changed' || !isRenamed(effect.file))
    .map(effect => patchOfEffect(target, unit, effect))
    .join('');
}

function patchOfEffect(target: Target, unit: Unit, effect: Effect): string {
  const name = nameInPatch(pathBeside(target, effect.file));
  switch (effect.kind) {
    case 'changed':
      return textPatch(`a/${name}`, `b/${name}`, effect.before, effect.after);
    case 'created':
      return textPatch('/dev/null', `b/${name}`, '', effect.after);
    case 'renamed': {
      const from = nameInPatch(pathBeside(target, effect.from));
      const change = unit.find(one => one.kind === 'changed' && one.file === effect.file);
      const before = change?.kind === 'changed' ? change.before : effect.after;
      const text = before === effect.after ? '' : textPatch(`a/${from}`, `b/${name}`, before, effect.after);
      return `diff --git a/${from} b/${name}\nrename from ${from}\nrename to ${name}\n${text}`;
    }
  }
}

function textPatch(from: string, to: string, before: string, after: string): string {
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** Named the way git does, so that `git apply` and `patch -p1` take it. */
function nameInPatch(path: string): string {
  return normalize(path).split(sep).join('/').replace(/^\/+/, '');
}
