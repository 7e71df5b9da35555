import { l10n, window, type Uri } from 'vscode';
import { briefOn } from '../actions/brief';
import type { Workspace } from '../actions/workspace';
import { plainText, withoutLinks } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import { prose } from '../core/text/markdown';
import { toAddress } from '../files/editor/addresses';
import { ofNow } from '../files/editor/travel/ofNow';
import type { Moment } from '../files/editor/travel/travel';
import type { Pipelines } from '../files/pipelines';
import { briefWords } from '../words/brief';
import { briefAsMarkdown } from '../words/brief/briefMarkdown';
import { reportWords } from '../words/report';
import { sentenceOf } from '../words/sentence';
import { JOINED_GIT } from './joinedGit';
import type { ShownMarkdown } from './shownMarkdown';
import { oneOf, targetsOf } from './targets';

/** What a brief is made with. */
interface BriefTools extends Pick<Workspace, 'files' | 'clock'> {
  readonly shown: ShownMarkdown;
  /** What the views show, unless that is now. */
  readonly at: Pick<Moment, 'words'> | undefined;
}

/** Shows one page about a deal in the Markdown preview, before a call: as the deal is now, also while something else is shown. */
export async function openBrief(
  pipelines: Pipelines,
  { files, clock, shown, at }: BriefTools,
  args: readonly unknown[],
): Promise<void> {
  const question = l10n.t('Brief of which deal?');
  const uris = await targetsOf(pipelines, args, () => true, question);
  const [uri] = await oneOf(pipelines, uris, args[1] ? undefined : args[0], question);
  const folder = uri && pipelines.folderOf(uri);
  if (!uri || !folder) return;
  const note = ofNow(at);
  if (note && !pipelines.entryAt(uri))
    return refuse(uri, l10n.t('A brief is of now, and this file isn’t there any more.'));
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
  const [title = '', ...lines] = briefAsMarkdown(brief, format);
  const marked = note === undefined ? [] : ['', `> **${prose(note)}**`];
  await shown.show(name, uri.toString(), [title, ...marked, ...lines]);
}

function refuse(uri: Uri, why: string): void {
  const name = plainText(uri.path.slice(uri.path.lastIndexOf('/') + 1), 80);
  void window.showWarningMessage(withoutLinks(`${name}: ${plainText(why, 300)}`));
}
