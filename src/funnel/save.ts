import { env, l10n, Uri, window, workspace } from 'vscode';
import { plainText, withoutLinks } from '../core/escape';
import { reasonOf } from '../core/problem';
import type { Format } from '../shared/fromPage';

const NAMES: Readonly<Record<Format, string>> = {
  csv: l10n.t('CSV table'),
  svg: l10n.t('SVG image'),
  png: l10n.t('PNG image'),
  html: l10n.t('Printable page'),
};

/**
 * Asks where, writes the file there, and offers to open it.
 *
 * @param make returns what to save; if it throws, the user is told
 */
export async function save(
  format: Format,
  make: () => Uint8Array | Promise<Uint8Array>,
  folder: Uri,
  name: string,
): Promise<void> {
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, '..', `${name}.${format}`),
    filters: { [NAMES[format]]: [format] },
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
  const message = l10n.t('Saved as “{0}”', plainText(workspace.asRelativePath(target)));
  if ((await window.showInformationMessage(withoutLinks(message), open)) === open)
    await env.openExternal(target);
}
