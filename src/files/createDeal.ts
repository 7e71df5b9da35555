import { l10n, type Uri, workspace, WorkspaceEdit } from 'vscode';
import { changeDeal, type Changed } from '../core/deal/changeDeal';
import { fileNameOf } from '../core/deal/fileName';
import { draftDeal, TEMPLATE_FILE, type NewDeal } from '../core/deal/newDeal';
import { error, reasonOf, type Problem } from '../core/problem';
import { decode } from './decode';
import type { EditResult } from './editDeals';
import { exists } from './exists';
import type { PipelineFolder } from './pipelineFolder';
import type { NotDone } from './plan';
import { textNow } from './textNow';

/** Writes a file that was not there before; taking it back deletes it, if it is still as it was written. */
export async function createDeal(folder: PipelineFolder, deal: NewDeal): Promise<EditResult<Changed>> {
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
      return failed(uri, error('unwritable', l10n.t('Couldn’t write this file, or it already exists.')));
    }
    await folder.update([path]);
    const told = { ...plan, title: deal.title, warnings: draft.warnings };
    const done = { uri, folder, plan: told, before: '', after };
    return { done: [done], notDone: [], undo: () => takeBack(folder, uri, after) };
  } catch (cause) {
    return failed(uri, error('unwritable', l10n.t('Couldn’t write the deal: {0}', reasonOf(cause))));
  }
}

async function readTemplate(uri: Uri) {
  return (await exists(uri)) ? decode(await workspace.fs.readFile(uri)) : undefined;
}

async function takeBack(folder: PipelineFolder, uri: Uri, written: string): Promise<readonly NotDone[]> {
  const changed = await ifChanged(uri, written);
  if (changed.length) return changed;
  try {
    await workspace.fs.delete(uri);
  } catch (cause) {
    return [{ uri, problem: error('unwritable', l10n.t('Couldn’t delete it: {0}', reasonOf(cause))) }];
  }
  await folder.update([folder.pathOf(uri)!]);
  return [];
}

/** Why a file may not be deleted, if it is another one than was written. */
export async function ifChanged(uri: Uri, written: string): Promise<readonly NotDone[]> {
  const now = await textNow(uri);
  if ('text' in now && now.text === written) return [];
  const message = l10n.t('It has changed since, so it wasn’t deleted.');
  return [{ uri, problem: 'problem' in now ? now.problem : error('not-editable', message) }];
}
