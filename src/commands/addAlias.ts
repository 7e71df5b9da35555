import { l10n, window, type Uri } from 'vscode';
import { changeProcess } from '../actions/changeProcess';
import { addAlias as withAlias } from '../core/process/addAlias';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { PROCESS_FILE } from '../core/process/processFile';
import { stageOf } from '../core/process/process';
import type { NewAlias } from '../core/deal/fixes/stageFixes';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { sentenceOf } from '../words/sentence';
import type { Changes } from './changes';

/** Asks which stage a word is a name of, and writes that into the team's `sales-process.yaml`. */
export async function addAlias(
  pipelines: Pipelines,
  changes: Changes,
  uri: Uri,
  { name, stages }: NewAlias,
): Promise<void> {
  const folder = pipelines.folderOf(uri);
  if (!folder) return;
  const { process } = folder.pipeline;
  const shown = plainText(name, 60);
  const items = stages.map(stage => ({
    label: withoutIcons(plainText(stageOf(process, stage).label, 60)),
    stage,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('“{0}” Is a Name of Which Stage?', withoutIcons(shown)),
    placeHolder: l10n.t('Your team gets it with {0}.', PROCESS_FILE),
  });
  if (!picked) return;
  const { stage } = picked;
  const added = await changeProcess(changes.workspace.files, toAddress(folder.uri), text =>
    withAlias(text, { name, stage }),
  );
  if ('problem' in added) {
    void window.showWarningMessage(withoutLinks(sentenceOf(added.problem)));
    return;
  }
  const undo = changes.keep(PROCESS_FILE, added.units);
  const takeBack = l10n.t('Undo');
  const message = l10n.t('“{0}” now means {1}, in {2}.', shown, picked.label, PROCESS_FILE);
  if ((await window.showInformationMessage(withoutLinks(message), takeBack)) === takeBack) await undo();
}
