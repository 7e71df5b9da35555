import { commands, env, l10n, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import type { Git, LastCommit, Unmerged } from '../actions/ports/git';
import { replaceOffered } from '../actions/replaceOffered';
import type { Deal } from '../core/deal/deal';
import { dealOf } from '../core/deal/entry';
import { readDeal } from '../core/deal/readDeal';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { conflictsIn } from '../core/frontMatter/conflict';
import {
  answered,
  resolutionOf,
  type MergeAnswer,
  type MergeQuestion,
  type Resolution,
} from '../core/merge/resolve/resolution';
import { dayInWords } from '../core/peopleDates';
import { stageOf, type Process } from '../core/process/process';
import { replacing } from '../core/textEdit';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS } from '../ids';
import { sentenceOf } from '../words/sentence';
import type { Changes } from './changes';
import { fileMeant } from './fileMeant';

/** Of a row, in characters. */
const MOST_SHOWN = 160;

interface AnswerRow extends QuickPickItem {
  readonly answer: MergeAnswer | 'later';
}

/**
 * Goes through what two people have changed differently in one deal, a question at a time, and writes it at the end: one
 * change, and one undo. What nobody has to decide is merged without a question.
 */
export async function resolveConflict(
  pipelines: Pipelines,
  changes: Changes,
  git: Pick<Git, 'unmergedIn'>,
  args: readonly unknown[],
): Promise<void> {
  const meant = fileMeant(pipelines, args);
  if (!meant) return;
  const { uri, folder, path } = meant;
  const reading = await changes.workspace.files.read(toAddress(uri));
  if ('problem' in reading) return void window.showWarningMessage(withoutLinks(sentenceOf(reading.problem)));
  const { text } = reading;
  const { process } = folder.pipeline;
  const isAskable = uri.scheme === 'file' && workspace.isTrusted;
  const kept = isAskable ? await git.unmergedIn(toAddress(folder.uri), path) : undefined;
  const resolution = resolutionOf(text, kept, process.fields);
  if (!resolution) return tellWhyNot(text, uri);
  const deal = dealWith(resolution, path, process, () => 'ours');
  const title = withoutIcons(plainText(deal?.title ?? path, 60));
  const answers = await askAll(resolution, { title, path, process, kept, today: pipelines.today });
  if (!answers) return;
  const result = answered(resolution, answers);
  const left = conflictsIn(result).length;
  await changes.make([uri], {
    act: (space, files) => replaceOffered(space, files, { title, text, edits: replacing(text, result) }),
    wordsOf: () => (left ? l10n.t('conflict resolved in part') : l10n.t('conflict resolved')),
    sentence: (who, words) => l10n.t('{0}: {1}', who, words),
  });
  if (!left && kept) await offerToStage(uri);
}

/** Where there is nothing to ask, the fixes may still know a way. */
async function tellWhyNot(text: string, uri: Uri): Promise<void> {
  if (conflictsIn(text).length) await commands.executeCommand(COMMANDS.fix, uri);
  else void window.showInformationMessage(l10n.t('This deal is in no conflict.'));
}

interface Asking {
  readonly title: string;
  readonly path: string;
  readonly process: Process;
  readonly kept: Unmerged | undefined;
  readonly today: Pipelines['today'];
}

/** @returns nothing where the person has gone away: then nothing is changed */
async function askAll(
  resolution: Resolution,
  asking: Asking,
): Promise<readonly (MergeAnswer | undefined)[] | undefined> {
  const answers: (MergeAnswer | undefined)[] = [];
  for (const [at, question] of resolution.questions.entries()) {
    const many = resolution.questions.length;
    const place = many > 1 ? l10n.t(' ({0} of {1})', at + 1, many) : '';
    const picked = await window.showQuickPick(rowsFor(resolution, question, at, asking), {
      title: `${l10n.t('{0}: {1}', asking.title, whatIsAsked(question))}${place}`,
      placeHolder: l10n.t('Both have changed it. What should it say?'),
      ignoreFocusOut: true,
      matchOnDetail: true,
    });
    if (!picked) return undefined;
    answers.push(picked.answer === 'later' ? undefined : picked.answer);
  }
  return answers;
}

function whatIsAsked({ about, keys }: MergeQuestion): string {
  if (keys.length) return withoutIcons(plainText(keys.join(', '), 60));
  return about === 'log' ? l10n.t('the log') : l10n.t('the notes');
}

function rowsFor(resolution: Resolution, question: MergeQuestion, at: number, asking: Asking): AnswerRow[] {
  const { labels } = resolution;
  const { by } = asking.kept ?? {};
  const row = (answer: 'ours' | 'theirs'): AnswerRow => {
    const inWords = valueOf(resolution, question, at, answer, asking);
    const lines = shown(question.lines[answer]);
    return {
      answer,
      label: inWords ?? (lines || l10n.t('(nothing)')),
      description: whose(answer, labels[answer], by?.[answer], asking.today),
      ...(inWords !== undefined && lines && { detail: lines }),
    };
  };
  return [
    row('ours'),
    row('theirs'),
    ...(question.mayKeepBoth
      ? [
          {
            answer: 'both' as const,
            label: l10n.t('Both'),
            detail: shown([...question.lines.ours, ...question.lines.theirs]),
          },
        ]
      : []),
    { answer: 'later', label: l10n.t('Decide Later'), detail: l10n.t('Leaves it marked in the file') },
  ];
}

/** Where the deal would stand: `Closing`, `Won, from Closing`. */
function valueOf(
  resolution: Resolution,
  { keys }: MergeQuestion,
  at: number,
  answer: 'ours' | 'theirs',
  { path, process }: Asking,
): string | undefined {
  if (!keys.includes('stage') && !keys.includes('status')) return undefined;
  const deal = dealWith(resolution, path, process, other => (other === at ? answer : 'ours'));
  if (!deal) return undefined;
  const stage = withoutIcons(stageOf(process, deal.stage).label);
  if (deal.status === 'open') return stage;
  return deal.status === 'won' ? l10n.t('Won, in {0}', stage) : l10n.t('Lost, in {0}', stage);
}

/** What the deal would be, by an answer to each question. */
function dealWith(
  resolution: Resolution,
  path: string,
  process: Process,
  answerTo: (question: number) => MergeAnswer,
): Deal | undefined {
  const answers = resolution.questions.map((_, at) => answerTo(at));
  return dealOf(readDeal(path, answered(resolution, answers), process));
}

function whose(
  answer: 'ours' | 'theirs',
  label: string | undefined,
  change: LastCommit | undefined,
  today: Pipelines['today'],
): string {
  const branch = label ?? (answer === 'ours' ? l10n.t('here') : l10n.t('the other side'));
  const who = change && l10n.t('{0}, {1}', change.author, dayInWords(change.on, today, env.language));
  return withoutIcons(plainText(who ? `${who} · ${branch}` : branch, 80));
}

function shown(lines: readonly string[]): string {
  const text = lines
    .map(line => line.trim())
    .filter(Boolean)
    .join(' ⏎ ');
  return withoutIcons(plainText(text, MOST_SHOWN));
}

/** Git goes on only when the file is staged. */
async function offerToStage(uri: Uri): Promise<void> {
  const stage = l10n.t('Save and Stage');
  const message = l10n.t('Nothing in this deal is in conflict any more. Git goes on when it’s staged.');
  if ((await window.showInformationMessage(message, stage)) !== stage) return;
  await workspace.textDocuments.find(one => one.uri.toString() === uri.toString())?.save();
  await commands.executeCommand('git.stage', uri);
}
