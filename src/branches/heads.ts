import type { Uri } from 'vscode';
import { Disposables } from '../disposables';
import type { GitApi, Repository } from './gitExtension';

/** Tells of each repository whose HEAD has become another branch or another commit. */
export class Heads {
  private readonly disposables = new Disposables();
  /** By their roots: the API makes a new object of a repository each time. */
  private readonly followed = new Map<string, Disposables>();

  /** @param onChange is told the commit from which a branch has moved; none where another branch is there now */
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
    // A rebase leaves its branch, and comes back to it when it has ended.
    const commits = new Map<string, string>();
    keepCommit(commits, state);
    following.add(
      state.onDidChange(() => {
        const head = headOf(state);
        // While git is asked, and where it fails, there is none.
        if (head === undefined || head === known) return;
        const from = keepCommit(commits, state);
        if (known !== undefined) this.onChange(rootUri, from);
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

/** Remembers where a branch is; gives where it was before, if that is known and another commit. */
function keepCommit(commits: Map<string, string>, { HEAD }: Repository['state']): string | undefined {
  if (!HEAD?.name || !HEAD.commit) return undefined;
  const before = commits.get(HEAD.name);
  commits.set(HEAD.name, HEAD.commit);
  return before === HEAD.commit ? undefined : before;
}
