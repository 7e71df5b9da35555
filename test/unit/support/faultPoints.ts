// Loaded with `--require` into a process that is to end in the middle of its work, as in a crash: names all points at which
// it is about to change the disk, and the one halfway through each text that it writes.
//   DEAL_NOTES_FAULT_POINTS   a file that takes the names of the points as they are reached, one a line
//   DEAL_NOTES_FAULT_AT       the number of the point at which the process ends, from 0; at none where it is left out
//   DEAL_NOTES_FAULT_STATES   a folder that takes, by the number of the point, what a crash there would leave of the folder
//                             that the process works in
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { basename, join } from 'node:path';

type Functions = Record<string, (...args: unknown[]) => unknown>;

const { cpSync, existsSync, fstatSync, ftruncateSync, openSync, unlinkSync, writeSync } = fs;
const log = openSync(process.env['DEAL_NOTES_FAULT_POINTS']!, 'a');
const last = Number(process.env['DEAL_NOTES_FAULT_AT'] ?? Infinity);
const states = process.env['DEAL_NOTES_FAULT_STATES'];
let reached = 0;
let isCopying = false;

/** A point at which the process may end; where it does, something may be left half done. */
function point(name: string, half?: Half): void {
  if (isCopying) return;
  writeSync(log, `${name}\n`);
  const at = reached++;
  if (states) keepState(join(states, String(at)), half);
  if (at < last) return;
  half?.leave();
  process.kill(process.pid, 'SIGKILL');
}

/** Copies the folder as it would be left here; the process goes on as if nothing had been. */
function keepState(place: string, half: Half | undefined): void {
  const takeBack = half?.leave();
  isCopying = true;
  cpSync(process.cwd(), place, { recursive: true, preserveTimestamps: true });
  isCopying = false;
  takeBack?.();
}

/** Writes half of a text, where the whole of it would begin; what that answers takes it back. */
interface Half {
  leave(): () => void;
}

/** Has a function tell its points before it does its work. */
function before(functions: Functions, name: string, tell: (args: unknown[], self: unknown) => void): void {
  const original = functions[name]!;
  functions[name] = function (this: unknown, ...args: unknown[]) {
    tell(args, this);
    return original.apply(this, args);
  };
}

function watchAll(functions: Functions, ending: '' | 'Sync'): void {
  for (const step of ['mkdir', 'chmod', 'rename', 'link', 'copyFile', 'unlink', 'rmdir', 'rm'])
    before(functions, step + ending, args => point(`${step} ${places(args)}`));
  for (const step of ['writeFile', 'appendFile']) {
    before(functions, step + ending, ([file, data, options]) => {
      const flag = (options as { flag?: string } | undefined)?.flag ?? (step === 'writeFile' ? 'w' : 'a');
      write(`${step} ${places([file])}`, data, () => {
        if (typeof file === 'number') return { file };
        const path = file as string;
        const isNew = !existsSync(path);
        return { file: openSync(path, flag), ...(isNew && { path }) };
      });
    });
  }
}

/** What the handles of open files can do is found at the first of them. */
function watchHandles(handle: object): void {
  const functions = Object.getPrototypeOf(handle) as Functions;
  for (const step of ['chmod', 'chown', 'truncate', 'sync', 'datasync'])
    before(functions, step, () => point(`${step} of the open file`));
  before(functions, 'writeFile', ([data], self) =>
    write('writeFile of the open file', data, () => ({ file: (self as promises.FileHandle).fd })),
  );
}

/** @param opened the file, and its path where it is new with that */
function write(name: string, data: unknown, opened: () => { file: number; path?: string }): void {
  point(name);
  const bytes = Buffer.from(data as string);
  if (bytes.length === 0) return;
  const leave = () => {
    const { file, path } = opened();
    const { size } = fstatSync(file);
    // At a place that is named: the file’s own stays where the whole text is to begin.
    writeSync(file, bytes, 0, bytes.length >> 1, size);
    return () => (path === undefined ? ftruncateSync(file, size) : unlinkSync(path));
  };
  point(`${name}, halfway`, { leave });
}

/** The names of the files, without what is different each time. */
function places(args: unknown[]): string {
  return args
    .filter(arg => typeof arg === 'string')
    .map(path =>
      basename(path)
        .replace(/^\d+-[0-9a-f]+-[0-9a-f]+$/, 'ID')
        .replace(/[0-9a-f]{10,}/, 'ID'),
    )
    .join(' to ');
}

watchAll(fs as unknown as Functions, 'Sync');
watchAll(promises as unknown as Functions, '');
const { open } = promises;
let isFirst = true;
promises.open = async (...args) => {
  const handle = await open(...args);
  if (isFirst) watchHandles(handle);
  isFirst = false;
  return handle;
};
