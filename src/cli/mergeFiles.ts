import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { STANDARD_NAMES, type KeyNames } from '../core/frontMatter/keyNames';
import type { ThreeVersions } from '../core/merge/lines/hunks';
import { mergeDeal } from '../core/merge/mergeDeal';
import { mergeLines } from '../core/merge/pieces';
import { withMarkers, type MergeConflict } from '../core/merge/render';
import { PROCESS_FILE } from '../core/process/processFileName';

/** What git hands to a merge driver. */
export interface FilesToMerge extends ThreeVersions<string> {
  /** The file that is merged, from the top of the working tree. */
  readonly path: string;
  readonly markerSize: number;
  /** What git calls the versions; some versions of git do not say it. */
  readonly labels: ThreeVersions<string>;
  /** The top of the working tree. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A merged text, with markers around what is in conflict. */
interface Merged {
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
}

/** How a merge ended: without a conflict, or with one; and a line that can be said of it. */
export interface FilesMerged {
  readonly isClean: boolean;
  readonly told: string | undefined;
}

/**
 * Merges a deal, or forecast calls, as git's driver for them, and writes the result into the file of ours. What is neither, or cannot be read, comes
 * out as from `git merge-file`. Whatever happens, the result stands in the file with markers around what is open: git takes a
 * file without them for one that is merged.
 */
export async function mergeFiles(files: FilesToMerge): Promise<FilesMerged> {
  // A slip in here must not cost anybody their half of a file.
  const merged = await byMeaning(files).catch(() => undefined);
  if (!merged) {
    const told = isDealNotInUtf8(files)
      ? `${files.path} is not in UTF-8: it was merged line by line. Save it as UTF-8 to have its fields merged.`
      : undefined;
    return { isClean: await byGit(files), told };
  }
  const { text, conflicts } = merged;
  writeFileSync(absolute(files, 'ours'), text);
  const isClean = conflicts.length === 0;
  return { isClean, told: isClean ? undefined : `${files.path} is in conflict: ${about(conflicts)}.` };
}

/** Merges a deal, or forecast calls; nothing where it is neither, or can't be read. */
async function byMeaning(files: FilesToMerge): Promise<Merged | undefined> {
  const texts = { base: textOf(files, 'base'), ours: textOf(files, 'ours'), theirs: textOf(files, 'theirs') };
  const { base, ours, theirs } = texts;
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const { markerSize: size, labels } = files;
  const markers = (withBase: boolean) => ({ size, labels, withBase });
  if (basename(files.path) === CALLS_FILE) {
    // A deal need not wait for what reads another file.
    const { mergeCalls } = await import('../core/merge/mergeCalls');
    const merged = mergeCalls({ base, ours, theirs }, markers(false));
    const isOpen = merged.conflicts.length > 0 && (await showsBase(files));
    return isOpen ? mergeCalls({ base, ours, theirs }, markers(true)) : merged;
  }
  const names = await namesFor(files);
  const merge = (withBase: boolean) => {
    const merged = mergeDeal({ base, ours, theirs }, { names, markers: markers(withBase) });
    return merged.kind === 'merged' ? merged : undefined;
  };
  const merged = merge(false);
  return merged?.conflicts.length && (await showsBase(files)) ? merge(true) : merged;
}

function absolute(files: FilesToMerge, version: keyof ThreeVersions<string>): string {
  return resolve(files.cwd, files[version]);
}

function textOf(files: FilesToMerge, version: keyof ThreeVersions<string>): string | undefined {
  const bytes = readFileSync(absolute(files, version));
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** Whether a person would take a file for a deal that can't be read: whatever else is no deal comes out as from git, without a word. */
function isDealNotInUtf8(files: FilesToMerge): boolean {
  return VERSIONS.some(version => {
    const bytes = readFileSync(absolute(files, version));
    return !isUtf8(bytes) && /^---\r?\n(?:.*\n)*?stage:/.test(bytes.toString('latin1'));
  });
}

const VERSIONS = ['base', 'ours', 'theirs'] as const;

/** The names that the team gives its fields, by the process file in the file's folder or above it. */
async function namesFor({ path, cwd }: FilesToMerge): Promise<KeyNames> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const file = join(cwd, folder, PROCESS_FILE);
    if (existsSync(file)) {
      const text = readFileSync(file, 'utf8');
      if (!/^["']?fields["']?[ \t]*:/m.test(text)) return STANDARD_NAMES;
      // Few teams have names of their own, and to read a process takes longer than a merge.
      const { readProcess } = await import('../core/process/processFile');
      return readProcess(text).process.fields;
    }
    if (folder === dirname(folder)) return STANDARD_NAMES;
  }
}

/** Whether the person wants to see the base in conflicts, which git does not tell its drivers. */
async function showsBase({ cwd, env }: FilesToMerge): Promise<boolean> {
  const { spawnSync } = await startPrograms();
  const { stdout } = spawnSync('git', ['config', '--get', 'merge.conflictStyle'], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return /diff3/.test(stdout ?? '');
}

/** @returns whether there was no conflict */
async function byGit(files: FilesToMerge): Promise<boolean> {
  const { spawnSync } = await startPrograms();
  const { labels, markerSize, cwd, env } = files;
  const named = (['ours', 'base', 'theirs'] as const).flatMap(version => ['-L', labels[version]]);
  const { status } = spawnSync(
    'git',
    ['merge-file', '-q', `--marker-size=${markerSize}`, ...named, files.ours, files.base, files.theirs],
    { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  // The number of conflicts; from 128 on nothing was merged.
  return status !== null && status < 128 ? status === 0 : byBytes(files);
}

/** Node takes as long to load this as a merge takes, and most end without it. */
function startPrograms() {
  return import('node:child_process');
}

/** Where there is no git, or it takes the file for no text: the same of bytes, in which no line is lost. */
function byBytes(files: FilesToMerge): boolean {
  const lines = (version: keyof ThreeVersions<string>) =>
    readFileSync(absolute(files, version), 'latin1').split('\n');
  const versions = { base: lines('base'), ours: lines('ours'), theirs: lines('theirs') };
  const { labels, markerSize: size } = files;
  const merged = withMarkers(mergeLines(versions, false), { size, labels, withBase: false });
  writeFileSync(absolute(files, 'ours'), merged.lines.join('\n'), 'latin1');
  return merged.conflicts.length === 0;
}

function about(conflicts: readonly MergeConflict[]): string {
  const keys = conflicts.flatMap(conflict => (conflict.keys.length ? conflict.keys : ['notes']));
  return [...new Set(keys)].join(', ');
}
