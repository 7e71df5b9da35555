import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { DEFAULT_VIEW, type View } from '../../src/core/process/view';
import { COMMANDS, PRIVATE_COMMANDS } from '../../src/ids';
import type { AgendaNode, GroupNode, Node } from '../../src/tree/nodes';
import { PAGE_ROWS } from '../../src/tree/pages';
import { until } from './support/until';
import { clear, deal, extension, textOf, uriOf, writeDeal } from './support/workspace';

/** More than two pages. */
const MANY = 2 * PAGE_ROWS + 50;
const STAGE = 'needs-analysis';
const nameOf = (at: number) => `deal ${String(at).padStart(3, '0')}.md`;
const titled = (title: string, stage = STAGE) => deal(stage, 'value: 10\n').replace('Acme, scanners', title);

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);

const pathOf = (node?: Node | AgendaNode) =>
  node && 'deal' in node ? node.deal.path : `a row of the kind ${node?.kind}`;

/** Waits until a view has nothing selected but the row of a deal. */
const untilSelected = (view: vscode.TreeView<Node> | vscode.TreeView<AgendaNode>, path: string) => {
  const selected = () => view.selection.map(pathOf).join();
  return until(
    () =>
      `${path} is selected in the view, which ${view.visible ? 'is' : 'isn’t'} visible and has: ${selected()}`,
    () => selected() === path,
  );
};

/** For use inside `describe`: `MANY` deals that are written anew, and the view in which they are shown. */
function useMany(view: Partial<View>, write: () => void): void {
  before(async () => {
    await clear();
    write();
    const { tree, pipelines } = await extension();
    tree.state.set({ ...DEFAULT_VIEW, ...view });
    await pipelines.refresh();
    await until('all are read', () => pipelines.folders[0]?.pipeline.files.open === MANY);
    await run('pipeline.focus');
  });
  after(async () => {
    (await extension()).tree.state.set(DEFAULT_VIEW);
    await clear();
  });
}

describe('a stage with hundreds of deals', () => {
  useMany({ sort: 'title' }, () => {
    for (let at = 0; at < MANY; at++) writeFileSync(uriOf(nameOf(at)).fsPath, titled(`Deal ${nameOf(at)}`));
  });

  const groupOf = async () =>
    (await extension()).tree
      .getChildren()
      .find((node): node is GroupNode => node.kind === 'group' && node.group === STAGE)!;
  const rows = async () => (await extension()).tree.getChildren(await groupOf());

  it('shows a page of them, and a row that says how many are left; the counts are of all', async () => {
    const { tree } = await extension();
    const shown = await rows();
    assert.equal(shown.length, PAGE_ROWS + 1);
    assert.equal(pathOf(shown[PAGE_ROWS - 1]), nameOf(PAGE_ROWS - 1));
    const { label, description, accessibilityInformation, contextValue } = tree.getTreeItem(shown.at(-1)!);
    assert.deepEqual([label, description, contextValue], ['Show More', `${MANY - PAGE_ROWS} left`, 'more']);
    assert.equal(accessibilityInformation?.label, `Show More, ${MANY - PAGE_ROWS} rows left`);
    assert.match(String(tree.getTreeItem(await groupOf()).description), new RegExp(`^${MANY} · .*4[.,]5`));
  });

  it('goes to a deal far down from its editor, and is as long from then on', async () => {
    const { views } = await extension();
    const name = nameOf(PAGE_ROWS + 20);
    await vscode.window.showTextDocument(uriOf(name));
    await run('revealInTree');
    await untilSelected(views.pipeline, name);
    assert.equal((await rows()).length, 2 * PAGE_ROWS + 1);
  });

  it('is followed into by a deal that a key moves there, wherever it comes to stand', async () => {
    const { tree, pipelines, views, selections } = await extension();
    tree.state.set({ ...DEFAULT_VIEW, sort: 'title', reversed: true });
    await writeDeal('new.md', titled('Deal 0', 'qualification'));
    const folder = pipelines.folders[0]!;
    await selections.pipeline.reveal(tree.dealNode(folder, 'new.md')!, { focus: true });
    await untilSelected(views.pipeline, 'new.md');
    await vscode.commands.executeCommand(PRIVATE_COMMANDS.onSelection, { command: COMMANDS.advanceStage });
    assert.match(textOf('new.md'), new RegExp(`^stage: ${STAGE}$`, 'm'));
    await until('it is selected where it is now', () => {
      const [row] = views.pipeline.selection;
      return row?.kind === 'deal' && row.deal.path === 'new.md' && row.group === STAGE;
    });
    assert.equal(pathOf((await rows()).at(-1)), 'new.md');
  });

  it('shows more on a click or Enter, and goes on from the first new row, until all are there', async () => {
    const { tree, views } = await extension();
    tree.state.set({ ...DEFAULT_VIEW, sort: 'title', group: 'account' });
    const [group] = tree.getChildren();
    const order = ['new.md', ...Array.from({ length: MANY }, (_, at) => nameOf(at))];
    for (const shown of [PAGE_ROWS, 2 * PAGE_ROWS]) {
      const before = tree.getChildren(group);
      assert.deepEqual(
        before.slice(0, -1).map(row => pathOf(row)),
        order.slice(0, shown),
      );
      const { command, arguments: args = [] } = tree.getTreeItem(before.at(-1)!).command!;
      await vscode.commands.executeCommand(command, ...(args as unknown[]));
      await untilSelected(views.pipeline, order[shown]!);
    }
    assert.deepEqual(
      tree.getChildren(group).map(row => pathOf(row)),
      order,
    );
  });

  it('is gone through deal by deal in the agenda too', async () => {
    const { agenda, views, selections } = await extension();
    const part = () => agenda.getChildren().find(node => node.kind === 'part' && node.part === 'none');
    const before = agenda.getChildren(part());
    assert.equal(before.length, PAGE_ROWS + 1);
    const item = agenda.getTreeItem(before.at(-1)!);
    assert.equal(item.label, 'Show More');
    assert.match(String(agenda.getTreeItem(part()!).description), new RegExp(`^${MANY + 1} · `));
    const order = [...agenda.dealsInOrder()].map(row => pathOf(row));
    await selections.agenda.reveal(before[PAGE_ROWS - 1]!, { focus: true });
    await untilSelected(views.agenda, order[PAGE_ROWS - 1]!);
    await run('nextDeal', { from: 'agenda' });
    await untilSelected(views.agenda, order[PAGE_ROWS]!);
    assert.equal(agenda.getChildren(part()).length, 2 * PAGE_ROWS + 1);
    await vscode.commands.executeCommand(item.command!.command, ...(item.command!.arguments as unknown[]));
    await untilSelected(views.agenda, order[2 * PAGE_ROWS]!);
    assert.equal(agenda.getChildren(part()).length, MANY + 1);
  });
});

