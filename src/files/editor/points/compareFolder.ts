import { env } from 'vscode';
import { comparePoints, type ComparedPoints } from '../../../actions/changes/compare';
import type { Files } from '../../../actions/ports/files';
import type { SnapshotsOf } from '../../../actions/ports/snapshots';
import { whyGitFailed } from '../../../actions/whyGitFailed';
import type { CalendarDate } from '../../../core/calendar';
import { dealFilter } from '../../../core/filter/dealFilter';
import type { DealFilter } from '../../../core/filter/table';
import { sentence, sentenceOf } from '../../../words/sentence';
import { asText } from '../../disk/disk';
import { toAddress } from '../addresses';
import { unsavedIn } from '../shown';
import type { PipelineFolder } from '../../pipelineFolder';
import { pointCalled } from './namedPoints';
import { pointSources, type Lack } from './pointSources';

/** What became of a pipeline, or why that can't be told. */
export type FolderChanges =
  | { readonly kind: 'lacking'; readonly lack: Lack }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'compared';
      readonly changes: ComparedPoints;
      /** Only the deals' own lines were asked, since that is missing. */
      readonly lack?: Lack;
    };

export interface FolderWish {
  /** Of the first point, named on the second's day: see `pointCalled`. */
  readonly from: string;
  /** Of the second one; `null` for the files as they are. */
  readonly to: { readonly name: string; readonly day: CalendarDate } | null;
  readonly filter: DealFilter;
  readonly today: CalendarDate;
  /** Where git can't be asked, the deals' own lines are. */
  readonly evenWithoutGit: boolean;
}

export interface ComparingPorts {
  readonly files: Pick<Files, 'read'>;
  readonly snapshotsOf: SnapshotsOf;
}

/** A pipeline as it is, unsaved changes included, against a point of its past. Never throws what git may have to say. */
export async function compareFolder(
  folder: PipelineFolder,
  { from, to, filter, today, evenWithoutGit }: FolderWish,
  { files, snapshotsOf }: ComparingPorts,
): Promise<FolderChanges> {
  const day = to?.day ?? today;
  const found = await pointSources(folder, today, snapshotsOf);
  if ('reason' in found) return { kind: 'failed', reason: found.reason };
  if ('lack' in found && !evenWithoutGit) return { kind: 'lacking', lack: found.lack };
  const sources = 'lack' in found ? { snapshots: undefined, today, language: env.language } : found;
  const { process } = folder.pipeline;
  try {
    const first = await pointCalled(from, { ...sources, today: day });
    if (!first.ok) return { kind: 'failed', reason: sentenceOf(first.problem) };
    const last = to ? await pointCalled(to.name, sources) : NOW;
    if (!last.ok) return { kind: 'failed', reason: sentenceOf(last.problem) };
    const changes = await comparePoints(
      { folder: toAddress(folder.uri), pipeline: folder.pipeline, unsaved: unsavedIn(folder) },
      { snapshots: sources.snapshots, files, asText, today: day },
      {
        from: first.point,
        to: last.point,
        period: 'quarter',
        isMeant: dealFilter(filter, { process, asOf: day }),
      },
    );
    return { kind: 'compared', changes, ...('lack' in found && { lack: found.lack }) };
  } catch (cause) {
    return { kind: 'failed', reason: sentence(whyGitFailed(cause)) };
  }
}

const NOW = { ok: true, point: { kind: 'now' } } as const;
