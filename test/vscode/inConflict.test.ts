import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { messages } from './support/answers';
import { until } from './support/until';
import { clear, deal, extension, textOf, writeDeal } from './support/workspace';

const TEXT =
  '---\ntitle: Acme\ncurrency: EUR\n<<<<<<< HEAD\nstage: proposal\nvalue: 12000\n=======\nstage: closing\nvalue: 15000\n>>>>>>> main\n---\n';

describe('a deal in conflict', () => {
  const { said } = messages();
  beforeEach(clear);
  after(clear);

  /** Its row, once it has been read. */
  async function rowOf(name: string) {
    const { pipelines, tree } = await extension();
    const node = () => tree.dealNode(pipelines.folders[0]!, name);
    await until(`${name} has a row`, () => node() !== undefined);
    return { node: node()!, item: tree.getTreeItem(node()!) };
  }

  it('stays in its stage, marked with what both sides say', async () => {
    await writeDeal('acme.md', TEXT);
    const { node, item } = await rowOf('acme.md');
    const { tree } = await extension();
    assert.equal(node.group, 'proposal');
    assert.match(String(item.description), /^Proposal ↔ Closing, €12,000 ↔ €15,000/);
    assert.deepEqual(offeredAt(item.contextValue!), [
      'copyLink',
      'showTimeline',
      'openBrief',
      'resolveConflict',
      'open',
      'openToSide',
      'openPreview',
      'revealFile',
      'copyPath',
      'deleteFile',
    ]);
    assert.match(item.accessibilityInformation!.label, /In conflict: Proposal ↔ Closing/);
    assert.deepEqual(item.iconPath instanceof vscode.ThemeIcon && item.iconPath.id, 'git-merge');
    const { tooltip } = await tree.resolveTreeItem(item, node);
    const told = (tooltip as vscode.MarkdownString).value.replaceAll('\\', '');
    assert.match(told, /In conflict: Proposal ↔ Closing, €12,000 ↔ €15,000/);
    const groups = await tree.getChildren();
    assert.ok(!groups.some(group => group.kind === 'group' && group.group === 'attention'));
  });

  it('is marked in the status bar and above its text while it is open', async () => {
    const uri = await writeDeal('acme.md', TEXT);
    await rowOf('acme.md');
    await vscode.window.showTextDocument(uri);
    const { status } = await extension();
    const words = 'In conflict: Proposal ↔ Closing, €12,000 ↔ €15,000';
    await until('the status bar says so', () => status.text === `$(git-merge) ${words}`);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      10,
    );
    assert.ok(lenses.some(({ command }) => command?.title === `${words} ▸`));
  });

  it('has a button in the title of its editor, until one side is kept', async () => {
    const { executeCommand } = vscode.commands;
    let told: readonly string[] = [];
    const listening = (command: string, ...args: unknown[]) => {
      if (command === 'setContext' && args[0] === 'dealNotes.inConflict') told = args[1] as string[];
      return executeCommand(command, ...args);
    };
    Object.assign(vscode.commands, { executeCommand: listening });
    try {
      await writeDeal('titled.md', TEXT);
      const isTold = () => told.some(path => path.endsWith('titled.md'));
      await until('its editor has the button', isTold);
      await writeDeal('titled.md', deal('closing'));
      await until('the button is gone', () => !isTold());
    } finally {
      Object.assign(vscode.commands, { executeCommand });
    }
    const { menus } = vscode.extensions.getExtension('deal-notes.deal-notes')!.packageJSON.contributes as {
      menus: Record<string, { command: string; when: string }[]>;
    };
    const button = menus['editor/title']!.find(({ command }) => command === 'dealNotes.resolveConflict');
    assert.equal(button?.when, 'resourcePath in dealNotes.inConflict');
  });

  it('is marked in the agenda, with Resolve Conflict… and nothing that changes it', async () => {
    await writeDeal(
      'due.md',
      TEXT.replace('currency: EUR', 'currency: EUR\nnext_step: call\nnext_step_on: 2026-01-05'),
    );
    const { agenda } = await extension();
    const rows = () => agenda.getChildren().flatMap(part => agenda.getChildren(part));
    await until('it is in the agenda', () => rows().length === 1);
    const item = agenda.getTreeItem(rows()[0]!);
    assert.match(String(item.description), /Proposal ↔ Closing, €12,000 ↔ €15,000/);
    const offered = offeredAt(item.contextValue!);
    assert.ok(offered.includes('resolveConflict'), offered.join());
    assert.ok(
      !offered.some(command => /advance|log|complete|setField|moveTo/i.test(command)),
      offered.join(),
    );
  });

  it('says so above the card of its preview, with what both sides say and the line', async () => {
    const uri = await writeDeal('card.md', TEXT);
    await rowOf('card.md');
    const document = await vscode.workspace.openTextDocument(uri);
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
    const words = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    assert.match(words, /In conflict, line 4: Proposal ↔ Closing, €12,000 ↔ €15,000/);
  });

  it('is changed by no command, which says why', async () => {
    await writeDeal('acme.md', TEXT);
    const { node } = await rowOf('acme.md');
    await vscode.commands.executeCommand('dealNotes.advanceStage', node);
    await until('it is said', () => said.some(message => message.includes('is in conflict')));
    assert.match(
      said.join(),
      /“Acme” is in conflict, so nothing else is changed in it\. Run Resolve Conflict…/,
    );
    assert.equal(textOf('acme.md'), TEXT);
  });

  it('is a deal as any other once one side is kept', async () => {
    await writeDeal('acme.md', TEXT);
    await rowOf('acme.md');
    await writeDeal('acme.md', deal('closing'));
    const { pipelines, tree } = await extension();
    const item = () => tree.getTreeItem(tree.dealNode(pipelines.folders[0]!, 'acme.md')!);
    await until('the mark is gone', () => !item().contextValue!.includes('conflict'));
  });
});

/** The commands in the menu of a row, and its buttons. */
function offeredAt(contextValue: string): string[] {
  const manifest = vscode.extensions.getExtension('deal-notes.deal-notes')!.packageJSON as {
    contributes: { menus: Record<string, { command: string; when: string }[]> };
  };
  const offered = manifest.contributes.menus['view/item/context']!.filter(({ when }) => {
    const [, value, pattern] = /viewItem (?:== (\S+)|=~ \/(.*)\/$)/.exec(when) ?? [];
    return value === contextValue || (pattern !== undefined && new RegExp(pattern).test(contextValue));
  });
  return [...new Set(offered.map(({ command }) => command.replace('dealNotes.', '')))];
}
