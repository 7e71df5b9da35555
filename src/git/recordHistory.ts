import { existsSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GitFailed } from '../actions/ports/git';
import type { CalendarDate } from '../core/calendar';
import { askGit, type AskOfFolder } from './askGit';
import { environmentFor, type GitSurroundings } from './environment';

/** A commit to be made, after those before it. */
export interface Commit {
  readonly on: CalendarDate;
  readonly author: string;
  readonly message: string;
  readonly files: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/**
 * Makes a folder a repository with a history. Its files, which stay as they are, are those of the last commit. Only a
 * folder that lies in no repository is made one: whether it was. Where git isn't there or fails, nothing is left behind.
 *
 * @param folder an absolute path
 */
export type RecordHistory = (folder: string, commits: readonly Commit[]) => Promise<boolean>;

export function historyRecorder(surroundings: GitSurroundings): RecordHistory {
  return async (folder, commits) => {
    if (isBelowRepository(folder)) return false;
    try {
      const env = await environmentFor(folder, surroundings);
      const { program } = surroundings;
      const ask: AskOfFolder = (args, input) => askGit(args, { folder, env, program, input });
      const inside = await ask(['rev-parse', '--git-dir']);
      // It says so only where there is none; of one that it doesn't trust it says something else.
      if (inside.code === 0 || !/not a git repository/.test(inside.err)) return false;
      if (await record(ask, commits)) return true;
    } catch (cause) {
      if (!(cause instanceof GitFailed)) throw cause;
    }
    await rm(join(folder, '.git'), { recursive: true, force: true });
    return false;
  };
}

/** Also where git was told not to look that far up. */
function isBelowRepository(folder: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

async function record(ask: AskOfFolder, commits: readonly Commit[]): Promise<boolean> {
  // Without the hooks and the settings that a person's template would bring.
  const steps: readonly (readonly [args: readonly string[], input?: string])[] = [
    [['init', '--quiet', '--template=']],
    [['symbolic-ref', 'HEAD', BRANCH]],
    [['fast-import', '--quiet'], commits.map(asImported).join('')],
    [['reset', '--quiet']],
  ];
  for (const [args, input] of steps) {
    const { code } = await ask(args, input);
    if (code !== 0) return false;
  }
  return true;
}

const BRANCH = 'refs/heads/main';

/** One for all authors: they are names of people who aren't there, and there is nobody to merge with. */
const EMAIL = 'sample@deal-notes.example';

/** As `git fast-import` reads it. All commits of a day are made at nine in the morning of the world's clock. */
function asImported({ on, author, message, files, removed }: Commit): string {
  const seconds = Date.parse(`${on}T09:00:00Z`) / 1000;
  return [
    `commit ${BRANCH}\n`,
    `committer ${author} <${EMAIL}> ${seconds} +0000\n`,
    data(message),
    ...removed.map(path => `D ${path}\n`),
    ...[...files].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
  ].join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
