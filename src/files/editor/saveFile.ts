import { env, l10n, Uri, window, workspace } from 'vscode';
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
    ...(note !== undefined && { title: note }),
  });
  if (!target) return;
  try {
    await workspace.fs.writeFile(target, await make());
  } catch (cause) {
    const message = l10n.t('Couldn’t save: {0}', plainText(reasonOf(cause), 300));
    void window.showErrorMessage(withoutLinks(message));
    return;
  }
  const open = l10n.t('Open');
  const path = plainText(workspace.asRelativePath(target));
  const message =
    note === undefined
      ? l10n.t('Saved as “{0}”', path)
      : l10n.t('Saved as “{0}”. {1}.', path, plainText(note));
  if ((await window.showInformationMessage(withoutLinks(message), open)) === open)
    await env.openExternal(target);
}
