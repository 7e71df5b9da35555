import { commands } from 'vscode';
import type { PickedDeals } from '../core/filter/table';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { VIEWS } from '../ids';
import type { Node } from './nodes';
import type { PipelineTree } from './pipelineTree';
import type { Selection } from './selection';

/** Shows these deals and no others in the view, in open groups, and goes to the first of them. */
export async function showOnly(
  picked: PickedDeals,
  { folders }: ShownPipelines,
  tree: PipelineTree,
  selection: Selection<Node>,
): Promise<void> {
  const folder = folders.find(({ uri }) => uri.toString() === picked.home);
  if (!folder) return;
  tree.state.pick(picked);
  await commands.executeCommand(`${VIEWS.pipeline}.focus`);
  const { groups, first } = tree.withDeals(folder);
  for (const group of groups)
    await selection.view.reveal(group, { select: false, focus: false, expand: true });
  if (first) await selection.reveal(first, { focus: true });
}
