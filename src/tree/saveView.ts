import { l10n, window } from 'vscode';
import { changeProcess } from '../actions/changeProcess';
import type { Files } from '../actions/ports/files';
import { undo } from '../actions/undo';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { oneLine } from '../core/oneLine';
import { PROCESS_FILE } from '../core/process/processFile';
import type { View } from '../core/process/view';
import { toAddress } from '../files/editor/addresses';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { sentenceOf } from '../words/sentence';
import { addView } from '../core/process/addView';

/** Asks for a name and adds the view to the team's `sales-process.yaml`, which is made where there is none. */
export async function saveView(pipelines: Pipelines, files: Files, view: View): Promise<void> {
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
  const saved = await changeProcess(files, toAddress(folder.uri), text => addView(text, { name, view }));
  if ('problem' in saved) {
    const { problem } = saved;
    const where = `${PROCESS_FILE}:${problem.line}`;
    void window.showWarningMessage(withoutLinks(`${where}: ${sentenceOf(problem)}`));
    return;
  }
  const takeBack = l10n.t('Undo');
  const message = l10n.t('View saved: {0}', plainText(name, 80));
  if ((await window.showInformationMessage(withoutLinks(message), takeBack)) !== takeBack) return;
  const [kept] = (await undo(files, saved.units)).refused;
  if (!kept) return;
  const reason = plainText(sentenceOf(kept.problem), 300);
  void window.showWarningMessage(withoutLinks(l10n.t('Couldn’t remove the view: {0}', reason)));
}

async function askFolder({ folders }: Pipelines): Promise<PipelineFolder | undefined> {
  if (folders.length < 2) return folders[0];
  const items = folders.map(folder => ({ label: withoutIcons(plainText(folder.name, 100)), folder }));
  const title = l10n.t('Save the view in which pipeline?');
  return (await window.showQuickPick(items, { title }))?.folder;
}
