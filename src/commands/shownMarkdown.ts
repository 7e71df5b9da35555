import { commands, EventEmitter, Uri, workspace, type Disposable } from 'vscode';

/** Of Markdown that was computed and is in no file. */
const SCHEME = 'deal-notes-report';

/** Computed Markdown in VS Code's preview; nobody can write into it. A page that is shown again takes the place of what it was. */
export class ShownMarkdown implements Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private provider: Disposable | undefined;
  private readonly texts = new Map<string, string>();

  /**
   * @param name what the tab is called
   * @param what the page is about, which tells it from others of its name
   */
  async show(name: string, what: string, lines: readonly string[]): Promise<void> {
    this.provider ??= workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: uri => this.texts.get(uri.toString()) ?? '',
    });
    const path = `/${name.replace(/[/\\?#%]/g, ' ')}.md`;
    const uri = Uri.from({ scheme: SCHEME, path, query: what });
    this.texts.set(uri.toString(), `${lines.join('\n')}\n`);
    this.changed.fire(uri);
    await commands.executeCommand('markdown.showPreview', uri);
  }

  dispose(): void {
    this.provider?.dispose();
    this.changed.dispose();
  }
}
