import {
  l10n,
  window,
  workspace,
  WorkspaceEdit,
  type CancellationToken,
  type TextDocument,
  type Position,
  type Range,
  type Uri,
} from 'vscode';
import { changeDeal } from '../../core/deal/changeDeal';
import { nameAt, namedDeals, type NamePlace, type SharedName } from '../../core/deal/help/names';
import { readShared, renameShared } from '../../core/deal/renameShared';
import { plainText, withoutLinks } from '../../core/escape';
import { error, type Problem } from '../../core/problem';
import type { TextEdit } from '../../core/textEdit';
import type { PipelineFolder } from '../../files/pipelineFolder';
import { notDone } from '../../files/editor/wholeFirst';
import { rangeIn, spotIn, type DealFile } from './dealFile';
import { ofEach, rangeOf, textOf } from './textOf';
import { sentenceOf } from '../../words/sentence';
import { sayFile } from '../../core/fileSays';

/** The name at a position, to be renamed in all deals that have it. */
export function nameToRename(
  file: DealFile,
  document: TextDocument,
  position: Position,
): { range: Range; placeholder: string } | undefined {
  const place = nameIn(file, document, position);
  return place && { range: rangeIn(document, place), placeholder: place.name };
}

/** Renames an account, an owner or a tag in all deals that have it, as the editor renames a symbol. */
export async function renameAt(
  file: DealFile,
  document: TextDocument,
  position: Position,
  typed: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  const place = nameIn(file, document, position);
  if (!place) return undefined;
  const to = readShared(place.kind, typed);
  // Were this refused, the editor would go on to ask others, who know nothing of deals.
  if (to === undefined) {
    tell(place.kind === 'tag' ? l10n.t('Enter one tag, without commas.') : l10n.t('Enter a name.'));
    return new WorkspaceEdit();
  }
  return to === place.name ? new WorkspaceEdit() : renameIn(file.folder, place, to, token);
}

function nameIn(file: DealFile, document: TextDocument, position: Position): NamePlace | undefined {
  const spot = spotIn(file, document, position);
  return spot && nameAt(spot.part, spot.text, document.offsetAt(position));
}

interface Planned {
  readonly uri: Uri;
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly problem?: Problem;
}

async function renameIn(
  folder: PipelineFolder,
  shared: SharedName,
  to: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  if (!(await folder.whole())) throw new Error(notDone());
  const paths = namedDeals(folder.pipeline.deals(), shared).map(({ path }) => path);
  const all = await ofEach([...paths, ...unreadable(folder)], path => plan(folder, path, shared, to));
  if (token.isCancellationRequested) return undefined;
  const edit = new WorkspaceEdit();
  for (const { uri, text, edits } of all) {
    for (const one of edits) edit.replace(uri, rangeOf(text, one), one.text);
  }
  const refused = all.flatMap(({ uri, problem }) =>
    problem ? [`${whereIs(uri)}:${problem.line}: ${sentenceOf(problem)}`] : [],
  );
  if (refused.length) tellRefused(refused);
  return edit;
}

/** Files that nobody can read may have the name, too. */
function unreadable({ pipeline }: PipelineFolder): string[] {
  return pipeline.group('attention').map(({ path }) => path);
}

async function plan(folder: PipelineFolder, path: string, shared: SharedName, to: string): Promise<Planned> {
  const uri = folder.uriOf(path);
  const read = await textOf(uri);
  const refuse = (problem: Problem) => ({ uri, text: '', edits: [], problem });
  if ('problem' in read) return refuse(read.problem);
  const { text } = read;
  const changed = changeDeal(path, text, folder.pipeline.process, opened => renameShared(opened, shared, to));
  if (!changed.ok) return text.includes(shared.name) ? refuse(changed.problem) : { uri, text, edits: [] };
  const { edits } = changed.edited;
  return edits.length && hasMixedLineEnds(text) ? refuse(mixed()) : { uri, text, edits };
}

/** To change such a file in the editor, as this is done, would change all its lines. */
function hasMixedLineEnds(text: string): boolean {
  return text.includes('\r\n') && /(^|[^\r])\n/.test(text);
}

function mixed(): Problem {
  return error('not-editable', sayFile('mixedLineEnds'));
}

function tellRefused(refused: readonly string[]): void {
  tell(
    refused.length === 1
      ? l10n.t('1 file still has the old name: {0}', refused[0]!)
      : l10n.t('{0} files still have the old name. First: {1}', refused.length, refused[0]!),
  );
}

function tell(message: string): void {
  void window.showWarningMessage(withoutLinks(plainText(message, 400)));
}

function whereIs(uri: Uri): string {
  return plainText(workspace.asRelativePath(uri));
}
