import { l10n, QuickPickItemKind, Range, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import type { Changed } from '../core/deal/changeDeal';
import type { EditResult } from '../files/editDeals';
import type { Done, NotDone } from '../files/plan';
import { sentenceOf } from '../words/sentence';

/** What can be done about the result of a change. */
export interface Remedies {
  readonly undo: () => Promise<void>;
  /** The same change again, for these deals only. */
  readonly tryAgain: (uris: readonly Uri[]) => Promise<void>;
}

/** Tells what was done: to a deal by its title, or to `3 deals`; and what has become of it, or of each. */
export type Sentence = (who: string, words: string, count: number) => string;

/** `Acme → Proposal`. */
export const asMove: Sentence = (who, words) => l10n.t('{0} → {1}', who, words);

/** `Acme: next step “Send quote”`. */
export const asField: Sentence = (who, words) => l10n.t('{0}: {1}', who, words);

/** How a change is told: what it has made of a deal, in a few words such as `Proposal`, and the sentence around them. */
export interface Words<T extends Changed> {
  readonly wordsOf: (one: Done<T>) => string;
  readonly sentence: Sentence;
  /** The person knows what a single deal is warned of, and has said to go on. */
  readonly isAnswered?: boolean;
}

/** A deal that was changed, and what has become of it. */
interface Told {
  readonly uri: Uri;
  readonly title: string;
  readonly warnings: readonly string[];
  readonly words: string;
}

interface Result {
  readonly sentence: Sentence;
  readonly isAnswered: boolean;
  readonly done: readonly Told[];
  readonly notDone: readonly NotDone[];
}

/** Tells what became of each deal, and offers to take it back or to try again. Does not wait for an answer. */
export function report<T extends Changed>(
  { done, notDone }: EditResult<T>,
  { wordsOf, sentence, isAnswered = false }: Words<T>,
  remedies: Remedies,
): void {
  const told = done.map(one => {
    const { title, warnings } = one.plan;
    return { uri: one.uri, title, warnings, words: plainText(wordsOf(one), 160) };
  });
  const result = { sentence, isAnswered, done: told, notDone };
  if (done.length) void tellDone(result, remedies);
  if (notDone.length) void tellNotDone(result, remedies);
}

/** What could not be taken back, deal by deal. */
export function reportNotUndone(notUndone: readonly NotDone[]): void {
  void window.showWarningMessage(withoutLinks(notUndone.map(reason).join(' · ')));
}

async function tellDone(result: Result, { undo }: Remedies): Promise<void> {
  const { done } = result;
  const [first] = done;
  if (done.length === 1 && first && !result.isAnswered) {
    for (const warning of first.warnings)
      void window.showWarningMessage(withoutLinks(plainText(warning, 300)));
  }
  const [undoIt, showAll] = [l10n.t('Undo'), l10n.t('Show All…')];
  const buttons = done.length === 1 ? [undoIt] : [undoIt, showAll];
  const answer = await window.showInformationMessage(withoutLinks(summary(result)), ...buttons);
  if (answer === undoIt) await undo();
  if (answer === showAll) await show(result);
}

async function tellNotDone(result: Result, { tryAgain }: Remedies): Promise<void> {
  const { notDone } = result;
  const [first] = notDone;
  const isOne = notDone.length === 1;
  const [again, look] = [l10n.t('Try Again'), isOne ? l10n.t('Open File') : l10n.t('Show All…')];
  const message = isOne
    ? reason(first!)
    : l10n.t('{0} of {1} deals weren’t changed. First: {2}', notDone.length, countOf(result), reason(first!));
  const answer = await window.showWarningMessage(withoutLinks(message), look, again);
  if (answer === again) await tryAgain(notDone.map(({ uri }) => uri));
  else if (answer === look && isOne) await open(first!.uri, first!.problem.line);
  else if (answer === look) await show(result);
}

/** A file that was changed but not saved is in both lists. */
function countOf({ done, notDone }: Result): number {
  return new Set([...done, ...notDone].map(({ uri }) => uri.toString())).size;
}

interface DealItem extends QuickPickItem {
  readonly uri?: Uri;
  readonly line?: number;
}

/** All deals of a change in a list, from which each can be opened. */
async function show({ done, notDone }: Result): Promise<void> {
  const separator = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const items: DealItem[] = [
    ...(notDone.length ? [separator(l10n.t('Not changed'))] : []),
    ...notDone.map(({ uri, problem }) => ({
      label: `$(error) ${withoutIcons(place(uri))}`,
      description: l10n.t('line {0}', problem.line),
      detail: withoutIcons(plainText(sentenceOf(problem), 300)),
      uri,
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

function summary({ done, sentence }: Result): string {
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

function reason({ uri, problem }: NotDone): string {
  return `${place(uri)}:${problem.line}: ${plainText(sentenceOf(problem), 300)}`;
}

function place(uri: Uri): string {
  return plainText(workspace.asRelativePath(uri));
}
