import type { Keep } from '../actions/ports/keep';
import type { Git } from '../actions/ports/git';
import { askGit, type Asked, type AskOfFolder } from './askGit';
import { changedFiles, contentAt, mergedSince, stagedContents, stagedFiles, unmergedFiles } from './changes';
import { environmentFor, type GitSurroundings } from './environment';
import { committer } from './committer';
import { unmergedFile } from './unmerged';
import { readPast, type Remembered } from './past/readPast';

/** How this machine's git is asked. */
export interface HowAsked {
  /** How long one question may take, in milliseconds. */
  readonly patience?: number | undefined;
  /** Where what was read of a repository is kept for the next process, for a pipeline in a folder; nowhere if not named. */
  readonly keepFor?: (folder: string) => Keep | undefined;
}

/** The git of this machine. */
export function gitFrom(surroundings: GitSurroundings, { patience, keepFor }: HowAsked = {}): Git {
  const { program } = surroundings;
  const about = (folder: string): AskOfFolder => {
    let env: ReturnType<typeof environmentFor> | undefined;
    return async (args, input) => {
      env ??= environmentFor(folder, surroundings);
      return askGit(args, { folder, env: await env, program, input, patience });
    };
  };
  const remembered: Remembered = new Map();
  return {
    factsOf: (folder, process, isWanted) => {
      const asked = async (): Promise<Asked> => {
        const env = await environmentFor(folder, surroundings);
        return { folder, env, program, patience };
      };
      return readPast(asked, process, { remembered, keep: keepFor?.(folder), isWanted });
    },
    changedFiles: (folder, revision) => changedFiles(about(folder), revision),
    mergedSince: (folder, commit) => mergedSince(about(folder), commit),
    contentAt: (folder, commit, path) => contentAt(about(folder), commit, path),
    stagedFiles: folder => stagedFiles(about(folder)),
    staged: (folder, isWanted) => stagedContents(about(folder), isWanted),
    unmergedFiles: folder => unmergedFiles(about(folder)),
    unmergedIn: (folder, path) => unmergedFile(about(folder), path),
    committerIn: folder => committer(about(folder)),
  };
}
