import { commitDeeds, type ToCommit } from '../actions/changes/commitDeeds';
import type { Workspace } from '../actions/workspace';
import { together, moneyIn } from '../core/moneyFormat';
import type { CommitDeeds } from '../core/changes/commitDeeds';
import { asText } from '../files/disk/disk';
import { toAddress } from '../files/editor/addresses';
import { unsavedDocument } from '../files/editor/shown';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { GitSurroundings } from '../git/environment';
import { snapshotsFrom } from '../git/snapshots/snapshots';
import { betweenWords } from '../words/between';
import { COMMIT_LOCALE, commitMessage, type CommitMessage } from '../words/commit/message';

/** What a message is made with. */
export interface MessageSources {
  readonly surroundings: GitSurroundings;
  readonly workspace: Pick<Workspace, 'files' | 'clock'>;
}

export interface DeedsOfFolder {
  readonly folder: PipelineFolder;
  readonly deeds: CommitDeeds;
}

/**
 * What a commit would do to each of some pipelines; without those to which it would do nothing.
 *
 * @throws GitFailed
 */
export async function deedsOfFolders(
  folders: readonly PipelineFolder[],
  { surroundings, workspace: { files, clock } }: MessageSources,
  to: ToCommit,
): Promise<DeedsOfFolder[]> {
  const all: DeedsOfFolder[] = [];
  for (const folder of folders) {
    const { pipeline, uri } = folder;
    const snapshots = await snapshotsFrom(surroundings)(uri.fsPath);
    if (!snapshots) continue;
    const unsaved = new Set([...pipeline.paths].filter(path => unsavedDocument(folder.uriOf(path))));
    const sources = { snapshots, files, asText, today: clock.today() };
    const deeds = await commitDeeds({ folder: toAddress(uri), pipeline, unsaved }, sources, to);
    if (deeds) all.push({ folder, deeds });
  }
  return all;
}

export function messageOf(all: readonly DeedsOfFolder[]): CommitMessage {
  const money = moneyIn(together(all.map(({ folder }) => folder.pipeline.currencies)), COMMIT_LOCALE);
  const commits = all.map(({ folder, deeds }) => ({ deeds, process: folder.pipeline.process }));
  return commitMessage(commits, betweenWords('en'), money);
}
