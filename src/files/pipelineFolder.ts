import { isDeepStrictEqual } from 'node:util';
import { EventEmitter, Uri, workspace, type TextDocument } from 'vscode';
import type { Entry } from '../core/deal/entry';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { callsFromFile } from '../core/calls/readCalls';
import { toEntry } from '../core/deal/toEntry';
import { withGit } from '../core/deal/withGit';
import type { FromGit } from '../actions/ports/git';
import type { KnownFromGit } from '../core/deal/gitFacts';
import type { HistoryGap } from '../core/deal/historyGap';
import { joinGit } from '../core/pipeline/joinGit';
import { isDealPath } from '../core/pipeline/paths';
import { GROUP_IDS, Pipeline, type GroupId } from '../core/pipeline/pipeline';
import { error, type Problem } from '../core/problem';
import { DEFAULT_PROCESS, type ProcessProblem } from '../core/process/process';
import { processFound } from '../core/process/misnamed';
import { PROCESS_FILE } from '../core/process/processFile';
import { Timer } from '../timer';
import { accessTo } from './access';
import { turn } from './turn';
import type { Stamp } from './disk/disk';
import type { KeptEntries } from './disk/keptEntries';
import type { FileAccess, FoundProcess, ReadFile, SameFile } from './fileAccess';
import { FilesLeft, type FilesRead } from './filesLeft';
import { isTeamFile, teamFiles, type TeamFiles } from './teamFiles';
import { asInEditor, unsavedIn } from './unsaved';
import { untilStopped } from './untilStopped';
import { sayFile, systemReason } from '../core/fileSays';

/** What is different in a pipeline: in which groups, and which files. */
export interface PipelineChange {
  readonly folder: PipelineFolder;
  readonly groups: ReadonlySet<GroupId>;
  readonly paths: ReadonlySet<string>;
}

/** How long changes are gathered before they are told: short enough for a key press, and longer while reading many. */
const GATHER_MS = 15;
const GATHER_WHILE_READING_MS = 200;
/** For how long deals are looked up before others have a turn. */
const SLICE_MS = 4;
/** How long somebody who types in the process file has to pause for it to count: all deals are read by it. */
const TYPING_MS = 400;
/** Nobody stops what is done in the background. */
const NEVER = new AbortController().signal;

/** One pipeline of the workspace: a folder, its deals as they stand in the editor or else on disk, kept up to date. */
export class PipelineFolder {
  pipeline = new Pipeline(DEFAULT_PROCESS);
  /** What is wrong with the process file, and with that of the forecast calls. */
  processProblems: readonly ProcessProblem[] = [];
  /** Why the folder could not be read at all. */
  problem: Problem | undefined;
  isLoading = false;
  /** Why git may know less than there was. */
  historyGap: HistoryGap | undefined;

  private readonly changed = new EventEmitter<PipelineChange>();
  readonly onDidChange = this.changed.event;
  private readonly readingChanged = new EventEmitter<void>();
  /** All files are being read, or no longer. */
  readonly onDidChangeReading = this.readingChanged.event;

  private readonly access: FileAccess;
  private processFiles: TeamFiles | undefined;
  /** How the files were when they were read. */
  private readonly stamps = new Map<string, Stamp | undefined>();
  /** What git knows of the files; nothing until it is asked. */
  private known: KnownFromGit = new Map();
  private groups = new Set<GroupId>();
  private paths = new Set<string>();
  private readonly telling = new Timer(GATHER_MS, () => this.tell());
  private readonly typing = new Timer(TYPING_MS, () => void this.updateProcess());
  private loading: Promise<void> | undefined;
  private readonly left = new FilesLeft();
  private stopping = new AbortController();
  /** Where what was read is kept for the next time, until all is. */
  private kept: KeptEntries | undefined;
  private readings = 0;
  private isStale = false;
  private isDisposed = false;

  constructor(readonly uri: Uri) {
    this.access = accessTo(uri);
  }

  /** For rows and titles; tells the workspace folders apart where there are several. */
  get name(): string {
    const root = workspace.getWorkspaceFolder(this.uri);
    const isRoot = root?.uri.toString() === this.uri.toString();
    return isRoot ? root.name : workspace.asRelativePath(this.uri);
  }

  dispose(): void {
    this.isDisposed = true;
    this.stopping.abort();
    this.telling.dispose();
    this.typing.dispose();
    this.changed.dispose();
    this.readingChanged.dispose();
  }

