import { relative } from 'node:path';
import type { Address } from '../actions/address';
import type { Recorded } from '../actions/record';
import type { Refused } from '../actions/ports/files';
import type { Unit } from '../actions/result';
import type { Undone } from '../actions/undo';
import { plainText } from '../core/escape';
import { refusedAsJson } from '../core/exchange/json/moves';
import type { UndoneJson } from '../core/exchange/json/schema/changes';
import { realPlace } from '../files/disk/cacheFolder';
import { sentenceOf } from '../words/sentence';
import { complain, print, printJson, printText } from './output';
import { filePatches, patchText, pathBeside, reversed } from './patch';
import type { Target } from './targets';
import type { Terminal } from './terminal';

/** `advance (2026-11-29 08:12)`, by the clock of this machine. */
export function commandInWords({ command, at }: Pick<Recorded, 'command' | 'at'>): string {
  const time = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${plainText(command, 40)} (${day} ${two(time.getHours())}:${two(time.getMinutes())})`;
}

/** Tells what was taken back of a command, file by file, and what was not. */
export function tellUndone(
  terminal: Terminal,
  beside: Target,
  last: Recorded,
  undone: Undone,
  { json, dryRun }: { readonly json?: true; readonly dryRun?: true },
): void {
  const { done: back, already, refused } = undone;
  const patchOf = (unit: Unit) => patchText(beside, reversed(filePatches(unit)));
  if (json) {
    const told = back.flatMap(unit => {
      const diff = dryRun && { diff: patchOf(unit) };
      return filePatches(unit).map(({ from, to }, at): UndoneJson => ({
        ...{ path: pathBeside(beside, to!), ok: true, command: last.command },
        ...(from && from !== to && { newPath: pathBeside(beside, from) }),
        // Of files that were changed together the first has it.
        ...(at === 0 ? diff : dryRun && { diff: '' }),
      }));
    });
    const toldOf = ({ file, problem }: Refused) =>
      refusedAsJson(pathBeside(beside, file), problem, sentenceOf);
    return printJson(terminal, [...told, ...refused.map(toldOf)]);
  }
  if (dryRun) for (const unit of back) printText(terminal, patchOf(unit));
  else if (back.length)
    print(terminal, [`Undone: ${commandInWords(last)}`, ...linesOf(beside, back, already)]);
  for (const { file, problem } of refused)
    complain(terminal, `${pathBeside(beside, file)}:${problem.line}: ${sentenceOf(problem)}`);
  if (!back.length)
    complain(terminal, `Nothing of ${commandInWords(last)} was undone. undo --skip passes over it.`);
}

/** A command may change deals of several pipelines, and is taken back in one at a time. */
export function tellRest(terminal: Terminal, last: Recorded, others: readonly Address[]): void {
  for (const other of others) {
    const folder = plainText(relative(realPlace(terminal.cwd), other) || '.');
    complain(
      terminal,
      `${commandInWords(last)} also changed deals in ${folder}, which stay as they are. For those: deal-notes undo ${folder}`,
    );
  }
}

function linesOf(beside: Target, units: readonly Unit[], already: readonly Unit[]): string[] {
  return units.flatMap(unit =>
    filePatches(unit).map(({ from, to }) => {
      const path = pathBeside(beside, to!);
      if (from === undefined)
        return already.includes(unit)
          ? `  ${path} (left: not there any more, moved or deleted since)`
          : `  ${path} (deleted)`;
      return from === to ? `  ${path}` : `  ${path} → ${pathBeside(beside, from)}`;
    }),
  );
}
