import { commands, l10n, workspace, type Disposable, type Uri } from 'vscode';
import type { ThreeVersions } from '../core/merge/lines/hunks';
import type { Resolution } from '../core/merge/resolve/resolution';

/** Texts that are in no file. */
const SCHEME = 'deal-notes-side';

/** VS Code's merge editor, for what is still open in a file. */
export class MergeEditor implements Disposable {
  /** By the addresses of the files. */
  private readonly versions = new Map<string, ThreeVersions<string>>();
  private provider: Disposable | undefined;

  dispose(): void {
    this.provider?.dispose();
    this.versions.clear();
  }

  /**
   * Opens it. It throws away what stands in a file with markers and starts from the three texts, which is why they have in
   * them what has been decided already.
   */
  async open(file: Uri, versions: ThreeVersions<string>, labels: Resolution['labels']): Promise<void> {
    this.provider ??= workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: uri =>
        this.versions.get(fileOf(uri).toString())?.[uri.fragment as keyof ThreeVersions<string>],
    });
    this.versions.set(file.toString(), versions);
    const side = (name: keyof ThreeVersions<string>) =>
      file.with({ scheme: SCHEME, query: file.scheme, fragment: name });
    const input = (name: 'ours' | 'theirs', title: string) => ({ uri: side(name), title });
    await commands.executeCommand('_open.mergeEditor', {
      base: side('base'),
      input1: input('ours', labels.ours ?? l10n.t('Here')),
      input2: input('theirs', labels.theirs ?? l10n.t('The other side')),
      output: file,
    });
  }
}

function fileOf(side: Uri): Uri {
  return side.with({ scheme: side.query, query: '', fragment: '' });
}
