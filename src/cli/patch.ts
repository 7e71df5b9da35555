import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { dirname, join, normalize, sep } from 'node:path';
import type { Address } from '../actions/address';
import type { Unit } from '../actions/result';
import { relativePath } from '../core/relativePath';
import type { Target } from './targets';

/** A file beside the one that a person has named, by a path that begins as they typed it. */
export function pathBeside({ path, file }: Target, other: Address): string {
  return other === file ? path : join(dirname(path), relativePath(file, other));
}

/** What is different of one file: one that was not there before, or is not there after it, has no name then. */
export interface FilePatch {
  readonly from: Address | undefined;
  readonly to: Address | undefined;
  readonly before: string;
  readonly after: string;
}

/** What was done to a deal and to all that goes with it, file by file. */
export function filePatches(unit: Unit): FilePatch[] {
  const renamed = new Set(unit.flatMap(one => (one.kind === 'renamed' ? one.file : [])));
  const before = new Map(unit.flatMap(one => (one.kind === 'changed' ? [[one.file, one.before]] : [])));
  return unit.flatMap(effect => {
    const { kind, file, after } = effect;
    if (kind === 'created') return { from: undefined, to: file, before: '', after };
    if (kind === 'renamed') return { from: effect.from, to: file, before: before.get(file) ?? after, after };
    return renamed.has(file) ? [] : { from: file, to: file, before: effect.before, after };
  });
}

/** What takes it back. */
export function reversed(patches: readonly FilePatch[]): FilePatch[] {
  return patches.map(({ from, to, before, after }) => ({ from: to, to: from, before: after, after: before }));
}

/** A text that `git apply` takes. */
export function patchText(target: Target, patches: readonly FilePatch[]): string {
  const hasRenamed = patches.some(({ from, to }) => from && to && from !== to);
  const nameOf = (file: Address) => nameInPatch(pathBeside(target, file));
  return patches
    .map(({ from, to, before, after }) => {
      const [old, now] = [from && nameOf(from), to && nameOf(to)];
      const names = [old ? `a/${old}` : '/dev/null', now ? `b/${now}` : '/dev/null'] as const;
      const text = before === after ? '' : textPatch(...names, before, after);
      // Behind a file that has only another name, git would take a patch without this line for a part of that.
      if (!hasRenamed || !old || !now) return text;
      const renaming = old === now ? '' : `rename from ${old}\nrename to ${now}\n`;
      return `diff --git ${names.join(' ')}\n${renaming}${text}`;
    })
    .join('');
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
