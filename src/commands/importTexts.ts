import { commands, Uri, window, workspace, type Disposable } from 'vscode';
import { CONTEXT } from '../ids';

/** Of what an import would do, and of what it could not take. */
const SCHEME = 'deal-notes-import';

/** So many lines a list of six rows covers, with its title and the box above it. */
const COVERED = 9;

/** Texts about an import, shown in an editor into which nobody can write. */
export class ImportTexts implements Disposable {
  private provider: Disposable | undefined;
  private readonly texts = new Map<string, string>();

  /** @param name what the tab is called */
  async show(name: string, lines: readonly string[]): Promise<void> {
    this.provider ??= workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: uri => this.texts.get(uri.toString()) ?? '',
    });
    // Each has an address of its own: the editor keeps what it once had at one.
    const uri = this.uriOf(name, this.texts.size);
    this.texts.set(uri.toString(), `${lines.join('\n')}\n`);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
  }

  /** The same below a list that asks about it, which lies over the first lines of an editor: those stay empty. */
  async showBelowList(name: string, lines: readonly string[]): Promise<void> {
    await this.show(name, [...Array<string>(COVERED).fill(''), ...lines]);
  }

  /** Asks about the text that is shown: meanwhile keys scroll it, and lead back from it to the list. */
  async asking<T>(ask: () => Thenable<T>): Promise<T> {
    await commands.executeCommand('setContext', CONTEXT.asksAboutPreview, true);
    try {
      return await ask();
    } finally {
      await commands.executeCommand('setContext', CONTEXT.asksAboutPreview, false);
    }
  }

  /** Closes the tabs of this name. The keyboard goes to what is in front then, and not nowhere. */
  async close(name: string): Promise<void> {
    const { path } = this.uriOf(name, 0);
    const tabs = window.tabGroups.all.flatMap(({ tabs: all }) => all);
    await window.tabGroups.close(
      tabs.filter(({ input }) => {
        const uri = (input as { readonly uri?: Uri } | undefined)?.uri;
        return uri?.scheme === SCHEME && uri.path === path;
      }),
    );
    if (!window.tabGroups.activeTabGroup.activeTab)
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  }

  private uriOf(name: string, number: number): Uri {
    // The folder makes it a text of our language of previews, whatever the name ends in.
    const path = `/Deal Notes/${name.replaceAll('/', ' ')}`;
    return Uri.from({ scheme: SCHEME, path, query: String(number) });
  }

  dispose(): void {
    this.provider?.dispose();
  }
}
