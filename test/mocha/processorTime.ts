import { readdirSync, readFileSync } from 'node:fs';

/** What a kernel counts processor time in: on every Linux of today there are so many a second for who reads /proc. */
const TICKS = 100;

interface Process {
  id: string;
  parent: string;
  /** Of itself and of those it started that have ended. */
  seconds: number;
}

/**
 * How many seconds of a processor this process and all below it have used so far, and with them those that name a folder on
 * their command line, with all below them: a VS Code and its browser keep their things in one of each run. Undefined
 * where /proc does not tell, as outside of Linux.
 */
export function processorTime(folder: string | undefined): number | undefined {
  const processes = readAll();
  if (!processes.length) return undefined;
  const isRoot = ({ id }: Process) =>
    id === String(process.pid) || (folder !== undefined && commandLine(id).includes(folder));
  const counted = new Set(processes.filter(isRoot).map(({ id }) => id));
  // Until no process has a parent that is counted and is not itself.
  for (let before = -1; before < counted.size;) {
    before = counted.size;
    for (const { id, parent } of processes) if (counted.has(parent)) counted.add(id);
  }
  return processes.reduce((sum, { id, seconds }) => (counted.has(id) ? sum + seconds : sum), 0);
}

function readAll(): Process[] {
  try {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(readOne);
  } catch {
    return [];
  }
}

/** As proc(5) has it: after the name, which may hold anything, the parent is the second and times are the 12th to the 15th. */
function readOne(id: string): Process[] {
  const text = readIfThere(`/proc/${id}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 15) return [];
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return [{ id, parent: fields[1]!, seconds: ticks / TICKS }];
}

function commandLine(id: string): string {
  return readIfThere(`/proc/${id}/cmdline`);
}

/** A process may end while it is read. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
