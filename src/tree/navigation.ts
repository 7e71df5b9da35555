import { commands, l10n, window, workspace, type Disposable, type Uri } from 'vscode';
import { dealOf, isNote } from '../core/deal/entry';
import { isArchived } from '../core/pipeline/archive';
import { Disposables } from '../disposables';
import { uriOf } from '../files/uris';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { COMMANDS, SETTINGS } from '../ids';
import type { AgendaNode, DealNode, Node } from './nodes';
import type { PipelineTree } from './pipelineTree';
import type { Selection } from './selection';

interface InOrder {
  dealsInOrder(): Iterable<DealNode>;
}

/** From deal to deal in the order of a view, and from an editor to the deal's row. */
export function registerNavigation(
  pipelines: ShownPipelines,
  { tree, agenda }: { readonly tree: PipelineTree; readonly agenda: InOrder },
  selections: { readonly pipeline: Selection<Node>; readonly agenda: Selection<AgendaNode> },
): Disposable {
  const disposables = new Disposables();
  const goIn = async <Row extends Node | AgendaNode>(
    by: 1 | -1,
    order: InOrder,
    selection: Selection<Row>,
    isInView: boolean,
  ) => {
    const next = neighbour([...order.dealsInOrder()], whereOn(pipelines, selection, isInView), by);
    await open(next, isInView);
    if (next && isInView) await selection.reveal(next as Row, { focus: true });
  };
  const goOnce = (by: 1 | -1, from: unknown) =>
    from === 'agenda'
      ? goIn(by, agenda, selections.agenda, true)
      : goIn(by, tree, selections.pipeline, from === 'pipeline');
  // A second press counts from where the first one leads, which takes an editor a moment.
  let gone: Promise<void> = Promise.resolve();
  const go = (by: 1 | -1) => (called?: { readonly from?: unknown }) => {
    const going = gone.then(() => goOnce(by, called?.from));
    gone = going.catch(() => undefined);
    return going;
  };
  disposables.add(commands.registerCommand(COMMANDS.nextDeal, go(1)));
  disposables.add(commands.registerCommand(COMMANDS.previousDeal, go(-1)));
  disposables.add(
    commands.registerCommand(COMMANDS.revealInTree, (clicked: unknown) =>
      reveal(pipelines, tree, selections.pipeline, uriOf(clicked) ?? pipelines.inFront.uri),
    ),
  );
  disposables.add(
    window.onDidChangeActiveTextEditor(editor => {
      if (editor) void follow(pipelines, tree, selections.pipeline, editor.document.uri);
    }),
  );
  return disposables;
}

/** Where the person wants it, the view goes along with the editors; what is selected together stays so. */
async function follow(
  pipelines: ShownPipelines,
  tree: PipelineTree,
  selection: Selection<Node>,
  uri: Uri,
): Promise<void> {
  const { view } = selection;
  const isWanted = workspace.getConfiguration(SETTINGS.section, uri).get(SETTINGS.followEditor) === true;
  if (!isWanted || !view.visible || view.selection.length > 1) return;
  const folder = pipelines.folderOf(uri);
  const entry = folder?.entryAt(uri);
  const node = folder && entry && tree.nodeOf(folder, entry.path);
  if (!node || uriOf(view.selection[0])?.toString() === uri.toString()) return;
  await selection.reveal(node, { focus: false });
}

/** The deal that the person is on: in the editor, else selected in the view; in the view it is the other way round. */
function whereOn(
  pipelines: ShownPipelines,
  { rows }: Selection<Node | AgendaNode>,
  isInView: boolean,
): Uri | undefined {
  const selected = uriOf(rows[0]);
  const active = pipelines.inFront.uri;
  const open = active && dealOf(pipelines.entryAt(active)) ? active : undefined;
  return isInView ? (selected ?? open) : (open ?? selected);
}

/** Round and round; from a file that is not shown to the first deal, or the last. */
function neighbour(deals: readonly DealNode[], from: Uri | undefined, by: 1 | -1): DealNode | undefined {
  const at = deals.findIndex(({ uri }) => uri.toString() === from?.toString());
  if (at < 0) return by === 1 ? deals[0] : deals.at(-1);
  return deals[(at + by + deals.length) % deals.length];
}

async function open(node: DealNode | undefined, preserveFocus: boolean): Promise<void> {
  if (node) await window.showTextDocument(node.uri, { preview: true, preserveFocus });
  else void window.showInformationMessage(l10n.t('The view shows no deals.'));
}

async function reveal(
  pipelines: ShownPipelines,
  tree: PipelineTree,
  selection: Selection<Node>,
  uri: Uri | undefined,
): Promise<void> {
  const folder = uri && pipelines.folderOf(uri);
  const entry = uri && folder?.entryAt(uri);
  if (!folder || !entry || isNote(entry)) {
    void window.showInformationMessage(l10n.t('This file isn’t a deal.'));
    return;
  }
  const node = tree.nodeOf(folder, entry.path);
  if (node) {
    await selection.reveal(node, { focus: true, expand: false });
    return;
  }
  const clear = l10n.t('Clear Filter');
  const message = l10n.t('The view’s filter hides this deal.');
  if ((await window.showInformationMessage(message, clear)) !== clear) return;
  const deal = dealOf(entry);
  tree.state.set({ filter: deal && isArchived(deal) ? { archived: true } : {} });
  await reveal(pipelines, tree, selection, uri);
}
