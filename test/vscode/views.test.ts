import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { addDays, localDay } from '../../src/core/calendar';
import { describeDate } from '../../src/core/peopleDates';
import { DEFAULT_VIEW, type View } from '../../src/core/process/view';
import { COMMANDS, DEAL_LINKS, PRIVATE_COMMANDS } from '../../src/ids';
import { decorationOf } from '../../src/tree/decorations';
import type { Node } from '../../src/tree/nodes';
import { messages } from './support/answers';
import { withSettings } from './support/settings';
import { typing } from './support/typing';
import { until } from './support/until';
import { bytesOf, clear, deal, extension, textOf, uriOf, writeDeal, writeProcess } from './support/workspace';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`dealNotes.${command}`, ...args);
const inDays = (days: number) => addDays(localDay(new Date()), days);

/** A deal that was touched today. */
const fresh = (stage: string, more = '') =>
  deal(stage, more)
    .replace('history:', `created: ${inDays(0)}\nhistory:`)
    .replace('2026-01-12', inDays(0));

/** All rows with their labels and descriptions, those of groups with a colon. */
async function rows(): Promise<string[]> {
  const { tree } = await extension();
  const words = (node: Node) => {
    const { label, description } = tree.getTreeItem(node);
    return `${label as string} ${description as string}`;
  };
  const under = (node?: Node): string[] =>
    tree.getChildren(node).flatMap(child => [words(child), ...under(child).map(row => `  ${row}`)]);
  return under().filter(row => !/^\S.* 0$/.test(row));
}

async function look(view: Partial<View> = {}): Promise<void> {
  (await extension()).tree.state.set({ ...DEFAULT_VIEW, ...view });
}

const titled = (title: string, text: string) => text.replace('Acme, scanners', title);

/** What a row of a view has buttons for, while the mouse or the focus is on it. */
function buttonsAt(view: string, { contextValue }: vscode.TreeItem): string[] {
  const manifest = vscode.extensions.getExtension('deal-notes.deal-notes')!.packageJSON as {
    contributes: { menus: Record<string, { command: string; when: string; group: string }[]> };
  };
  const facts: Record<string, string | undefined> = { view, viewItem: contextValue };
  const holds = (part: string) => {
    const [, name, value, pattern] = /^(\w+) (?:== (\S+)|=~ \/(.*)\/)$/.exec(part)!;
    const fact = facts[name!] ?? '';
    return pattern === undefined ? fact === value : new RegExp(pattern).test(fact);
  };
  return manifest.contributes.menus['view/item/context']!.filter(
    ({ when, group }) => group.startsWith('inline') && when.split(' && ').every(holds),
  ).map(({ command }) => command.replace('dealNotes.', ''));
}

