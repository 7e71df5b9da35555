import { l10n, type Uri } from 'vscode';
import type { Changed } from '../core/deal/changeDeal';
import { isOpen } from '../core/deal/deal';
import { dealOf, needsAttention } from '../core/deal/entry';
import { freeName } from '../core/deal/fileName';
import { ARCHIVE, isArchived } from '../core/pipeline/archive';
import { error, type Problem } from '../core/problem';
import type { EditResult } from './editDeals';
import { keepLinksOf } from './keepLinks';
import type { PipelineFolder } from './pipelineFolder';
import type { Pipelines } from './pipelines';
import type { Done, NotDone } from './plan';
import { nameOf, namesIn, renameFiles, type Renaming } from './renameFiles';

/** What is to be put away, with what it is told by. */
interface Archiving extends Renaming {
  readonly folder: PipelineFolder;
  readonly title: string;
}

/** Moves the files of closed deals into the archive of their pipeline; nothing is written in them but where their links lead. */
export async function archiveDeals(pipelines: Pipelines, uris: readonly Uri[]): Promise<EditResult<Changed>> {
  const refused: NotDone[] = [];
  const archivings: Archiving[] = [];
  const taken = new Map<PipelineFolder, string[]>();
  for (const uri of uris) {
    const folder = pipelines.folderOf(uri);
    const title = folder && titleIfClosed(folder, uri);
    if (typeof title !== 'string') {
      refused.push({ uri, problem: title ?? notPossible(l10n.t('This file isn’t part of a pipeline.')) });
      continue;
    }
    const names = taken.get(folder!) ?? (await namesIn(folder!.uriOf(ARCHIVE)));
    const name = freeName(nameOf(uri), names);
    taken.set(folder!, [...names, name]);
    archivings.push({ from: uri, to: folder!.uriOf(`${ARCHIVE}/${name}`), folder: folder!, title });
  }
  const notMoved = await renameFiles(pipelines, archivings);
  const moved = archivings.filter(({ from }) => !notMoved.some(({ uri }) => uri === from));
  const links = await keepLinksOf(pipelines, moved);
  return {
    done: moved.map(asDone),
    notDone: [...refused, ...notMoved],
    undo: async () => {
      const back = moved.map(({ from, to }) => ({ from: to, to: from }));
      return [...(await links.undo()), ...(await renameFiles(pipelines, back))];
    },
  };
}

/** The title of a deal that may be put away, else why it may not. */
function titleIfClosed(folder: PipelineFolder, uri: Uri): string | Problem {
  const entry = folder.entryAt(uri);
  if (entry && needsAttention(entry)) return entry.problem;
  const deal = dealOf(entry);
  if (!deal) return notPossible(l10n.t('This file isn’t a deal.'));
  if (isOpen(deal)) {
    return notPossible(l10n.t('This deal is still open. Mark it won or lost before archiving it.'));
  }
  return isArchived(deal) ? notPossible(l10n.t('This deal is already archived.')) : deal.title;
}

function notPossible(message: string): Problem {
  return error('not-possible', message);
}

function asDone({ to, folder, title }: Archiving): Done<Changed> {
  const edited = { ok: true, edits: [], text: '' } as const;
  return { uri: to, folder, plan: { ok: true, title, warnings: [], edited }, before: '', after: '' };
}
