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
  const renamed = new Map(unit.flatMap(one => (one.kind === 'renamed' ? [[one.file, one.from]] : [])));
  const changed = new Map(unit.flatMap(one => (one.kind === 'changed' ? [[one.file, one.before]] : [])));
  const nameOf = (file: Address) => nameInPatch(pathBeside(target, file));
  const patchOfOne = ({ kind, file, after }: Effect) => {
    const [from, name] = [nameOf(renamed.get(file) ?? file), nameOf(file)];
    if (kind === 'created') return textPatch('/dev/null', `b/${name}`, '', after);
    const before = changed.get(file) ?? after;
    const text = before === after ? '' : textPatch(`a/${from}`, `b/${name}`, before, after);
    // Behind a file that has only another name, git would take a patch without this line for a part of that.
    if (!renamed.size) return text;
    const names = from === name ? '' : `rename from ${from}\nrename to ${name}\n`;
    return `diff --git a/${from} b/${name}\n${names}${text}`;
  };
  return unit
    .filter(({ kind, file }) => kind !== 'changed' || !renamed.has(file))
    .map(patchOfOne)
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