describe('the rows of deals', () => {
  beforeEach(async () => {
    await clear();
    await look();
  });
  after(clear);

  async function itemOf(name: string): Promise<vscode.TreeItem> {
    const { tree, pipelines } = await extension();
    return tree.getTreeItem(tree.dealNode(pipelines.folders[0]!, name)!);
  }
  const iconOf = ({ iconPath }: vscode.TreeItem) => (iconPath as vscode.ThemeIcon).id;

  for (const [icon, more, row, aloud] of [
    [
      'bell-dot',
      `next_step: Call\nnext_step_on: ${inDays(-2)}\n`,
      '0d · 2d late · Call',
      /next step Call, overdue since /,
    ],
    [
      'bell',
      `next_step: Call\nnext_step_on: ${inDays(0)}\n`,
      '0d · today · Call',
      /next step Call, due today/,
    ],
    [
      'circle-small-filled',
      `next_step_on: ${inDays(400)}\n`,
      /^0d · \d+ \w+ \d{4}$/,
      /next step unnamed, due on /,
    ],
    ['circle-small-filled', 'next_step: Call\n', '0d · Call', /next step Call, no date/],
    ['report', '', '0d', /no next step/],
  ] as const) {
    it(`say when the next step is due, also in full words: ${icon} ${String(row)}`, async () => {
      await writeDeal('a.md', fresh('proposal', more));
      const item = await itemOf('a.md');
      assert.equal(iconOf(item), icon);
      assert.match(String(item.description), typeof row === 'string' ? new RegExp(`^${row}$`) : row);
      const { label } = item.accessibilityInformation!;
      assert.match(label, aloud);
      assert.match(label, /^Acme, scanners, Acme Corp, Proposal, 0 days in this stage/);
    });
  }

  it('are marked when stalled or idle, under addresses that no other view has', async () => {
    await writeDeal('stalled.md', deal('proposal'));
    await writeDeal(
      'idle.md',
      fresh('proposal')
        .replace(`on: ${inDays(0)}`, `on: ${inDays(-15)}`)
        .replace(`created: ${inDays(0)}\n`, ''),
    );
    await writeDeal('well.md', fresh('proposal'));
    const marks = await Promise.all(
      ['stalled.md', 'idle.md', 'well.md'].map(async name => {
        const { resourceUri, accessibilityInformation } = await itemOf(name);
        assert.equal(resourceUri?.scheme, 'deal-notes-row');
        const drawn = decorationOf(resourceUri);
        assert.deepEqual(
          drawn && [drawn.badge, (drawn.color as { id?: string }).id],
          name === 'well.md' ? undefined : ['!', 'list.warningForeground'],
        );
        assert.equal(decorationOf(uriOf(name)), undefined, 'in the Explorer');
        const [, mark] = /, (stalled|idle),/.exec(accessibilityInformation!.label) ?? [];
        return [resourceUri.path.split('/')[1], mark];
      }),
    );
    assert.deepEqual(marks, [
      ['stalled', 'stalled'],
      ['idle', 'idle'],
      ['deal', undefined],
    ]);
  });

  it('have a tooltip with what a rep wants to know before the next talk', async () => {
    await writeProcess(
      'stages:\n  proposal:\n    exit_criteria:\n      - {id: shown, text: We have shown it}\n      - {id: read, text: They have read it}\n',
    );
    await writeDeal(
      'a.md',
      fresh('proposal', 'contacts:\n  - {name: R. Lee, role: buyer}\nchecks: [shown]\nnext_step: Call\n') +
        '\n## Log\n- 2026-11-20 mail: sent the quote\n',
    );
    const { tree, pipelines } = await extension();
    const node = tree.dealNode(pipelines.folders[0]!, 'a.md')!;
    const item = await tree.resolveTreeItem(tree.getTreeItem(node), node);
    const tooltip = (item?.tooltip as vscode.MarkdownString).value.replaceAll('\\', '');
    for (const part of [
      'Suggest a solution',
      'They have read it',
      'mail: sent the quote',
      'R. Lee (buyer)',
      'Call',
    ])
      assert.ok(tooltip.includes(part), `${part} in ${tooltip}`);
    assert.ok(!tooltip.includes('We have shown it'));
  });

  it('show what the person wants, and are drawn anew when that changes', async () => {
    await writeDeal('a.md', fresh('proposal', 'owner: dana\nvalue: 86000\ncurrency: EUR\n'));
    const { tree } = await extension();
    let drawn = 0;
    const listening = tree.onDidChangeTreeData(() => drawn++);
    const row = async () => {
      const { label, description } = await itemOf('a.md');
      return `${label as string}: ${description as string}`;
    };
    assert.equal(await row(), 'Acme Corp: 0d · €86K');
    const wanted = { 'dealNotes.rowShows': ['owner', 'nonsense', 'value'], 'dealNotes.rowName': 'title' };
    await withSettings(wanted, async () => {
      await until('they are drawn anew', () => drawn > 0);
      assert.equal(await row(), 'Acme, scanners: dana · €86K');
    });
    listening.dispose();
  });

  it('are refreshed with their stages alone, and only when something is different', async () => {
    await writeDeal('a.md', fresh('proposal'));
    await writeDeal('b.md', fresh('closing'));
    const { tree, pipelines } = await extension();
    tree.getChildren();
    const fired: string[][] = [];
    const listening = tree.onDidChangeTreeData(nodes =>
      fired.push((nodes ?? []).map(node => (node.kind === 'group' ? node.group : node.kind))),
    );
    await writeDeal('a.md', fresh('negotiation'));
    await until('the tree is told', () => fired.length > 0);
    await pipelines.refresh();
    await run('refresh');
    listening.dispose();
    assert.deepEqual(fired, [['proposal', 'negotiation']]);
  });
});

