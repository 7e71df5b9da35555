import { commands, l10n, Uri, window, type Disposable, type ExtensionContext, type TreeView } from 'vscode';
import type { Files } from '../actions/ports/files';
import type { PickedDeals } from '../core/filter/table';
import { Disposables } from '../disposables';
import type { Me } from '../files/editor/me';
import type { Was } from '../files/editor/points/was';
import type { Pipelines } from '../files/pipelines';
import type { ShownChange, ShownPipelines } from '../files/editor/travel/shownPipelines';
import { uriOf } from '../files/uris';
import { COMMANDS, PRIVATE_COMMANDS, VIEWS } from '../ids';
import { AgendaTree } from './agendaTree';
import { tellDealFolders } from './dealFolders';
import { tellDealsInConflict } from './dealsInConflict';
import { registerDecorations } from './decorations';
import { DealDrag, PipelineDrag } from './dragAndDrop';
import { registerMine } from './mine';
import { registerNavigation } from './navigation';
import type { AgendaNode, Node } from './nodes';
import { OwnViews } from './ownViews';
import { PipelineTree } from './pipelineTree';
import { registerReadingProgress } from './readingProgress';
import { Selection } from './selection';
import { registerShowMore } from './showMore';
import { registerViewCommands } from './viewCommands';
import { tellAgenda, tellView } from './tellViews';

/** The views of the side bar, for those who look at them from outside. */
export interface Trees {
  readonly tree: PipelineTree;
  readonly agenda: AgendaTree;
  readonly drag: PipelineDrag;
  readonly views: { readonly pipeline: TreeView<Node>; readonly agenda: TreeView<AgendaNode> };
  readonly selections: { readonly pipeline: Selection<Node>; readonly agenda: Selection<AgendaNode> };
  /** The deals that were selected last in a view that is to be seen. */
  selected(): readonly Uri[];
}

/** What a key in a view asks for. */
interface OnSelection {
  readonly command: string;
  readonly view?: 'pipeline' | 'agenda';
  /** The key means several selected rows; on a row that is no deal, none. */
  readonly several?: boolean;
}

/** The view "Pipeline", the deals by stage; and the view "Agenda", what they want done. */
export function registerTree(
  context: ExtensionContext,
  pipelines: Pipelines,
  shown: ShownPipelines,
  { files, me, was }: { readonly files: Files; readonly me: Me; readonly was: Was },
): Disposable & Trees {
  const disposables = new Disposables();
  const media = Uri.joinPath(context.extensionUri, 'media');
  const tree = disposables.add(new PipelineTree(shown, media, context.workspaceState, was));
  const agenda = disposables.add(new AgendaTree(shown, tree.state));
  const own = new OwnViews(context.workspaceState);
  const drag = new PipelineDrag(shown);
  const views = {
    pipeline: disposables.add(
      window.createTreeView<Node>(VIEWS.pipeline, {
        treeDataProvider: tree,
        dragAndDropController: drag,
        canSelectMany: true,
        showCollapseAll: true,
      }),
    ),
    agenda: disposables.add(
      window.createTreeView<AgendaNode>(VIEWS.agenda, {
        treeDataProvider: agenda,
        dragAndDropController: new DealDrag<AgendaNode>(),
        canSelectMany: true,
      }),
    ),
  };
  const selections = {
    pipeline: disposables.add(new Selection<Node>(views.pipeline, tree)),
    agenda: disposables.add(new Selection<AgendaNode>(views.agenda, agenda)),
  };
  disposables.add(registerDecorations());
  disposables.add(registerReadingProgress(pipelines));
  disposables.add(tellDealFolders(pipelines));
  disposables.add(tellDealsInConflict(pipelines));
  disposables.add(
    commands.registerCommand(COMMANDS.showIcons, async () => (await import('./iconWords')).showIcons()),
  );
  disposables.add(registerViewCommands({ pipelines, shown, files, own, me }, tree));
  disposables.add(
    commands.registerCommand(PRIVATE_COMMANDS.showOnly, async (picked: PickedDeals) =>
      (await import('./showOnly')).showOnly(picked, shown, tree, selections.pipeline),
    ),
  );
  disposables.add(registerShowMore({ tree, agenda }, selections));
  disposables.add(registerMine(tree.state, me, pipelines));
  disposables.add(registerNavigation(shown, { tree, agenda }, selections));
  disposables.add(shown.onDidChange(change => void followDeal(selections.pipeline, tree, change)));
  const tell = () => {
    tellView(views.pipeline, tree, shown);
    tellAgenda(views.agenda, agenda, tree.state.current.filter, shown);
  };
  disposables.add(shown.onDidChange(tell));
  disposables.add(shown.onDidChangeFolders(tell));
  disposables.add(tree.state.onDidChange(tell));
  disposables.add(
    commands.registerCommand(
      PRIVATE_COMMANDS.onSelection,
      async ({ command, view = 'pipeline', several = false }: OnSelection) => {
        const selection = selections[view];
        await selection.settle();
        const deals = selection.rows.filter(row => uriOf(row));
        // A key in the view selects the row it is pressed on first, but for one that would then close. None of several that were
        // clicked is meant more than the others.
        const isMeant = several ? deals.length > 1 : deals.length;
        if (!isMeant) {
          void window.showInformationMessage(l10n.t('Go to a deal in the view first.'));
          return;
        }
        const press = selection.pressOn(deals.flatMap(row => uriOf(row) ?? []));
        try {
          await runOn(command, deals);
        } finally {
          press.end();
        }
      },
    ),
  );
  // The other view still has what was selected in it some time ago.
  const selected = () => {
    const seen = [selections.pipeline, selections.agenda].filter(
      ({ view, rows }) => view.visible && rows.length,
    );
    const [latest] = seen.sort((a, b) => b.chosenAt - a.chosenAt);
    return (latest?.rows ?? []).flatMap((row: Node | AgendaNode) => uriOf(row) ?? []);
  };
  return { tree, agenda, drag, views, selections, selected, dispose: () => disposables.dispose() };
}

/** To-dos are done by their ticks: the key that completes a next step means that on them. */
async function runOn(command: string, rows: readonly (Node | AgendaNode)[]): Promise<void> {
  const isStep = command === COMMANDS.completeNextStep;
  const todos = isStep ? rows.filter(row => row.kind === 'todo') : [];
  const deals = rows.filter(row => !todos.some(todo => todo === row));
  if (todos.length) await commands.executeCommand(COMMANDS.tickTodo, undefined, todos);
  if (deals.length) await commands.executeCommand(command, undefined, deals);
}

/** A selected deal that moves to another group stays selected, so that the next key press means it again. */
async function followDeal(
  selection: Selection<Node>,
  tree: PipelineTree,
  { folder, paths }: ShownChange,
): Promise<void> {
  const [selected, ...others] = selection.rows;
  if (!selection.view.visible || others.length) return;
  if (selected?.kind !== 'deal' || selected.folder !== folder || !paths.has(selected.deal.path)) return;
  const now = tree.dealNode(folder, selected.deal.path);
  if (now && now.group !== selected.group) await selection.follow(now, now.uri);
}
