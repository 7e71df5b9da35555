import { env, l10n, window, type QuickPickItem, type Uri } from 'vscode';
import type { LastCommit, Unmerged } from '../actions/ports/git';
import type { Deal } from '../core/deal/deal';
import { dealOf } from '../core/deal/entry';
import { readDeal } from '../core/deal/readDeal';
import { plainText, withoutIcons } from '../core/escape';
import {
  answered,
  type MergeAnswer,
  type MergeAnswers,
  type MergeQuestion,
  type Resolution,
} from '../core/merge/resolve/resolution';
import { dayInWords } from '../core/peopleDates';
import { stageOf, type Process } from '../core/process/process';
import type { Pipelines } from '../files/pipelines';
import { MergePreview } from './mergePreview';

/** Of a row, in characters. */
const MOST_SHOWN = 160;

type AnswerRow = QuickPickItem & { readonly answer: MergeAnswer | 'later' | 'mergeEditor' };

/** What is asked about, and what may be answered. */
export interface AskAboutMerge {
  readonly file: Uri;
  readonly title: string;
  /** Below the folder of the pipeline. */
  readonly path: string;
  readonly process: Process;
  readonly today: Pipelines['today'];
  /** Who has changed it on each side, as far as that is known. */
  readonly by?: Unmerged['by'] | undefined;
  /** Whether a question may stay open, marked in the file. */
  readonly mayWait: boolean;
}

export interface AnsweredMerge {
  readonly answers: MergeAnswers;
  /** The person goes on with the notes in the merge editor. */
  readonly inMergeEditor: boolean;
}

/**
 * Asks one question after the other, in lists; below them stands the file as it would be by the answer that is in focus.
 *
 * @returns nothing where the person has gone away: then nothing is to be changed
 */
export async function askAboutMerge(
  resolution: Resolution,
  asking: AskAboutMerge,
): Promise<AnsweredMerge | undefined> {
  const preview = new MergePreview(asking.file);
  try {
    return await askEach(resolution, asking, (answers, other) =>
      preview.show(answered(resolution, answers), answered(resolution, other)),
    );
  } finally {
    await preview.close();
  }
}

async function askEach(
  resolution: Resolution,
  asking: AskAboutMerge,
  show: (answers: MergeAnswers, other: MergeAnswers) => Promise<void>,
): Promise<AnsweredMerge | undefined> {
  const answers: (MergeAnswer | undefined)[] = [];
  let inMergeEditor = false;
  for (const [at, question] of resolution.questions.entries()) {
    const many = resolution.questions.length;
    const place = many > 1 ? l10n.t(' ({0} of {1})', at + 1, many) : '';
    const rows = rowsFor(resolution, question, at, asking);
    const showWith = (row: AnswerRow) => {
      const answer = answerIn(row);
      return show([...answers, answer], [...answers, answer === 'ours' ? 'theirs' : 'ours']);
    };
    await showWith(rows[0]!);
    const picked = await window.showQuickPick(rows, {
      title: `${l10n.t('{0}: {1}', asking.title, whatIsAsked(question))}${place}`,
      placeHolder: l10n.t('Both have changed it. What should it say?'),
      ignoreFocusOut: true,
      matchOnDetail: true,
      onDidSelectItem: row => void showWith(row as AnswerRow),
    });
    if (!picked) return undefined;
    answers.push(answerIn(picked));
    inMergeEditor ||= picked.answer === 'mergeEditor';
  }
  return { answers, inMergeEditor };
}

/** Nothing where the question stays open. */
function answerIn({ answer }: AnswerRow): MergeAnswer | undefined {
  return answer === 'later' || answer === 'mergeEditor' ? undefined : answer;
}

function whatIsAsked({ about, keys }: MergeQuestion): string {
  if (keys.length) return withoutIcons(plainText(keys.join(', '), 60));
  return about === 'log' ? l10n.t('the log') : l10n.t('the notes');
}

function rowsFor(
  resolution: Resolution,
  question: MergeQuestion,
  at: number,
  asking: AskAboutMerge,
): AnswerRow[] {
  const { labels } = resolution;
  const { by, mayWait } = asking;
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
    ...(mayWait && question.about === 'lines'
      ? [{ answer: 'mergeEditor' as const, label: l10n.t('In the Merge Editor…') }]
      : []),
    ...(mayWait
      ? [
          {
            answer: 'later' as const,
            label: l10n.t('Decide Later'),
            detail: l10n.t('Leaves it marked in the file'),
          },
        ]
      : []),
  ];
}

/** Where the deal would stand: `Closing`, `Won, from Closing`. */
function valueOf(
  resolution: Resolution,
  { keys }: MergeQuestion,
  at: number,
  answer: 'ours' | 'theirs',
  { path, process }: AskAboutMerge,
): string | undefined {
  if (!keys.includes('stage') && !keys.includes('status')) return undefined;
  const deal = dealWith(resolution, path, process, other => (other === at ? answer : 'ours'));
  if (!deal) return undefined;
  const stage = withoutIcons(stageOf(process, deal.stage).label);
  if (deal.status === 'open') return stage;
  if (deal.stageNotKnown) return deal.status === 'won' ? l10n.t('Won') : l10n.t('Lost');
  return deal.status === 'won' ? l10n.t('Won, in {0}', stage) : l10n.t('Lost, in {0}', stage);
}

/** What the deal would be, by an answer to each question. */
export function dealWith(
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
