import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ConfigurationTarget, workspace } from 'vscode';
import type { ChangesNode } from '../../src/changesView/nodes';
import { DEFAULT_VIEW } from '../../src/core/process/view';
import { pageIn } from './support/page';
import { makeRepository, type Repository } from './support/repository';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, extension, uriOf } from './support/workspace';

const workspaceFolder = workspace.workspaceFolders![0]!.uri.fsPath;

interface Facts {
  readonly title: string;
  readonly stage: string;
  readonly value: number;
  readonly owner?: string;
  readonly more?: string;
}

function write(name: string, { title, stage, value, owner = 'dana', more = '' }: Facts): void {
  mkdirSync(uriOf('.').fsPath, { recursive: true });
  const keys = `title: ${title}\naccount: ${title.split(' ')[0]!} Ltd\nowner: ${owner}\nstage: ${stage}\nvalue: ${value}\ncurrency: EUR\n`;
  writeFileSync(uriOf(name).fsPath, `---\n${keys}${more}---\nNotes of ${title}, whom we met in spring.\n`);
}

/** All rows from top to bottom, with what stands behind them. */
async function rows(): Promise<string[]> {
  const { tree } = (await extension()).changes;
  const shown = (nodes: readonly ChangesNode[], indent: string): string[] =>
    nodes.flatMap(node => {
      const { label, description } = tree.getTreeItem(node);
      return [
        `${indent}${String(label)} | ${String(description)}`,
        ...shown(tree.getChildren(node), `${indent}  `),
      ];
    });
  return shown(tree.getChildren(), '');
}

async function rowCalled(kind: string, title: string): Promise<vscode.TreeItem> {
  const { tree } = (await extension()).changes;
  for (const node of tree.getChildren()) {
    if (tree.getTreeItem(node).label !== kind) continue;
    const row = tree.getChildren(node).map(one => tree.getTreeItem(one));
    const found = row.find(({ label }) => label === title);
    if (found) return found;
  }
  throw new Error(`There is no row ${title} in ${kind}.`);
}

async function press(item: vscode.TreeItem): Promise<void> {
  const { command, arguments: args } = item.command!;
  await vscode.commands.executeCommand(command, ...(args as unknown[]));
}

const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;

