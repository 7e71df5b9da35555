import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { basename, normalize, sep } from 'node:path';
import type { Standing } from '../core/deal/gate';
import { moveDeal, type Answer, type MoveDay, type Moved as Move, type Wish } from '../core/deal/transition';
import { plainText } from '../core/escape';
import type { Problem, ProblemCode } from '../core/problem';
import { stageOf, type Process } from '../core/process/process';
import { readRegularFile } from '../files/disk/disk';
import { updateFile } from '../files/disk/updateFile';

/** What became of one file; with the keys that the JSON has. */
export type Moved = MovedDeal | RefusedFile;

export interface MovedDeal {
  readonly path: string;
  readonly ok: true;
  readonly title: string;
  readonly from: Standing;
  readonly to: Standing;
  readonly warnings: readonly string[];
  /** The change as a unified diff, where it was only tried. */
  readonly diff?: string;
}

export interface RefusedFile {
  readonly path: string;
  readonly ok: false;
  readonly code: ProblemCode;
  readonly line: number;
  readonly message: string;
}

/** A file as the person named it, and its absolute path. */
export interface NamedFile {
  readonly path: string;
  readonly file: string;
}

/** Moves the deal in one file. */
export async function moveFile(
  { path, file }: NamedFile,
  wish: Wish,
  process: Process,
  when: MoveDay,
  answer: Answer,
): Promise<Moved> {
  const moved = await updateFile(file, text => {
    const move = moveDeal(basename(path), text, wish, process, when, answer);
    return move.ok ? { ...move, text: move.edited.text } : move;
  });
  return moved.ok ? done(path, moved) : refused(path, moved.problem);
}

/** Tells what moving the deal would change. Writes nothing. */
export function tryMove(
  { path, file }: NamedFile,
  wish: Wish,
  process: Process,
  when: MoveDay,
  answer: Answer,
): Moved {
  const read = readRegularFile(file);
  if ('problem' in read) return refused(path, read.problem);
  const move = moveDeal(basename(path), read.text, wish, process, when, answer);
  if (!move.ok) return refused(path, move.problem);
  return { ...done(path, move), diff: unifiedDiff(path, read.text, move.edited.text) };
}

/** `Acme, warehouse scanners → Proposal`. */
export function describeMove({ title, from, to }: MovedDeal, process: Process): string {
  const stage = stageOf(process, to.stage).label;
  const outcome = {
    won: 'Won',
    lost: 'Lost',
    open: from.status === 'open' ? stage : `reopened in ${stage}`,
  };
  return `${plainText(title)} → ${plainText(outcome[to.status])}`;
}

function done(path: string, { title, from, to, warnings }: Move): MovedDeal {
  return { path, ok: true, title, from, to, warnings };
}

function refused(path: string, { code, line, message }: Problem): RefusedFile {
  return { path, ok: false, code, line, message };
}

/** Named the way git does, so that `git apply` and `patch -p1` take it. */
function unifiedDiff(path: string, before: string, after: string): string {
  const name = normalize(path).split(sep).join('/').replace(/^\/+/, '');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
