import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ConfigurationTarget, workspace } from 'vscode';
import type { MergesKnown } from '../../src/branches/aftermath';
import { loadPipeline } from '../../src/files/disk/loadDisk';
import { PipelineFolder, type PipelineChange } from '../../src/files/pipelineFolder';
import type { Pipelines } from '../../src/files/pipelines';
import { Today } from '../../src/files/today';
import type { GitExtension, Repository as GitRepository } from '../../src/branches/gitExtension';
import { Heads } from '../../src/branches/heads';
import { registerBranches } from '../../src/branches/register';
import { gitFrom } from '../../src/git/git';
import type { FunnelSheet } from '../../src/shared/funnelSheet';
import { messages } from './support/answers';
import { pageIn } from './support/page';
import { makeRepository, type Repository } from './support/repository';
import { clear, deal, extension, uriOf, writeDeal } from './support/workspace';
import { until } from './support/until';

const workspaceFolder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
const partners = join(workspaceFolder, 'partners');

const name = (number: number) => `deal-${String(number).padStart(3, '0')}.md`;
const write = (number: number, stage: string) => writeFileSync(uriOf(name(number)).fsPath, deal(stage));

/** What all files say, in an order of its own; without what git knows of them, which is there once something has asked it. */
function contentOf(pipeline: PipelineFolder['pipeline']): string {
  const entries = [...pipeline.all()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return JSON.stringify(entries, (key, value: unknown) => (key === 'inGit' ? undefined : value));
}

/** What a folder reads as by itself. */
async function freshly({ uri }: PipelineFolder): Promise<string> {
  return contentOf((await loadPipeline(uri.fsPath)).pipeline);
}

describe('a branch switch', () => {
  let repository: Repository;

  before(async () => {
    // The editor's own git would still be busy in the repository when it is removed.
    await workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace);
    await clear();
    mkdirSync(partners, { recursive: true });
    writeFileSync(join(partners, 'sales-process.yaml'), 'currency: EUR\n');
    writeFileSync(join(partners, 'd.md'), deal('closing'));
    for (let number = 0; number < 200; number++) write(number, 'prospecting');
    for (let number = 200; number < 450; number++) write(number, 'proposal');
    repository = makeRepository(workspaceFolder);
    repository.git('switch', '--quiet', '--create', 'q4');
    for (let number = 200; number < 350; number++) write(number, 'closing');
    for (let number = 350; number < 425; number++) rmSync(uriOf(name(number)).fsPath);
    for (let number = 450; number < 525; number++) write(number, 'closing');
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'Next quarter');
    repository.git('switch', '--quiet', 'main');
    const { pipelines } = await extension();
    await pipelines.refresh();
  });
  after(async () => {
    repository.remove();
    await workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace);
    rmSync(partners, { recursive: true, force: true });
    await clear();
  });

  it('with hundreds of files is a few changes, and only of the stages that it touches', async () => {
    const { pipelines } = await extension();
    const folder = pipelines.folderOf(uriOf('x.md'))!;
    const changes: PipelineChange[] = [];
    const listening = pipelines.onDidChange(change => changes.push(change));
    repository.git('switch', '--quiet', 'q4');
    const fresh = await freshly(folder);
    await until('the pipeline is that of the branch', () => contentOf(folder.pipeline) === fresh);
    await pipelines.reconcile();
    const groups = () => [...new Set(changes.flatMap(change => [...change.groups]))].sort();
    await until('all is told', () => groups().length >= 2);
    listening.dispose();
    assert.deepEqual(groups(), ['closing', 'proposal']);
    assert.ok(changes.length <= 10, `${changes.length} changes`);
    assert.ok(changes.every(change => change.folder === folder));
  });

  it('leaves a deal as it is in the editor that was not saved', async () => {
    const { pipelines } = await extension();
    const folder = pipelines.folderOf(uriOf('x.md'))!;
    const editor = await vscode.window.showTextDocument(uriOf(name(210)));
    const at = editor.document.positionAt(editor.document.getText().indexOf('Acme'));
    await editor.edit(edit => edit.insert(at, 'Big '));
    repository.git('switch', '--quiet', 'main');
    await until('others are as on the branch', () => stageOf(folder, name(211)) === 'proposal');
    const entry = folder.pipeline.get(name(210));
    assert.equal(entry?.kind === 'deal' && entry.deal.title, 'Big Acme, scanners');
    assert.equal(editor.document.isDirty, true);
  });
});

