import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { messages } from './support/answers';
import { until } from './support/until';
import { clear, deal, textOf, uriOf, writeDeal } from './support/workspace';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
const titled = (title: string, stage = 'proposal') => deal(stage).replace('Acme, scanners', title);

describe('the list of Find Deal', () => {
  const { said } = messages();
  const { createQuickPick } = vscode.window;
  let box: vscode.QuickPick<vscode.QuickPickItem>;
  let isShown = false;
  beforeEach(async () => {
    await clear();
    const created = () => {
      box = createQuickPick();
      box.onDidHide(() => (isShown = false));
      return box;
    };
    Object.assign(vscode.window, { createQuickPick: created });
  });
  afterEach(async () => {
    await run('workbench.action.closeQuickOpen');
    Object.assign(vscode.window, { createQuickPick });
  });
  after(clear);

  const labels = () => box.items.map(({ label }) => label);
  const first = () => box.activeItems[0]?.label;
  async function find(typed: string, wanted: string): Promise<void> {
    await run('dealNotes.findDeal');
    isShown = true;
    box.value = typed;
    await until(`${wanted} is highlighted`, () => first() === wanted);
  }

  it('has the best hit first, whatever the editor would put there, and opens it', async () => {
    await writeDeal('a.md', titled('A warehouse for Nordwind'));
    await writeDeal('b.md', titled('Warehouse, Łódź'));
    await writeDeal('c.md', titled('Other'));
    await find('lodz warehose', 'Warehouse, Łódź');
    assert.deepEqual(labels(), ['Warehouse, Łódź']);
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await until(
      'the deal is open',
      () => vscode.window.activeTextEditor?.document.uri.fsPath === uriOf('b.md').fsPath,
    );
  });

  it('keeps its own order where labels have what was typed', async () => {
    await writeDeal('a.md', titled('Old scanners').replace('Acme Corp', 'Nobody'));
    await writeDeal('b.md', titled('Scan it').replace('Acme Corp', 'Nobody'));
    await find('scan', 'Scan it');
    assert.deepEqual(labels(), ['Scan it', 'Old scanners']);
  });

  it('moves the highlighted deal on and back, and stays with its new stage', async () => {
    await writeDeal('a.md', titled('Alpha'));
    await writeDeal('b.md', titled('Beta'));
    await find('beta', 'Beta');
    await run('dealNotes._onFound', 'dealNotes.advanceStage');
    assert.match(textOf('b.md'), /^stage: negotiation$/m);
    await until('the list says so', () => box.activeItems[0]?.description === 'Objections and negotiations');
    assert.equal(isShown, true);
    await run('dealNotes._onFound', 'dealNotes.moveBack');
    await until('the list says so', () => box.activeItems[0]?.description === 'Proposal');
    assert.equal(textOf('a.md'), titled('Alpha'));
    await until('both are told', () => said.length === 2);
    await run('dealNotes.undoMove');
    assert.match(textOf('b.md'), /^stage: negotiation$/m);
  });

  it('offers the buttons that a deal has a use for', async () => {
    await writeDeal('a.md', titled('Alpha'));
    await writeDeal('b.md', titled('Beta').replace('history', 'status: won\nhistory'));
    await find('alpha', 'Alpha');
    const tooltips = () => box.items[0]?.buttons?.map(({ tooltip }) => tooltip);
    assert.deepEqual(tooltips(), ['Advance', 'Set Stage…', 'Log Activity…']);
    box.value = 'beta';
    await until('the other is found', () => first() === 'Beta');
    assert.deepEqual(tooltips(), ['Log Activity…']);
  });

  it('is there again after a command that asked something', async () => {
    await writeDeal('a.md', titled('Alpha'));
    await find('alpha', 'Alpha');
    const logged = run('dealNotes._onFound', 'dealNotes.logActivity');
    await until('the question takes its place', () => !isShown);
    await run('workbench.action.closeQuickOpen');
    await logged;
    assert.equal(textOf('a.md'), titled('Alpha'));
    await until('the deal is highlighted again', () => first() === 'Alpha');
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await until(
      'the deal is open',
      () => vscode.window.activeTextEditor?.document.uri.fsPath === uriOf('a.md').fsPath,
    );
  });

  it('offers the notes and a new deal where nothing is found, and finds in the notes', async () => {
    await writeDeal('a.md', titled('Alpha'));
    await writeDeal('b.md', titled('Beta').replace('Notes.', 'They saw a zebra\\: $(x).'));
    await find('zebra', 'Search in notes for “zebra”');
    assert.deepEqual(labels(), ['Search in notes for “zebra”', 'New Deal “zebra”…']);
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await until('the notes are searched', () => first() === 'Beta');
    assert.match(box.items[0]!.detail!, /^They saw a zebra/);
    assert.match(box.items[0]!.detail!, /\\\$\(x\)/);
    box.value = 'gnu';
    await until('nothing is found there either', () => labels().join() === 'New Deal “gnu”…');
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await until('the list is gone', () => !isShown);
  });

  it('shows 200, and tells how many more there are', async () => {
    await writeDeal('a.md', titled('Alpha'));
    for (let at = 0; at < 204; at++) {
      await vscode.workspace.fs.writeFile(uriOf(`x${at}.md`), Buffer.from(titled(`Copy ${at}`)));
    }
    await writeDeal('z.md', titled('Zulu'));
    await find('proposal', 'Alpha');
    assert.equal(box.items.length, 201);
    assert.equal(labels().at(-1), '6 more; keep typing to narrow them down');
  });

  it('is left without a trace, and has no keys then', async () => {
    await writeDeal('a.md', titled('Alpha'));
    await find('alpha', 'Alpha');
    await run('workbench.action.closeQuickOpen');
    await until('it is gone', () => !isShown);
    await run('dealNotes._onFound', 'dealNotes.advanceStage');
    assert.equal(textOf('a.md'), titled('Alpha'));
    assert.deepEqual(said, []);
  });
});
