import { extensions, type Uri } from 'vscode';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { Timer } from '../timer';
import { gitExtension, type GitExtension } from './gitExtension';
import { Heads } from './heads';
import { overlap } from './within';
import { Aftermath, type MergesKnown } from './aftermath';

/** A rebase moves HEAD at every step, and so may a pull: that is one change. */
const SETTLE_MS = 300;

/**
 * Looks what is different in a pipeline when git has put another branch or commit into its folder. It moves HEAD when
 * the files are written; and of hundreds of files at once, a watcher may not tell all.
 *
 * @param find how the editor's git is found; another way for tests
 */
export function registerBranches(pipelines: Pipelines, git: MergesKnown, find = gitExtension): Disposables {
  const disposables = new Disposables();
  const aftermath = new Aftermath(git, pipelines);
  const roots = new Map<string, Uri>();
  /** The commits from which branches have moved, by the roots of their repositories. */
  const moved = new Map<string, string>();
  const look = disposables.add(
    new Timer(SETTLE_MS, () => {
      const changed = [...roots.values()];
      const before = new Map(moved);
      roots.clear();
      moved.clear();
      const isMeant = ({ uri }: PipelineFolder) => changed.some(root => overlap(root, uri));
      void pipelines.reconcile(isMeant).then(() => {
        for (const root of changed) {
          const from = before.get(root.toString());
          const folders = pipelines.folders.filter(({ uri }) => overlap(root, uri));
          void aftermath.look(folders, from);
        }
      });
      // What git knows of files that are the same as before may be something else now.
      pipelines.git.askAgain(isMeant);
    }),
  );
  const note = (root: Uri, before?: string) => {
    const key = root.toString();
    roots.set(key, root);
    if (before !== undefined && !moved.has(key)) moved.set(key, before);
    look.restart();
  };
  let isAsked = false;
  const connect = async () => {
    // Git is asked for only where a pipeline lies on a disk.
    if (isAsked || !pipelines.folders.some(({ uri }) => uri.scheme === 'file')) return;
    isAsked = true;
    const extension = await find();
    if (extension) disposables.add(followHeads(extension, note));
    else isAsked = false;
  };
  disposables.add(pipelines.onDidChangeFolders(() => void connect()));
  // It comes when the workspace is trusted, or when somebody enables it.
  disposables.add(extensions.onDidChange(() => void connect()));
  void connect();
  return disposables;
}

/** Follows git while it is enabled. */
function followHeads(extension: GitExtension, onChange: (root: Uri, before?: string) => void): Disposables {
  const disposables = new Disposables();
  let heads: Heads | undefined;
  const follow = () => {
    heads?.dispose();
    heads = extension.enabled ? new Heads(extension.getAPI(1), onChange) : undefined;
  };
  disposables.add(extension.onDidChangeEnablement(follow));
  disposables.add({ dispose: () => heads?.dispose() });
  follow();
  return disposables;
}
