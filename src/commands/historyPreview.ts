import { commands, Uri, window, workspace, type Disposable } from 'vscode';
import { nameOf, type Address } from '../actions/address';
import type { Effect } from '../actions/result';
import { withoutMark } from '../core/byteOrderMark';
import { plainText } from '../core/escape';
import { toUri } from '../files/editor/addresses';

/** Of the text that a file would have. */
const SCHEME = 'deal-notes-history';

/** More diffs than that nobody reads, and each opens two documents. */
const MOST = 50;

/** Shows in an editor what would become of files, each beside what it is; nobody can write into it. */
export class HistoryPreview {
  private provider: Disposable | undefined;
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly title: string,
    private readonly effects: readonly Effect[],
  ) {}

  async show(): Promise<void> {
    this.provider = workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: uri => this.texts.get(uri.toString()) ?? '',
    });
    const shown = this.effects.slice(0, MOST).flatMap(effect => {
      if (effect.kind !== 'changed') return [];
      const { file, before, after } = effect;
      // Not the file itself: with the last tab of one, what is not saved in it would go.
      return [
        [Uri.file(plainText(nameOf(file))), this.add(file, 'now', before), this.add(file, 'then', after)],
      ];
    });
    await commands.executeCommand('vscode.changes', this.title, shown);
  }

  private add(file: Address, query: string, text: string): Uri {
    const uri = toUri(file).with({ scheme: SCHEME, query });
    this.texts.set(uri.toString(), withoutMark(text));
    return uri;
  }

  /** Leaves no tab behind. */
  async close(): Promise<void> {
    const tabs = window.tabGroups.all.flatMap(({ tabs: all }) => all);
    // The editor adds how many files there are.
    await window.tabGroups.close(
      tabs.filter(({ label }) => label.startsWith(this.title)),
      true,
    );
    this.provider?.dispose();
  }
}
