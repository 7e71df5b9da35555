// Loaded with `--require` into a process that is to end in the middle of its work, as in a crash: names all points at which
// it is about to change the disk, and the one halfway through each text that it writes.
//   DEAL_NOTES_FAULT_POINTS   a file that takes the names of the points as they are reached, one a line
//   DEAL_NOTES_FAULT_AT       the number of the point at which the process ends, from 0; at none where it is left out
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { basename } from 'node:path';

type Functions = Record<string, (...args: unknown[]) => unknown>;

const { openSync, writeSync } = fs;
const log = openSync(process.env['DEAL_NOTES_FAULT_POINTS']!, 'a');
const last = Number(process.env['DEAL_NOTES_FAULT_AT'] ?? Infinity);
let reached = 0;

/** A point at which the process may end; where it does, something may be left half done. */
function point(name: string, leaveHalf?: () => void): void {
  writeSync(log, `${name}\n`);
  if (reached++ < last) return;
  leaveHalf?.();
  process.kill(process.pid, 'SIGKILL');
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
      write(`${step} ${places([file])}`, data, () =>
        typeof file === 'number' ? file : openSync(file as string, flag),
      );
    });
  }
}

/** What the handles of open files can do is found at the first of them. */
function watchHandles(handle: object): void {
  const functions = Object.getPrototypeOf(handle) as Functions;
  for (const step of ['chmod', 'chown', 'truncate', 'sync', 'datasync'])
    before(functions, step, () => point(`${step} of the open file`));
  before(functions, 'writeFile', ([data], self) =>
    write('writeFile of the open file', data, () => (self as promises.FileHandle).fd),
  );
}

function write(name: string, data: unknown, opened: () => number): void {
  point(name);
  const bytes = Buffer.from(data as string);
  if (bytes.length) point(`${name}, halfway`, () => void writeSync(opened(), bytes, 0, bytes.length >> 1));
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