describe('the view', () => {
  const { said, press } = messages();
  const { answer, lists, reasons, shown, understood } = typing();
  beforeEach(async () => {
    await clear();
    await look();
    await writeDeal('acme.md', titled('Acme', fresh('proposal', 'owner: dana\nvalue: 10\ncurrency: EUR\n')));
    await writeDeal('beta.md', titled('Beta', fresh('proposal', 'owner: marek\nvalue: 90\ncurrency: EUR\n')));
    await writeDeal('gamma.md', titled('Gamma', fresh('closing', 'owner: dana\ntags: [hot]\n')));
    await writeDeal('delta.md', titled('Delta', fresh('closing', 'owner: dana\nstatus: won\n')));
  });
  after(async () => {
    await look();
    await clear();
  });
  const labels = async () => (await rows()).map(row => row.replace(/ ·.*$/, ''));

  it('is sorted by what the person picks, and the other way round', async () => {
    assert.deepEqual((await labels()).slice(1, 3), ['  Beta 0d', '  Acme 0d']);
    answer('Title');
    await run('sortBy');
    assert.deepEqual((await labels()).slice(1, 3), ['  Acme 0d', '  Beta 0d']);
    answer('Title');
    await run('sortBy');
    assert.deepEqual((await labels()).slice(1, 3), ['  Beta 0d', '  Acme 0d']);
    const { views } = await extension();
    assert.equal(views.pipeline.description, 'Title, reversed');
  });

  it('is grouped by what the person picks', async () => {
    answer('Owner');
    await run('groupBy');
    assert.deepEqual(await labels(), [
      'dana 2',
      '  Acme 0d',
      '  Gamma 0d',
      'marek 1',
      '  Beta 0d',
      'Won 1',
      '  Delta Acme Corp',
    ]);
    const { views } = await extension();
    assert.equal(views.pipeline.description, 'by owner');
  });

  it('is filtered, says so, and shows all again', async () => {
    const { tree, views } = await extension();
    tree.state.setFilter({ owner: ['Dana'], status: ['open'] });
    assert.deepEqual(await labels(), ['Proposal 1', '  Acme 0d', 'Closing 1', '  Gamma 0d']);
    assert.match(
      views.pipeline.message!,
      /^2 of 3 open deals: owner Dana, status open\. Press Esc to show all\.$/,
    );
    await run('clearFilter');
    assert.equal((await labels()).length, 7);
    assert.ok(!views.pipeline.message);
  });

  it('shows only the deals behind a number of the page, says so, and shows all again', async () => {
    const { tree, views, pipelines } = await extension();
    await writeDeal('archive/old.md', titled('Old', fresh('closing', 'status: lost\n')));
    await until(
      'the old deal is there',
      () => pipelines.folders[0]!.pipeline.get('archive/old.md') !== undefined,
    );
    const picked = (...paths: string[]) => ({
      ...{ words: 'Stalled or lost', home: pipelines.folders[0]!.uri.toString(), paths: new Set(paths) },
    });
    await look({ filter: { owner: ['marek'] } });
    await vscode.commands.executeCommand(
      PRIVATE_COMMANDS.showOnly,
      picked('acme.md', 'delta.md', 'archive/old.md'),
    );
    assert.deepEqual(await labels(), [
      'Proposal 1',
      '  Acme 0d',
      'Won 1',
      '  Delta Acme Corp',
      'Lost 1',
      '  Old Acme Corp',
    ]);
    assert.equal(views.pipeline.message, 'Only “Stalled or lost”: 3 deals. Press Esc to show all.');
    await until('the first of them is selected', () => {
      const [selected] = views.pipeline.selection;
      return selected?.kind === 'deal' && selected.deal.title === 'Acme';
    });
    // Other filters leave some of them.
    tree.state.setFilter({ status: ['won'] });
    assert.deepEqual(await labels(), ['Won 1', '  Delta Acme Corp']);
    assert.equal(
      views.pipeline.message,
      'Only “Stalled or lost”, status won: 1 deal. Press Esc to show all.',
    );
    // Neither a view that is saved nor the next window has them.
    const kept = tree.state.current;
    answer('Just for me', 'Late ones');
    await run('saveView');
    assert.ok(reasons.includes('Save View: Who gets it? The picked deals aren’t kept: Stalled or lost'));
    await run('clearFilter');
    assert.equal((await labels()).length, 7);
    assert.ok(!views.pipeline.message);
    answer('Late ones');
    await run('savedViews');
    assert.deepEqual(tree.state.current.filter, { status: ['won'] });
    assert.ok(kept.filter.picked);
    answer('Delete One', 'Late ones');
    await run('savedViews');
  });

  it('is filtered from a list with all kinds of filters, which asks for amounts and days', async () => {
    const { tree, views } = await extension();
    answer('Value from', '50', 'Created from', inDays(-1), undefined);
    await run('filter');
    assert.deepEqual(tree.state.current.filter, { minValue: 50, from: inDays(-1) });
    assert.deepEqual(understood, ['50', describeDate(inDays(-1), inDays(0), vscode.env.language)]);
    assert.deepEqual(await labels(), ['Proposal 1', '  Beta 0d']);
    assert.match(views.pipeline.message!, /^1 of 3 open deals: created from [\d-]+, value from 50\. /);
    for (const label of [
      ...[
        'Text contains…',
        'Next step overdue',
        'This quarter',
        'marek',
        'Needs analysis',
        'Won',
        'EUR',
        'hot',
      ],
      ...['Acme Corp', 'Value from 50', 'Value up to…', `Created from ${inDays(-1)}`, 'Created up to…'],
    ])
      assert.ok(lists.at(-1)!.includes(label), `${label} in ${lists.at(-1)!.join(', ')}`);
    answer('Value from', undefined);
    await run('filter');
    assert.deepEqual(tree.state.current.filter, { from: inDays(-1) });
  });

  it('is empty where nothing matches, so that it says what to do', async () => {
    const { tree } = await extension();
    tree.state.setFilter({ text: 'nobody' });
    assert.deepEqual(await rows(), []);
    await writeDeal('nobody.md', titled('Nobody', fresh('closing')));
    assert.deepEqual(await labels(), ['Closing 1', '  Nobody 0d']);
  });

  it('is saved for the team as one line, and taken back', async () => {
    await writeProcess('# Our way\ncurrency: EUR # euros\n');
    const { pipelines } = await extension();
    await look({ group: 'owner', filter: { stalled: true, tag: ['hot'] } });
    answer('For the team', 'Hot and cold');
    press('Undo');
    await run('saveView');
    const line = '  - {name: Hot and cold, group: owner, tag: hot, stalled: true}\n';
    assert.equal(said.length, 1);
    assert.equal(textOf('sales-process.yaml'), '# Our way\ncurrency: EUR # euros\n');
    await until('it is gone again', () => !pipelines.folders[0]!.pipeline.process.views.length);
    answer('For the team', 'Hot and cold');
    await run('saveView');
    assert.equal(textOf('sales-process.yaml'), `# Our way\ncurrency: EUR # euros\nviews:\n${line}`);
    assert.match(said.at(-1)!, /View saved: Hot and cold/);
    await look();
    await until('it is offered', () => pipelines.folders[0]!.pipeline.process.views.length === 1);
    answer('Hot and cold');
    await run('savedViews');
    const { tree } = await extension();
    assert.deepEqual(tree.state.current, {
      ...DEFAULT_VIEW,
      group: 'owner',
      filter: { tag: ['hot'], stalled: true },
    });
  });

  it('is saved for the person alone, told apart from the team’s of the same name, and deleted', async () => {
    await writeProcess('views:\n  - {name: Ours, group: account}\n');
    const { tree } = await extension();
    const before = textOf('sales-process.yaml');
    await look({ group: 'owner', filter: { owner: ['dana'] } });
    answer('Just for me', 'Ours');
    await run('saveView');
    assert.equal(textOf('sales-process.yaml'), before);
    await look();
    answer('Ours');
    await run('savedViews');
    assert.deepEqual(tree.state.current, { ...DEFAULT_VIEW, group: 'owner', filter: { owner: ['dana'] } });
    const offered = () =>
      shown.at(-1)!.map(({ label, description = '' }) => `${label} ${description}`.trim());
    assert.deepEqual(offered().slice(0, 4), ['', 'Ours just for me', '', 'Ours']);

    answer('Just for me', 'Ours');
    await run('saveView');
    assert.match(understood.at(-1)!, /already exists/);
    press('Undo');
    answer('Delete One', 'Ours');
    await run('savedViews');
    assert.equal(said.at(-1), 'View deleted: Ours');
    answer('Delete One', 'Ours');
    await run('savedViews');
    answer(undefined);
    await run('savedViews');
    assert.deepEqual(offered().slice(0, 2), ['', 'Ours']);
    assert.ok(!offered().some(row => row.includes('Delete')));
    press('Undo');
    answer('Just for me', 'Taken back');
    await run('saveView');
    answer(undefined);
    await run('savedViews');
    assert.ok(!offered().some(row => row.includes('Taken back')));
  });

  it('is of whoever looks, where a team’s view asks for “me”', async () => {
    await withSettings({ 'dealNotes.me': 'dana' }, async () => {
      const { tree, pipelines } = await extension();
      await look({ sort: 'next_step', filter: { owner: ['dana'] } });
      answer('each with their own', 'My week');
      await run('saveView');
      assert.equal(textOf('sales-process.yaml'), 'views:\n  - {name: My week, sort: next_step, owner: me}\n');
      await until('it is offered', () => pipelines.folders[0]!.pipeline.process.views.length === 1);
      await withSettings({ 'dealNotes.me': 'marek' }, async () => {
        answer('My week');
        await run('savedViews');
      });
      assert.deepEqual(tree.state.current.filter, { owner: ['marek'] });
    });
  });

  it('leaves no empty file behind when the first saved view is taken back', async () => {
    await look({ group: 'owner' });
    answer('For the team', 'Ours');
    press('Undo');
    await run('saveView');
    assert.equal(existsSync(uriOf('sales-process.yaml').fsPath), false);
  });

  it('does not list what is archived, unless it is asked for', async () => {
    await writeDeal('archive/old.md', titled('Old', fresh('closing', 'status: won\n')));
    assert.ok(!(await rows()).some(row => row.includes('Old')));
    const { tree, pipelines } = await extension();
    assert.equal(pipelines.folders[0]!.pipeline.files.won, 2);
    tree.state.setFilter({ archived: true });
    assert.ok((await rows()).some(row => row.includes('Old')));
  });

  const active = () => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1);

  it('is gone through from deal to deal', async () => {
    const seen: (string | undefined)[] = [];
    for (const command of ['nextDeal', 'nextDeal', 'nextDeal', 'nextDeal', 'nextDeal', 'previousDeal']) {
      await run(command);
      seen.push(active());
    }
    assert.deepEqual(seen, ['beta.md', 'acme.md', 'gamma.md', 'delta.md', 'beta.md', 'delta.md']);
  });

  it('is gone through without a deal left out, however fast the key is pressed', async () => {
    const pressed = ['nextDeal', 'nextDeal', 'nextDeal', 'previousDeal'].map(command => run(command));
    const seen: (string | undefined)[] = [];
    for (const one of pressed) {
      await one;
      seen.push(active());
    }
    assert.equal(seen.at(-1), 'acme.md');
  });

  it('goes on from the row where the keys are in the view, whatever the editor shows', async () => {
    const { tree, pipelines, views, selections } = await extension();
    await run('pipeline.focus');
    await vscode.window.showTextDocument(uriOf('gamma.md'), { preserveFocus: true });
    const row = tree.dealNode(pipelines.folders[0]!, 'beta.md')!;
    await selections.pipeline.reveal(row, { focus: true });
    await until('it is selected', () => views.pipeline.selection.length === 1);
    await vscode.commands.executeCommand('dealNotes.nextDeal', { from: 'pipeline' });
    await until('the next one is open', () => active() === 'acme.md');
  });

  it('means the selected deal also while rows are drawn anew, when the editor forgets what is selected', async () => {
    const { tree, pipelines, views, selections } = await extension();
    await run('pipeline.focus');
    const row = tree.dealNode(pipelines.folders[0]!, 'beta.md')!;
    await selections.pipeline.reveal(row, { focus: true });
    await until('it is selected', () => views.pipeline.selection.length === 1);
    const stage = () => /^stage: (.*)$/m.exec(textOf('beta.md'))?.[1];
    const forgotten = async () => {
      while (views.pipeline.selection.length) await new Promise(resolve => setImmediate(resolve));
    };
    const press = () =>
      vscode.commands.executeCommand(PRIVATE_COMMANDS.onSelection, { command: COMMANDS.advanceStage });
    const before = stage();

    tree.state.set({ sort: 'title' });
    await forgotten();
    await press();
    const once = stage();
    assert.notEqual(once, before);

    // The row has just left its group and is not selected in the next one yet.
    await forgotten();
    await press();
    assert.notEqual(stage(), once);
    await until('it is selected again', () => {
      const [selected] = views.pipeline.selection;
      return selected?.kind === 'deal' && selected.deal.path === 'beta.md' && selected.group === stage();
    });
  });

  it('says to the palette what was selected last, not also what the other view still has', async () => {
    const { tree, agenda, pipelines, views, selected, selections } = await extension();
    await run('pipeline.focus');
    const row = tree.dealNode(pipelines.folders[0]!, 'acme.md')!;
    await selections.pipeline.reveal(row, { focus: false });
    await until('it is selected', () => views.pipeline.selection.length === 1);
    await selections.agenda.reveal(agenda.dealNode(uriOf('beta.md').toString())!, { focus: false });
    await until('the other one is selected', () => views.agenda.selection.length === 1);
    const names = () => selected().map(({ path }) => path.split('/').at(-1));
    assert.deepEqual(names(), ['beta.md']);
    await selections.pipeline.reveal(tree.dealNode(pipelines.folders[0]!, 'gamma.md')!, { focus: false });
    await until('it is the latest', () => names().join() === 'gamma.md');
  });

  it('means no deal on a row of a stage, whatever the editor shows', async () => {
    const { tree, pipelines, views, selections } = await extension();
    await run('pipeline.focus');
    await vscode.window.showTextDocument(uriOf('gamma.md'), { preserveFocus: true });
    const before = textOf('gamma.md');
    const group = tree.getParent(tree.dealNode(pipelines.folders[0]!, 'beta.md')!)!;
    await selections.pipeline.reveal(group, { focus: true });
    await until('it is selected', () => views.pipeline.selection[0]?.kind === 'group');
    await vscode.commands.executeCommand(PRIVATE_COMMANDS.onSelection, { command: COMMANDS.advanceStage });
    assert.match(said.at(-1)!, /Go to a deal in the view first/);
    assert.equal(textOf('gamma.md'), before);
  });

  it('goes along with the editors where the person wants it', async () => {
    const { views } = await extension();
    await run('pipeline.focus');
    const selected = () =>
      views.pipeline.selection.map(node => (node.kind === 'deal' ? node.deal.path : node.kind)).join();
    await vscode.window.showTextDocument(uriOf('gamma.md'));
    await run('revealInTree');
    await until('it is selected', () => selected() === 'gamma.md');
    await vscode.window.showTextDocument(uriOf('acme.md'));
    assert.equal(selected(), 'gamma.md');
    await withSettings({ 'dealNotes.followEditor': true }, async () => {
      await vscode.window.showTextDocument(uriOf('beta.md'));
      await until('it is selected', () => selected() === 'beta.md');
      assert.equal(active(), 'beta.md');
    });
  });

  it('explains its icons', async () => {
    answer(undefined);
    await run('showIcons');
    const words = lists.at(-1)!.join();
    for (const word of ['$(bell-dot) The next step is overdue', '! Stalled or idle', '37d Days'])
      assert.ok(words.includes(word), word);
  });

  it('shows the row of the deal in the editor, and offers to when it is filtered out', async () => {
    const { tree, views } = await extension();
    await run('pipeline.focus');
    await vscode.window.showTextDocument(uriOf('gamma.md'));
    const selected = () =>
      views.pipeline.selection.map(node => (node.kind === 'deal' ? node.deal.path : node.kind));
    await run('revealInTree');
    await until('it is selected', () => selected().join() === 'gamma.md');
    tree.state.setFilter({ owner: ['marek'] });
    press('Clear Filter');
    await vscode.window.showTextDocument(uriOf('acme.md'));
    await run('revealInTree');
    await until('it is selected', () => selected().join() === 'acme.md');
    assert.deepEqual(tree.state.current.filter, {});
  });
});

