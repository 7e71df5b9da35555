import { l10n, window, workspace, WorkspaceEdit } from 'vscode';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { oneLine } from '../core/oneLine';
import { addView } from '../core/process/addView';
import { PROCESS_FILE } from '../core/process/processFile';
import type { View } from '../core/process/view';
import { editDeals } from '../files/editDeals';
import { exists } from '../files/exists';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { sentenceOf } from '../words/sentence';

/** Asks for a name and adds the view to the team's `sales-process.yaml`, which is made where there is none. */
export async function saveView(pipelines: Pipelines, view: View): Promise<void> {
  const folder = await askFolder(pipelines);
  if (!folder) return;
  const taken = folder.pipeline.process.views.map(({ name }) => name);
  const typed = await window.showInputBox({
    title: l10n.t('Save View'),
    prompt: l10n.t('Name the current view. Your team gets it with {0}.', PROCESS_FILE),
    ignoreFocusOut: true,
    validateInput: text => {
      if (!oneLine(text)) return l10n.t('Enter a name for the view.');
      return taken.includes(oneLine(text)) ? l10n.t('A view with this name already exists.') : undefined;
    },
  });
  const name = typed && oneLine(typed);
  if (!name) return;
  const uri = folder.uriOf(PROCESS_FILE);
  const isNew = !(await exists(uri));
  if (isNew) {
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, contents: new Uint8Array() });
    await workspace.applyEdit(edit);
  }
  const { notDone, undo } = await editDeals(pipelines, [uri], (_, text) => addView(text, { name, view }));
  const [failed] = notDone;
  if (failed) {
    const message = `${PROCESS_FILE}:${failed.problem.line}: ${sentenceOf(failed.problem)}`;
    void window.showWarningMessage(withoutLinks(message));
    return;
  }
  const takeBack = l10n.t('Undo');
  const saved = l10n.t('View saved: {0}', plainText(name, 80));
  if ((await window.showInformationMessage(withoutLinks(saved), takeBack)) !== takeBack) return;
  const [kept] = await undo();
  if (kept) {
    const message = l10n.t('Couldn’t remove the view: {0}', plainText(sentenceOf(kept.problem), 300));
    void window.showWarningMessage(withoutLinks(message));
  } else if (isNew && (await workspace.fs.readFile(uri)).length === 0) {
    // Nobody wants to find an empty file in git.
    const edit = new WorkspaceEdit();
    edit.deleteFile(uri, { ignoreIfNotExists: true });
    await workspace.applyEdit(edit);
  }
}

async function askFolder({ folders }: Pipelines): Promise<PipelineFolder | undefined> {
  if (folders.length < 2) return folders[0];
  const items = folders.map(folder => ({ label: withoutIcons(plainText(folder.name, 100)), folder }));
  const title = l10n.t('Save the view in which pipeline?');
  return (await window.showQuickPick(items, { title }))?.folder;
}
