import { l10n, QuickPickItemKind, Range, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import type { Refused } from '../actions/ports/files';
import type { Done, Result } from '../actions/result';
import type { Changed } from '../core/deal/changeDeal';
import { toUri } from '../files/editor/addresses';
import { counted, FILES } from '../words/en/counted';
import { sentenceOf, sentence as inWords } from '../words/sentence';

/** What can be done about the result of a change. */
export interface Remedies {
  readonly undo: () => Promise<void>;
  /** Whether anything was changed at all. */
  readonly canBeUndone: boolean;
  /** Says in a quiet place what was done to one deal, with a way to undo it if there is one; `false` where the person wants a message. */
  readonly sayQuietly: (words: string) => boolean;
  /** The same change again, for these deals only. */
  readonly tryAgain: (uris: readonly Uri[]) => Promise<void>;
}

/** Tells what was done: to a deal by its title, or to `3 deals`; and what has become of it, or of each. */
export type DoneSentence = (who: string, words: string, count: number) => string;

/** `Acme → Proposal`. */
export const asMove: DoneSentence = (who, words) => l10n.t('{0} → {1}', who, words);

/** `New deal: Acme`, and what it follows, if it does. */
export const asNew: DoneSentence = (who, words) =>
  [l10n.t('New deal: {0}', who), words].filter(part => part).join(', ');

/** `Acme: next step “Send quote”`. */
export const asField: DoneSentence = (who, words) => l10n.t('{0}: {1}', who, words);

/** How a change is told: what it has made of a deal, in a few words such as `Proposal`, and the sentence around them. */
export interface Words<T extends Changed> {
  readonly wordsOf: (one: Done<T>) => string;
  readonly sentence: DoneSentence;
  /** The person knows what a single deal is warned of, and has said to go on. */
  readonly isAnswered?: boolean;
}

/** A deal that was changed, and what has become of it. */
interface ToldDeal {
  readonly uri: Uri;
  readonly title: string;
  readonly warnings: readonly string[];
  readonly words: string;
}

/** What became of each deal, as it is told. */
interface Outcome {
  readonly sentence: DoneSentence;
  readonly isAnswered: boolean;
  readonly done: readonly ToldDeal[];
  readonly refused: readonly Refused[];
}

/** Tells what became of each deal, and offers to take it back or to try again. Does not wait for an answer. */
export function report<T extends Changed>(
  { done, refused }: Result<T>,
  { wordsOf, sentence, isAnswered = false }: Words<T>,
  remedies: Remedies,
): void {
  const told = done.map(one => {
    const { title } = one.plan;
    const warnings = one.plan.warnings.map(inWords);
    return { uri: toUri(one.file), title, warnings, words: plainText(wordsOf(one), 160) };
  });
  const outcome = { sentence, isAnswered, done: told, refused };
  if (done.length) void tellDone(outcome, remedies);
  if (refused.length) void tellRefused(outcome, remedies);
}

/** So many files that were left are told by name: of thousands a message has no room for more. */
const MOST_NAMED = 5;

/**
 * What could not be taken back, file by file, and whether the rest was.
 *
 * @param since what to say about files that were moved or deleted in the meantime
 */
export async function reportNotUndone(
  refused: readonly Refused[],
  isRestUndone: boolean,
  since: string | undefined,
): Promise<void> {
  const files = counted(refused.length, FILES);
  const more = refused.length - MOST_NAMED;
  const reasons = [
    ...refused
      .slice(0, MOST_NAMED)
      .map(({ file, problem }) => `${place(toUri(file))}: ${plainText(sentenceOf(problem), 300)}`),
    ...(more > 0 ? [l10n.t('and {0} more', more)] : []),
    ...(since === undefined ? [] : [since]),
  ].join(' · ');
  const message = isRestUndone ? l10n.t('Undone, except for {0}: {1}', files, reasons) : reasons;
  // With a button, as the editor cuts off what is long where a message has none.
  const look = refused.length === 1 ? l10n.t('Open File') : l10n.t('Show All…');
  if ((await window.showWarningMessage(withoutLinks(message), look)) !== look) return;
  if (refused.length === 1) await open(toUri(refused[0]!.file), refused[0]!.problem.line);
  else await show({ done: [], refused }, l10n.t('Not undone'));
}

async function tellDone(outcome: Outcome, { undo, canBeUndone, sayQuietly }: Remedies): Promise<void> {
  const { done } = outcome;
  const [first] = done;
  if (done.length === 1 && first && !outcome.isAnswered) {
    for (const warning of first.warnings)
      void window.showWarningMessage(withoutLinks(plainText(warning, 300)));
  }
  if (done.length === 1 && sayQuietly(summary(outcome))) return;
  const [undoIt, showAll] = [l10n.t('Undo'), l10n.t('Show All…')];
  const buttons = [...(canBeUndone ? [undoIt] : []), ...(done.length === 1 ? [] : [showAll])];
  const answer = await window.showInformationMessage(withoutLinks(summary(outcome)), ...buttons);
  if (answer === undoIt) await undo();
  if (answer === showAll) await show(outcome);
}

/** What is so already, where trying again changes nothing: told with the deal's title in it, or not. */
const SO_OF_TITLE = new Set([
  'alreadyOpen',
  'reopenWhere',
  'reopenThenMove',
  'alreadyClosed',
  'alreadyInStage',
  'lastStage',
  'firstStage',
]);
const SO_OF_FILE = new Set(['alreadyArchived', 'openNotArchived', 'noStepToComplete', 'noLongerLogged']);

function whatIsSo({ file, problem }: Refused): string | undefined {
  const words = plainText(sentenceOf(problem), 300);
  const { say } = problem.says;
  if (SO_OF_TITLE.has(say)) return words;
  return SO_OF_FILE.has(say) ? `${place(toUri(file))}: ${words}` : undefined;
}

async function tellRefused(outcome: Outcome, { tryAgain }: Remedies): Promise<void> {
  const { refused } = outcome;
  const [first] = refused;
  const isOne = refused.length === 1;
  const isSo = isOne ? whatIsSo(first!) : undefined;
  if (isSo !== undefined) {
    void window.showInformationMessage(withoutLinks(isSo));
    return;
  }
  const [again, look] = [l10n.t('Try Again'), isOne ? l10n.t('Open File') : l10n.t('Show All…')];
  const message = isOne
    ? reason(first!)
    : l10n.t(
        '{0} of {1} deals weren’t changed. First: {2}',
        refused.length,
        countOf(outcome),
        reason(first!),
      );
  const answer = await window.showWarningMessage(withoutLinks(message), look, again);
  if (answer === again) await tryAgain(refused.map(({ file }) => toUri(file)));
  else if (answer === look && isOne) await open(toUri(first!.file), first!.problem.line);
  else if (answer === look) await show(outcome);
}

/** A file that was changed but not saved is in both lists. */
function countOf({ done, refused }: Outcome): number {
  const uris = [...done.map(({ uri }) => uri), ...refused.map(({ file }) => toUri(file))];
  return new Set(uris.map(uri => uri.toString())).size;
}

interface ResultItem extends QuickPickItem {
  readonly uri?: Uri;
  readonly line?: number;
}

/** All deals of a change in a list, from which each can be opened. */
async function show(
  { done, refused }: Pick<Outcome, 'done' | 'refused'>,
  left = l10n.t('Not changed'),
): Promise<void> {
  const separator = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const items: ResultItem[] = [
    ...(refused.length ? [separator(left)] : []),
    ...refused.map(({ file, problem }) => ({
      label: `$(error) ${withoutIcons(place(toUri(file)))}`,
      description: l10n.t('line {0}', problem.line),
      detail: withoutIcons(plainText(sentenceOf(problem), 300)),
      uri: toUri(file),
      line: problem.line,
    })),
    ...(done.length ? [separator(l10n.t('Changed'))] : []),
    ...done.map(({ title, uri, warnings, words }) => ({
      label: `$(check) ${withoutIcons(plainText(title, 100))}`,
      description: withoutIcons(words),
      detail: withoutIcons(plainText(warnings.join(' '), 300)),
      uri,
    })),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Results'),
    placeHolder: l10n.t('Pick one to open'),
    matchOnDetail: true,
  });
  if (picked?.uri) await open(picked.uri, picked.line ?? 1);
}

async function open(uri: Uri, line: number): Promise<void> {
  await window.showTextDocument(uri, { selection: new Range(line - 1, 0, line - 1, 0) });
}

function summary({ done, sentence }: Outcome): string {
  const [first] = done;
  const { length: count } = done;
  if (count === 1) return sentence(plainText(first!.title, 80), first!.words, count);
  const isSame = done.every(({ words }) => words === first!.words);
  const changed = isSame
    ? sentence(l10n.t('{0} deals', count), first!.words, count)
    : l10n.t('{0} deals changed', count);
  const warned = done.filter(({ warnings }) => warnings.length).length;
  return warned ? l10n.t('{0}, {1} of them with a warning', changed, warned) : changed;
}

function reason({ file, problem }: Refused): string {
  return `${place(toUri(file))}:${problem.line}: ${plainText(sentenceOf(problem), 300)}`;
}

function place(uri: Uri): string {
  return plainText(workspace.asRelativePath(uri));
}
