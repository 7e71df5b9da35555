import {
  EventEmitter,
  l10n,
  TabInputText,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
} from 'vscode';

/** Of the text that the answers given so far make of a file. */
const SCHEME = 'deal-notes-result';

/** Shows beside the file what would stand in it, while somebody chooses; nobody can write into it, and the choice keeps the focus. */
export class MergePreview {
  private readonly changed = new EventEmitter<Uri>();
  private readonly uri: Uri;
  private text = '';
  private provider: Disposable | undefined;
  private opened: Thenable<unknown> | undefined;

  constructor(file: Uri) {
    const [folder, name] = [Uri.joinPath(file, '..'), file.path.slice(file.path.lastIndexOf('/') + 1)];
    this.uri = Uri.joinPath(folder, l10n.t('Result of {0}', name)).with({ scheme: SCHEME });
  }

  async show(text: string): Promise<void> {
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
    await this.opened;
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
