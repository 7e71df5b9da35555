import {
  commands,
  EventEmitter,
  l10n,
  RelativePattern,
  window,
  type Uri,
  workspace,
  type TextDocument,
} from 'vscode';
import type { Git } from '../actions/ports/git';
import type { Deal } from '../core/deal/deal';
import type { Entry } from '../core/deal/entry';
import type { CalendarDate } from '../core/calendar';
import { plainText, withoutLinks } from '../core/escape';
import { isDealFolder } from '../core/pipeline/paths';
import { Disposables } from '../disposables';
import { CONTEXT, SETTINGS } from '../ids';
import { Timer } from '../timer';
import { FileInFront } from './editor/fileInFront';
import { exists } from './exists';
import { processFolders, settingsFolder } from './findPipelines';
import { GitReader } from './gitReader';
import { PipelineFolder, type PipelineChange } from './pipelineFolder';
import { Today } from './today';
import { watchForPipelines } from './watchForPipelines';

/** How long file events are gathered: a branch switch is one change, not hundreds. */
const BURST_MS = 60;
/** How long after a burst to look for files whose events were lost. */
const RECONCILE_MS = 400;

/** All pipelines of the workspace, found, loaded and watched. */
export class Pipelines {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<PipelineChange>());
  /** Deals of one pipeline are different now. */
  readonly onDidChange = this.changed.event;
  private readonly foldersChanged = this.disposables.add(new EventEmitter<void>());
  /** There are other pipelines now than before. */
  readonly onDidChangeFolders = this.foldersChanged.event;

  private readonly readingChanged = this.disposables.add(new EventEmitter<void>());
  /** Some pipeline is being read, or no longer. */
  readonly onDidChangeReading = this.readingChanged.event;
  private readonly awaited = this.disposables.add(new EventEmitter<void>());
  /** Somebody waits until all is read. */
  readonly onDidAwait = this.awaited.event;

  /** What git knows of the deals is joined to them, once something shows it. */
  readonly git: GitReader;

  /** What the person has in front, of whatever folder. */
  readonly inFront = this.disposables.add(new FileInFront());

  /** The workspace was searched once. Before, having no pipelines means nothing. */
  hasSearched = false;

  private readonly open = new Map<string, { folder: PipelineFolder; watch: Disposables }>();
  private search: Promise<void> = Promise.resolve();
  private toldFolders: string | undefined;
  private readonly clock: Today;

  /** @param clock another one than the computer's, for tests */
  constructor(git: Git, clock?: () => Date) {
    const { disposables } = this;
    this.git = disposables.add(new GitReader(git));
    this.clock = disposables.add(new Today(() => this.changedEverywhere(), clock));
    disposables.add(workspace.onDidChangeWorkspaceFolders(() => this.find()));
    disposables.add(
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.folder}`)) void this.find();
      }),
    );
    const known = () => this.folders.map(({ uri }) => uri);
    disposables.add(watchForPipelines(known, () => void this.find()));
    disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => this.folderOf(document.uri)?.updateFrom(document)),
    );
    disposables.add(workspace.onDidOpenTextDocument(({ uri }) => void this.readFirst([uri])));
    disposables.add(workspace.onDidCloseTextDocument(document => void this.updateFrom(document)));
    const back = disposables.add(new Timer(RECONCILE_MS, () => void this.reconcile()));
    disposables.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (!focused) return;
        this.clock.check();
        back.start();
      }),
    );
  }

  dispose(): void {
    for (const { folder, watch } of this.open.values()) {
      watch.dispose();
      folder.dispose();
    }
    this.disposables.dispose();
  }

  /** In the order of their paths. */
  get folders(): readonly PipelineFolder[] {
    return [...this.open.values()]
      .map(({ folder }) => folder)
      .sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1));
  }

  /** The local calendar day. */
  get today(): CalendarDate {
    return this.clock.date;
  }

  /** The innermost pipeline that a file belongs to. */
  folderOf(uri: Uri): PipelineFolder | undefined {
    return this.folders.findLast(folder => folder.pathOf(uri) !== undefined);
  }

  /** Whether a folder is that of a pipeline. */
  isOpen(folder: Uri): boolean {
    return this.open.has(folder.toString());
  }

  entryAt(uri: Uri): Entry | undefined {
    return this.folderOf(uri)?.entryAt(uri);
  }

  *deals(): Iterable<{ deal: Deal; folder: PipelineFolder; uri: Uri }> {
    for (const folder of this.folders) {
      for (const deal of folder.pipeline.deals()) yield { deal, folder, uri: folder.uriOf(deal.path) };
    }
  }

  /** Looks for pipelines: those that are new are loaded, those that are gone are dropped. */
  find(): Promise<void> {
    const found = this.search.then(() => this.findNow());
    // A search that fails is told to whoever asked for it, and does not stop the next one.
    this.search = found.catch(() => undefined);
    return found;
  }

  /** Looks for pipelines and reads all of them again. */
  async refresh(): Promise<void> {
    const known = this.folders;
    await this.find();
    await Promise.all(
      known.filter(folder => this.open.has(folder.uri.toString())).map(folder => folder.load()),
    );
    this.git.askAgain();
  }

  /** Finds what happened unnoticed: other pipelines, and in those that are meant, other files. */
  async reconcile(isMeant: (folder: PipelineFolder) => boolean = () => true): Promise<void> {
    await this.find();
    await Promise.all(this.folders.filter(isMeant).map(folder => folder.reconcile()));
  }

  /** Reads files again that were changed, came or went: whoever has changed them sees it at once, before the watcher tells. */
  async readAgain(files: readonly Uri[]): Promise<void> {
    const changed = new Map<PipelineFolder, string[]>();
    for (const uri of files) {
      const folder = this.folderOf(uri);
      if (folder) changed.set(folder, [...(changed.get(folder) ?? []), folder.pathOf(uri)!]);
    }
    for (const [folder, paths] of changed) await folder.update(paths);
  }

  /** Reads these files before others that aren't read yet. */
  async readFirst(files: readonly Uri[]): Promise<void> {
    for (const uri of files) {
      const folder = this.folderOf(uri);
      const path = folder?.pathOf(uri);
      if (folder && path !== undefined) await folder.readFirst(path);
    }
  }

  /** For what would be wrong of a part of the files: reads the rest. Answers whether all is read; somebody may stop it. */
  async whole(folders = this.folders): Promise<boolean> {
    const partial = folders.filter(({ isPartial }) => isPartial);
    if (partial.length) this.awaited.fire();
    const areWhole = await Promise.all(partial.map(folder => folder.whole()));
    return areWhole.every(is => is);
  }

  private changedEverywhere(): void {
    for (const folder of this.folders) folder.changedEverywhere();
  }

  private async findNow(): Promise<void> {
    const found = new Set<string>();
    for (const root of workspace.workspaceFolders ?? []) {
      const named = await settingsFolder(root);
      if (named) found.add(this.keep(named));
      for await (const uri of processFolders(root.uri)) found.add(this.keep(uri));
    }
    const gone = [...this.open.keys()].filter(key => !found.has(key));
    for (const key of gone) await this.drop(key);
    this.hasSearched = true;
    await commands.executeCommand('setContext', CONTEXT.hasPipeline, this.open.size > 0);
    await commands.executeCommand('setContext', CONTEXT.hasSearched, true);
    this.tellFolders();
  }

  /** Each time is a redraw of everything, and most searches find what is known. */
  private tellFolders(): void {
    const now = this.folders.map(({ uri, name }) => `${uri.toString()} ${name}`).join('\n');
    if (now === this.toldFolders) return;
    this.toldFolders = now;
    this.foldersChanged.fire();
  }

  private keep(uri: Uri): string {
    // `deals/` and `deals` are one folder.
    const plain = uri.with({ path: uri.path.replace(/(.)\/+$/, '$1') });
    const key = plain.toString();
    if (this.open.has(key)) return key;
    const folder = new PipelineFolder(plain);
    const watch = new Disposables();
    watch.add(
      folder.onDidChange(change => {
        this.changed.fire(change);
        this.git.follow(folder);
        // A folder that can no longer be read may be gone: nobody tells of the folder itself.
        if (folder.problem) void this.find();
      }),
    );
    watch.add(folder.onDidChangeReading(() => this.readingChanged.fire()));
    this.watch(folder, watch);
    this.open.set(key, { folder, watch });
    void commands.executeCommand('setContext', CONTEXT.hasPipeline, true);
    this.tellFolders();
    void folder.load();
    // At the start, those around it have not been listed yet.
    if (this.hasSearched) this.reloadAround(folder);
    return key;
  }

  private async drop(key: string): Promise<void> {
    const { folder, watch } = this.open.get(key)!;
    this.open.delete(key);
    watch.dispose();
    this.git.forget(folder);
    folder.dispose();
    this.reloadAround(folder);
    if (workspace.getWorkspaceFolder(folder.uri) && !(await exists(folder.uri))) {
      const message = l10n.t('The pipeline “{0}” no longer exists.', plainText(folder.name));
      void window.showWarningMessage(withoutLinks(message));
    }
  }

  /** A pipeline has its own files, so those around it have others when it comes or goes. */
  private reloadAround(inner: PipelineFolder): void {
    for (const outer of this.folders) {
      if (outer !== inner && outer.pathOf(inner.uri) !== undefined) void outer.load();
    }
  }

  private watch(folder: PipelineFolder, disposables: Disposables): void {
    const watcher = disposables.add(workspace.createFileSystemWatcher(new RelativePattern(folder.uri, '**')));
    let paths = new Set<string>();
    const burst = disposables.add(
      new Timer(BURST_MS, () => {
        const changed = paths;
        paths = new Set();
        void folder.update(changed).then(() => lost.restart());
      }),
    );
    const lost = disposables.add(new Timer(RECONCILE_MS, () => void folder.reconcile()));
    const note = (uri: Uri) => {
      // What is in a pipeline within this one is that one's.
      const path = this.folderOf(uri) === folder ? folder.pathOf(uri) : undefined;
      // Git is busy in a folder of its own.
      if (!path?.split('/').every(isDealFolder)) return;
      paths.add(path);
      burst.start();
    };
    disposables.add(watcher.onDidCreate(note));
    disposables.add(watcher.onDidChange(note));
    disposables.add(watcher.onDidDelete(note));
  }

  /** A document that is closed without saving leaves the file as it is on disk. */
  private async updateFrom(document: TextDocument): Promise<void> {
    const folder = this.folderOf(document.uri);
    const path = folder?.pathOf(document.uri);
    if (folder && path !== undefined) await folder.update([path]);
  }
}
