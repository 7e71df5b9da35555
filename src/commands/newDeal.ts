import { l10n, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { changeDeal, type Changed } from '../core/deal/changeDeal';
import { fileNameOf } from '../core/deal/fileName';
import { draftDeal, placeToWrite, TEMPLATE_FILE, type NewDeal } from '../core/deal/newDeal';
import { plainText, withoutIcons } from '../core/escape';
import { error, reasonOf, type Problem } from '../core/problem';
import { stageOf } from '../core/process/process';
import { isStageId, type StageId } from '../core/process/stages';
import { decode } from '../files/decode';
import type { EditResult } from '../files/editDeals';
import { exists } from '../files/exists';
import { namedFolder } from '../files/findPipelines';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import type { NotDone } from '../files/plan';
import { askMoney, askStage, askText } from './ask';
import type { Changes } from './changes';
import { asMove } from './report';

/** Asks for title, account, value and stage, writes the file of the deal and opens it where one goes on writing. */
export async function newDeal(
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const folder = await folderFor(pipelines, args, l10n.t('A new deal in which pipeline?'));
  if (!folder) return;
  const deal = await askDeal(pipelines, folder, stageIn(args));
  if (!deal) return;
  // Where it fails and is tried again, the file may be another one by then.
  const named = folder.uriOf(fileNameOf(deal.title, []));
  await changes.make([named], {
    edit: () => write(folder, deal),
    wordsOf: () => stageOf(folder.pipeline.process, deal.stage).label,
    sentence: asMove,
  });
}

/** The pipeline of the row that was clicked, else of the deal in the editor, else the one that the person picks. */
export async function folderFor(
  pipelines: Pipelines,
  args: readonly unknown[],
  title: string,
): Promise<PipelineFolder | undefined> {
  const { folders } = pipelines;
  const clicked = folders.find(folder => folder === property(args[0], 'folder'));
  const active = window.activeTextEditor?.document.uri;
  const known =
    clicked ?? (active && pipelines.folderOf(active)) ?? (folders.length === 1 ? folders[0] : undefined);
  if (known) return known;
  if (folders.length) {
    const items = folders.map(folder => ({ label: withoutIcons(plainText(folder.name, 100)), folder }));
    return (await window.showQuickPick(items, { title }))?.folder;
  }
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root) {
    void window.showInformationMessage(l10n.t('Open a folder first: that is where the deals are kept.'));
    return undefined;
  }
  await workspace.fs.createDirectory(namedFolder(root) ?? Uri.joinPath(root, 'deals'));
  await pipelines.find();
  return pipelines.folders[0];
}

function stageIn(args: readonly unknown[]): StageId | undefined {
  const group = property(args[0], 'group');
  return typeof group === 'string' && isStageId(group) ? group : undefined;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

async function askDeal(
  pipelines: Pipelines,
  { pipeline }: PipelineFolder,
  stage: StageId | undefined,
): Promise<NewDeal | undefined> {
  const count = stage ? 3 : 4;
  const step = (number: number) => l10n.t('New Deal ({0}/{1})', number, count);
  const title = await askText(
    { title: step(1), prompt: l10n.t('What is it about?'), placeHolder: l10n.t('Acme, warehouse scanners') },
    l10n.t('Give the deal a title.'),
  );
  if (!title) return undefined;
  const account = await askText(
    { title: step(2), prompt: l10n.t('Who would buy it?'), ifEmpty: l10n.t('Without an account') },
    '',
  );
  if (account === undefined) return undefined;
  const { currency } = pipeline.process;
  const value = await askMoney(
    { title: step(3), prompt: l10n.t('What is it worth?'), ifEmpty: l10n.t('Without a value') },
    currency,
  );
  if (value === undefined) return undefined;
  const chosen = stage ?? (await askStage(pipeline.process.stages, step(4), l10n.t('Where does it stand?')));
  if (!chosen) return undefined;
  const owners = new Set([...pipeline.deals()].map(({ owner }) => owner));
  return {
    ...{ title, account: account || undefined, stage: chosen, today: pipelines.today },
    ...(value && { amount: value.amount, currency: value.currency }),
    // Where all deals are one person's, this one is too.
    owner: owners.size === 1 ? [...owners][0] : undefined,
  };
}

/** Writes a file that was not there before; taking it back deletes it, if it is still as it was written. */
async function write(folder: PipelineFolder, deal: NewDeal): Promise<EditResult<Changed>> {
  const failed = (uri: Uri, problem: Problem): EditResult<Changed> => ({
    ...{ done: [], notDone: [{ uri, problem }] },
    undo: () => Promise.resolve([]),
  });
  let uri = folder.uri;
  try {
    const template = await readTemplate(folder.uriOf(TEMPLATE_FILE));
    if (template && 'problem' in template) return failed(folder.uriOf(TEMPLATE_FILE), template.problem);
    const names = (await workspace.fs.readDirectory(folder.uri)).map(([name]) => name);
    const path = fileNameOf(deal.title, names);
    uri = folder.uriOf(path);
    const { process } = folder.pipeline;
    const draft = draftDeal(deal, process, template?.text);
    if (!draft.ok) return failed(folder.uriOf(TEMPLATE_FILE), draft.problem);
    const plan = changeDeal(path, draft.text, process, draft.change);
    if (!plan.ok) return failed(template ? folder.uriOf(TEMPLATE_FILE) : uri, plan.problem);
    const after = plan.edited.text;
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(after) });
    if (!(await workspace.applyEdit(edit))) {
      return failed(uri, error('unwritable', l10n.t('This file could not be written, or is there already.')));
    }
    await folder.update([path]);
    await open(uri, after);
    const done = { uri, folder, plan: { ...plan, title: deal.title }, before: '', after };
    return { done: [done], notDone: [], undo: () => takeBack(folder, uri, after) };
  } catch (cause) {
    return failed(uri, error('unwritable', l10n.t('The deal could not be written: {0}', reasonOf(cause))));
  }
}

async function readTemplate(uri: Uri) {
  return (await exists(uri)) ? decode(await workspace.fs.readFile(uri)) : undefined;
}

async function open(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const place = document.positionAt(placeToWrite(text) - (text.startsWith('\uFEFF') ? 1 : 0));
  await window.showTextDocument(document, { preview: false, selection: new Range(place, place) });
}

async function takeBack(folder: PipelineFolder, uri: Uri, written: string): Promise<readonly NotDone[]> {
  const key = uri.toString();
  const isDirty = workspace.textDocuments.some(one => one.isDirty && one.uri.toString() === key);
  try {
    const now = decode(await workspace.fs.readFile(uri));
    if (isDirty || !('text' in now) || now.text !== written) {
      const message = l10n.t('It was changed after that. It was not deleted.');
      return [{ uri, problem: error('not-editable', message) }];
    }
    await workspace.fs.delete(uri);
  } catch (cause) {
    return [{ uri, problem: error('unwritable', l10n.t('It could not be deleted: {0}', reasonOf(cause))) }];
  }
  await folder.update([folder.pathOf(uri)!]);
  return [];
}
