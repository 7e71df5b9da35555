import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ConfigurationTarget, workspace } from 'vscode';
import { DEFAULT_VIEW } from '../../src/core/process/view';
import { WRITING_COMMANDS } from '../../src/files/editor/travel/writing';
import type { AgendaNode, Node } from '../../src/tree/nodes';
import type { PipelineTree } from '../../src/tree/pipelineTree';
import { messages } from './support/answers';
import { pageIn } from './support/page';
import { makeRepository, type Repository } from './support/repository';
import { typing } from './support/typing';
import { until } from './support/until';
import { clear, extension, textOf, uriOf } from './support/workspace';

const workspaceFolder = workspace.workspaceFolders![0]!.uri.fsPath;

function write(name: string, title: string, stage: string, value: number, more = ''): void {
  mkdirSync(uriOf('.').fsPath, { recursive: true });
  const keys = `title: ${title}\nowner: dana\nstage: ${stage}\nvalue: ${value}\ncurrency: EUR\n`;
  writeFileSync(uriOf(name).fsPath, `---\n${keys}${more}---\nNotes of ${title}.\n`);
}

const label = ({ label: said }: vscode.TreeItem) => String(said);
const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

describe('the pipeline as of a point', () => {
  const { answer, shown, understood } = typing();
  const { said, press } = messages();
  let repository: Repository;

  /** The deals that the view shows, each with its group. */
  const dealsIn = (tree: PipelineTree) =>
    tree.getChildren().flatMap(group =>
      tree.getChildren(group).map(row => {
        const item = tree.getTreeItem(row);
        return `${label(tree.getTreeItem(group))}: ${label(item)} ${String(item.description)}`;
      }),
    );
  const deals = async () => dealsIn((await extension()).tree);
  const rowOf = async (title: string): Promise<Node> => {
    const { tree } = await extension();
    const rows = tree.getChildren().flatMap(group => tree.getChildren(group));
    const row = rows.find(one => label(tree.getTreeItem(one)) === title);
    assert.ok(row, `a row of ${title}`);
    return row;
  };
  /** What is typed into the list is the point. */
  const goTo = async (typed: string, shown: string) => {
    answer(typed);
    await run('dealNotes.showAsOf');
    const { views } = await extension();
    await until(
      () => `the view shows ${shown}, not ${views.pipeline.title} (${understood.join()})`,
      () => views.pipeline.title === `Pipeline as of ${shown}`,
    );
  };

  /** The last list that was made from here on. */
  const boxes = () => {
    const { createQuickPick } = vscode.window;
    let box: vscode.QuickPick<vscode.QuickPickItem> | undefined;
    Object.assign(vscode.window, { createQuickPick: () => (box = createQuickPick()) });
    return () => box;
  };

  before(async () => {
    // The editor's own git would still be busy in the repository when it is removed.
    await workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace);
    await clear();
    write('asof-a.md', 'Acme', 'proposal', 40_000, 'next_step: Call\nnext_step_on: 2026-01-06\n');
    write('asof-b.md', 'Beta', 'prospecting', 10_000);
    repository = makeRepository(workspaceFolder);
    repository.git('commit', '--amend', '--quiet', '--no-edit', '--date=2026-01-05T12:00:00');
    repository.git('tag', 'start');
    write('asof-a.md', 'Acme', 'closing', 60_000);
    rmSync(uriOf('asof-b.md').fsPath);
    write('asof-c.md', 'Ceta', 'proposal', 7_000);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'February', '--date=2026-02-10T12:00:00');
    repository.git('tag', 'february');
    await (await extension()).pipelines.refresh();
  });
  afterEach(() => run('dealNotes.backToNow'));
  after(async () => {
    repository.remove();
    (await extension()).tree.state.set(DEFAULT_VIEW);
    await workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace);
    await clear();
  });

  it('shows the deals as they were, says so wherever it shows them, and goes back by one command', async () => {
    const { views, status, agenda } = await extension();
    const now = await deals();
    assert.deepEqual(now, ['Proposal: Ceta €7K', 'Closing: Acme €60K']);
    await goTo('start', 'start (Mon 5 Jan)');
    assert.deepEqual(await deals(), ['Prospecting: Beta €10K', 'Proposal: Acme €40K · 6 Jan · Call']);
    const message =
      'As of start (Mon 5 Jan), not now. Nothing here can be changed. Press Esc to go back to now.';
    assert.deepEqual([views.pipeline.message, views.agenda.message], [message, message]);
    assert.equal(views.agenda.title, 'Agenda as of start (Mon 5 Jan)');
    const [tomorrow] = agenda.getChildren().map((node: AgendaNode) => agenda.getTreeItem(node));
    assert.equal(label(tomorrow!), 'Tomorrow');
    assert.equal(status.text, '$(history) As of start (Mon 5 Jan)');
    assert.equal(
      (status.backgroundColor as vscode.ThemeColor & { id: string }).id,
      'statusBarItem.warningBackground',
    );
    assert.equal((status.command as vscode.Command).command, 'dealNotes.backToNow');
    await run('dealNotes.backToNow');
    assert.deepEqual(await deals(), now);
    assert.deepEqual([views.pipeline.title, views.pipeline.message], ['Pipeline', '']);
    assert.equal(status.backgroundColor, undefined);
  });

  it('opens the text of that point, also of a file that is gone', async () => {
    await goTo('start', 'start (Mon 5 Jan)');
    const { tree } = await extension();
    const { command, arguments: args } = tree.getTreeItem(await rowOf('Beta')).command!;
    await run(command, ...(args as unknown[]));
    await until(
      'the text is open',
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'deal-notes-past',
    );
    const { document } = vscode.window.activeTextEditor!;
    assert.match(document.getText(), /title: Beta\n/);
    assert.equal(document.uri.path, uriOf('asof-b.md').path);
  });

  it('refuses every command that writes with one sentence, which leads back', async () => {
    await goTo('start', 'start (Mon 5 Jan)');
    const row = await rowOf('Acme');
    const before = textOf('asof-a.md');
    for (const command of [...WRITING_COMMANDS, 'dealNotes._moveTo']) {
      said.length = 0;
      await run(command, row);
      assert.deepEqual(
        said,
        [
          'You’re looking at the pipeline as of start (Mon 5 Jan), which can’t be changed. Go back to now first.',
        ],
        command,
      );
    }
    assert.equal(textOf('asof-a.md'), before);
    press('Back to Now');
    await run('dealNotes.advanceStage', row);
    const { views } = await extension();
    await until('all is as it is now', () => views.pipeline.title === 'Pipeline');
  });

  it('refuses a drop too', async () => {
    await goTo('start', 'start (Mon 5 Jan)');
    const { drag, tree } = await extension();
    const data = new vscode.DataTransfer();
    drag.handleDrag([await rowOf('Acme')], data);
    await drag.handleDrop(tree.getChildren()[0], data);
    assert.equal(said.length, 1);
    assert.match(said[0]!, /Go back to now first/);
  });

  it('finds the deals that are shown, and nothing to change them with', async () => {
    await goTo('start', 'start (Mon 5 Jan)');
    const box = boxes();
    answer('Beta');
    await run('dealNotes.findDeal');
    assert.equal(box()!.title, 'Find Deal as of start (Mon 5 Jan)');
    assert.deepEqual(
      box()!.buttons.map(({ tooltip }) => tooltip),
      ['Search in Notes'],
    );
    await until(
      'its text of then is open',
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'deal-notes-past',
    );
    assert.match(vscode.window.activeTextEditor!.document.getText(), /title: Beta\n/);
    assert.deepEqual(
      shown.at(-1)!.map(({ label: said, description, buttons }) => [said, description, buttons?.length]),
      [
        ['Beta', 'Prospecting', 0],
        ['Acme', 'Proposal', 0],
      ],
    );
  });

  it('searches the notes of then, also of a file that is gone', async () => {
    await goTo('start', 'start (Mon 5 Jan)');
    const box = boxes();
    answer('notes of beta', 'Search in notes');
    await run('dealNotes.findDeal');
    const found = () => box()!.items.map(({ label: said, detail }) => [said, detail]);
    await until(
      () => `the note is found, not ${JSON.stringify(found())}`,
      () => found()[0]?.[1] === 'Notes of Beta.',
    );
    assert.deepEqual(found(), [['Beta', 'Notes of Beta.']]);
    assert.ok(!shown.flat().some(({ label: said }) => said.startsWith('New Deal')));
  });

  it('has a brief and a review of now, which say so, and none of a deal that is gone', async () => {
    await goTo('start', 'start (Mon 5 Jan)');
    const page = (name: string) =>
      vscode.workspace.textDocuments.findLast(({ uri }) => uri.path.startsWith(`/${name}`))?.getText() ?? '';
    const note = '> **As things are now, not as of start (Mon 5 Jan)**';
    await run('dealNotes.openBrief', await rowOf('Acme'));
    await until('the brief is there', () => page('Brief of Acme').includes('Closing'));
    assert.ok(page('Brief of Acme').includes(`\n\n${note}\n\n`), page('Brief of Acme').slice(0, 200));
    void run('dealNotes.openReview');
    await until('the review is there', () => page('Weekly review').startsWith(`${note}\n\n# `));
    said.length = 0;
    await run('dealNotes.openBrief', await rowOf('Beta'));
    assert.deepEqual(said, ['asof-b.md: A brief is of now, and this file isn’t there any more.']);
    const { showSaveDialog } = vscode.window;
    const titles: (string | undefined)[] = [];
    Object.assign(vscode.window, {
      showSaveDialog: ({ title }: vscode.SaveDialogOptions) => void titles.push(title),
    });
    await run('dealNotes.exportCalendar');
    Object.assign(vscode.window, { showSaveDialog });
    assert.match(titles.join(), /^As things are now, not as of start \(Mon 5 Jan\)/);
    await run('dealNotes.copyLink', await rowOf('Acme'));
    assert.equal(await vscode.env.clipboard.readText(), '[Acme](/deals/asof-a.md)');
    await run('dealNotes.backToNow');
    await run('dealNotes.openBrief', uriOf('asof-a.md'));
    await until('the brief says no more of that', () => !page('Brief of Acme').includes('not as of'));
  });

  it('leads from a row of then to the file of now, whatever that is called by now', async () => {
    renameSync(uriOf('asof-a.md').fsPath, uriOf('asof-renamed.md').fsPath);
    await (await extension()).pipelines.refresh();
    try {
      for (const isCommitted of [false, true]) {
        if (isCommitted) {
          repository.git('add', '--all');
          repository.git('commit', '--quiet', '--message', 'Renamed');
        }
        await goTo('start', 'start (Mon 5 Jan)');
        const row = await rowOf('Acme');
        await run('dealNotes.copyLink', row);
        assert.equal(await vscode.env.clipboard.readText(), '[Acme](/deals/asof-renamed.md)');
        await run('dealNotes.copyPath', row);
        assert.equal(await vscode.env.clipboard.readText(), uriOf('asof-renamed.md').fsPath);
        said.length = 0;
        await run('dealNotes.openBrief', row);
        assert.deepEqual(said, []);
        const { timeline, tree } = await extension();
        await run('dealNotes.showTimeline', uriOf('asof-c.md'));
        await until('the timeline is of another deal', () => timeline.view.description === 'Ceta');
        const { command, arguments: opened } = tree.getTreeItem(row).command!;
        await run(command, ...(opened as unknown[]));
        await run('dealNotes.showTimeline');
        await until('the timeline is of the deal', () => timeline.view.description === 'Acme');
        await run('dealNotes.backToNow');
      }
    } finally {
      renameSync(uriOf('asof-renamed.md').fsPath, uriOf('asof-a.md').fsPath);
      repository.git('reset', '--quiet', '--soft', 'february');
      repository.git('reset', '--quiet');
      await (await extension()).pipelines.refresh();
    }
  });

  it('has a card of then above the text of then, which says so', async () => {
    await goTo('start', 'start (Mon 5 Jan)');
    const { command, arguments: args } = (await extension()).tree.getTreeItem(await rowOf('Acme')).command!;
    await run(command, ...(args as unknown[]));
    await until(
      'the text is open',
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'deal-notes-past',
    );
    const { document } = vscode.window.activeTextEditor!;
    const html = await run('markdown.api.render', document);
    assert.ok(typeof html === 'string');
    assert.match(html, /As of start \(Mon 5 Jan\), not now/);
    assert.match(html, /Stage 5 of 7: Proposal/);
    assert.doesNotMatch(html, /vscode.*complete/);
    await run('dealNotes.backToNow');
    assert.equal(await run('markdown.api.render', document), html);
  });

  it('is what the views of changes and of one deal’s timeline are about, or they say that they aren’t', async () => {
    const { changes, timeline } = await extension();
    await run('dealNotes.changes.focus');
    answer('A day, branch, tag or commit', 'start');
    await run('dealNotes.changesSince');
    const kinds = () => changes.tree.getChildren().map(node => label(changes.tree.getTreeItem(node)));
    await until(
      () => `what has changed up to now is there, not ${kinds().join()}`,
      () => kinds().includes('Removed'),
    );
    assert.equal(changes.view.message, '');
    await goTo('2026-01-20', 'the end of Tue 20 Jan');
    await until(
      () => `nothing has changed by then, not ${kinds().join()}`,
      () => changes.view.message === 'As of the end of Tue 20 Jan, not now. Nothing has changed.',
    );
    assert.ok(!kinds().includes('Removed'));
    await run('vscode.open', uriOf('asof-a.md'));
    await run('dealNotes.showTimeline', uriOf('asof-a.md'));
    await until('the timeline is of the deal', () => timeline.view.description === 'Acme');
    assert.match(timeline.view.message!, /^All up to now, not as of the end of Tue 20 Jan\./);
    await run('dealNotes.backToNow');
    await until('what has changed up to now is there again', () => kinds().includes('Removed'));
    assert.doesNotMatch(timeline.view.message!, /not as of/);
    answer('Monday');
    await run('dealNotes.changesSince');
  });

  it('has the end of a day, and stays where a point is unknown', async () => {
    await goTo('2026-02-01', 'the end of Sun 1 Feb');
    assert.deepEqual(await deals(), ['Prospecting: Beta €10K', 'Proposal: Acme €40K · 26d late · Call']);
    // Nobody had committed for a while.
    const { views } = await extension();
    const { message } = views.pipeline;
    assert.match(message!, /^As of the end of Sun 1 Feb \(last commit Mon 5 Jan\), not now\./);
    assert.equal(views.agenda.message, message);
    await goTo('2026-02-12', 'the end of Thu 12 Feb');
    assert.match(views.pipeline.message!, /^As of the end of Thu 12 Feb, not now\./);
    await goTo('2026-02-01', 'the end of Sun 1 Feb');
    answer('A day, branch, tag or commit', 'nowhere-at-all');
    await run('dealNotes.showAsOf');
    assert.match(understood.at(-1)!, /nowhere-at-all/);
    assert.equal(views.pipeline.title, 'Pipeline as of the end of Sun 1 Feb');
  });

  it('is told by the deals’ own lines on a day before git’s first, and says so', async () => {
    write('asof-old.md', 'Old deal', 'closing', 5_000, 'created: 2025-06-01\n');
    await (await extension()).pipelines.refresh();
    try {
      await goTo('2025-12-01', 'the end of Mon, 1 Dec 2025');
      const { views } = await extension();
      assert.match(
        views.pipeline.message!,
        /All commits here are later, so how deals stood on 2025-12-01 comes from their own history/,
      );
      assert.ok((await deals()).some(row => row.includes('Old deal')));
    } finally {
      rmSync(uriOf('asof-old.md').fsPath);
      await run('dealNotes.backToNow');
      await (await extension()).pipelines.refresh();
    }
  });

  it('is on the page at the same time, which goes there and back by its own day', async () => {
    const { pipelines, shown, views } = await extension();
    const page = pageIn(shown, pipelines);
    try {
      page.send({ type: 'ready' });
      await until('the page shows now', () => page.sheet()?.report.files.total === 2);
      assert.equal(page.sheet()!.past, null);
      page.send({ type: 'showAsOf', day: '2026-02-01' as never });
      await until('the page shows that day', () => page.sheet()?.past?.day === '2026-02-01');
      const sheet = page.sheet()!;
      assert.deepEqual(sheet.report.open.value, { EUR: 50_000 });
      assert.equal(sheet.report.asOf, '2026-02-01');
      assert.equal(sheet.past!.words, 'the end of Sun 1 Feb');
      assert.equal(sheet.past!.why, null);
      assert.equal(page.title(), 'Pipeline, as of the end of Sun 1 Feb');
      assert.equal(views.pipeline.title, 'Pipeline as of the end of Sun 1 Feb');
      page.send({ type: 'showAsOf', day: null });
      await until('the page shows now again', () => page.sheet()?.past === null);
      assert.deepEqual(page.sheet()!.report.open.value, { EUR: 67_000 });
      assert.equal(views.pipeline.title, 'Pipeline');
    } finally {
      page.dispose();
    }
  });

  it('follows a commit, as “the last commit” is another one then', async () => {
    write('asof-c.md', 'Ceta', 'proposal', 7_000);
    repository.git('commit', '--all', '--allow-empty', '--quiet', '--message', 'Back');
    answer('The last commit');
    await run('dealNotes.showAsOf');
    const { pipelines, shown } = await extension();
    await until(
      'the last commit is shown',
      () => shown.travel.at?.words.startsWith('the last commit') === true,
    );
    write('asof-c.md', 'Ceta', 'negotiation', 7_000);
    await pipelines.refresh();
    assert.ok((await deals()).some(row => row.startsWith('Proposal: Ceta')));
    repository.git('commit', '--all', '--quiet', '--message', 'March');
    pipelines.git.askAgain();
    const { tree } = await extension();
    await until(
      () => `the new commit is shown, not ${dealsIn(tree).join()}`,
      () => dealsIn(tree).some(row => row.startsWith('Objections and negotiations: Ceta')),
    );
  });
});
