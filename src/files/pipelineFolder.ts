import { EventEmitter, Uri, workspace, type TextDocument } from 'vscode';
import type { Entry } from '../core/deal/deal';
import { isDealPath } from '../core/pipeline/paths';
import { GROUP_IDS, Pipeline, type GroupId } from '../core/pipeline/pipeline';
import { error, reasonOf, type Problem } from '../core/problem';
import { DEFAULT_PROCESS } from '../core/process/process';
import { PROCESS_FILE, readProcess } from '../core/process/processFile';
import { accessTo, type FileAccess } from './access';
import { exists } from './exists';
import { toEntry } from './disk/loadDisk';
import type { FileText } from './disk/disk';
import { Timer } from '../timer';

/** What is different in a pipeline: in which groups, and which files. */
export interface PipelineChange {
  readonly folder: PipelineFolder;
  readonly groups: ReadonlySet<GroupId>;
  readonly paths: ReadonlySet<string>;
}

interface Gone {
  readonly path: string;
  readonly gone: true;
}

/** How long changes are gathered before they are told: short enough for a key press, and longer while loading. */
const GATHER_MS = 15;
const GATHER_WHILE_LOADING_MS = 200;

/** One pipeline of the workspace: a folder, its deals as they stand in the editor or else on disk, kept up to date. */
export class PipelineFolder {
  pipeline = new Pipeline(DEFAULT_PROCESS);
  processProblems: readonly Problem[] = [];
  /** Why the folder could not be read at all. */
  problem: Problem | undefined;
  isLoading = false;

  private readonly changed = new EventEmitter<PipelineChange>();
  readonly onDidChange = this.changed.event;

  private readonly access: FileAccess;
  private processText: string | undefined;
  private groups = new Set<GroupId>();
  private paths = new Set<string>();
  private readonly telling = new Timer(GATHER_MS, () => this.tell());
  private loading: Promise<void> | undefined;
  private isStale = false;
  private isDisposed = false;

  constructor(
    readonly uri: Uri,
    /** For rows and titles, where a workspace has several pipelines. */
    readonly name: string,
  ) {
    this.access = accessTo(uri);
  }

  dispose(): void {
    this.isDisposed = true;
    this.telling.dispose();
    this.changed.dispose();
  }

  uriOf(path: string): Uri {
    return Uri.joinPath(this.uri, path);
  }

  /** The path below this folder, if the file is in it. */
  pathOf(uri: Uri): string | undefined {
    const root = this.uri.path.endsWith('/') ? this.uri.path : `${this.uri.path}/`;
    const isHere =
      uri.scheme === this.uri.scheme && uri.authority === this.uri.authority && uri.path.startsWith(root);
    return isHere ? uri.path.slice(root.length) : undefined;
  }

  entryAt(uri: Uri): Entry | undefined {
    const path = this.pathOf(uri);
    return path === undefined ? undefined : this.pipeline.get(path);
  }

  /** Reads everything anew. Asked for while it is under way, it starts once more when done. */
  load(): Promise<void> {
    this.isStale = true;
    return (this.loading ??= this.loadUntilFresh().finally(() => (this.loading = undefined)));
  }

  /** Reads these files again: they were changed, came or went. */
  async update(paths: Iterable<string>): Promise<void> {
    const deals: string[] = [];
    for (const path of paths) {
      if (isDealPath(path)) deals.push(path);
      else if (path === PROCESS_FILE || this.isFolder(path)) return this.load();
    }
    for await (const files of this.access.readAll(deals)) {
      for (const file of files) this.put(await this.unlessGone(file));
    }
  }

  /** Finds files that came or went unnoticed: watchers lose events when many come at once. */
  async reconcile(): Promise<void> {
    if (this.loading) return;
    const gone = new Set(this.pipeline.paths);
    const unknown: string[] = [];
    try {
      for await (const files of this.access.list()) {
        for (const { path } of files) if (!gone.delete(path)) unknown.push(path);
      }
    } catch {
      return this.load();
    }
    await this.update([...gone, ...unknown]);
  }

