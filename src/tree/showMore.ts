import { commands, type Disposable } from 'vscode';
import { PRIVATE_COMMANDS } from '../ids';
import type { AgendaTree } from './agendaTree';
import type { AgendaMoreNode, AgendaNode, MoreNode, Node } from './nodes';
import type { PipelineTree } from './pipelineTree';
import type { Selection } from './selection';

/** What the last row of a long list does: there are more rows, and the first of them is selected, so that keys go on from there. */
export function registerShowMore(
  { tree, agenda }: { readonly tree: PipelineTree; readonly agenda: AgendaTree },
  selections: { readonly pipeline: Selection<Node>; readonly agenda: Selection<AgendaNode> },
): Disposable {
  return commands.registerCommand(PRIVATE_COMMANDS.showMore, async (row: MoreNode | AgendaMoreNode) => {
    if (isOfAgenda(row)) await goTo(selections.agenda, agenda.showMore(row));
    else await goTo(selections.pipeline, tree.showMore(row));
  });
}

function isOfAgenda(row: MoreNode | AgendaMoreNode): row is AgendaMoreNode {
  return row.of.kind === 'part';
}

async function goTo<Row>(selection: Selection<Row>, row: Row | undefined): Promise<void> {
  if (row) await selection.reveal(row, { focus: true });
}
