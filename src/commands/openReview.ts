import { env, l10n, Range, window, workspace } from 'vscode';
import { reviewOn } from '../actions/review';
import type { Files } from '../actions/ports/files';
import type { SnapshotsOf } from '../actions/ports/snapshots';
import { whyGitFailed } from '../actions/whyGitFailed';
import { plainText, withoutLinks } from '../core/escape';
import { filterIn } from '../core/filter/picked';
import type { DealFilter } from '../core/filter/table';
import { lastMonday } from '../core/metrics/periods';
import { moneyIn } from '../core/moneyFormat';
import type { Problem } from '../core/problem';
import { REVIEW_TEMPLATE } from '../core/review/template';
import { prose } from '../core/text/markdown';
import { asText } from '../files/disk/disk';
import { toAddress } from '../files/editor/addresses';
import { unsavedIn } from '../files/editor/shown';
import { ofNow } from '../files/editor/travel/ofNow';
import type { Moment } from '../files/editor/travel/travel';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { reviewAsMarkdown } from '../words/review/reviewMarkdown';
import { sentence, sentenceOf } from '../words/sentence';
import { JOINED_GIT } from './joinedGit';
import type { ShownMarkdown } from './shownMarkdown';
import { whichFolder } from './whichFolder';

/** What the review of a pipeline is made with. */
export interface ReviewTools {
  readonly files: Pick<Files, 'read' | 'exists'>;
  readonly snapshotsOf: SnapshotsOf;
  readonly shown: ShownMarkdown;
  /** Which deals the views show. */
  readonly filter: DealFilter;
  /** What the views show, unless that is now, which the review is always of. */
  readonly at: Pick<Moment, 'words'> | undefined;
}

/** Shows the week's review in the Markdown preview, and offers to copy it. */
export async function openReview(pipelines: Pipelines, tools: ReviewTools): Promise<void> {
  const folder = await whichFolder(pipelines, l10n.t('Weekly review'));
  if (!folder) return;
  const { today } = pipelines;
  const since = lastMonday(today);
  const { pipeline } = folder;
  try {
    await pipelines.git.join(folder);
    const isGitAsked = workspace.isTrusted && folder.uri.scheme === 'file';
    const snapshots = isGitAsked ? await tools.snapshotsOf(toAddress(folder.uri)) : undefined;
    const review = await reviewOn(
      { folder: toAddress(folder.uri), pipeline, unsaved: unsavedIn(folder) },
      { snapshots, files: tools.files, asText, today, git: JOINED_GIT },
      { since, filter: filterIn(tools.filter, folder.uri.toString()) },
    );
    const { template } = review;
    const sources = { process: pipeline.process, money: moneyIn(pipeline.currencies) };
    // A page that is in no folder has such links below the workspace's.
    const linkTo = (path: string) => `/${workspace.asRelativePath(folder.uriOf(path), false)}`;
    const filled = reviewAsMarkdown(
      { ...review, ...sources, linkTo },
      'text' in template ? template.text : undefined,
    );
    const [problem] = 'problem' in template ? [template.problem] : filled.problems;
    if (problem) void tellProblem(folder, problem);
    const note = ofNow(tools.at);
    await tools.shown.show(l10n.t('Weekly review'), folder.uri.toString(), [
      ...(note === undefined ? [] : [`> **${prose(note)}**`, '']),
      ...filled.text.trimEnd().split('\n'),
    ]);
    void offerCopy(filled.text);
  } catch (cause) {
    void window.showErrorMessage(withoutLinks(sentence(whyGitFailed(cause))));
  }
}

async function offerCopy(text: string): Promise<void> {
  const copy = l10n.t('Copy Markdown');
  if ((await window.showInformationMessage(l10n.t('Copy the review?'), copy)) === copy)
    await env.clipboard.writeText(text);
}

async function tellProblem(folder: PipelineFolder, problem: Problem): Promise<void> {
  const open = l10n.t('Open File');
  const said = `${REVIEW_TEMPLATE}:${problem.line}: ${plainText(sentenceOf(problem), 300)}`;
  if ((await window.showWarningMessage(withoutLinks(said), open)) !== open) return;
  const line = problem.line - 1;
  await window.showTextDocument(folder.uriOf(REVIEW_TEMPLATE), { selection: new Range(line, 0, line, 0) });
}