describe('a change that no watcher tells of', () => {
  beforeEach(clear);
  after(clear);

  it('is found when the files are looked through, though the times of the file were set back', async () => {
    await writeDeal('a.md', deal('proposal'));
    await writeDeal('b.md', deal('proposal'));
    const path = uriOf('a.md').fsPath;
    const { atime, mtime } = statSync(path);
    const deaf = new PipelineFolder(uriOf('.'));
    await deaf.load();
    const seen: string[] = [];
    const listening = deaf.onDidChange(({ paths }) => seen.push(...paths));
    writeFileSync(path, deal('proposal').replace('proposal', 'discovery'));
    utimesSync(path, atime, mtime);
    await deaf.reconcile();
    listening.dispose();
    assert.equal(stageOf(deaf, 'a.md'), 'needs-analysis');
    assert.deepEqual(seen, ['a.md']);
    deaf.dispose();
  });
});

describe('a repository', () => {
  it('tells when its HEAD is another branch or commit, and not when only files are different', () => {
    const changed = new vscode.EventEmitter<void>();
    const state = {
      HEAD: { name: 'main', commit: 'a' } as { name: string; commit: string } | undefined,
      mergeChanges: [] as { uri: vscode.Uri }[],
      onDidChange: changed.event,
    };
    const none = new vscode.EventEmitter<never>().event;
    const root = vscode.Uri.file(workspaceFolder);
    const told: string[] = [];
    const heads = new Heads(
      { repositories: [{ rootUri: root, state }], onDidOpenRepository: none, onDidCloseRepository: none },
      uri => told.push(uri.fsPath),
    );
    for (const head of [
      { name: 'main', commit: 'a' },
      undefined,
      { name: 'main', commit: 'b' },
      { name: 'main', commit: 'b' },
      { name: 'q4', commit: 'b' },
    ]) {
      state.HEAD = head;
      changed.fire();
    }
    heads.dispose();
    changed.fire();
    assert.deepEqual(told, [workspaceFolder, workspaceFolder]);
  });

  it('tells when a merge has stopped, and not when people settle one file after the other', () => {
    const changed = new vscode.EventEmitter<void>();
    const none = new vscode.EventEmitter<never>().event;
    const state = {
      HEAD: { name: 'main', commit: 'a' },
      mergeChanges: [] as { uri: vscode.Uri }[],
      onDidChange: changed.event,
    };
    let told = 0;
    const repositories = [{ rootUri: vscode.Uri.file(workspaceFolder), state }];
    const heads = new Heads(
      { repositories, onDidOpenRepository: none, onDidCloseRepository: none },
      () => told++,
    );
    const [a, b] = ['a.md', 'b.md'].map(path => ({ uri: uriOf(path) }));
    const after = [[], [a!, b!], [b!], []].map(left => {
      state.mergeChanges = left;
      changed.fire();
      return told;
    });
    heads.dispose();
    assert.deepEqual(after, [0, 1, 1, 1]);
  });
});

describe('a commit', () => {
  let repository: Repository;
  const closesOn = (day: string) =>
    writeFileSync(uriOf('a.md').fsPath, deal('proposal', `close_date: ${day}\n`));
  const commit = () => repository.git('commit', '--quiet', '--all', '--message', 'Later');

  before(async () => {
    await workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace);
    await clear();
    await writeDeal('a.md', deal('proposal', 'close_date: 2026-02-01\n'));
    repository = makeRepository(workspaceFolder);
  });
  after(async () => {
    repository.remove();
    await workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace);
    await clear();
  });

  it('is in the figures of the funnel page that is open', async () => {
    const { pipelines, shown } = await extension();
    const changed = new vscode.EventEmitter<void>();
    const state = { HEAD: { name: 'main', commit: 'a' }, mergeChanges: [], onDidChange: changed.event };
    const following = registerBranches(pipelines, NOTHING_MERGED, async () =>
      gitWith(vscode.Uri.file(workspaceFolder), state),
    );
    const page = pageIn(shown, pipelines);
    page.send({ type: 'ready' });
    await until('git was asked', () => pushesIn(page.sheet()) === 0 && hasFacts(pipelines, 'a.md'));
    closesOn('2026-03-01');
    commit();
    closesOn('2026-04-01');
    commit();
    state.HEAD = { name: 'main', commit: 'b' };
    changed.fire();
    await until('both are counted', () => pushesIn(page.sheet()) === 2);
    page.dispose();
    following.dispose();
  });
});