describe('a pipeline of hundreds of accounts', () => {
  const accountOf = (at: number) => `Account ${String(at).padStart(3, '0')}`;
  const accounts = (begin: number, end: number) =>
    Array.from({ length: end - begin }, (_, at) => accountOf(begin + at));
  const writeAll = (many: number, folder = '') => {
    for (let at = 0; at < many; at++) {
      const text = deal(STAGE, 'value: 10\n').replace('account: Acme Corp', `account: ${accountOf(at)}`);
      writeFileSync(uriOf(`${folder}${nameOf(at)}`).fsPath, text);
    }
  };

  useMany({ group: 'account' }, () => {
    writeAll(MANY);
    writeFileSync(uriOf('broken.md').fsPath, deal('nowhere'));
  });

  const labels = async (of?: Node) => {
    const { tree } = await extension();
    return tree.getChildren(of).map(node => String(tree.getTreeItem(node).label));
  };
  const OTHERS = ['Won', 'Lost', 'Needs attention'];

  it('shows a page of them, a row that says how many are left, and below it what belongs to none', async () => {
    const { tree } = await extension();
    assert.deepEqual(await labels(), [...accounts(0, PAGE_ROWS), 'Show More', ...OTHERS]);
    const { description, contextValue } = tree.getTreeItem(tree.getChildren()[PAGE_ROWS]!);
    assert.deepEqual([description, contextValue], [`${MANY - PAGE_ROWS} left`, 'more']);
    assert.deepEqual(tree.openDeals, { shown: MANY, all: MANY });
  });

  it('goes to a deal of an account far down, and is as long from then on', async () => {
    const { views } = await extension();
    const name = nameOf(PAGE_ROWS + 20);
    await vscode.window.showTextDocument(uriOf(name));
    await run('revealInTree');
    await untilSelected(views.pipeline, name);
    assert.deepEqual(await labels(), [...accounts(0, 2 * PAGE_ROWS), 'Show More', ...OTHERS]);
  });

  it('shows more on a click or Enter, and goes on from the first new account', async () => {
    const { tree, views } = await extension();
    const { command, arguments: args = [] } = tree.getTreeItem(tree.getChildren()[2 * PAGE_ROWS]!).command!;
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
    await until('the first new account is selected', () => {
      const [row] = views.pipeline.selection;
      return row?.kind === 'group' && tree.getTreeItem(row).label === accountOf(2 * PAGE_ROWS);
    });
    assert.deepEqual(await labels(), [...accounts(0, MANY), ...OTHERS]);
  });

  it('does the same below its own row where there are several pipelines', async () => {
    mkdirSync(uriOf('inner').fsPath);
    writeFileSync(uriOf('inner/sales-process.yaml').fsPath, '');
    writeAll(MANY, 'inner/');
    const { tree, pipelines, views } = await extension();
    await pipelines.refresh();
    const inner = () =>
      tree.getChildren().find(row => row.kind === 'folder' && row.folder.name === 'deals/inner')!;
    assert.deepEqual(await labels(inner()), [...accounts(0, PAGE_ROWS), 'Show More', 'Won', 'Lost']);
    assert.equal(tree.getParent(tree.getChildren(inner())[PAGE_ROWS]!), inner());
    const name = nameOf(PAGE_ROWS);
    await vscode.window.showTextDocument(uriOf(`inner/${name}`));
    await run('revealInTree');
    await untilSelected(views.pipeline, name);
    assert.equal((await labels(inner()))[2 * PAGE_ROWS], 'Show More');
  });
});
