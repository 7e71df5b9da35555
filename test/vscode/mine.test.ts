import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addDays, localDay } from '../../src/core/calendar';
import { DEFAULT_VIEW } from '../../src/core/process/view';
import { pageIn } from './support/page';
import { withSettings } from './support/settings';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, deal, extension, textOf, writeDeal } from './support/workspace';

const run = (command: string) => vscode.commands.executeCommand(`dealNotes.${command}`);
const owned = (owner: string, title: string, days: number) =>
  deal(
    'proposal',
    `owner: ${owner}\nnext_step_on: ${addDays(localDay(new Date()), days)}\nvalue: 10\ncurrency: EUR\n`,
  ).replace('Acme, scanners', title);

describe('my deals', () => {
  const { answer, lists } = typing();
  const state = async () => (await extension()).tree.state;
  const forget = () =>
    vscode.workspace.getConfiguration('dealNotes').update('me', undefined, vscode.ConfigurationTarget.Global);

  beforeEach(async () => {
    await clear();
    await forget();
    (await state()).set(DEFAULT_VIEW);
    await writeDeal('a.md', owned('quill', 'Acme', -2));
    await writeDeal('b.md', owned('sorrel', 'Beta', -1));
    await writeDeal('c.md', owned('quill', 'Gamma', 0));
    await writeDeal('d.md', owned('quill', 'Delta', 40));
  });
  after(async () => {
    await forget();
    (await state()).set(DEFAULT_VIEW);
    await clear();
  });

  it('are shown and everyone’s again by one command, in the view, the agenda, its badge and the status bar', async () => {
    const { agenda, status, tree, views } = await extension();
    await withSettings({ 'dealNotes.me': 'Quill' }, async () => {
      (await state()).setFilter({ status: ['open'] });
      await run('showMine');
      assert.deepEqual(tree.state.current.filter, { status: ['open'], owner: ['quill'] });
      assert.equal(
        views.pipeline.message,
        '3 of 4 open deals: owner quill, status open. Press Esc to show all.',
      );
      assert.equal(views.agenda.message, '2 of 3 due: owner quill, status open. Press Esc to show all.');
      assert.deepEqual(views.agenda.badge, { value: 2, tooltip: '1 overdue, 1 due today' });
      const shown = agenda.getChildren().flatMap(part => agenda.getChildren(part));
      assert.deepEqual(
        shown.map(node => node.kind === 'deal' && node.deal.title),
        ['Acme', 'Gamma', 'Delta'],
      );
      assert.equal(status.text, '$(filter) 3 of 4 open · €30');
      assert.match(
        status.accessibilityInformation!.label,
        /^3 of 4 open deals: owner quill, status open · €30\. /,
      );
      await run('showMine');
      assert.deepEqual(tree.state.current.filter, { status: ['open'] });
      (await state()).setFilter({ status: undefined });
      assert.deepEqual([views.pipeline.message, views.agenda.message], ['', '']);
      assert.equal(status.text, '$(target) 4 open · €40');
    });
  });

  it('are those of the page, as it opens and after each change, until another choice is made there', async () => {
    const { pipelines, shown, tree } = await extension();
    await withSettings({ 'dealNotes.me': 'quill' }, async () => {
      await run('showMine');
      const page = pageIn(shown, pipelines, tree.state);
      const owner = () => page.sheet()?.asked.filter.owner;
      const open = () => page.sheet()?.report.files.open;
      try {
        page.send({ type: 'ready' });
        await until('the page shows mine', () => open() === 3);
        assert.deepEqual(owner(), ['quill']);
        await run('showMine');
        await until('the page shows everyone’s', () => open() === 4);
        assert.equal(owner(), undefined);
        const { asked } = page.sheet()!;
        page.send({ type: 'ask', asked: { ...asked, filter: { owner: ['sorrel'] } } });
        await until('the page shows what was chosen there', () => open() === 1);
        // Another filter of the view, or a list of the page that is shown in it, is no choice of whose deals.
        (await state()).setFilter({ status: ['open'] });
        tree.state.pick({
          words: 'Some',
          home: pipelines.folders[0]!.uri.toString(),
          paths: new Set(['a.md']),
        });
        await run('refresh');
        assert.deepEqual(owner(), ['sorrel']);
        (await state()).set(DEFAULT_VIEW);
        await run('showMine');
        await until('the page shows mine again', () => open() === 3);
      } finally {
        page.dispose();
      }
    });
  });

  it('leave the agenda empty where nothing is mine, so that it says what to do', async () => {
    const { agenda, views } = await extension();
    (await state()).setFilter({ owner: ['sam'] });
    assert.deepEqual(agenda.getChildren(), []);
    assert.ok(!views.agenda.message);
    assert.equal(views.agenda.badge, undefined);
  });

  it('are asked for once where it isn’t known who I am, with the owners there are', async () => {
    const { tree } = await extension();
    answer(undefined);
    await run('showMine');
    assert.deepEqual(tree.state.current.filter, {});
    assert.deepEqual(lists, [['quill', 'sorrel', 'Someone else…']]);
    answer('sorrel');
    await run('showMine');
    await run('showMine');
    await run('showMine');
    assert.equal(lists.length, 2);
    assert.deepEqual(tree.state.current.filter, { owner: ['sorrel'] });
    const { globalValue, workspaceValue } = vscode.workspace.getConfiguration('dealNotes').inspect('me')!;
    assert.deepEqual([globalValue, workspaceValue], ['sorrel', undefined]);
  });

  it('are the new ones', async () => {
    await withSettings({ 'dealNotes.me': 'sorrel' }, async () => {
      answer('Next', '', '', 'Proposal');
      await run('newDeal');
      await until('it is there', () => /^owner: sorrel$/m.test(textOf('next.md')));
    });
  });
});
