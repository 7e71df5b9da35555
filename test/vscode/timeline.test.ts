import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ConfigurationTarget, workspace } from 'vscode';
import { makeRepository, type Repository } from './support/repository';
import { until } from './support/until';
import { clear, extension, uriOf } from './support/workspace';

const root = workspace.workspaceFolders![0]!.uri.fsPath;

const text = (title: string, stage: string, value: number, more = '') =>
  `---\ntitle: ${title}\ncreated: 2026-01-05\nstage: ${stage}\nvalue: ${value}\ncurrency: EUR\n${more}---\nNotes of ${title}, whom we met in spring.\n`;

function write(name: string, content: string): void {
  mkdirSync(uriOf('.').fsPath, { recursive: true });
  writeFileSync(uriOf(name).fsPath, content);
}

describe('the timeline of a deal', () => {
  let repository: Repository;
  const commit = (day: string) => {
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'x', `--date=${day}T12:00:00`);
  };
  const rows = async () => {
    const { events, itemOf } = (await extension()).timeline;
    return events().map(node => {
      const { label, description } = itemOf(node);
      return `${String(label)} | ${String(description)}`;
    });
  };
  const shows = async (title: string, count: number) => {
    const { view, events } = (await extension()).timeline;
    await until(
      () => `the timeline shows ${count} events of ${title}, not ${events().length} of ${view.description}`,
      () => view.description === title && events().length === count,
    );
  };
  const press = async (at: number) => {
    const { events, itemOf } = (await extension()).timeline;
    const { command, arguments: args } = itemOf(events()[at]!).command!;
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
  };
  const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;

  before(async () => {
    // The editor's own git would still be busy in the repository when it is removed.
    await workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace);
    await clear();
    write('timely.md', text('Timely', 'prospecting', 1000));
    repository = makeRepository(root);
    repository.git('commit', '--amend', '--quiet', '--no-edit', '--date=2026-01-05T12:00:00');
    write('timely.md', text('Timely', 'proposal', 1000));
    commit('2026-01-12');
    write('timely.md', text('Timely', 'proposal', 2500, 'owner: dana\n'));
    renameSync(uriOf('timely.md').fsPath, uriOf('timely too.md').fsPath);
    commit('2026-02-03');
    write(
      'told.md',
      text(
        'Told',
        'closing',
        5,
        'history:\n  - {on: 2026-01-05, stage: proposal}\n  - {on: 2026-02-09, stage: closing}\n',
      ),
    );
    await (await extension()).pipelines.refresh();
  });
  after(async () => {
    repository.remove();
    await workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace);
    await clear();
  });

  it('has what happened to it, the newest first, by whom, and what only git knows', async () => {
    await vscode.commands.executeCommand('dealNotes.showTimeline', uriOf('timely too.md'));
    await shows('Timely', 4);
    assert.deepEqual(
      (await rows()).map(row => row.replace(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? /, '')),
      [
        'Owner: none → dana | 3 Feb · Dana',
        'Value: €1,000 → €2,500 | 3 Feb · Dana',
        'Prospecting → Proposal | 12 Jan · Dana · from git',
        'Prospecting | 5 Jan · Dana · from git',
      ],
    );
    const { events, itemOf } = (await extension()).timeline;
    const { label } = itemOf(events()[2]!).accessibilityInformation!;
    assert.equal(label, 'Prospecting → Proposal, 2026-01-12, Dana, from git');
  });

  it('opens what a commit did, by whatever name the file had', async () => {
    await press(2);
    const input = tab()?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const texts = await Promise.all(
      [input.original, input.modified].map(async uri => (await workspace.openTextDocument(uri)).getText()),
    );
    assert.deepEqual(texts, [text('Timely', 'prospecting', 1000), text('Timely', 'proposal', 1000)]);
    await press(1);
    const renamed = tab()?.input;
    assert.ok(renamed instanceof vscode.TabInputTextDiff);
    assert.match(renamed.original.path, /timely\.md$/);
    assert.match(renamed.modified.path, /timely too\.md$/);
  });

  it('is a line on the card, which says what is from git', async () => {
    const document = await workspace.openTextDocument(uriOf('timely too.md'));
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
    assert.match(html, /<dd>Proposal, for \d+ days <span class="deal-day">from git<\/span>/);
    assert.match(html, /deal-past[^]*Owner: none → dana · [^]*Value: €1,000 → €2,500 · /);
  });

  it('follows the deal in front, and opens the line of a file that says what git does not know', async () => {
    await vscode.window.showTextDocument(uriOf('told.md'));
    await shows('Told', 2);
    await press(0);
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document.uri.toString(), uriOf('told.md').toString());
    assert.equal(activeTextEditor.selection.active.line, 8);
  });
});

describe('the timeline of a deal in a clone without the contents of earlier versions', () => {
  let repository: Repository;
  const objects = () =>
    readdirSync(join(root, '.git/objects'), { recursive: true, withFileTypes: true })
      .filter(item => item.isFile())
      .map(({ name }) => name)
      .toSorted();

  before(async () => {
    await workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace);
    await clear();
    write('apart.md', text('Apart', 'prospecting', 1000));
    repository = makeRepository(root);
    const early = execFileSync(
      'git',
      ['rev-parse', `HEAD:./${workspace.asRelativePath(uriOf('apart.md'))}`],
      {
        cwd: root,
        encoding: 'utf8',
      },
    ).trim();
    write('apart.md', text('Apart', 'proposal', 1000));
    repository.git('commit', '--all', '--quiet', '--message', 'x');
    // As git leaves a clone that was made with --filter=blob:none.
    rmSync(join(root, '.git/objects', early.slice(0, 2), early.slice(2)));
    repository.git('config', 'remote.origin.url', `file://${join(root, 'nowhere')}`);
    repository.git('config', 'remote.origin.promisor', 'true');
    repository.git('config', 'remote.origin.partialclonefilter', 'blob:none');
    await (await extension()).pipelines.refresh();
  });
  after(async () => {
    repository.remove();
    await workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace);
    await clear();
  });

  it('says in one line what is missing, and nothing is downloaded', async () => {
    const before = objects();
    await vscode.commands.executeCommand('dealNotes.showTimeline', uriOf('apart.md'));
    const { view, events } = (await extension()).timeline;
    await until(
      () => `the view says what is missing, not “${view.message}” of ${view.description}`,
      () => view.description === 'Apart' && /partial clone/.test(view.message ?? ''),
    );
    assert.match(view.message!, /^Nothing is known of its past\. Maybe not all: .*Clone without --filter/);
    assert.equal(events().length, 0);
    assert.deepEqual(objects(), before);
  });
});