describe('the view of changes', () => {
  const { answer, lists, understood } = typing();
  let repository: Repository;

  const since = async (typed: string, shown: string) => {
    answer('A day, branch, tag or commit', typed);
    await vscode.commands.executeCommand('dealNotes.changesSince');
    const { view } = (await extension()).changes;
    await until(
      () => `the view shows changes since ${shown}, not ${view.description} (${view.message})`,
      () => view.description === `since ${shown}`,
    );
  };

  before(async () => {
    // The editor's own git would still be busy in the repository when it is removed.
    await workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace);
    await clear();
    write('a.md', { title: 'Acme', stage: 'proposal', value: 40_000 });
    write('b.md', { title: 'Beta', stage: 'prospecting', value: 10_000 });
    write('c.md', { title: 'Ceta', stage: 'proposal', value: 20_000, more: 'close_date: 2026-03-20\n' });
    write('e.md', { title: 'Eta', stage: 'proposal', value: 5_000 });
    write('g.md', { title: 'Gamma', stage: 'closing', value: 30_000 });
    repository = makeRepository(workspaceFolder);
    repository.git('commit', '--amend', '--quiet', '--no-edit', '--date=2026-01-05T12:00:00');
    repository.git('tag', 'start');
    write('a.md', { title: 'Acme', stage: 'proposal', value: 60_000 });
    write('b.md', { title: 'Beta', stage: 'proposal', value: 10_000, owner: 'robin' });
    renameSync(uriOf('c.md').fsPath, uriOf('d.md').fsPath);
    write('d.md', { title: 'Ceta', stage: 'proposal', value: 20_000, more: 'close_date: 2026-04-20\n' });
    write('f.md', { title: 'Zeta Ltd, scanners', stage: 'prospecting', value: 7_000 });
    rmSync(uriOf('e.md').fsPath);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'February', '--date=2026-02-10T12:00:00');
    write('g.md', { title: 'Gamma', stage: 'closing', value: 30_000, more: 'status: won\n' });
    await (await extension()).pipelines.refresh();
  });
  after(async () => {
    repository.remove();
    (await extension()).tree.state.set(DEFAULT_VIEW);
    await workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace);
    await clear();
  });

  it('tells what has become of the deals since a point that a person has chosen, by whom and when', async () => {
    await since('start', 'start');
    assert.deepEqual(await rows(), [
      '€105K → €97K | open',
      'Won | 1 · €30K',
      '  Gamma | €30K',
      'Slipped out of Q1 2026 | 1 · €20K',
      '  Ceta | 20 Mar → 20 Apr · €20K',
      'New | 1 · €7K',
      '  Zeta Ltd | Prospecting · €7K · Tue 10 Feb, Dana',
      'Moved on | 1 · €10K',
      '  Beta | Prospecting → Proposal · €10K · Tue 10 Feb, Dana',
      'Value up | 1',
      '  Acme | €40,000 → €60,000 · Tue 10 Feb, Dana',
      'Close date pushed | 1 · €20K',
      '  Ceta | 20 Mar → 20 Apr (slipped) · €20K · Tue 10 Feb, Dana',
      'Owner changed | 1 · €10K',
      '  Beta | dana → robin · €10K · Tue 10 Feb, Dana',
      'Removed | 1 · €5K',
      '  Eta | Proposal · €5K · Tue 10 Feb, Dana',
    ]);
    assert.deepEqual(lists.at(-1)!.toSorted(), [
      'A day, branch, tag or commit…',
      'Monday',
      'Start of the month',
      'Start of the quarter',
      'The last commit',
      'Yesterday',
    ]);
  });

  it('has the rows of the pipeline say what deals were, while it is to be seen', async () => {
    const { changes, shown, tree } = await extension();
    const [folder] = shown.folders;
    const itemOf = (path: string) => tree.getTreeItem(tree.dealNode(folder!, path)!);
    const said = () => ['a.md', 'b.md', 'd.md', 'f.md'].map(path => String(itemOf(path).description));
    const fired: string[] = [];
    const listening = tree.onDidChangeTreeData(nodes =>
      fired.push(...(nodes ?? []).map(node => (node.kind === 'group' ? node.group : node.kind))),
    );
    try {
      const without = ['€60K', '€10K', '€20K', '€7K'];
      const withWas = ['€60K · was €40K', '€10K · was in Prospecting', '€20K · was closing 20 Mar', '€7K'];
      assert.deepEqual(said(), withWas);
      assert.match(itemOf('a.md').accessibilityInformation!.label, /, Changed since start: was €40,000$/);
      const node = tree.dealNode(folder!, 'a.md')!;
      const { tooltip } = await tree.resolveTreeItem(tree.getTreeItem(node), node);
      const { value } = tooltip as vscode.MarkdownString;
      assert.match(value.replaceAll('\\', ''), /Changed since start: was €40,000/);
      await vscode.commands.executeCommand('dealNotes.changes.removeView');
      await until('the view is gone', () => !changes.view.visible);
      await until(
        () => `the rows are as they were: ${said().join(', ')}`,
        () => said().join() === without.join(),
      );
      // Of the deal that was won, the tooltip says it.
      assert.deepEqual(fired.toSorted(), ['proposal', 'won']);
      await vscode.commands.executeCommand('dealNotes.changes.focus');
      await until('the rows say it again', () => said().join() === withWas.join());
    } finally {
      listening.dispose();
      await vscode.commands.executeCommand('dealNotes.changes.focus');
    }
  });

  it('is read aloud in full, and its first row has the way from one open total to the other', async () => {
    const { tree } = (await extension()).changes;
    const [bridge] = tree.getChildren().map(node => tree.getTreeItem(node));
    assert.equal(bridge!.accessibilityInformation?.label, 'Open pipeline: from €105,000 to €97,000');
    const value = (bridge!.tooltip as vscode.MarkdownString).value.replaceAll('\\', '');
    assert.match(value, /\| Won \| [-−]€30,000 \|/);
    assert.match(value, /\| Value up \| €20,000 \|/);
    const row = await rowCalled('Value up', 'Acme');
    assert.equal(row.accessibilityInformation?.label, 'Acme, Value up, €40,000 → €60,000, Tue 10 Feb, Dana');
  });

  it('opens what a deal was beside what it is, under whatever name its file had', async () => {
    await press(await rowCalled('Close date pushed', 'Ceta'));
    await until('the comparison is open', () => tab()?.input instanceof vscode.TabInputTextDiff);
    assert.equal(tab()!.label, 'Ceta (start ↔ now)');
    const { original, modified } = tab()!.input as vscode.TabInputTextDiff;
    assert.equal(modified.toString(), uriOf('d.md').toString());
    assert.equal(original.path, uriOf('c.md').path);
    const was = await workspace.openTextDocument(original);
    assert.match(was.getText(), /^close_date: 2026-03-20$/m);
    assert.match((await workspace.openTextDocument(modified)).getText(), /^close_date: 2026-04-20$/m);
  });

  it('opens the last text of a deal that is gone, and a new one as it is', async () => {
    await press(await rowCalled('Removed', 'Eta'));
    await until('the text is open', () => tab()?.label === 'Eta (removed)');
    const { uri } = tab()!.input as vscode.TabInputText;
    assert.match((await workspace.openTextDocument(uri)).getText(), /^title: Eta$/m);
    await press(await rowCalled('New', 'Zeta Ltd'));
    await until('the file is open', () => {
      const input = tab()?.input;
      return input instanceof vscode.TabInputText && input.uri.toString() === uriOf('f.md').toString();
    });
  });

  it('gives nobody a text of another repository', async () => {
    const elsewhere = vscode.Uri.file('/elsewhere/a.md').with({
      scheme: 'deal-notes-past',
      query: '0123456789012345678901234567890123456789',
    });
    assert.equal((await workspace.openTextDocument(elsewhere)).getText(), '');
  });

  it('leaves out what the pipeline view leaves out', async () => {
    const { changes, tree } = await extension();
    tree.state.setFilter({ owner: ['robin'] });
    await until('only one deal is left', () => changes.tree.getChildren().length === 3);
    assert.deepEqual(await rows(), [
      '€10K → €10K | open',
      'Moved on | 1 · €10K',
      '  Beta | Prospecting → Proposal · €10K · Tue 10 Feb, Dana',
      'Owner changed | 1 · €10K',
      '  Beta | dana → robin · €10K · Tue 10 Feb, Dana',
    ]);
    tree.state.set(DEFAULT_VIEW);
  });

  it('follows what is changed in the editor, saved or not, and starts anew after a commit', async () => {
    const { changes } = await extension();
    answer('The last commit');
    await vscode.commands.executeCommand('dealNotes.changesSince');
    await until(
      'only what is not committed is shown',
      () => changes.view.description === 'since the last commit',
    );
    assert.deepEqual(await rows(), ['€127K → €97K | open', 'Won | 1 · €30K', '  Gamma | €30K']);
    const editor = await vscode.window.showTextDocument(uriOf('a.md'));
    const at = editor.document.positionAt(editor.document.getText().indexOf('60000'));
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 5)), '50000'));
    await until('the change is shown', () => changes.tree.getChildren().length === 3);
    assert.deepEqual((await rows()).slice(-2), ['Value down | 1', '  Acme | €60,000 → €50,000']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    repository.git('commit', '--all', '--quiet', '--message', 'Won');
    await (await extension()).pipelines.refresh();
    await until('nothing is left', () => changes.view.message === 'Nothing has changed.');
    assert.deepEqual(await rows(), ['€97K → €97K | open']);
  });

  it('is on the page too, with the same numbers, and only once somebody looks at its tab', async () => {
    const { pipelines, shown } = await extension();
    const page = pageIn(shown, pipelines);
    try {
      page.send({ type: 'ready' });
      await until('the page has its figures', () => page.sheet() !== undefined);
      assert.equal(page.changes(), undefined);
      page.send({ type: 'seeChanges', isSeen: true });
      await until('the page has what changed', () => page.changes() !== undefined);
      assert.equal(page.changes()!.point, 'week');
      answer('A day, branch, tag or commit', 'start');
      page.send({ type: 'chooseSince' });
      await until('it is shown since the tag', () => page.changes()!.point === 'start');
      const { between } = page.changes()!;
      assert.ok(between.kind === 'compared', JSON.stringify(between));
      assert.deepEqual([between.since, between.notes], ['start', []]);
      const { from, won, removed, to } = between.bridges['EUR']!;
      assert.deepEqual([from, won, removed, to], [105_000, -30_000, -5_000, 97_000]);
      const named = (group: string) =>
        between.groups
          .filter(one => one.group === group)
          .flatMap(({ deals }) => deals.map(({ title, said, by, isGone }) => [title, said, by, isGone]));
      assert.deepEqual(named('up'), [['Acme', '€40,000 → €60,000', 'Dana', false]]);
      assert.deepEqual(named('removed'), [['Eta', 'Proposal', 'Dana', true]]);
      page.send({ type: 'openChange', path: 'e.md', isGone: true });
      await until('the text is open', () => tab()?.label === 'Eta (removed)');
      page.send({ type: 'openChange', path: 'a.md', isGone: false });
      await until('the comparison is open', () => tab()?.label === 'Acme (start ↔ now)');
      page.send({ type: 'setSince', point: 'quarter' });
      await until('another point is shown', () => page.changes()!.point === 'quarter');
    } finally {
      page.dispose();
    }
  });

  it('lists on the page the deals behind a number, those that are gone too', async () => {
    const { pipelines, shown } = await extension();
    const page = pageIn(shown, pipelines);
    try {
      page.send({ type: 'ready' });
      page.send({ type: 'seeChanges', isSeen: true });
      await until('the page has what changed', () => page.changes() !== undefined);
      answer('A day, branch, tag or commit', 'start');
      page.send({ type: 'chooseSince' });
      await until('it is shown since the tag', () => page.changes()!.point === 'start');
      const figure = { kind: 'bridge', number: 'removed', currency: 'EUR' } as const;
      answer('Eta');
      page.send({ type: 'listChanged', figure, words: 'Removed' });
      await until('its only deal is open', () => tab()?.label === 'Eta (removed)');
    } finally {
      page.dispose();
    }
  });

  it('says of a point that nobody knows that there is none, and keeps the one before', async () => {
    const { changes } = await extension();
    const before = changes.view.description;
    answer('A day, branch, tag or commit', 'no-such-branch');
    await vscode.commands.executeCommand('dealNotes.changesSince');
    assert.match(understood.at(-1)!, /no-such-branch/);
    assert.equal(changes.view.description, before);
  });

  it('takes a day, and says which', async () => {
    await since('2026-01-20', 'the end of Tue 20 Jan');
    assert.ok((await rows()).includes('  Acme | €40,000 → €60,000 · Tue 10 Feb, Dana'));
  });

  it('is empty where there is no git, and says nothing wrong', async () => {
    repository.remove();
    const { changes, pipelines } = await extension();
    await pipelines.refresh();
    // What was under way when the repository went may say so for a moment.
    await until(
      () => `nothing is shown, and not ${changes.view.message}`,
      () => changes.tree.getChildren().length === 0 && changes.view.message === '',
    );
    assert.equal(changes.view.description, '');
  });
});
