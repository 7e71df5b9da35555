import { env, workspace } from 'vscode';
import type { PointSources } from '../../../actions/changes/point';
import type { Snapshots, SnapshotsOf } from '../../../actions/ports/snapshots';
import { whyGitFailed } from '../../../actions/whyGitFailed';
import type { CalendarDate } from '../../../core/calendar';
import { toAddress } from '../addresses';
import type { PipelineFolder } from '../../pipelineFolder';
import { sentence } from '../../../words/sentence';

/** What a pipeline lacks for anybody to know what has changed in it. */
export type Lack = 'untrusted' | 'noGit';

/** What tells of points in a pipeline's past; or why nothing does. What a repository has set may run programs, so trust comes first. */
export async function pointSources(
  { uri }: PipelineFolder,
  today: CalendarDate,
  snapshotsOf: SnapshotsOf,
): Promise<
  (PointSources & { readonly snapshots: Snapshots }) | { readonly lack: Lack } | { readonly reason: string }
> {
  if (!workspace.isTrusted) return { lack: 'untrusted' };
  if (uri.scheme !== 'file') return { lack: 'noGit' };
  try {
    const snapshots = await snapshotsOf(toAddress(uri));
    return snapshots ? { snapshots, today, language: env.language } : { lack: 'noGit' };
  } catch (cause) {
    return { reason: sentence(whyGitFailed(cause)) };
  }
}