describe('a merge', () => {
  const { said, press } = messages();
  const changed = new vscode.EventEmitter<void>();
  let repository: Repository;
  let following: vscode.Disposable;
  /** How often it was asked what a merge has changed. */
  let looks = 0;
  let state: { HEAD: { name?: string; commit: string }; mergeChanges: { uri: vscode.Uri }[] };
  const head = () =>
    execFileSync('git', ['rev-parse', 'HEAD'], { cwd: workspaceFolder, encoding: 'utf8' }).trim();
  const moved = () => {
    state.HEAD = { name: 'main', commit: head() };
    changed.fire();
  };
  const stop = (...paths: string[]) => {
    state.mergeChanges = paths.map(path => ({ uri: uriOf(path) }));
    changed.fire();
  };
  const commit = (message: string, texts: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(texts)) writeFileSync(uriOf(path).fsPath, text);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', message);
  };
  const named = (title: string, stage: string, last = stage) =>
    `---\ntitle: ${title}\nstage: ${stage}\nhistory:\n  - {on: 2026-01-12, stage: ${last}}\n---\n`;

  beforeEach(async () => {
    await workspace.getConfiguration().update('git.enabled', false, ConfigurationTarget.Workspace);
    await clear();
    for (const path of ['a.md', 'b.md']) await writeDeal(path, deal('proposal'));
    repository = makeRepository(workspaceFolder);
    repository.git('branch', 'theirs');
    state = { HEAD: { name: 'main', commit: head() }, mergeChanges: [] };
    const { pipelines } = await extension();
    await pipelines.refresh();
    const git = gitFrom({ cwd: workspaceFolder, env: process.env });
    looks = 0;
    const mergedSince = async (...asked: Parameters<typeof git.mergedSince>) => {
      const merged = await git.mergedSince(...asked);
      looks++;
      return merged;
    };
    following = registerBranches(pipelines, { ...git, mergedSince }, async () =>
      gitWith(vscode.Uri.file(workspaceFolder), Object.assign(state, { onDidChange: changed.event })),
    );
  });
  afterEach(async () => {
    following.dispose();
    repository.remove();
    await workspace.getConfiguration().update('git.enabled', undefined, ConfigurationTarget.Workspace);
    await clear();
  });

  /** Merges what the other side has committed, when all is known of what this side has. */
  async function merge(
    theirs: Readonly<Record<string, string>>,
    ours: Readonly<Record<string, string>>,
  ): Promise<void> {
    repository.git('checkout', '--quiet', 'theirs');
    commit('Theirs', theirs);
    repository.git('checkout', '--quiet', 'main');
    commit('Own', ours);
    moved();
    await until('the own commit is known', () => looks > 0);
    repository.git('merge', '--quiet', '--no-edit', 'theirs');
    moved();
  }

  it('that left a key twice is told once, with a button that opens the place; other commits tell nothing', async () => {
    press('Open');
    await merge(
      { 'a.md': deal('proposal', 'stage: closing\n') },
      { 'b.md': deal('proposal', 'stage: closing\n') },
    );
    await until('it is told', () => said.length > 0);
    assert.match(said.join('\n'), /^The merge left something wrong in “[^”]*”: .*twice/);
    await until(
      'it is open',
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/a.md') ?? false,
    );
    assert.equal(said.length, 1);
  });

  it('that left a history which contradicts the stage is told, and not what was so before', async () => {
    repository.git('checkout', '--quiet', 'theirs');
    commit('Both', { 'b.md': named('Old', 'closing', 'proposal') });
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--ff-only', 'theirs');
    const theirs = {
      'a.md': named('New', 'closing', 'qualification'),
      'b.md': named('Old', 'closing', 'qualification'),
    };
    await merge(theirs, { 'c.md': deal('proposal') });
    await until('it is told', () => said.length > 0);
    assert.match(said.join('\n'), /^The merge left something wrong in “New”: /);
  });

  it('that stopped at a file without a marker in it is told once', async () => {
    repository.git('checkout', '--quiet', 'theirs');
    commit('Theirs', { 'a.md': deal('closing'), 'b.md': deal('closing') });
    repository.git('checkout', '--quiet', 'main');
    commit('Own', { 'a.md': deal('negotiation'), 'b.md': deal('negotiation') });
    moved();
    assert.throws(() => execFileSync('git', ['merge', 'theirs'], { cwd: workspaceFolder, stdio: 'pipe' }));
    // As a merge driver leaves it that cannot be run.
    writeFileSync(uriOf('a.md').fsPath, named('Whole', 'negotiation'));
    stop('a.md', 'b.md');
    await until('it is told', () => said.length > 0);
    assert.match(said.join('\n'), /^The merge left something wrong in “Whole”: Git hasn’t merged this file/);
    assert.equal(said.length, 1);
  });

  it('that is a rebase is told at each stop, though both are at the same file', async () => {
    repository.git('checkout', '--quiet', 'theirs');
    commit('First', { 'a.md': deal('closing') });
    commit('Second', { 'a.md': deal('proposal') });
    repository.git('checkout', '--quiet', 'main');
    commit('Own', { 'a.md': deal('negotiation') });
    moved();
    const stops = (...args: string[]) =>
      assert.throws(() =>
        execFileSync('git', ['-c', 'core.editor=true', ...args], { cwd: workspaceFolder, stdio: 'pipe' }),
      );
    const stopped = () => {
      // As a merge driver leaves it that cannot be run.
      writeFileSync(uriOf('a.md').fsPath, named('Whole', 'negotiation'));
      state.HEAD = { commit: head() };
      stop('a.md');
    };
    stops('rebase', 'main', 'theirs');
    stopped();
    await until('the first stop is told', () => said.length === 1);
    // Taking the other side leaves nothing of this step, and HEAD where it is.
    writeFileSync(uriOf('a.md').fsPath, deal('negotiation'));
    repository.git('add', '--all');
    stop();
    stops('rebase', '--continue');
    stopped();
    await until('the second stop is told', () => said.length === 2);
    assert.match(said[1]!, /^The merge left something wrong in “Whole”: Git hasn’t merged this file/);
    repository.git('rebase', '--abort');
  });
});

