import assert from 'node:assert/strict';
import type { TreeView } from 'vscode';
import { Selection } from '../../src/tree/selection';
import { clear, deal, extension, writeDeal } from './support/workspace';

type Options = Parameters<TreeView<string>['reveal']>[1];

/** A view that finds rows only once it has been drawn anew so many times, as a busy editor's may. */
function viewThatFinds(afterRedraws: number) {
  const revealed: [string, Options][] = [];
  const view = {
    selection: [] as string[],
    onDidChangeSelection: () => ({ dispose: () => undefined }),
    reveal: async (row: string, options: Options) => {
      revealed.push([row, options]);
      if (list.redraws >= afterRedraws) view.selection = [row];
    },
  };
  const list = {
    redraws: 0,
    widenTo: () => undefined,
    redrawAll: () => void list.redraws++,
    getTreeItem: (id: string) => ({ id }),
  };
  return { selection: new Selection(view as unknown as TreeView<string>, list), view, list, revealed };
}

describe('going to a row', () => {
  it('draws the rows anew where the view has not found it, and goes there', async () => {
    const { selection, view, list, revealed } = viewThatFinds(1);
    await selection.reveal('acme', { focus: true, expand: false });
    assert.deepEqual([view.selection, list.redraws], [['acme'], 1]);
    const options = { focus: true, expand: false, select: true };
    assert.deepEqual(revealed, [
      ['acme', options],
      ['acme', options],
    ]);
    selection.dispose();
  });

  it('draws nothing anew where it has', async () => {
    const { selection, view, list, revealed } = viewThatFinds(0);
    await selection.reveal('acme', { focus: false });
    assert.deepEqual([view.selection, list.redraws, revealed.length], [['acme'], 0, 1]);
    selection.dispose();
  });

  it('is done in the editor’s own view when it says so, without a row drawn anew', async () => {
    await clear();
    await writeDeal('acme.md', deal('qualification'));
    const { tree, pipelines, selections } = await extension();
    let redraws = 0;
    const listening = tree.onDidChangeTreeData(() => redraws++);
    try {
      await selections.pipeline.reveal(tree.dealNode(pipelines.folders[0]!, 'acme.md')!, { focus: true });
      const [selected] = selections.pipeline.view.selection;
      assert.ok(selected?.kind === 'deal' && selected.deal.path === 'acme.md');
      assert.equal(redraws, 0);
    } finally {
      listening.dispose();
      await clear();
    }
  });
});
