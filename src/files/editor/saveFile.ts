import { commands, env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import { plainText, withoutLinks } from '../../core/escape';
import { reasonOf } from '../../core/problem';

/** A file as it is to be saved. */
export interface FileToSave {
  /** Without its ending. */
  readonly name: string;
  readonly ending: string;
  /** What the editor calls files of this kind. */
  readonly kind: string;
  /** What is to be known of it before and after it is saved, if something is. */
  readonly note?: string | undefined;
  /** What to save; if it throws, the user is told. */
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

/**
 * Asks where, writes the file there, and offers to open it.
 *
 * @param folder a pipeline's: the file is offered beside it, since all that is in it is read
 */
export async function saveFile(folder: Uri, { name, ending, kind, note, make }: FileToSave): Promise<void> {
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, '..', `${name}.${ending}`),
    filters: { [kind]: [ending] },
    title: note ?? l10n.t('Save as {0}', kind),
  });
  if (!target) return;
  try {
    await workspace.fs.writeFile(target, await make());
  } catch (cause) {
    const message = l10n.t('Couldn’t save: {0}', plainText(reasonOf(cause), 300));
    void window.showErrorMessage(withoutLinks(message));
    return;
  }
  const way = wayToOpen(target, ending);
  const path = plainText(workspace.asRelativePath(target));
  const message =
    note === undefined
      ? l10n.t('Saved as “{0}”', path)
      : l10n.t('Saved as “{0}”. {1}.', path, plainText(note));
  const buttons = way ? [way.words] : [];
  if (await window.showInformationMessage(withoutLinks(message), ...buttons)) await way?.open();
}

/** Those that the editor can't show. */
const BINARY = 'xlsx';

/**
 * What can be done with a file, and how: its own program opens it where the person sits at the computer that has the file. Of one
 * elsewhere that is asked in vain.
 */
function wayToOpen(file: Uri, ending: string): WayToOpen | undefined {
  const isHere = file.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  if (isHere) return { words: l10n.t('Open'), open: () => env.openExternal(file) };
  const run = (command: string) => () => commands.executeCommand(command, file);
  if (ending !== BINARY) return { words: l10n.t('Open'), open: run('vscode.open') };
  // From there it can be downloaded; only what is in the workspace is shown there.
  if (!workspace.getWorkspaceFolder(file)) return undefined;
  return { words: l10n.t('Show in Explorer'), open: run('revealInExplorer') };
}

interface WayToOpen {
  readonly words: string;
  readonly open: () => Thenable<unknown>;
}
