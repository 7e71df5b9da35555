import { commands, l10n, Range, window, workspace } from 'vscode';
import { changeOf } from '../actions/changes/changeOf';
import type { Files } from '../actions/ports/files';
import type { SnapshotsOf } from '../actions/ports/snapshots';
import { lineOfEntry } from '../core/deal/past/lineOfEntry';
import { plainText, withoutLinks } from '../core/escape';
import { whyGitFailed } from '../actions/whyGitFailed';
import { toAddress } from '../files/editor/addresses';
import { pastUri } from '../files/editor/points/pastTexts';
import { sentence } from '../words/sentence';
import type { EventNode } from './dealShown';

/** Opens what its commit did to the deal; where none is known, the file at the line that says it. */
export async function openEvent(
  node: EventNode,
  files: Pick<Files, 'read'>,
  snapshotsOf: SnapshotsOf,
): Promise<void> {
  if (!(await openCommit(node, snapshotsOf))) await openLine(node, files);
}

async function openCommit(
  { event: { commit, on }, folder, deal }: EventNode,
  snapshotsOf: SnapshotsOf,
): Promise<boolean> {
  if (commit === undefined || !workspace.isTrusted) return false;
  try {
    const snapshots = await snapshotsOf(toAddress(folder.uri));
    const { from, to } = snapshots ? await changeOf(snapshots, commit, deal.path) : {};
    if (!to) return false;
    const title = l10n.t('{0} ({1}, {2})', plainText(deal.title, 80), on, commit.slice(0, 8));
    const now = pastUri(folder, to);
    if (from)
      await commands.executeCommand('vscode.diff', pastUri(folder, from), now, title, { preview: true });
    else await commands.executeCommand('vscode.open', now, { preview: true }, title);
    return true;
  } catch (cause) {
    void window.showWarningMessage(withoutLinks(sentence(whyGitFailed(cause))));
    return false;
  }
}

async function openLine({ event, folder, deal, uri }: EventNode, files: Pick<Files, 'read'>): Promise<void> {
  const reading = await files.read(toAddress(uri));
  const line =
    'text' in reading && event.line !== undefined
      ? lineOfEntry({ path: deal.path, text: reading.text, process: folder.pipeline.process }, event.line)
      : 1;
  await window.showTextDocument(uri, { preview: true, selection: new Range(line - 1, 0, line - 1, 0) });
}