describe('dragging deals', () => {
  const { said } = messages();
  const { answer, lists } = typing();
  beforeEach(async () => {
    await clear();
    await look();
    await writeDeal('a.md', titled('Acme', fresh('proposal')));
    await writeDeal('b.md', titled('Beta', fresh('closing')));
  });
  after(clear);

  async function drop(names: readonly string[], group: string): Promise<void> {
    const { drag, tree, pipelines } = await extension();
    const [folder] = pipelines.folders;
    const data = new vscode.DataTransfer();
    drag.handleDrag(
      names.map(name => tree.dealNode(folder!, name)!),
      data,
    );
    await drag.handleDrop({ kind: 'group', folder: folder!, group }, data);
  }
  const stages = () => ['a.md', 'b.md'].map(name => /^stage: (.*)$/m.exec(textOf(name))?.[1]);

  it('to a stage moves them, as the command does, and leaves those that are there', async () => {
    await drop(['a.md', 'b.md'], 'closing');
    assert.deepEqual(stages(), ['closing', 'closing']);
    assert.match(textOf('a.md'), new RegExp(`on: ${inDays(0)}, stage: closing`));
    assert.deepEqual(said, ['Acme → Closing']);
    await run('undoMove');
    assert.deepEqual(stages(), ['proposal', 'closing']);
  });

  it('to Won wins them', async () => {
    await drop(['a.md'], 'won');
    assert.match(textOf('a.md'), /^status: won$/m);
  });

  it('to Lost asks why, and does nothing without an answer', async () => {
    const before = bytesOf('a.md');
    answer(undefined);
    await drop(['a.md'], 'lost');
    assert.deepEqual(bytesOf('a.md'), before);
    answer('price', '');
    await drop(['a.md'], 'lost');
    assert.ok(lists.at(-1)!.includes('price'));
    assert.match(textOf('a.md'), /^lost_reason: price$/m);
  });

  it('to where they cannot go says where they can', async () => {
    await look({ group: 'owner' });
    await drop(['a.md'], 'owner:');
    assert.match(said.at(-1)!, /on stages, on Won and on Lost/);
    assert.deepEqual(stages(), ['proposal', 'closing']);
  });

  it('carries their addresses and links', async () => {
    const { drag, tree, pipelines } = await extension();
    const data = new vscode.DataTransfer();
    const node = tree.dealNode(pipelines.folders[0]!, 'a.md')!;
    drag.handleDrag([node], data);
    const uri = uriOf('a.md').toString();
    assert.equal(await data.get('text/uri-list')!.asString(), uri);
    const links: unknown = JSON.parse(await data.get(DEAL_LINKS)!.asString());
    assert.deepEqual(links, [{ title: node.deal.title, uri }]);
  });

  it('of another pipeline are not moved within their own', async () => {
    const { drag, pipelines } = await extension();
    const data = new vscode.DataTransfer();
    data.set('text/uri-list', new vscode.DataTransferItem(uriOf('a.md').toString()));
    const elsewhere = { kind: 'group', folder: { ...pipelines.folders[0]! }, group: 'negotiation' };
    await drag.handleDrop(elsewhere as never, data);
    assert.match(said.at(-1)!, /Move the file to move the deal/);
    assert.deepEqual(stages(), ['proposal', 'closing']);
  });
});

