import type { Uri } from 'vscode';
import { Disposables } from '../disposables';
import type { GitApi, Repository } from './gitExtension';

/** Tells of each repository whose HEAD has become another branch or another commit. */
export class Heads {
  private readonly disposables = new Disposables();
  /** By their roots: the API makes a new object of a repository each time. */
  private readonly followed = new Map<string, Disposables>();

  constructor(
    git: GitApi,
    private readonly onChange: (root: Uri) => void,
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
    following.add(
      state.onDidChange(() => {
        const head = headOf(state);
        // While git is asked, and where it fails, there is none.
        if (head === undefined || head === known) return;
        if (known !== undefined) this.onChange(rootUri);
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
