import { l10n, QuickPickItemKind, Range, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { stageOf } from '../core/process/process';
import type { EditResult } from '../files/editDeals';
import type { Move } from '../files/moveDeals';
import type { Done, NotDone } from '../files/plan';

export type MoveResult = EditResult<Move>;

/** What can be done about the result of a move. */
export interface Remedies {
  readonly undo: (result: MoveResult) => Promise<void>;
  /** The same move again, for these deals only. */
  readonly tryAgain: (uris: readonly Uri[]) => Promise<void>;
}

/** Tells what became of each deal, and offers to take it back or to try again. Does not wait for an answer. */
export function report(result: MoveResult, remedies: Remedies): void {
  const { done, notDone } = result;
  if (done.length) void tellDone(result, remedies);
  if (notDone.length) void tellNotDone(result, remedies);
}

/** What could not be taken back, deal by deal. */
export function reportNotUndone(notUndone: readonly NotDone[]): void {
  void window.showWarningMessage(withoutLinks(notUndone.map(reason).join(' · ')));
}

async function tellDone(result: MoveResult, { undo }: Remedies): Promise<void> {
  const { done } = result;
  const [first] = done;
  if (done.length === 1 && first) {
    for (const warning of first.plan.warnings)
      void window.showWarningMessage(withoutLinks(plainText(warning, 300)));
  }
  const [undoIt, showAll] = [l10n.t('Undo'), l10n.t('Show All…')];
  const buttons = done.length === 1 ? [undoIt] : [undoIt, showAll];
  const answer = await window.showInformationMessage(withoutLinks(summary(done)), ...buttons);
  if (answer === undoIt) await undo(result);
  if (answer === showAll) await show(result);
}

async function tellNotDone(result: MoveResult, { tryAgain }: Remedies): Promise<void> {
  const { done, notDone } = result;
  const [first] = notDone;
  const isOne = notDone.length === 1;
  const [again, look] = [l10n.t('Try Again'), isOne ? l10n.t('Open File') : l10n.t('Show All…')];
  const message = isOne
    ? reason(first!)
    : l10n.t(
        '{0} of {1} deals were not moved. The first: {2}',
        notDone.length,
        countOf(result),
        reason(first!),
      );
  const answer = await window.showWarningMessage(withoutLinks(message), look, again);
  if (answer === again) await tryAgain(notDone.map(({ uri }) => uri));
  else if (answer === look && isOne) await open(first!.uri, first!.problem.line);
  else if (answer === look) await show({ done, notDone });
}

/** A file that was changed but not saved is in both lists. */
function countOf({ done, notDone }: MoveResult): number {
  return new Set([...done, ...notDone].map(({ uri }) => uri.toString())).size;
}

interface DealItem extends QuickPickItem {
  readonly uri?: Uri;
  readonly line?: number;
}

/** All deals of a move in a list, from which each can be opened. */
async function show({ done, notDone }: Pick<MoveResult, 'done' | 'notDone'>): Promise<void> {
  const separator = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const items: DealItem[] = [
    ...(notDone.length ? [separator(l10n.t('Not moved'))] : []),
    ...notDone.map(({ uri, problem }) => ({
      label: `$(error) ${withoutIcons(place(uri))}`,
      description: l10n.t('line {0}', problem.line),
      detail: withoutIcons(plainText(problem.message, 300)),
      uri,
      line: problem.line,
    })),
    ...(done.length ? [separator(l10n.t('Moved'))] : []),
    ...done.map(one => ({
      label: `$(check) ${withoutIcons(plainText(one.plan.title, 100))}`,
      description: withoutIcons(plainText(destination(one), 60)),
      detail: withoutIcons(plainText(one.plan.warnings.join(' '), 300)),
      uri: one.uri,
    })),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('What became of each deal'),
    placeHolder: l10n.t('Choose one to open it'),
    matchOnDetail: true,
  });
  if (picked?.uri) await open(picked.uri, picked.line ?? 1);
}

async function open(uri: Uri, line: number): Promise<void> {
  await window.showTextDocument(uri, { selection: new Range(line - 1, 0, line - 1, 0) });
}

function summary(done: readonly Done<Move>[]): string {
  const [first] = done;
  if (done.length === 1) return l10n.t('{0} → {1}', plainText(first!.plan.title, 80), destination(first!));
  const where = new Set(done.map(destination));
  const moved =
    where.size === 1
      ? l10n.t('{0} deals → {1}', done.length, [...where][0]!)
      : l10n.t('{0} deals moved', done.length);
  const warned = done.filter(({ plan }) => plan.warnings.length).length;
  return warned ? l10n.t('{0}, {1} of them with a warning', moved, warned) : moved;
}

function destination({ plan: { from, to }, folder }: Done<Move>): string {
  if (to.status === 'won') return l10n.t('Won');
  if (to.status === 'lost') return l10n.t('Lost');
  const label = plainText(stageOf(folder.pipeline.process, to.stage).label, 60);
  return from.status === 'open' ? label : l10n.t('open again in {0}', label);
}

function reason({ uri, problem }: NotDone): string {
  return `${place(uri)}:${problem.line}: ${plainText(problem.message, 300)}`;
}

function place(uri: Uri): string {
  return plainText(workspace.asRelativePath(uri));
}
