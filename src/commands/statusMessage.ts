import {
  l10n,
  StatusBarAlignment,
  TextDocumentChangeReason,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import { withoutIcons } from '../core/escape';
import { Disposables } from '../disposables';
import { COMMANDS } from '../ids';
import { Timer } from '../timer';

/** For long enough to be read, and to think better of it. */
const SHOWN_MS = 15_000;

/**
 * What the last change did, in the status bar: what went well is no notification, by the guidelines of VS Code. It is there for
 * a while, until the next one or until it is taken back.
 */
export class StatusMessage implements Disposable {
  private shown: Disposable | undefined;

  /** @param canBeUndone by a click */
  show(words: string, canBeUndone: boolean): void {
    this.dispose();
    const shown = new Disposables();
    const item = shown.add(window.createStatusBarItem('dealNotes.lastChange', StatusBarAlignment.Left, 4));
    const undo = l10n.t('Undo');
    item.name = l10n.t('Deal Notes: last change');
    item.text = `$(check) ${withoutIcons(words)}${canBeUndone ? ` $(discard) ${undo}` : ''}`;
    item.accessibilityInformation = { label: canBeUndone ? `${words}, ${undo}` : words };
    // Said also where it is none: the editor gives an item what the last one of its name had.
    item.command = canBeUndone ? COMMANDS.undoMove : undefined;
    item.tooltip = canBeUndone ? undo : undefined;
    const hide = () => this.dispose();
    shown.add(new Timer(SHOWN_MS, hide)).start();
    // The editor’s own undo may have taken it back.
    shown.add(
      workspace.onDidChangeTextDocument(({ reason }) => {
        if (reason === TextDocumentChangeReason.Undo) hide();
      }),
    );
    item.show();
    this.shown = shown;
  }

  dispose(): void {
    this.shown?.dispose();
    this.shown = undefined;
  }
}
