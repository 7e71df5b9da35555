import { l10n, window, type Uri } from 'vscode';
import { briefOn } from '../actions/brief';
import type { Workspace } from '../actions/workspace';
import { plainText, withoutLinks } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { briefWords } from '../words/brief';
import { briefAsMarkdown } from '../words/brief/briefMarkdown';
import { reportWords } from '../words/report';
import { sentenceOf } from '../words/sentence';
import { JOINED_GIT } from './joinedGit';
import type { ShownMarkdown } from './shownMarkdown';
import { oneOf, targetsOf } from './targets';

/** Shows one page about a deal in the Markdown preview, before a call. */
export async function openBrief(
  pipelines: Pipelines,
  { files, clock }: Pick<Workspace, 'files' | 'clock'>,
  shown: ShownMarkdown,
  args: readonly unknown[],
): Promise<void> {
  const question = l10n.t('Brief of which deal?');
  const uris = await targetsOf(pipelines, args, () => true, question);
  const [uri] = await oneOf(pipelines, uris, args[1] ? undefined : args[0], question);
  const folder = uri && pipelines.folderOf(uri);
  if (!uri || !folder) return;
  const read = await files.read(toAddress(uri));
  if ('problem' in read) return refuse(uri, sentenceOf(read.problem));
  await pipelines.git.join(folder);
  const { pipeline } = folder;
  const opened = { folder: toAddress(folder.uri), pipeline };
  const brief = await briefOn(opened, { clock, git: JOINED_GIT }, folder.pathOf(uri)!, read.text);
  const words = briefWords('en');
  if (!brief) return refuse(uri, words.noDeal);
  const format = {
    ...{ process: pipeline.process, money: moneyIn(pipeline.currencies), words },
    day: reportWords('en').today,
  };
  const name = l10n.t('Brief of {0}', plainText(brief.deal.title, 60));
  await shown.show(name, uri.toString(), briefAsMarkdown(brief, format));
}

function refuse(uri: Uri, why: string): void {
  const name = plainText(uri.path.slice(uri.path.lastIndexOf('/') + 1), 80);
  void window.showWarningMessage(withoutLinks(`${name}: ${plainText(why, 300)}`));
}
