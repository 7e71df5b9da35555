import { l10n, type Uri } from 'vscode';
import { saveFile } from '../files/editor/saveFile';
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
  await saveFile(folder, { name, ending: format, kind: NAMES[format], make });
}
