import { commands, l10n, window, workspace, type TextDocument } from 'vscode';
import { Disposables } from '../disposables';
import { CONTEXT } from '../ids';

/** Commits with a message; whether it has, or told the person why not. */
type CommitWith = (message: string) => Promise<boolean>;

/** Not git’s own for such texts: the editor would put its own button to commit above it, which knows nothing of this one. */
const LANGUAGE = 'plaintext';

/** A whole message of a commit in an editor of its own, as git has it: committed by the command at that editor, dropped where it is closed. */
export class MessageEditor extends Disposables {
  private readonly open = new Map<TextDocument, CommitWith>();

  constructor() {
    super();
    this.add(window.onDidChangeActiveTextEditor(() => this.tell()));
    this.add(workspace.onDidCloseTextDocument(document => this.open.delete(document)));
  }

  /** @param notes what stands below the message and is no part of it, a line each */
  async show(message: string, notes: readonly string[], commit: CommitWith): Promise<void> {
    const content = [message, '', ...notes.map(note => `# ${note}`), ''].join('\n');
    const document = await workspace.openTextDocument({ content, language: LANGUAGE });
    this.open.set(document, commit);
    await window.showTextDocument(document, { preview: false });
    this.tell();
  }

  /** Commits with the message in front; whether there is one there. */
  async commitInFront(): Promise<boolean> {
    const document = window.activeTextEditor?.document;
    const commit = document && this.open.get(document);
    if (!commit) return false;
    const message = messageIn(document.getText());
    if (!message) {
      void window.showWarningMessage(l10n.t('A commit needs a message.'));
      return true;
    }
    if (!(await commit(message))) return true;
    this.open.delete(document);
    await window.showTextDocument(document);
    // Nobody wants to be asked whether to save it.
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return true;
  }

  private tell(): void {
    const document = window.activeTextEditor?.document;
    const isInFront = document !== undefined && this.open.has(document);
    void commands.executeCommand('setContext', CONTEXT.messageInFront, isInFront);
  }
}

function messageIn(text: string): string {
  const lines = text.split(/\r?\n/).filter(line => !line.startsWith('#'));
  return lines.join('\n').trim();
}
