import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { ownersIn } from '../actions/whoIAm';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { isAboutMe, meantByMe, withNames } from '../core/filter/me';
import { DEFAULT_VIEW, type SavedView } from '../core/process/view';
import type { OwnViews } from './ownViews';
import { saveView, type Views } from './saveView';
import type { ViewState } from './viewState';
import { filterWords, GROUPING_LABELS, SORT_LABELS } from './viewWords';

interface ViewRow extends QuickPickItem {
  readonly choose?: () => unknown;
}

/**
 * The person's own views and those of all pipelines, which may have the same names; and what can be done with views.
 */
export async function pickView(views: Views, state: ViewState): Promise<void> {
  const { pipelines, own } = views;
  const { folders } = pipelines;
  const look = (saved: SavedView) => () => show(saved, views, state);
  const ofTeam = folders.flatMap(({ name, pipeline }) =>
    pipeline.process.views.map(saved => row(saved, folders.length > 1 ? name : '', look(saved))),
  );
  const mine = own.all.map(saved => row(saved, l10n.t('just for me'), look(saved)));
  const rows: ViewRow[] = [
    ...section(mine),
    ...section(ofTeam),
    ...section([
      {
        label: l10n.t('All deals by stage'),
        detail: l10n.t('Default view'),
        choose: () => state.set(DEFAULT_VIEW),
      },
      {
        label: l10n.t('$(save) Save This View…'),
        alwaysShow: true,
        choose: () => saveView(views, state.current),
      },
    ]),
  ];
  if (mine.length)
    rows.push({ label: l10n.t('$(trash) Delete One of My Views…'), choose: () => deleteView(own) });
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Views'),
    placeHolder: l10n.t('Your team’s views are kept in sales-process.yaml'),
    matchOnDetail: true,
  });
  await picked?.choose?.();
}

/** Below a line without a title: the editor takes the titles away as soon as something is typed. */
function section(rows: readonly ViewRow[]): readonly ViewRow[] {
  return rows.length ? [{ label: '', kind: QuickPickItemKind.Separator }, ...rows] : [];
}

/** “Me” in a team's view is whoever looks. */
async function show({ view }: SavedView, { me, pipelines }: Views, state: ViewState): Promise<void> {
  const names = isAboutMe(view.filter) ? await me.namesOrAsk() : [];
  if (!names) return;
  const owners = pipelines.folders.flatMap(({ pipeline }) => ownersIn(pipeline));
  state.set({ ...view, filter: withNames(view.filter, meantByMe(names, owners)) });
}

async function deleteView(own: OwnViews): Promise<void> {
  const rows = own.all.map(saved => ({ ...row(saved, ''), saved }));
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Delete Which View?'),
    matchOnDetail: true,
  });
  if (!picked) return;
  const { saved } = picked;
  await own.delete(saved.name);
  const takeBack = l10n.t('Undo');
  const message = withoutLinks(l10n.t('View deleted: {0}', plainText(saved.name, 80)));
  if ((await window.showInformationMessage(message, takeBack)) === takeBack) await own.add(saved);
}

function row({ name, view }: SavedView, where: string, choose?: () => unknown): ViewRow {
  const { filter, group, sort } = view;
  const detail = [
    filterWords(filter),
    l10n.t('by {0}', GROUPING_LABELS[group]),
    l10n.t('sorted by {0}', SORT_LABELS[sort].label),
  ];
  return {
    label: withoutIcons(plainText(name, 80)),
    description: withoutIcons(plainText(where, 60)),
    detail: withoutIcons(detail.filter(part => part).join(' · ')),
    ...(choose && { choose }),
  };
}
