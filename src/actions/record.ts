import { CALLS_FILE } from '../core/calls/callsFileName';
import { PROCESS_FILE } from '../core/process/processFileName';
import { isDealFile, isReadme } from '../core/pipeline/paths';
import { addressIn, nameOf, pathBelow, type Address } from './address';
import type { Effect, Result, Unit } from './result';
import { isRecord } from '../core/shapes';

/** What a command has done in one pipeline, as it is kept for another process that takes it back. */
export interface Recorded {
  /** The command's own word: `advance`. */
  readonly command: string;
  /** What it was in a person's words, where files alone don't say: “Import of deals.csv”. */
  readonly title?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The pipeline's folder, as it really is. */
  readonly folder: Address;
  /** Nothing where it was more than can be kept, or outside of the folder. */
  readonly units: readonly Unit[] | undefined;
  /** All was done to files outside of the folder, through a link: no record leads there. */
  readonly outside?: true;
}

/** What a command has done, as it is kept: pipeline by pipeline. */
export function recordsOf(
  what: Pick<Recorded, 'command' | 'title' | 'at'>,
  { folders, units }: Pick<Result, 'folders' | 'units'>,
): Recorded[] {
  return folders.flatMap(folder => {
    const own = units.filter(unit => unit.length && isOf(folder, folders, unit));
    return own.length ? [{ ...what, folder, units: own }] : [];
  });
}

/** A pipeline may be below another one: the nearest is meant. */
function isOf(folder: Address, folders: readonly Address[], unit: Unit): boolean {
  const { file } = unit[0]!;
  const around = folders.filter(one => pathBelow(one, file) !== undefined);
  return around.every(one => one.length <= folder.length) && around.includes(folder);
}

/** A record of any other version can't be understood, so it is not used. */
const VERSION = 1;

/** The text of a record. Files are named by their paths below the folder, so that no record can lead out of it. */
export function writeRecord({ folder, units, ...rest }: Recorded): string {
  const below = (file: Address) => pathBelow(folder, file);
  const written = units?.map(unit =>
    unit.map(effect => {
      const { kind, file, after } = effect;
      const common = { kind, path: below(file), after };
      if (kind === 'changed') return { ...common, before: effect.before };
      if (kind === 'created') return { ...common, madeFolders: effect.madeFolders };
      return { ...common, from: below(effect.from), madeFolder: effect.madeFolder };
    }),
  );
  return JSON.stringify({ version: VERSION, ...rest, folder, units: written });
}

/** Reads what may come from anybody; `undefined` where it is no record as it is written above. */
export function readRecord(text: string): Recorded | undefined {
  const read = parsed(text);
  if (!isRecord(read) || read['version'] !== VERSION) return undefined;
  const { command, title, at, folder, units, outside } = read;
  if (typeof command !== 'string' || typeof at !== 'number' || typeof folder !== 'string') return undefined;
  const what = { command, ...(typeof title === 'string' && { title }), at, folder };
  if (units === undefined) return { ...what, units, ...(outside === true && { outside }) };
  if (!Array.isArray(units)) return undefined;
  const known = units.map(unit => readUnit(folder, unit));
  return known.every(unit => unit !== undefined) ? { ...what, units: known } : undefined;
}

/** The pipeline that a text says it is of, be it a whole record or not. */
export function folderNamedIn(text: string): Address | undefined {
  const folder = parsed(/"folder":\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1] ?? '');
  return typeof folder === 'string' ? folder : undefined;
}

function readUnit(folder: Address, unit: unknown): Unit | undefined {
  if (!Array.isArray(unit)) return undefined;
  const effects = unit.map(effect => (isRecord(effect) ? readEffect(folder, effect) : undefined));
  return effects.every(effect => effect !== undefined) ? effects : undefined;
}

function readEffect(
  folder: Address,
  { kind, path, from, before, after, madeFolder, madeFolders }: Readonly<Record<string, unknown>>,
): Effect | undefined {
  if (typeof path !== 'string' || typeof after !== 'string') return undefined;
  const file = addressIn(folder, path);
  const isOurs = path === CALLS_FILE || path === PROCESS_FILE || IMPORT_FILE.test(path);
  const mayChange = isPath(path) || isReadme(path) || isOurs;
  if (kind === 'changed' && mayChange && typeof before === 'string') return { kind, file, before, after };
  if (kind === 'created' && (isPath(path) || isOurs))
    return { kind, file, after, ...(typeof madeFolders === 'number' && { madeFolders }) };
  if (!isPath(path)) return undefined;
  if (kind === 'renamed' && isPath(from)) {
    return { kind, file, from: addressIn(folder, from), after, ...(madeFolder === true && { madeFolder }) };
  }
  return undefined;
}

/** What imports keep: the mapping, and what they wrote. */
const IMPORT_FILE = /^_import\/[\p{L}\p{N}_-]+\.(?:yaml|json)$/u;

/** Only files that may be deals are ever moved, and nothing that git keeps for itself. Links change in the README, too, calls in their file, and in the process file what notes call their keys. */
function isPath(path: unknown): path is string {
  if (typeof path !== 'string' || path.includes('\0')) return false;
  return isDealFile(nameOf(`/${path}`)) && path.split('/').every(name => !/^(?:|\.\.?|\.git)$/i.test(name));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
