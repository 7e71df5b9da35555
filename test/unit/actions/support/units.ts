import type { Effect, Unit } from '../../../../src/actions/result';
import { undo } from '../../../../src/actions/undo';
import { sentenceOf } from '../../../../src/words/sentence';
import type { World } from './worlds';

/** Effects by the paths of their files, and what is told where units of them are taken back. */
export function unitsIn(world: () => World) {
  const changed = (path: string, before: string, after: string) => ({
    kind: 'changed' as const,
    file: world().at(path),
    ...{ before, after },
  });
  const created = (path: string, after: string): Effect => ({
    kind: 'created',
    file: world().at(path),
    after,
  });
  const renamed = (from: string, path: string, after: string): Effect => ({
    kind: 'renamed',
    ...{ file: world().at(path), from: world().at(from), after },
  });

  function write(texts: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(texts)) world().write(path, text);
  }

  /** All that a person or a command is told, the files by their paths. */
  async function undone(...units: Unit[]) {
    const { refused, done, left } = await undo(world().files, units);
    const path = (file: string) => file.slice(world().folder.length + 1);
    return {
      refused: refused.map(({ file, problem }) => [path(file), problem.code, sentenceOf(problem)]),
      done: done.map(unit => units.indexOf(unit)).toSorted(),
      left: left.map(unit => units.indexOf(unit)),
    };
  }
  return { changed, created, renamed, write, undone };
}
