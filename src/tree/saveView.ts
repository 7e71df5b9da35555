import { l10n, window } from 'vscode';
import { changeProcess } from '../actions/changeProcess';
import type { Files } from '../actions/ports/files';
import { undo } from '../actions/undo';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { isAboutOnly, ME } from '../core/filter/me';
import { withoutPicked } from '../core/filter/picked';
import { oneLine } from '../core/oneLine';
import { addView } from '../core/process/addView';
import { PROCESS_FILE } from '../core/process/processFile';
import type { SavedView, View } from '../core/process/view';
import { toAddress } from '../files/editor/addresses';
import type { Me } from '../files/editor/me';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { sentenceOf } from '../words/sentence';
import type { OwnViews } from './ownViews';

/** Where views are kept, and whose they are. */
export interface Views {
  readonly pipelines: Pipelines;
  /** As they are looked at. */
  readonly shown: ShownPipelines;
  readonly files: Files;
  readonly own: OwnViews;
  readonly me: Me;
}

/** Asks for whom and under which name, and keeps the view: for the person alone, or in the team's `sales-process.yaml`. */
export async function saveView(views: Views, shown: View): Promise<void> {
  const place = await askPlace(shown, views.me);
  const view = { ...shown, filter: withoutPicked(shown.filter) };
  if (place === 'own') await saveForMe(views.own, view);
  else if (place) await saveForTeam(views, place === 'each' ? ofEach(view) : view);
}

/** `each`: the owner is whoever looks. */
type ViewPlace = 'own' | 'team' | 'each';

async function askPlace({ filter }: View, me: Me): Promise<ViewPlace | undefined> {
  const items: { label: string; detail: string; place: ViewPlace }[] = [
    { label: l10n.t('Just for me'), detail: l10n.t('VS Code keeps it for this workspace'), place: 'own' },
    { label: l10n.t('For the team'), detail: l10n.t('One line in {0}', PROCESS_FILE), place: 'team' },
  ];
  if (isAboutOnly(filter, await me.names()))
    items.push({
      label: l10n.t('For the team, each with their own deals'),
      detail: l10n.t('One line in {0}, with “owner: {1}”', PROCESS_FILE, ME),
      place: 'each',
    });
  const title = l10n.t('Save View');
  const placeHolder = filter.picked
    ? l10n.t('Who gets it? The picked deals aren’t kept: {0}', plainText(filter.picked.words, 60))
    : l10n.t('Who gets it?');
  return (await window.showQuickPick(items, { title, placeHolder }))?.place;
}

function ofEach(view: View): View {
  return { ...view, filter: { ...view.filter, owner: [ME] } };
}

async function saveForMe(own: OwnViews, view: View): Promise<void> {
  const name = await askName(own.all);
  if (!name) return;
  await own.add({ name, view });
  if (await tellSaved(name)) await own.delete(name);
}

/** In a file that is made where there is none. */
async function saveForTeam({ pipelines, shown, files }: Views, view: View): Promise<void> {
  if (shown.travel.refuses()) return;
  const folder = await askFolder(pipelines);
  const name = folder && (await askName(folder.pipeline.process.views));
  if (!name) return;
  const saved = await changeProcess(files, toAddress(folder.uri), text => addView(text, { name, view }));
  if ('problem' in saved) {
    const { problem } = saved;
    const where = `${PROCESS_FILE}:${problem.line}`;
    void window.showWarningMessage(withoutLinks(`${where}: ${sentenceOf(problem)}`));
    return;
  }
  if (!(await tellSaved(name))) return;
  const [kept] = (await undo(files, saved.units)).refused;
  if (!kept) return;
  const reason = plainText(sentenceOf(kept.problem), 300);
  void window.showWarningMessage(withoutLinks(l10n.t('Couldn’t remove the view: {0}', reason)));
}

async function askName(taken: readonly SavedView[]): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Save View'),
    prompt: l10n.t('Name the current view.'),
    ignoreFocusOut: true,
    validateInput: text => {
      if (!oneLine(text)) return l10n.t('Enter a name for the view.');
      const isTaken = taken.some(({ name }) => name === oneLine(text));
      return isTaken ? l10n.t('A view with this name already exists.') : undefined;
    },
  });
  return typed && oneLine(typed);
}

/** Whether the person takes it back. */
async function tellSaved(name: string): Promise<boolean> {
  const takeBack = l10n.t('Undo');
  const message = withoutLinks(l10n.t('View saved: {0}', plainText(name, 80)));
  return (await window.showInformationMessage(message, takeBack)) === takeBack;
}

async function askFolder({ folders }: Pipelines): Promise<PipelineFolder | undefined> {
  if (folders.length < 2) return folders[0];
  const items = folders.map(folder => ({ label: withoutIcons(plainText(folder.name, 100)), folder }));
  const title = l10n.t('Save the view in which pipeline?');
  return (await window.showQuickPick(items, { title }))?.folder;
}
