import { l10n, window } from 'vscode';
import { plainText, withoutLinks } from '../core/escape';
import { reportNotUndone, type MoveResult } from './report';

/** Nobody takes back more than that, and each holds the texts of its files. */
const MOST = 20;

/** The moves of this session, for a person to take back, the last one first. */
export class UndoMoves {
  private readonly moves: MoveResult[] = [];

  add(move: MoveResult): void {
    if (!move.done.length) return;
    this.moves.push(move);
    if (this.moves.length > MOST) this.moves.shift();
  }

  async undoLast(): Promise<void> {
    const last = this.moves.at(-1);
    if (last) await this.undo(last);
    else void window.showInformationMessage(l10n.t('No deal was moved in this window, or all is undone.'));
  }

  async undo(move: MoveResult): Promise<void> {
    const at = this.moves.indexOf(move);
    if (at >= 0) this.moves.splice(at, 1);
    const notUndone = await move.undo();
    if (notUndone.length) return reportNotUndone(notUndone);
    const [first] = move.done;
    const message =
      move.done.length === 1
        ? l10n.t('{0} is back where it was.', plainText(first!.plan.title, 80))
        : l10n.t('{0} deals are back where they were.', move.done.length);
    void window.showInformationMessage(withoutLinks(message));
  }
}
