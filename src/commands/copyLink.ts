import { env, l10n, window, workspace } from 'vscode';
import { isNote, titleOf } from '../core/deal/entry';
import { markdownLink } from '../core/escape';
import type { Pipelines } from '../files/pipelines';
import { targetsOf } from './targets';

/**
 * Copies links to deals, for notes: `[Acme, scanners](/deals/acme.md)`, one on a line. A path from the top of the
 * workspace folder, or of the repository, leads there from any note in it.
 */
export async function copyLink(pipelines: Pipelines, args: readonly unknown[]): Promise<void> {
  const uris = await targetsOf(pipelines, args, () => true, l10n.t('Copy a link to which deal?'));
  if (!uris.length) return;
  const links = uris.map(uri => {
    const path = workspace.asRelativePath(uri, false);
    const entry = pipelines.entryAt(uri);
    const title = entry && !isNote(entry) ? titleOf(entry) : path;
    return markdownLink(title, `/${path}`);
  });
  await env.clipboard.writeText(links.join('\n'));
  const message = links.length === 1 ? l10n.t('Link copied') : l10n.t('{0} links copied', links.length);
  window.setStatusBarMessage(message, 4000);
}