describe('the agenda', () => {
  beforeEach(clear);
  after(clear);

  it('has the deals by the day of their next step, and counts the pressing ones on the view', async () => {
    const on = (days: number) => fresh('proposal', `next_step: Call\nnext_step_on: ${inDays(days)}\n`);
    await writeDeal('a.md', titled('Acme Corp, vans', on(-3)));
    await writeDeal('b.md', titled('Now', on(0)));
    await writeDeal('c.md', titled('Next day', on(1)));
    await writeDeal('d.md', titled('Some day', on(400)));
    await writeDeal('e.md', titled('Never', fresh('proposal', 'value: 48000\ncurrency: EUR\n')));
    await writeDeal('f.md', titled('Done', fresh('proposal', 'status: won\n')));
    const { agenda, views } = await extension();
    const words = ({ label, description }: vscode.TreeItem) => `${label as string}: ${description as string}`;
    const shown = agenda.getChildren().map(part => {
      const item = agenda.getTreeItem(part);
      return [words(item), ...agenda.getChildren(part).map(node => words(agenda.getTreeItem(node)))];
    });
    const day = shown.at(-1)![1]!.replace(/ Call.*/, '');
    assert.match(day, /^\d+ \w+ \d{4}$/);
    assert.deepEqual(shown, [
      ['Overdue: 1', '3d Call: Acme Corp'],
      ['Today: 1', 'Call: Now'],
      ['Tomorrow: 1', 'Call: Next day'],
      ['No next step: 1 · €48K', 'Never: €48K · Proposal'],
      ['Later: 1', `${day} Call: Some day`],
    ]);
    assert.deepEqual(views.agenda.badge, { value: 2, tooltip: '1 overdue, 1 due today' });
    assert.equal(views.agenda.description, '1 overdue, 1 without a step');
  });

  it('says a step in full words, before whose it is; what is overdue and what has no step stand out', async () => {
    await writeDeal(
      'a.md',
      titled('Late', fresh('proposal', `next_step: Call\nnext_step_on: ${inDays(-3)}\n`)),
    );
    await writeDeal('b.md', titled('Never', fresh('proposal')));
    const { agenda } = await extension();
    const parts = agenda.getChildren();
    const items = [...parts, ...parts.flatMap(part => agenda.getChildren(part))].map(node =>
      agenda.getTreeItem(node),
    );
    const aloud = items.map(({ accessibilityInformation }) => accessibilityInformation!.label);
    assert.match(aloud[0]!, /^Overdue, 1 deal$/);
    assert.match(aloud[2]!, /^next step Call, overdue since \w+,? \d+ .*, Late, Acme Corp, Proposal, /);
    assert.match(aloud[3]!, /^no next step, Never, /);
    const marks = items.map(({ resourceUri }) => {
      const mark = decorationOf(resourceUri!);
      return mark && [mark.badge, (mark.color as { id?: string }).id];
    });
    const [late, never] = [
      [undefined, 'list.errorForeground'],
      ['!', 'list.warningForeground'],
    ];
    assert.deepEqual(marks, [late, never, undefined, never]);
  });

  it('has one button a row, as the pipeline has: what is next for it; more would hide the name in a narrow side bar', async () => {
    const step = `next_step: Call\nnext_step_on: ${inDays(0)}\n`;
    await writeDeal('a.md', titled('Planned', fresh('proposal', step)));
    await writeDeal('b.md', titled('Never', fresh('proposal')));
    await writeDeal('c.md', `${titled('Noted', fresh('proposal', step))}- [ ] ${inDays(1)} Legal review\n`);
    const { agenda, tree, pipelines } = await extension();
    const rows = agenda.getChildren().flatMap(part => agenda.getChildren(part));
    const buttons = rows.map(row => buttonsAt('dealNotes.agenda', agenda.getTreeItem(row)));
    assert.deepEqual(buttons, [['completeNextStep'], ['completeNextStep'], ['tickTodo'], ['setNextStep']]);
    for (const name of ['a.md', 'b.md', 'c.md']) {
      const item = tree.getTreeItem(tree.dealNode(pipelines.folders[0]!, name)!);
      assert.deepEqual(buttonsAt('dealNotes.pipeline', item), ['advanceStage']);
    }
  });

  it('has the to-dos of the notes beside the steps, ticked from there and undone', async () => {
    const notes = `- [ ] ${inDays(-2)} Legal review @buyer\n- [ ] ${inDays(1)} Call back\n`;
    const text = `${titled('Acme', fresh('proposal', `next_step: Wait\nnext_step_on: ${inDays(1)}\n`))}${notes}`;
    await writeDeal('a.md', text);
    const { agenda, views } = await extension();
    const parts = agenda.getChildren();
    const rows = parts.flatMap(part => agenda.getChildren(part));
    const items = rows.map(row => agenda.getTreeItem(row));
    assert.deepEqual(
      items.map(({ label, description }) => `${label as string}: ${description as string}`),
      ['2d Legal review: Acme · @buyer', 'Wait: Acme', 'Call back: Acme'],
    );
    assert.deepEqual(
      items.map(({ iconPath }) => (iconPath as vscode.ThemeIcon).id),
      ['tasklist', 'circle-small-filled', 'tasklist'],
    );
    assert.deepEqual(
      parts.map(part => agenda.getTreeItem(part).tooltip),
      ['1 to-do', '1 deal · 1 to-do'],
    );
    assert.deepEqual(views.agenda.badge, { value: 1, tooltip: '1 overdue' });
    const line = text.split('\n').findIndex(one => one.includes('Legal'));
    const [, options] = items[0]!.command!.arguments as [unknown, { selection: vscode.Range }];
    assert.equal(options.selection.start.line, line);
    await run('tickTodo', rows[0]);
    await until('it is ticked', () => textOf('a.md') !== text);
    assert.equal(textOf('a.md'), text.replace('[ ]', '[x]'));
    await run('undoMove');
    await until('it is open again', () => textOf('a.md') === text);
  });

  it('redraws the part that is touched alone', async () => {
    await writeDeal('a.md', fresh('proposal', `next_step_on: ${inDays(0)}\n`));
    await writeDeal('b.md', fresh('proposal'));
    const { agenda } = await extension();
    const fired: string[] = [];
    const listening = agenda.onDidChangeTreeData(nodes =>
      fired.push((nodes ?? []).map(node => (node.kind === 'part' ? node.part : node.kind)).join()),
    );
    await writeDeal('a.md', fresh('closing', `next_step_on: ${inDays(0)}\n`));
    await until('it is told', () => fired.length > 0);
    listening.dispose();
    assert.deepEqual(fired, ['today']);
  });
});
