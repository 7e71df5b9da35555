import { dirname, join, relative, resolve } from 'node:path';
import { dealOf } from '../core/deal/entry';
import { toEntry } from '../core/deal/toEntry';
import { DEFAULT_PROCESS } from '../core/process/process';
import { PROCESS_FILE } from '../core/process/processFile';
import { DEFAULT_FOLDER } from '../actions/homes';
import { isWithin, realPlace } from '../files/disk/cacheFolder';
import { isSystemError, readText } from '../files/disk/disk';
import { listFiles, type PassedOver } from '../files/disk/listFiles';
import { quoted } from '../words/en/said/quoted';
import { complain } from './output';
import type { Terminal } from './terminal';

/** In a folder that is not about deals at all, nobody waits until all of it is looked at. */
const MOST_FILES = 2000;

/** Where was looked for deals. */
interface Looked {
  readonly root: string;
  readonly folder: string;
  readonly around?: string;
  readonly passed?: PassedOver;
}

/** Tells of deals that somebody may expect in a pipeline, and that don't count in it. */
export function complainOfLeftOut(
  terminal: Terminal,
  { root, folder, around, passed = { links: [], pipelines: [] } }: Looked,
): void {
  const shown = (path: string) => shownIn(terminal, path);
  const [outside] = around === undefined ? [] : dealsBeside(around, folder);
  if (around !== undefined && outside !== undefined) {
    const such = `The deals beside it, such as ${shown(join(around, outside))}, don’t.`;
    const wayOut = `List their folder by itself, or make all one pipeline: put a ${PROCESS_FILE} into ${shown(around)}.`;
    complain(terminal, `Only ${quoted(root, 200)} counts here. ${such} ${wayOut}`);
  }
  for (const link of passed.links) {
    const path = join(folder, link);
    if (!hasDealsOfItsOwn(path, folder)) continue;
    const why = `${shown(path)} is a link to another folder, and such links aren’t followed.`;
    complain(terminal, `${why} The deals in it don’t count here; list them by themselves.`);
  }
}

/** A path as a person in the current folder would write it. */
export function shownIn({ cwd }: Terminal, path: string): string {
  return path === resolve(cwd) ? 'this folder' : quoted(relative(cwd, path), 200);
}

/** Whether a folder has deals besides those in its subfolder `deals`, and in others of that name, which are pipelines too. */
export function hasDealsBeside(folder: string, deals: string): boolean {
  const isInOther = (path: string) => dirname(path).split('/').includes(DEFAULT_FOLDER);
  for (const path of dealsBeside(folder, deals)) if (!isInOther(path)) return true;
  return false;
}

/** Whether a link leads to deals that are not those of the pipeline anyway. */
function hasDealsOfItsOwn(link: string, folder: string): boolean {
  const [there, here] = [realPlace(link), realPlace(folder)];
  return !isWithin(here, there) && !isWithin(there, here) && !dealsBeside(there).next().done;
}

/**
 * The deals of a folder that are such beyond doubt, by their paths below it.
 *
 * @param deals the subfolder whose deals are not meant
 */
export function* dealsBeside(folder: string, deals?: string): Generator<string, undefined> {
  const without = deals === undefined ? undefined : `${relative(folder, deals)}/`;
  let left = MOST_FILES;
  try {
    for (const files of listFiles(folder)) {
      for (const { path } of files) {
        if (without !== undefined && path.startsWith(without)) continue;
        if (left-- === 0) return;
        if (isDeal(folder, path)) yield path;
      }
    }
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
  }
}

function isDeal(folder: string, path: string): boolean {
  const read = readText(folder, path);
  return (
    'text' in read && /\bstage\b/i.test(read.text) && dealOf(toEntry(read, DEFAULT_PROCESS)) !== undefined
  );
}