  /** The text of an open document counts, saved or not. */
  updateFrom(document: TextDocument): void {
    const path = this.pathOf(document.uri);
    if (path === undefined || !isDealPath(path)) return;
    this.put({ path, text: document.getText() });
  }

  private isFolder(path: string): boolean {
    for (const known of this.pipeline.paths) if (known.startsWith(`${path}/`)) return true;
    return false;
  }

  private async loadUntilFresh(): Promise<void> {
    this.isLoading = true;
    while (this.isStale && !this.isDisposed) {
      this.isStale = false;
      try {
        await this.loadProcess();
        await this.loadDeals();
        this.problem = undefined;
      } catch (cause) {
        this.clear();
        const reason = reasonOf(cause);
        this.problem = error('unreadable', `The folder “${this.name}” cannot be read: ${reason}`);
      }
    }
    this.isLoading = false;
    this.tell();
  }

  private async loadProcess(): Promise<void> {
    const file = await this.access.read(PROCESS_FILE);
    const text = 'text' in file ? file.text : '';
    if (text === this.processText) return;
    this.processText = text;
    const { process, problems } = readProcess(text);
    this.processProblems = problems;
    this.pipeline = new Pipeline(process);
    this.changedEverywhere();
  }

  private async loadDeals(): Promise<void> {
    const gone = new Set(this.pipeline.paths);
    const paths: string[] = [];
    for await (const listed of this.access.list()) {
      for (const file of listed) {
        gone.delete(file.path);
        if ('problem' in file) this.put(file);
        else paths.push(file.path);
      }
    }
    for (const path of gone) this.noteChange(path, this.pipeline.delete(path));
    for await (const files of this.access.readAll(paths)) {
      if (this.isDisposed) return;
      for (const file of files) this.put(file);
    }
  }

  private async unlessGone(file: FileText): Promise<FileText | Gone> {
    return 'problem' in file && !(await exists(this.uriOf(file.path)))
      ? { path: file.path, gone: true }
      : file;
  }

  private put(file: FileText | Gone): void {
    if ('gone' in file) {
      this.noteChange(file.path, this.pipeline.delete(file.path));
      return;
    }
    const entry = toEntry(this.asInEditor(file), this.pipeline.process);
    // Typing in the notes, or the watcher's echo of our own edit, changes nothing that anybody sees.
    if (isSame(this.pipeline.get(file.path), entry)) return;
    this.noteChange(file.path, this.pipeline.set(entry));
  }

  /** What is not saved yet counts, not what it will replace; unless the editor cannot show the file right. */
  private asInEditor(file: FileText): FileText {
    if ('problem' in file) return file;
    const isThis = ({ isDirty, uri }: TextDocument) => isDirty && this.pathOf(uri) === file.path;
    const unsaved = workspace.textDocuments.find(isThis);
    return unsaved ? { path: file.path, text: unsaved.getText() } : file;
  }

  private clear(): void {
    this.pipeline = new Pipeline(this.pipeline.process);
    this.changedEverywhere();
  }

  private changedEverywhere(): void {
    for (const group of GROUP_IDS) this.groups.add(group);
    this.tellSoon();
  }

  private noteChange(path: string, groups: readonly GroupId[]): void {
    for (const group of groups) this.groups.add(group);
    this.paths.add(path);
    this.tellSoon();
  }

  private tellSoon(): void {
    this.telling.start(this.isLoading ? GATHER_WHILE_LOADING_MS : GATHER_MS);
  }

  private tell(): void {
    this.telling.dispose();
    const { groups, paths } = this;
    this.groups = new Set();
    this.paths = new Set();
    if (!this.isDisposed) this.changed.fire({ folder: this, groups, paths });
  }
}

function isSame(a: Entry | undefined, b: Entry): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
