import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { chmod, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { GitSurroundings } from '../environment';
import { quoted, shell } from './shell';
import { cloneAround, type Clone } from './clone';

/**
 * Git runs the first before it commits a merge that went well, the second after any merge, fast-forwards included, the third
 * before it shows the message of a commit.
 */
export const HOOKS = ['pre-merge-commit', 'post-merge', 'prepare-commit-msg'] as const;
export type Hook = (typeof HOOKS)[number];

/** By this our line is known again. */
const MARK = shell`# Deal Notes`;

export interface HookState {
  readonly hook: Hook;
  /** Its absolute path. */
  readonly file: string;
  /** The line that looks at the deals which a merge has changed, or proposes the message of a commit. */
  readonly line: string;
  /** With our line, without it, or not there. In a folder that `core.hooksPath` names others may share it: nothing is written there. */
  readonly is: 'ours' | 'others' | 'absent' | 'shared';
}

/**
 * The hooks that look at what a merge brings, and that propose messages.
 *
 * @throws GitFailed where git is not there or refuses
 */
export async function hooksOf(folder: string, surroundings: GitSurroundings): Promise<HookState[]> {
  const clone = await cloneAround(folder, surroundings);
  return clone ? statesIn(clone) : [];
}

/** Writes those hooks that are not there. @returns how they stand then */
export async function addHooks(folder: string, surroundings: GitSurroundings): Promise<HookState[]> {
  const clone = await cloneAround(folder, surroundings);
  if (!clone) return [];
  for (const { file, line, is } of await statesIn(clone)) {
    if (is !== 'absent') continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `#!/bin/sh\n${line}\n`, { flag: 'wx' });
    await chmod(file, 0o755);
  }
  return statesIn(clone);
}

/** Takes our line out of the hooks, and a hook away that has nothing else. @returns their names */
export async function removeOurHooks(clone: Clone): Promise<Hook[]> {
  const removed: Hook[] = [];
  for (const { hook, file, is } of await statesIn(clone)) {
    if (is !== 'ours') continue;
    const rest = readFileSync(file, 'utf8')
      .split(/(?<=\n)/)
      .filter(line => !line.includes(MARK))
      .join('');
    if (/^#!\/bin\/sh\s*$/.test(rest)) await rm(file);
    else await writeFile(file, rest);
    removed.push(hook);
  }
  // The folder may have come with the first of them; one with anything in it stays.
  if (removed.length) await rmdir(join(clone.shared, 'hooks')).catch(() => undefined);
  return removed;
}

async function statesIn(clone: Clone): Promise<HookState[]> {
  const named = await hooksPath(clone);
  const folder = named ?? join(clone.shared, 'hooks');
  return HOOKS.map(hook => {
    const file = join(folder, hook);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const is = text?.includes(MARK) ? 'ours' : named ? 'shared' : text === undefined ? 'absent' : 'others';
    return { hook, file, line: lineFor(hook, clone), is };
  });
}

/** What is set by anybody but us, who ask git with no hooks at all. */
async function hooksPath({ ask, top }: Clone): Promise<string | undefined> {
  const { out } = await ask(
    'config',
    '--null',
    '--show-origin',
    '--type=path',
    '--get-all',
    'core.hooksPath',
  );
  const parts = out.toString('utf8').split('\0');
  let path: string | undefined;
  for (let i = 0; i + 1 < parts.length; i += 2) if (!/^command line/.test(parts[i]!)) path = parts[i + 1];
  return path === undefined ? undefined : resolve(top, path);
}

/** Git runs a hook at the top of the working tree. */
function lineFor(hook: Hook, { folder, top }: Clone): string {
  const below = relative(realpathSync(top), realpathSync(folder)).split(sep).join('/') || '.';
  const found = shell`command -v deal-notes >/dev/null 2>&1`;
  const check = shell`deal-notes check ${quoted(below)}`;
  switch (hook) {
    case 'pre-merge-commit':
      return shell`if ${found}; then ${check} --staged || exit 1; fi ${MARK}`;
    case 'post-merge':
      return shell`if ${found}; then ${check} --changed=ORIG_HEAD; fi ${MARK}`;
    case 'prepare-commit-msg':
      // Git names a second thing where the message comes from somewhere: -m, a merge, a squash, a template, another commit.
      return shell`if [ -z "$2" ] && ${found}; then deal-notes message ${quoted(below)} --fill "$1" >/dev/null 2>&1 || :; fi ${MARK}`;
  }
}
