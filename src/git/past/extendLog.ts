import { PassThrough } from 'node:stream';
import type { PastCommit, FileChange } from '../../core/deal/past/commits';
import { fileStateOf, type FileState } from '../../core/deal/past/fileState';
import type { Process } from '../../core/process/process';
import { askGit, type Asked } from '../askGit';
import { commitTree, type CommitNode } from '../log/commitTree';
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
  const read = await readAll(tree, states, { head, paths, process, isShallow }, asked);
  const breath = new Breath();
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
  return { head, paths, commits, states };
}

/** So many contents are asked for together: each question costs something, too. */
const PORTION = 200;

type ReadHere = Omit<PastCommit, 'parents'>;

/**
 * What commits have done to files here, by their ids; what these say is added to the states. Git is asked for both at the same
 * time: it takes apart what commits have done while contents are read that are known to be wanted.
 */
async function readAll(
  tree: readonly CommitNode[],
  states: Map<string, FileState | undefined>,
  { paths, process }: LogWanted,
  asked: Asked,
): Promise<ReadonlyMap<string, ReadHere>> {
  const read = new Map<string, ReadHere>();
  const ids = new PassThrough();
  await Promise.all([readCommitsHere(), readContents()]);
  return read;

  async function readCommitsHere(): Promise<void> {
    const known = new Set(states.keys());
    const breath = new Breath();
    let wanted = '';
    let many = 0;
    const ask = () => {
      if (many) ids.write(wanted);
      [wanted, many] = ['', 0];
    };
    try {
      for await (const commit of readCommits(tree, paths, asked)) {
        const changes = commit.changes.flatMap(onlyMarkdown);
        if (changes.length) read.set(commit.id, { ...commit, changes });
        for (const { blob } of changes) {
          if (blob === undefined || known.has(blob)) continue;
          known.add(blob);
          wanted += `${blob}\n`;
          many++;
        }
        if (many >= PORTION) ask();
        await breath.take();
      }
    } finally {
      ask();
      ids.end();
    }
  }

  async function readContents(): Promise<void> {
    const breath = new Breath();
    for await (const [id, text] of readBlobs(ids, asked)) {
      states.set(id, fileStateOf(text, process));
      await breath.take();
    }
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
