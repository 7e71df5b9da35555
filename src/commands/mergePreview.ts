import {
  commands,
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
  type Tab,
  type TextEditor,
} from 'vscode';

/** Of the text that the answers given so far make of a file. */
const SCHEME = 'deal-notes-result';

/** Shows below the file what would stand in it, while somebody chooses; nobody can write into it, and the choice keeps the focus. */
export class MergePreview {
  private readonly changed = new EventEmitter<Uri>();
  private readonly uri: Uri;
  private text = '';
  private provider: Disposable | undefined;
  private opened: Promise<TextEditor> | undefined;

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
    this.opened ??= this.open();
    const editor = await this.opened;
    const line = firstDifference(text.split('\n'), other.split('\n'));
    editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.InCenter);
  }

  /** Below all else: in a window of a laptop the question covers what stands in the upper half, on either side. */
  private async open(): Promise<TextEditor> {
    await commands.executeCommand('workbench.action.newGroupBelow');
    return window.showTextDocument(this.uri, {
      viewColumn: ViewColumn.Active,
      preserveFocus: true,
      preview: true,
    });
  }

  /** Leaves no tab behind, and no group. */
  async close(): Promise<void> {
    await this.opened;
    const isOwn = ({ input }: Tab) =>
      input instanceof TabInputText && input.uri.toString() === this.uri.toString();
    for (const group of window.tabGroups.all) {
      const own = group.tabs.filter(isOwn);
      const isAlone = own.length === group.tabs.length && window.tabGroups.all.length > 1;
      if (own.length)
        await (isAlone ? window.tabGroups.close(group, true) : window.tabGroups.close(own, true));
    }
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
