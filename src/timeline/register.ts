import { commands, EventEmitter, l10n, Uri, window, type Disposable, type TreeView } from 'vscode';
import type { Files } from '../actions/ports/files';
import type { SnapshotsOf } from '../actions/ports/snapshots';
import { plainText } from '../core/escape';
import { Disposables } from '../disposables';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import type { Pipelines } from '../files/pipelines';
import { uriOf } from '../files/uris';
import { COMMANDS, PRIVATE_COMMANDS, VIEWS } from '../ids';
import { historyGap } from '../words/en/historyGap';
import { DealShown, type EventNode } from './dealShown';
import { eventItem } from './items';

/** The view "Timeline of Deal", for those who look at it from outside. */
export interface TimelineView {
  readonly events: () => readonly EventNode[];
  readonly itemOf: (node: EventNode) => ReturnType<typeof eventItem>;
  readonly view: TreeView<EventNode>;
}

/** A view of what happened to the deal in front, the newest first; hidden until a command asks for it. */
export function registerTimeline(
  pipelines: Pipelines,
  looked: ShownPipelines,
  files: Pick<Files, 'read'>,
  snapshotsOf: SnapshotsOf,
): Disposable & TimelineView {
  const disposables = new Disposables();
  const shown = disposables.add(new DealShown(pipelines, uri => looked.travel.fileNow(uri)));
  const changed = disposables.add(new EventEmitter<undefined>());
  const itemOf = (node: EventNode) => eventItem(node, pipelines.today);
  const view = disposables.add(
    window.createTreeView<EventNode>(VIEWS.timeline, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: node => (node ? [] : shown.events),
        getTreeItem: itemOf,
      },
    }),
  );
  const tell = () => {
    const { deal } = shown;
    view.description = deal ? plainText(deal.deal.title, 80) : '';
    const gap = deal?.folder.historyGap;
    view.message = !deal
      ? l10n.t('Open a deal to see what happened to it.')
      : [
          ...(looked.travel.at ? [l10n.t('All up to now, not as of {0}.', looked.travel.at.words)] : []),
          ...(shown.events.length ? [] : [l10n.t('Nothing is known of its past.')]),
          ...(gap ? [l10n.t('Maybe not all: {0}', historyGap(gap))] : []),
        ].join(' ');
    changed.fire(undefined);
  };
  disposables.add(shown.onDidChange(tell));
  disposables.add(looked.travel.onDidChange(tell));
  disposables.add(view.onDidChangeVisibility(({ visible }) => shown.see(visible)));
  shown.see(view.visible);
  void shown.show(pipelines.inFront.uri);
  tell();
  disposables.add(
    commands.registerCommand(COMMANDS.showTimeline, async (meant?: unknown) => {
      const uri = meant instanceof Uri ? meant : uriOf(meant);
      await commands.executeCommand(`${VIEWS.timeline}.focus`);
      shown.see(true);
      await shown.show(uri ?? pipelines.inFront.uri);
    }),
  );
  disposables.add(
    commands.registerCommand(PRIVATE_COMMANDS.openEvent, async (node: EventNode) => {
      const { openEvent } = await import('./openEvent');
      await openEvent(node, files, snapshotsOf);
    }),
  );
  return { events: () => shown.events, itemOf, view, dispose: () => disposables.dispose() };
}
