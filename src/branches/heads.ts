import type { Uri } from 'vscode';
import { Disposables } from '../disposables';
import type { GitApi, Repository } from './gitExtension';

/** Tells of each repository whose HEAD has become another branch or another commit, or in which a merge has stopped. */
export class Heads {
  private readonly disposables = new Disposables();
  /** By their roots: the API makes a new object of a repository each time. */
  private readonly followed = new Map<string, Disposables>();

  /** @param onChange is told the commit from which a branch has moved; none where another branch is there now, or a merge has stopped */
  constructor(
    git: GitApi,
    private readonly onChange: (root: Uri, before?: string) => void,
  ) {
    for (const repository of git.repositories) this.follow(repository);
    this.disposables.add(git.onDidOpenRepository(repository => this.follow(repository)));
    this.disposables.add(git.onDidCloseRepository(({ rootUri }) => this.leave(rootUri.toString())));
  }

  dispose(): void {
    for (const root of this.followed.keys()) this.leave(root);
    this.disposables.dispose();
  }

  private follow({ rootUri, state }: Repository): void {
    const root = rootUri.toString();
    this.leave(root);
    const following = new Disposables();
    let known = headOf(state);
    let left = leftIn(state);
    // A rebase leaves its branch, and comes back to it when it has ended.
    const commits = new Map<string, string>();
    keepCommit(commits, state);
    following.add(
      state.onDidChange(() => {
        const head = headOf(state);
        // While git is asked, and where it fails, there is none.
        if (head === undefined) return;
        const [wasLeft, isKnown] = [left, known !== undefined];
        left = leftIn(state);
        // A merge that stops leaves HEAD where it is. What people settle, one file after the other, is no news.
        const isStopped = isKnown && [...left].some(uri => !wasLeft.has(uri));
        if (head === known) return isStopped ? this.onChange(rootUri) : undefined;
        const from = keepCommit(commits, state);
        if (isKnown) this.onChange(rootUri, from);
        known = head;
      }),
    );
    this.followed.set(root, following);
  }

  private leave(root: string): void {
    this.followed.get(root)?.dispose();
    this.followed.delete(root);
  }
}

function headOf({ HEAD }: Repository['state']): string | undefined {
  return HEAD && `${HEAD.name ?? ''} ${HEAD.commit ?? ''}`;
}

function leftIn({ mergeChanges }: Repository['state']): ReadonlySet<string> {
  return new Set(mergeChanges.map(({ uri }) => uri.toString()));
}

/** Remembers where a branch is; gives where it was before, if that is known and another commit. */
function keepCommit(commits: Map<string, string>, { HEAD }: Repository['state']): string | undefined {
  if (!HEAD?.name || !HEAD.commit) return undefined;
  const before = commits.get(HEAD.name);
  commits.set(HEAD.name, HEAD.commit);
  return before === HEAD.commit ? undefined : before;
}
