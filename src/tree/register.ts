import { commands, Uri, window, type Disposable, type ExtensionContext, type TreeView } from 'vscode';
import { Disposables } from '../disposables';
import type { PipelineChange } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { PRIVATE_COMMANDS, VIEWS } from '../ids';
import { plainText } from '../core/escape';
import type { Node } from './nodes';
import { PipelineTree } from './pipelineTree';

/** The view "Pipeline": the deals by stage. */
export function registerTree(
  context: ExtensionContext,
  pipelines: Pipelines,
): Disposable & { readonly tree: PipelineTree } {
  const disposables = new Disposables();
  const tree = disposables.add(new PipelineTree(pipelines, Uri.joinPath(context.extensionUri, 'media')));
  const view = disposables.add(
    window.createTreeView(VIEWS.pipeline, {
      treeDataProvider: tree,
      canSelectMany: true,
      showCollapseAll: true,
    }),
  );
  disposables.add(pipelines.onDidChange(change => void followSelection(view, tree, change)));
  disposables.add(
    pipelines.onDidChange(() => {
      const problem = pipelines.folders.find(folder => folder.problem)?.problem;
      view.message = problem ? plainText(problem.message, 300) : '';
    }),
  );
  disposables.add(
    commands.registerCommand(PRIVATE_COMMANDS.onSelection, async ({ command }: { command: string }) => {
      if (view.selection.length) await commands.executeCommand(command, view.selection[0], view.selection);
    }),
  );
  return { tree, dispose: () => disposables.dispose() };
}

/** A selected deal that moves to another stage stays selected, so that the next key press means it again. */
async function followSelection(
  view: TreeView<Node>,
  tree: PipelineTree,
  { folder, paths }: PipelineChange,
): Promise<void> {
  if (!view.visible || view.selection.length !== 1) return;
  const [selected] = view.selection;
  if (selected?.kind !== 'deal' || selected.folder !== folder || !paths.has(selected.deal.path)) return;
  const now = tree.dealNode(folder, selected.deal.path);
  if (now && now.group !== selected.group) await view.reveal(now, { select: true, focus: false });
}
