import { l10n, window, workspace, type Uri } from 'vscode';
import { plainText, withoutLinks } from '../core/escape';
import { stageOf } from '../core/process/process';
import type { Moved, MoveResult, NotMoved } from '../files/moveDeals';

/** Tells what became of a move, and offers to take it back. Does not wait for an answer. */
export function report(result: MoveResult): void {
  const { moved, notMoved } = result;
  if (moved.length) void offerUndo(result);
  for (const { move } of moved)
    for (const warning of move.warnings) void window.showWarningMessage(shown(warning));
  if (notMoved.length) void window.showWarningMessage(failures(notMoved), { modal: false });
}

async function offerUndo(result: MoveResult): Promise<void> {
  const undo = l10n.t('Undo');
  if ((await window.showInformationMessage(summary(result.moved), undo)) !== undo) return;
  const notUndone = await result.undo();
  if (notUndone.length) void window.showWarningMessage(failures(notUndone));
}

function summary(moved: readonly Moved[]): string {
  const [first] = moved;
  const where = new Set(moved.map(destination));
  if (moved.length === 1)
    return shown(l10n.t('{0} → {1}', plainText(first!.move.title, 80), destination(first!)));
  if (where.size === 1) return shown(l10n.t('{0} deals → {1}', moved.length, [...where][0]!));
  return shown(l10n.t('{0} deals moved', moved.length));
}

function destination({ move: { from, to }, folder }: Moved): string {
  if (to.status === 'won') return l10n.t('Won');
  if (to.status === 'lost') return l10n.t('Lost');
  const { label } = stageOf(folder.pipeline.process, to.stage);
  return from.status === 'open' ? label : l10n.t('open again in {0}', label);
}

function failures(failed: readonly NotMoved[]): string {
  const most = 3;
  const lines = failed
    .slice(0, most)
    .map(({ uri, problem }) => `${place(uri)}:${problem.line}: ${plainText(problem.message, 300)}`);
  if (failed.length > most) lines.push(l10n.t('and {0} more', failed.length - most));
  return shown(lines.join(' · '));
}

function place(uri: Uri): string {
  return plainText(workspace.asRelativePath(uri));
}

/** Messages make links of what looks like one, and file contents are in them. */
function shown(message: string): string {
  return withoutLinks(message);
}
