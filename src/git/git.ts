import type { Git } from '../actions/ports/git';
import { askGit } from './askGit';
import { changedFiles, stagedContents, stagedFiles, unmergedFiles } from './changes';
import { environmentFor, type GitSurroundings } from './environment';
import { committer } from './committer';
import { unmergedFile } from './unmerged';
import { factsInGit, type AskOfFolder } from './facts';

/**
 * The git of this machine.
 *
 * @param patience how long one question may take, in milliseconds
 */
export function gitFrom(surroundings: GitSurroundings, patience?: number): Git {
  const about = (folder: string): AskOfFolder => {
    let env: ReturnType<typeof environmentFor> | undefined;
    return async (args, input) => {
      env ??= environmentFor(folder, surroundings);
      return askGit(args, { folder, env: await env, program: surroundings.program, input, patience });
    };
  };
  return {
    factsOf: (folder, key) => factsInGit(about(folder), key),
    changedFiles: (folder, revision) => changedFiles(about(folder), revision),
    stagedFiles: folder => stagedFiles(about(folder)),
    staged: (folder, isWanted) => stagedContents(about(folder), isWanted),
    unmergedFiles: folder => unmergedFiles(about(folder)),
    unmergedIn: (folder, path) => unmergedFile(about(folder), path),
    committerIn: folder => committer(about(folder)),
  };
}
