import { commands, l10n, Range, SnippetString, window, workspace, type Uri } from 'vscode';
import { dealOf } from '../../core/deal/entry';
import { openBefore } from '../../core/deal/gate';
import { inSnippet } from '../../core/deal/help/offer';
import { placeForKey } from '../../core/deal/help/placeForKey';
import { plainText, withoutIcons, withoutLinks } from '../../core/escape';
import { ownName } from '../../core/frontMatter/keyNames';
import type { FieldNames } from '../../core/process/fieldNames';
import type { Pipelines } from '../../files/pipelines';
import { uriOf } from '../../files/uris';
import { fieldWords } from './fieldWords';
import { sentenceOf } from '../../words/sentence';

/**
 * Shows which fields a deal is in need of before it goes on, and goes to where one is written.
 *
 * @param wanted the one field that is meant, by its standard name
 */
export async function showMissingFields(
  pipelines: Pipelines,
  clicked: unknown,
  wanted?: unknown,
): Promise<void> {
  const uri = uriOf(clicked);
  const folder = uri && pipelines.folderOf(uri);
  const deal = uri && dealOf(folder?.entryAt(uri));
  if (!folder || !deal) return;
  const names = folder.pipeline.process.fields;
  if (typeof wanted === 'string') return goTo(uri, wanted, names);
  const { fields } = openBefore(deal, folder.pipeline.process);
  const items = fields.map(key => ({
    label: withoutIcons(plainText(ownName(names, key), 60)),
    detail: fieldWords([], key) ?? '',
    key,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Missing Before the Next Stage'),
    placeHolder: l10n.t('Pick a field to fill in'),
  });
  if (picked) await goTo(uri, picked.key, names);
}

/** Puts the cursor where the value goes; what can be written there is offered. */
async function goTo(uri: Uri, key: string, names: FieldNames): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  const place = placeForKey(document.getText(), key, names);
  if ('code' in place) {
    void window.showWarningMessage(withoutLinks(sentenceOf(place)));
    return;
  }
  const { start, end, before, after, written } = place;
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const hole = written ? `\${0:${inSnippet(written)}}` : '$0';
  const snippet = new SnippetString(`${inSnippet(before)}${hole}${inSnippet(after)}`);
  await editor.insertSnippet(snippet, range, { undoStopBefore: true, undoStopAfter: false });
  await commands.executeCommand('editor.action.triggerSuggest');
}
