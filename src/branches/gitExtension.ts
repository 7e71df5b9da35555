import { extensions, type Event, type Uri } from 'vscode';

/** What is used here of the editor's own git extension; as its `git.d.ts` has it. */
export interface GitExtension {
  /** False where git is missing, or switched off in the settings; then there is no API. */
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  /** @throws while it is not enabled */
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
}

export interface Repository {
  readonly rootUri: Uri;
  readonly state: {
    /** Not known until git was asked for the first time. */
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    /** The files that a merge has left to people. */
    readonly mergeChanges: readonly { readonly uri: Uri }[];
    readonly onDidChange: Event<void>;
  };
}

/** What every repository of the extension has besides: the box in which a commit's message is typed, and what is staged. */
export interface CommittingRepository extends Repository {
  readonly inputBox: { value: string };
  readonly state: Repository['state'] & { readonly indexChanges: readonly unknown[] };
}

/**
 * The git extension, if there is one: it may be missing, disabled, or held back where the workspace is not trusted. It
 * is one of those that every window starts, so that asking for it only waits for what is under way.
 */
export async function gitExtension(): Promise<GitExtension | undefined> {
  try {
    return await extensions.getExtension<GitExtension>('vscode.git')?.activate();
  } catch {
    // Its own trouble, which it tells of itself.
    return undefined;
  }
}
