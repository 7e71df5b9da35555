import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { GitSurroundings } from '../environment';
import { CALLS_FILE } from '../../core/calls/callsFileName';
import { hasOurLine, namesOurDriver, OUR_LINES, withLines } from './attributesFile';
import {
  attributesOf,
  cloneAround,
  driverNamed,
  must,
  otherwiseNamed,
  settingOf,
  type Clone,
  type OtherwiseNamed,
} from './clone';
import { DRIVER, driverLine, editorIn, NAME, PROGRAM } from './driverLine';
import { isOurs } from './state';

/** What the driver of a clone is made of. */
export interface DriverParts {
  /** The text of the program that merges. */
  readonly program: string;
  /** The absolute path of an editor's program, which can do for Node. */
  readonly editor?: string | undefined;
}

export interface SetUp {
  /** Whether anything was written. */
  readonly isNew: boolean;
  /** The file of attributes that names the driver, for the team to commit, where it was written now. */
  readonly attributes: string | undefined;
  /** The driver that deals are still merged by, where attributes of more weight name another one. */
  readonly overruledBy: string | undefined;
  /** A deal for which attributes of more weight name another driver, where those of the folder name ours. */
  readonly otherwise: OtherwiseNamed | undefined;
}

/**
 * Has the deals of a pipeline merged by us: for the team by attributes in the pipeline's folder, in this clone by settings and a program of its own. Doing it again changes nothing.
 *
 * @returns nothing where the folder is in no working tree
 * @throws GitFailed where git is not there or refuses; the system's error where a file cannot be written
 */
export async function setUp(
  folder: string,
  surroundings: GitSurroundings,
  parts: DriverParts,
): Promise<SetUp | undefined> {
  const clone = await cloneAround(folder, surroundings);
  if (!clone) return undefined;
  const isNew = await setUpClone(clone, parts);
  const isNamed = (await driverNamed(clone)) === DRIVER;
  const attributes = isNamed && !(await lacksCalls(clone)) ? undefined : attributesOf(clone);
  if (attributes) await nameDriver(attributes, isNamed);
  const named = await driverNamed(clone);
  return {
    isNew: isNew || attributes !== undefined,
    attributes,
    overruledBy: named === DRIVER ? undefined : named,
    otherwise: named === DRIVER ? await otherwiseNamed(clone) : undefined,
  };
}

/**
 * Brings what a clone has of ours up to date, and has forecast calls merged too where there are some and our own line is there
 * for deals; leaves a clone alone that was never set up.
 *
 * @returns whether anything was written
 */
export async function mend(
  folder: string,
  surroundings: GitSurroundings,
  parts: DriverParts,
): Promise<boolean> {
  const clone = await cloneAround(folder, surroundings);
  if (clone === undefined || !(await isOurs(clone))) return false;
  const isChanged = await setUpClone(clone, parts);
  return (await mendAttributes(clone)) || isChanged;
}

async function mendAttributes(clone: Clone): Promise<boolean> {
  const file = attributesOf(clone);
  const isMeant =
    existsSync(join(clone.folder, CALLS_FILE)) && existsSync(file) && hasOurLine(readFileSync(file, 'utf8'));
  if (!isMeant || !(await lacksCalls(clone))) return false;
  await nameDriver(file, true);
  return true;
}

/** Whether nobody says how forecast calls are merged: whoever does has meant it. */
async function lacksCalls(clone: Clone): Promise<boolean> {
  return (await driverNamed(clone, CALLS_FILE)) === undefined;
}

/**
 * The program first: settings that name one which isn't there help nobody. Then the line: git merges nothing at all while it knows
 * of a driver without one.
 */
async function setUpClone(clone: Clone, { program, editor }: DriverParts): Promise<boolean> {
  const file = join(clone.shared, PROGRAM);
  const isFresh = !existsSync(file) || readFileSync(file, 'utf8') !== program;
  if (isFresh) await replaceFile(file, program);
  const before = await settingOf(clone, `merge.${DRIVER}.driver`);
  const settings = {
    // The command line, which knows of no editor, leaves the one that is there to merge where git finds no Node.
    driver: driverLine(editor ?? (before && editorIn(before))),
    name: NAME,
    // The base of two bases is one of them, not what merging them left, markers included.
    recursive: 'binary',
  };
  let isChanged = isFresh;
  for (const [key, value] of Object.entries(settings)) {
    const full = `merge.${DRIVER}.${key}`;
    if ((await settingOf(clone, full)) === value) continue;
    await must(clone.ask('config', '--local', '--replace-all', full, value));
    isChanged = true;
  }
  return isChanged;
}

/** @param isNamed whether the attributes name us for deals already */
async function nameDriver(file: string, isNamed: boolean): Promise<void> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (isNamed) return writeFile(file, withLines(text, OUR_LINES.slice(1)));
  // Where ours is there and another line behind it has more weight, a second one would only be noise.
  if (!namesOurDriver(text) || !text.trimEnd().endsWith(`merge=${DRIVER}`))
    await writeFile(file, withLines(text, OUR_LINES));
}

/** Whole or not at all: git may run it at this moment. */
async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${randomBytes(6).toString('hex')}.new`;
  await writeFile(beside, text);
  await rename(beside, file);
}
