import {
  EventEmitter,
  l10n,
  Range,
  TabInputText,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type TextEditor,
} from 'vscode';

/** Of the text that the answers given so far make of a file. */
const SCHEME = 'deal-notes-result';

/** Shows beside the file what would stand in it, while somebody chooses; nobody can write into it, and the choice keeps the focus. */
export class MergePreview {
  private readonly changed = new EventEmitter<Uri>();
  private readonly uri: Uri;
  private text = '';
  private provider: Disposable | undefined;
  private opened: Thenable<TextEditor> | undefined;

  constructor(file: Uri) {
    const [folder, name] = [Uri.joinPath(file, '..'), file.path.slice(file.path.lastIndexOf('/') + 1)];
    this.uri = Uri.joinPath(folder, l10n.t('Result of {0}', name)).with({ scheme: SCHEME });
  }

  /** @param other what would stand there by another answer: where they part is what is shown */
  async show(text: string, other: string): Promise<void> {
    this.text = text;
    this.changed.fire(this.uri);
    this.provider ??= workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: () => this.text,
    });
    this.opened ??= window.showTextDocument(this.uri, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    const editor = await this.opened;
    const line = firstDifference(text.split('\n'), other.split('\n'));
    // The question covers what stands at the top.
    editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.InCenter);
  }

  /** Leaves no tab behind. */
  async close(): Promise<void> {
    await this.opened;
    const tabs = window.tabGroups.all.flatMap(group => group.tabs);
    const own = tabs.filter(
      ({ input }) => input instanceof TabInputText && input.uri.toString() === this.uri.toString(),
    );
    await window.tabGroups.close(own, true);
    this.provider?.dispose();
    this.changed.dispose();
  }
}

function firstDifference(lines: readonly string[], others: readonly string[]): number {
  return Math.max(
    lines.findIndex((line, at) => line !== others[at]),
    0,
  );
}
