import { commands, l10n, window, type Disposable, type TreeView } from 'vscode';
import { plainText } from '../core/escape';
import { Disposables } from '../disposables';
import { askSince } from '../files/editor/points/askSince';
import { partlyRead } from '../files/editor/partlyRead';
import type { ChosenPoint } from '../files/editor/points/chosenPoint';
import type { ComparingPorts, FolderChanges } from '../files/editor/points/compareFolder';
import { sinceWords } from '../files/editor/points/pointWords';
import type { Travel } from '../files/editor/travel/travel';
import type { Was } from '../files/editor/points/was';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, CONTEXT, VIEWS } from '../ids';
import { betweenWords } from '../words/between';
import { notesOnChanges } from '../words/changes/notes';
import { ChangesTree } from './changesTree';
import { Comparisons, type FilterShown } from './comparisons';
import type { ChangesNode } from './nodes';

/** The view "Changes", for those who look at it from outside. */
export interface ChangesView {
  readonly tree: ChangesTree;
  readonly view: TreeView<ChangesNode>;
}

/** The view "Changes": what has become of the deals since a day, a branch or a commit. */
export function registerChanges(
  pipelines: Pipelines,
  travel: Travel,
  chosen: ChosenPoint,
  look: FilterShown,
  ports: ComparingPorts,
  was: Was,
): Disposable & ChangesView {
  const disposables = new Disposables();
  const comparisons = disposables.add(new Comparisons(pipelines, travel, look, chosen, ports, was));
  const tree = disposables.add(new ChangesTree(pipelines, comparisons, chosen));
  const view = disposables.add(
    window.createTreeView<ChangesNode>(VIEWS.changes, { treeDataProvider: tree, showCollapseAll: true }),
  );
  disposables.add(comparisons.onDidChange(() => tell(view, pipelines, comparisons, chosen)));
  disposables.add(view.onDidChangeVisibility(({ visible }) => comparisons.see(visible)));
  comparisons.see(view.visible);
  disposables.add(
    commands.registerCommand(COMMANDS.changesSince, async () => {
      if (await askSince(chosen, pipelines, ports.snapshotsOf))
        await commands.executeCommand(`${VIEWS.changes}.focus`);
    }),
  );
  return { tree, view, dispose: () => disposables.dispose() };
}

/** What is not to be seen from the rows: since when, and why it may not be all. */
function tell(
  view: TreeView<ChangesNode>,
  { folders }: Pipelines,
  comparisons: Comparisons,
  chosen: ChosenPoint,
): void {
  const { at, today } = comparisons;
  const known = folders.flatMap(folder => comparisons.of(folder) ?? []);
  const compared = known.find(one => one.kind === 'compared');
  const since = compared && sinceWords(chosen.name, compared.changes.from, today);
  view.description = since ? l10n.t('since {0}', since) : '';
  const messages = [...new Set(known.flatMap(messageOf))];
  const isNothing = compared && known.every(one => one.kind !== 'compared' || !one.changes.events.length);
  const asOf = at && l10n.t('As of {0}, not now.', at.words);
  view.message = [
    ...(asOf ? [asOf] : []),
    // What has changed can't be told of them.
    ...[partlyRead(folders)].filter(part => part),
    ...messages,
    ...(isNothing ? [betweenWords('en').nothing] : []),
  ].join(' ');
  const lacking = known.find(one => one.kind === 'lacking');
  const lack = known.every(one => one.kind === 'lacking') ? lacking?.lack : undefined;
  void commands.executeCommand('setContext', CONTEXT.changesLack, lack ?? '');
}

function messageOf(comparison: FolderChanges): string[] {
  if (comparison.kind === 'lacking') return [];
  if (comparison.kind === 'failed') return [plainText(comparison.reason, 300)];
  return notesOnChanges(comparison.changes);
}
