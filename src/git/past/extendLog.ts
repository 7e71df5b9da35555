import type { PastCommit, FileChange } from '../../core/deal/past/commits';
import { fileStateOf, type FileState } from '../../core/deal/past/fileState';
import type { Process } from '../../core/process/process';
import { askGit, type Asked } from '../askGit';
import { commitTree } from '../log/commitTree';
import { readCommits, type ReadChange } from '../log/readCommits';
import { Breath } from './breath';
import type { CommitLog } from './commitLog';
import { readBlobs } from './readBlobs';

/** Which part of a repository is read, and by which process. */
export interface LogWanted {
  readonly head: string;
  readonly paths: readonly string[];
  readonly process: Process;
  readonly isShallow: boolean;
}

/**
 * Reads on from where a log ends; all of it, where there is none yet or it ends on another line of work. Contents that
 * were read before are not read again.
 *
 * @throws as `streamGit`
 */
export async function extendLog(
  kept: CommitLog | undefined,
  { head, paths, process, isShallow }: LogWanted,
  asked: Asked,
): Promise<CommitLog> {
  const isGoingOn = kept && isSamePaths(kept.paths, paths) && (await isAncestor(kept.head, head, asked));
  const before = isGoingOn ? kept.commits : [];
  const states = new Map(kept?.states);
  const tree = await commitTree(head, isGoingOn ? kept.head : undefined, asked);
  const read = new Map<string, Omit<PastCommit, 'parents'>>();
  const breath = new Breath();
  for await (const commit of readCommits(tree, paths, asked)) {
    const changes = commit.changes.flatMap(onlyMarkdown);
    if (changes.length) read.set(commit.id, { ...commit, changes });
    await breath.take();
  }
  const places = new Map(before.map(({ id }, at) => [id, at]));
  const commits: PastCommit[] = [...before];
  for (const [id, ...parents] of tree) {
    const { on, by, changes } = read.get(id) ?? NOTHING;
    const at = parents.map(parent => places.get(parent)!);
    places.set(id, commits.length);
    commits.push({
      ...{ id, parents: at, on, by, changes },
      ...(isShallow && !parents.length && { isCut: true }),
    });
    await breath.take();
  }
  const wanted = [...read.values()].flatMap(({ changes }) => changes.flatMap(({ blob }) => blob ?? []));
  await addStates(states, wanted, process, asked);
  return { head, paths, commits, states };
}

async function addStates(
  states: Map<string, FileState | undefined>,
  wanted: readonly string[],
  process: Process,
  asked: Asked,
): Promise<void> {
  const unread = [...new Set(wanted)].filter(id => !states.has(id));
  const breath = new Breath();
  for await (const [id, text] of readBlobs(unread, asked)) {
    states.set(id, fileStateOf(text, process));
    await breath.take();
  }
}

async function isAncestor(old: string, head: string, asked: Asked): Promise<boolean> {
  if (old === head) return true;
  return (await askGit(['merge-base', '--is-ancestor', old, head], asked)).code === 0;
}

function isSamePaths(some: readonly string[], others: readonly string[]): boolean {
  return some.join('\0') === others.join('\0');
}

/** Of a commit that has changed no file here. */
const NOTHING: Pick<PastCommit, 'on' | 'by' | 'changes'> = {
  on: '' as PastCommit['on'],
  by: '',
  changes: [],
};

/** To become another kind of file is to go, and the other way round to come. */
function onlyMarkdown({ from, to }: ReadChange): FileChange[] {
  const old = from && isMarkdown(from.path) ? from.path : undefined;
  if (to && isMarkdown(to.path))
    return [{ ...to, ...(old !== undefined && old !== to.path && { from: old }) }];
  return old === undefined ? [] : [{ path: old }];
}

function isMarkdown(path: string): boolean {
  return /\.md$/i.test(path);
}