  /** Some files were never read: the first reading is under way, or a person has stopped it. */
  get isPartial(): boolean {
    return this.left.isPartial;
  }

  /** How far the reading is that is under way, or else was stopped. */
  get filesRead(): FilesRead {
    return this.isLoading ? this.left.progress : this.left.stoppedAt(this.pipeline.files.total);
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

  /** The text of a file as it is on disk, if it can be read. */
  async textOf(path: string): Promise<string | undefined> {
    const file = await this.access.read(path);
    return 'text' in file ? file.text : undefined;
  }

  /** Reads everything anew. Asked for while it is under way, it starts once more when done. */
  async load(): Promise<void> {
    if (this.isEnding) await this.loading;
    this.isStale = true;
    await this.read();
  }

  /** Stops what `load` has begun, at once. What has been read by then can be looked at and changed. */
  stopReading(): void {
    this.stopping.abort();
  }

  /** Goes on where somebody has stopped. */
  async readRest(): Promise<void> {
    if (this.isEnding) await this.loading;
    if (this.isPartial) await this.read();
  }

  /** For what would be wrong of a part of the files: reads what isn't read yet. Answers whether all is; somebody may stop it. */
  async whole(): Promise<boolean> {
    await this.readRest();
    return !this.isPartial;
  }

  /** Reads a file before the others that aren't read yet, as somebody wants to know of it. */
  async readFirst(path: string): Promise<void> {
    const mayBeLeft = this.left.has(path) || (!this.left.isListed && isDealPath(path));
    if (this.isPartial && mayBeLeft && !this.pipeline.has(path)) await this.readAgain([path]);
  }

  private get isEnding(): boolean {
    return this.loading !== undefined && this.stopping.signal.aborted;
  }

  /** Reads these files again: they were changed, came or went. */
  async update(paths: Iterable<string>): Promise<void> {
    const all = [...paths];
    if (all.some(isTeamFile) && (await this.updateProcess())) return;
    await this.readAgain(all.filter(isDealPath));
    if (this.hasFolderAmong(all)) await this.reconcile();
  }

  /**
   * Finds what happened unnoticed: watchers lose events when many come at once. Costs little where nothing happened; on
   * file systems that are not local it finds only files that came or went.
   */
  async reconcile(): Promise<void> {
    await this.loading;
    if (this.isDisposed) return;
    const before = new Set(this.pipeline.paths);
    const found = await this.access.readProcess();
    if (await this.updateProcess(found)) return;
    const again: string[] = [];
    try {
      const { there, gone } = await this.list(found, before);
      const isKnown = (path: string) => this.pipeline.get(path) !== undefined;
      const unknown = there.filter(path => !isKnown(path));
      // Somebody has stopped the reading of those.
      if (this.isPartial) this.left.reconcile(new Set(there), unknown);
      for (const path of gone) again.push(path);
      for (const path of unknown) if (!this.left.has(path)) again.push(path);
      const stamped = there.filter(isKnown).map(path => [path, this.stamps.get(path)] as const);
      for await (const paths of this.access.changed(stamped)) again.push(...paths);
    } catch {
      // Loading tells why the folder cannot be listed.
      return this.load();
    }
    await this.readAgain(again);
  }

  /** The text of an open document counts, saved or not. */
  updateFrom(document: TextDocument): void {
    const path = this.pathOf(document.uri);
    // Each key may end in a process that cannot be read, or that means something else.
    if (path === PROCESS_FILE || path === CALLS_FILE) this.typing.restart();
    if (path === undefined || !isDealPath(path)) return;
    this.put({ path, text: document.getText() });
  }

  /** The figures of the deals that git has news of are others then, though their files and rows look the same. */
  joinGit({ known, gap }: FromGit): void {
    const isOtherGap = gap !== this.historyGap;
    this.historyGap = gap;
    // Where git fails, what it has said before is better than nothing.
    if (known) this.known = known;
    if (joinGit(this.pipeline, this.known) || isOtherGap) this.tellSoon();
  }

  /** Whether one of these paths leads to a folder that holds files of the pipeline. */
  private hasFolderAmong(paths: readonly string[]): boolean {
    const others = new Set(paths.filter(path => !isDealPath(path)));
    if (!others.size) return false;
    for (const known of this.pipeline.paths) {
      for (let at = known.lastIndexOf('/'); at > 0; at = known.lastIndexOf('/', at - 1)) {
        if (others.has(known.slice(0, at))) return true;
      }
    }
    return false;
  }

  private async readAgain(paths: readonly string[]): Promise<void> {
    this.readings++;
    for await (const files of this.access.readAll(paths)) {
      if (this.isDisposed) return;
      this.putAll(files);
    }
    this.readings--;
    if (!this.isReading && (this.groups.size || this.paths.size)) this.tell();
  }

  private get isReading(): boolean {
    return this.isLoading || this.readings > 0;
  }

  private read(): Promise<void> {
    return (this.loading ??= this.readUntilFresh().finally(() => (this.loading = undefined)));
  }

  private async readUntilFresh(): Promise<void> {
    if (this.isDisposed) return;
    this.isLoading = true;
    this.left.resume(this.pipeline.files.total);
    this.stopping = new AbortController();
    this.readingChanged.fire();
    const { signal } = this.stopping;
    do {
      try {
        if (this.isStale || !this.left.isListed) await this.begin(signal);
        await this.readLeft(signal);
        this.problem = undefined;
      } catch (cause) {
        this.clear();
        const about = { what: 'folder', name: this.name, reason: systemReason(cause) } as const;
        this.problem = error('unreadable', sayFile('unreadable', about));
      }
    } while (this.isStale && !signal.aborted);
    if (this.isDisposed) return;
    if (signal.aborted) this.leaveRest();
    else this.left.finish();
    this.isLoading = false;
    this.readingChanged.fire();
    if (this.pipeline.isWhole) this.tell();
    else void this.lookUpAll();
  }

  /** What another process has read is not what stands there now. */
  private leaveRest(): void {
    this.isStale = false;
    const { outdated } = this.left;
    for (const path of outdated) this.remove(path);
    this.left.stop(path => this.pipeline.has(path), outdated);
  }

  /** Who is told looks at all deals at once: those that are late are looked up before, a few at a time. */
  private async lookUpAll(): Promise<void> {
    const { pipeline } = this;
    let end = 0;
    for (const path of pipeline.paths) {
      if (performance.now() > end) {
        await turn();
        end = performance.now() + SLICE_MS;
      }
      if (this.isDisposed || pipeline.isWhole) break;
      pipeline.get(path);
    }
    this.tell();
  }

  /** Reads all by another process, if the file says another one; answers whether it does. */
  private async updateProcess(found?: FoundProcess): Promise<boolean> {
    await this.loading;
    if (this.isDisposed) return false;
    const now = await teamFiles(this, found ?? (await this.access.readProcess()));
    if (!this.isNews(now)) return false;
    const before = this.processFiles;
    const isOnlyCalls =
      before &&
      isDeepStrictEqual({ ...now, calls: before.calls, misnamedCalls: before.misnamedCalls }, before);
    if (isOnlyCalls) this.takeCalls(now);
    else await this.load();
    return !isOnlyCalls;
  }

  /** No deal reads differently by them. */
  private takeCalls(now: TeamFiles): void {
    const { calls, problems } = callsFromFile(now.calls, this.pipeline.process);
    this.processFiles = now;
    this.pipeline.calls = calls;
    const ofProcess = this.processProblems.filter(
      ({ file, code }) => file !== CALLS_FILE && code !== 'misnamed-calls-file',
    );
    this.processProblems = [...ofProcess, ...problems, ...now.misnamedCalls];
    this.changedEverywhere();
  }

  private isNews(now: TeamFiles): boolean {
    return !isDeepStrictEqual(now, this.processFiles);
  }

  /** What cannot be read leaves the process as it was, and says so. */
  private async loadProcess(found: FoundProcess): Promise<void> {
    const now = await teamFiles(this, found);
    if (!this.isNews(now)) return;
    const before = this.pipeline.process;
    const { process, problems } = processFound(now, before);
    this.processProblems = problems;
    // The deals stay in view while they are read again.
    if (!isDeepStrictEqual(process, before)) {
      this.left.outdate(this.pipeline.paths);
      this.pipeline = new Pipeline(process, this.pipeline.all());
    }
    this.takeCalls(now);
  }

  private async begin(signal: AbortSignal): Promise<void> {
    this.isStale = false;
    const before = new Set(this.pipeline.paths);
    const found = await this.access.readProcess();
    await this.loadProcess(found);
    const kept = await this.access.kept(this.pipeline.process);
    const { gone, there } = await this.list(found, before, signal);
    if (signal.aborted) return;
    for (const path of gone) this.put({ path, gone: true });
    this.left.list(this.shownFirst(there));
    await kept?.ready();
    this.kept = kept;
  }

  private async readLeft(signal: AbortSignal): Promise<void> {
    const { kept } = this;
    for await (const files of untilStopped(this.access.readAll(this.left.paths, kept), signal))
      this.putAll(files, kept);
    if (signal.aborted) return;
    this.kept = undefined;
    // Nobody waits for it: all deals are there.
    void kept?.write();
  }

  /** What a person has open is what they ask about first. */
  private shownFirst(paths: readonly string[]): readonly string[] {
    const open = new Set(workspace.textDocuments.map(({ uri }) => this.pathOf(uri)));
    const isOpen = (path: string) => open.has(path);
    return paths.some(isOpen) ? [...paths.filter(isOpen), ...paths.filter(path => !isOpen(path))] : paths;
  }

  /**
   * Which files are there, and which were and are no longer. Folders that cannot be read are put in at once.
   *
   * @param before what was known before the folder was looked at: what was read since then isn't gone
   */
  private async list(
    found: FoundProcess,
    before: ReadonlySet<string>,
    signal = NEVER,
  ): Promise<{ there: readonly string[]; gone: ReadonlySet<string> }> {
    const gone = new Set(before);
    const there: string[] = [];
    for await (const listed of untilStopped(found.files(), signal)) {
      for (const file of listed) {
        gone.delete(file.path);
        if ('problem' in file) this.put(file);
        else there.push(file.path);
      }
    }
    return { there, gone };
  }

  /** @param kept is given what was read of files on disk */
  private putAll(files: readonly (ReadFile | SameFile)[], kept?: KeptEntries): void {
    const unsaved = unsavedIn(this);
    for (const file of files) {
      if (!('late' in file)) this.put(file, kept, unsaved);
      else if (unsaved.has(file.path)) this.put({ path: file.path, text: '' }, undefined, unsaved);
      else this.putSame(file);
    }
  }

  private put(file: ReadFile, kept?: KeptEntries, unsaved = unsavedIn(this)): void {
    const shown = asInEditor(file, unsaved);
    this.left.take(file.path);
    if ('gone' in shown) return this.remove(shown.path);
    const stamp = 'stamp' in file ? file.stamp : undefined;
    if ('stamp' in file) this.stamps.set(file.path, stamp);
    const read = toEntry(shown, this.pipeline.process);
    if (shown === file) kept?.add(file.path, stamp, read);
    this.putEntry(read);
  }

  private putSame({ path, stamp, late }: SameFile): void {
    this.left.take(path);
    this.stamps.set(path, stamp);
    // What git knows is joined to the whole, and only the whole can be compared.
    if (this.known.size || this.pipeline.has(path)) this.putEntry(late.look());
    else this.noteChange(path, this.pipeline.setLate(late));
  }

  private putEntry(read: Entry): void {
    const entry = withGit(read, this.known.get(read.path));
    // Typing in the notes, or the watcher's echo of our own edit, changes nothing that anybody sees.
    if (isSame(this.pipeline.get(read.path), entry)) return;
    this.noteChange(read.path, this.pipeline.set(entry));
  }

  private remove(path: string): void {
    this.left.take(path);
    this.stamps.delete(path);
    if (this.pipeline.get(path)) this.noteChange(path, this.pipeline.delete(path));
  }

  private clear(): void {
    const { process, calls } = this.pipeline;
    this.pipeline = new Pipeline(process);
    this.pipeline.calls = calls;
    this.changedEverywhere();
  }

  /** All looks different now, though no file is: on another day, for one. */
  changedEverywhere(): void {
    for (const group of GROUP_IDS) this.groups.add(group);
    this.tellSoon();
  }

  private noteChange(path: string, groups: readonly GroupId[]): void {
    for (const group of groups) this.groups.add(group);
    this.paths.add(path);
    this.tellSoon();
  }

  private tellSoon(): void {
    this.telling.start(this.isReading ? GATHER_WHILE_READING_MS : GATHER_MS);
  }

  private tell(): void {
    this.telling.dispose();
    const { groups, paths } = this;
    this.groups = new Set();
    this.paths = new Set();
    if (!this.isDisposed) this.changed.fire({ folder: this, groups, paths });
  }
}

/** Of plain data. To write out both as JSON takes longer, also where they differ at once: a branch switch compares thousands. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [some, others] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    Object.keys(some).every(key => isSame(some[key], others[key])) &&
    Object.keys(others).every(key => key in some || others[key] === undefined)
  );
}