describe('a new day', () => {
  it('changes everything, once', () => {
    let now = new Date(2026, 10, 24, 23, 59);
    let told = 0;
    const today = new Today(
      () => told++,
      () => now,
    );
    today.check();
    assert.deepEqual([today.date, told], ['2026-11-24', 0]);
    now = new Date(2026, 10, 25, 0, 0, 1);
    today.check();
    today.check();
    today.dispose();
    assert.deepEqual([today.date, told], ['2026-11-25', 1]);
  });
});

const NOTHING_MERGED: MergesKnown = {
  contentAt: async () => undefined,
  mergedSince: async () => new Set(),
  unmergedFiles: async () => new Map(),
};

/** The editor's git with one repository in it. */
function gitWith(rootUri: vscode.Uri, state: GitRepository['state']): GitExtension {
  const none = new vscode.EventEmitter<never>().event;
  return {
    enabled: true,
    onDidChangeEnablement: none,
    getAPI: () => ({
      repositories: [{ rootUri, state }],
      onDidOpenRepository: none,
      onDidCloseRepository: none,
    }),
  };
}

/** How often the only deal was pushed, by the page. */
function pushesIn(sheet: FunnelSheet | undefined): number | undefined {
  if (!sheet) return undefined;
  const { now } = sheet.report.today.toDo;
  const pushed = now.flatMap(({ reasons }) => reasons).find(({ kind }) => kind === 'pushed');
  return pushed?.kind === 'pushed' ? pushed.times : 0;
}

function hasFacts({ folders }: Pipelines, path: string): boolean {
  const entry = folders[0]!.pipeline.get(path);
  return entry?.kind === 'deal' && entry.deal.inGit !== undefined;
}

function stageOf({ pipeline }: PipelineFolder, path: string): string | undefined {
  const entry = pipeline.get(path);
  return entry?.kind === 'deal' ? entry.deal.stage : undefined;
}
