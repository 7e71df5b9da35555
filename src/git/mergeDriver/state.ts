import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { GitSurroundings } from '../environment';
import {
  attributesOf,
  cloneAround,
  driverNamed,
  otherwiseNamed,
  settingOf,
  type Clone,
  type OtherwiseNamed,
} from './clone';
import { namesOurDriver } from './attributesFile';
import { DRIVER, editorIn, isOurLine, NAME, PROGRAM } from './driverLine';

/** How the deals of a pipeline are merged in a clone. */
export interface MergeState {
  /** The driver that the attributes name: ours for the team, that of somebody else, or none. */
  readonly named: string | undefined;
  /**
   * What this clone has of ours: all that it takes, nothing, a part, or a driver of our name that another program has set. Where
   * settings know of the driver and not its line, git refuses every merge of a file that both sides have changed.
   */
  readonly here: 'ready' | 'nothing' | 'programMissing' | 'lineMissing' | 'others';
  /** What runs the program: Node on the PATH, the editor where that is not there, or nothing, so that git merges by itself. */
  readonly runsWith: 'node' | 'editor' | undefined;
  /** A deal for which attributes of more weight name another driver, where the attributes name ours. */
  readonly otherwise: OtherwiseNamed | undefined;
}

/**
 * @returns nothing where the folder is in no working tree
 * @throws GitFailed where git is not there or takes too long
 */
export async function mergeState(
  folder: string,
  surroundings: GitSurroundings,
): Promise<MergeState | undefined> {
  const clone = await cloneAround(folder, surroundings);
  if (!clone) return undefined;
  const { isKnown, line } = await driverIn(clone);
  const named = await driverNamed(clone);
  return {
    named,
    otherwise: named === DRIVER ? await otherwiseNamed(clone) : undefined,
    here: isKnown && !line ? 'lineMissing' : whatIsHere(clone, line),
    runsWith: isOnPath('node', surroundings) ? 'node' : line && editorIn(line) ? 'editor' : undefined,
  };
}

/** The same, for whoever only wants to know whether a team's choice doesn't reach this clone. Asks git only where the attributes name us. */
export async function isNotSetUpHere(folder: string, surroundings: GitSurroundings): Promise<boolean> {
  const file = attributesOf({ folder });
  if (!existsSync(file) || !namesOurDriver(readFileSync(file, 'utf8'))) return false;
  const state = await mergeState(folder, surroundings);
  return state !== undefined && state.named === DRIVER && state.here !== 'ready';
}

/**
 * Whether several people have committed what is in a folder of late.
 *
 * @throws GitFailed where git is not there or takes too long
 */
export async function hasSeveralAuthors(folder: string, surroundings: GitSurroundings): Promise<boolean> {
  const clone = await cloneAround(folder, surroundings);
  // Where there is no commit yet, there are no authors.
  const { out } = (await clone?.ask('log', `-n${RECENT}`, '--format=%aE', '--', '.')) ?? { out: '' };
  return new Set(out.toString().toLowerCase().split(/\r?\n/).filter(Boolean)).size > 1;
}

/** So many commits tell who works here now. */
const RECENT = 300;

const driverKey = `merge.${DRIVER}.driver`;

/** Whether the driver in the settings of a clone is ours, also where its line is gone and git can merge nothing. */
export async function isOurs(clone: Clone): Promise<boolean> {
  const line = await settingOf(clone, driverKey);
  return line ? isOurLine(line) : (await settingOf(clone, `merge.${DRIVER}.name`)) === NAME;
}

/** What git itself goes by, which may also be in the settings of the person or the computer. */
async function driverIn({
  ask,
}: Clone): Promise<{ readonly isKnown: boolean; readonly line: string | undefined }> {
  const { out } = await ask('config', '--null', '--get-regexp', String.raw`^merge\.${DRIVER}\.`);
  const settings = out.toString('utf8').split('\0').filter(Boolean);
  const line = settings.findLast(setting => setting.startsWith(`${driverKey}\n`));
  return { isKnown: settings.length > 0, line: line?.slice(driverKey.length + 1) };
}

function whatIsHere({ shared }: Clone, line: string | undefined): MergeState['here'] {
  if (line === undefined) return 'nothing';
  if (!isOurLine(line)) return 'others';
  const program = statSync(join(shared, PROGRAM), { throwIfNoEntry: false });
  return program?.isFile() && program.size > 0 ? 'ready' : 'programMissing';
}

function isOnPath(program: string, { env }: GitSurroundings): boolean {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  return folders.some(folder => names.some(name => existsSync(join(folder, name))));
}
