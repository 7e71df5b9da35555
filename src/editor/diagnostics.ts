import { workspace, type Diagnostic, type TextDocument, type Uri } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import type { Deal } from '../core/deal/deal';
import { dealOf, type Entry } from '../core/deal/entry';
import type { Patient } from '../core/deal/fixes/fixes';
import { copyOf } from '../core/deal/problems/hints';
import { placed } from '../core/deal/problems/placed';
import { isPlaceless } from '../core/frontMatter/places';
import { problemsIn } from '../core/deal/problems/problemsIn';
import { Duplicates } from '../core/pipeline/duplicates';
import type { Pipeline } from '../core/pipeline/pipeline';
import type { Problem } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { Disposables } from '../disposables';
import type { PipelineChange, PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { Timer } from '../timer';
import { ProblemList } from './problemList';
import { toDiagnostic } from './toDiagnostic';
import { unsavedDocument } from '../files/editor/shown';

/** How long changes are gathered, and for how long files are looked at before others have a turn. */
const GATHER_MS = 20;
const SLICE_MS = 6;

/** The other deals that may be the one in a file, and the file of which it is a copy. */
type LikeFiles = Pick<Patient, 'alike' | 'copy'>;

const LIKE_NONE: LikeFiles = { alike: [] };

/** What is known of the files of one pipeline. It begins anew with another process, which may see all differently. */
interface FolderProblems {
  readonly pipeline: Pipeline;
  readonly duplicates: Duplicates;
  /** By which other files the problems of one were told last; none where it's like no other. */
  readonly like: Map<string, LikeFiles>;
  readonly shown: Set<string>;
  /** Those of which something is told as of the process. */
  processFiles: readonly string[];
}

/** Files that are still to be looked at. */
interface Slice {
  readonly folder: PipelineFolder;
  readonly paths: Set<string>;
}

/**
 * The problems of all files of all pipelines, open or not, where the editor shows problems. They are worked out some
 * files at a time and behind the reading, so that nobody waits for them; hints only for files that somebody sees. Of very
 * many the editor lists the worst.
 */
export class Diagnostics {
  private readonly disposables = new Disposables();
  private readonly list = this.disposables.add(new ProblemList());
  private readonly known = new Map<PipelineFolder, FolderProblems>();
  private readonly waiting = new Map<PipelineFolder, Set<string>>();
  /** The texts that have changed since their problems were last told. */
  private readonly moved = new Set<string>();
  private readonly soon = this.disposables.add(new Timer(GATHER_MS, () => void this.work()));
  private isWorking = false;
  private isDisposed = false;
  private today: CalendarDate;

  constructor(private readonly pipelines: Pipelines) {
    const { disposables } = this;
    this.today = pipelines.today;
    disposables.add(pipelines.onDidChange(change => this.take(change)));
    disposables.add(pipelines.onDidChangeFolders(() => this.forgetFolders()));
    // The editor moves what it has marked along with the text; so what is marked in a text that changes is told anew.
    disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        this.moved.add(document.uri.toString());
        this.askFor(document);
      }),
    );
    disposables.add(workspace.onDidOpenTextDocument(document => this.askFor(document)));
    disposables.add(
      workspace.onDidCloseTextDocument(document => {
        this.moved.delete(document.uri.toString());
        this.askFor(document);
      }),
    );
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  /** By what the problems of a file that are shown were told, also while it's looked at anew. */
  likeFile(uri: Uri): LikeFiles {
    const folder = this.pipelines.folderOf(uri);
    const path = folder?.pathOf(uri);
    return (folder && path !== undefined && this.known.get(folder)?.like.get(path)) || LIKE_NONE;
  }

  private take({ folder, paths }: PipelineChange): void {
    const known = this.knownOf(folder);
    const all = new Set(paths);
    if (this.today !== this.pipelines.today) {
      this.today = this.pipelines.today;
      for (const other of this.pipelines.folders) this.ask(other, datedPaths(other));
    }
    if (known.pipeline !== folder.pipeline) {
      // By other rules something else may be wrong with any of them, though it reads the same.
      for (const path of folder.pipeline.paths) all.add(path);
      for (const path of known.shown) all.add(path);
      this.known.set(folder, begin(folder, known));
    }
    this.ask(folder, all);
    this.showProcess(folder);
  }

  /** The process file has problems, or files that are only called much like it. */
  private showProcess(folder: PipelineFolder): void {
    const known = this.knownOf(folder);
    const named = folder.processProblems.map(({ file = PROCESS_FILE }) => file);
    for (const file of new Set([...known.processFiles, ...named])) {
      const here = folder.processProblems.filter((_, at) => named[at] === file);
      this.list.setOther(
        folder.uriOf(file),
        here.map(one => toDiagnostic(one)),
      );
    }
    known.processFiles = named;
  }

  private askFor({ uri }: TextDocument): void {
    const folder = this.pipelines.folderOf(uri);
    const path = folder?.pathOf(uri);
    if (folder && path !== undefined && folder.pipeline.get(path)) this.ask(folder, [path]);
  }

  private ask(folder: PipelineFolder, paths: Iterable<string>): void {
    let all = this.waiting.get(folder);
    if (!all) this.waiting.set(folder, (all = new Set()));
    for (const path of paths) all.add(path);
    this.soon.start();
  }

  private async work(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      do {
        for (let slice = this.nextSlice(); slice && !this.isDisposed; slice = this.nextSlice()) {
          await this.look(slice);
          await others();
        }
        if (!this.isDisposed) await this.list.settle(others);
      } while (this.nextSlice() && !this.isDisposed);
    } finally {
      this.isWorking = false;
    }
  }

  private async look({ folder, paths }: Slice): Promise<void> {
    const found: [Uri, Diagnostic[]][] = [];
    const end = performance.now() + SLICE_MS;
    for (const path of paths) {
      paths.delete(path);
      const uri = folder.uriOf(path);
      const problems = await this.diagnose(folder, path);
      const told = problems && this.list.take(uri, problems, folder, this.moved.delete(uri.toString()));
      if (told) found.push(told);
      if (performance.now() > end) break;
    }
    if (!this.isDisposed) this.list.set(found);
  }

  private nextSlice(): Slice | undefined {
    for (const [folder, paths] of this.waiting) {
      if (paths.size) return { folder, paths };
      this.waiting.delete(folder);
    }
    return undefined;
  }

  /** What is to be shown for a file; nothing where it had no problems and has none. */
  private async diagnose(folder: PipelineFolder, path: string): Promise<readonly Problem[] | undefined> {
    const { duplicates, like, shown } = this.knownOf(folder);
    const entry = folder.pipeline.get(path);
    this.ask(folder, duplicates.set(path, dealOf(entry)));
    const document = openDocument(folder.uriOf(path));
    if (!entry) like.delete(path);
    const problems = entry ? await this.placed(folder, entry, document) : [];
    if (problems.length === 0 && !shown.has(path)) return undefined;
    if (problems.length) shown.add(path);
    else shown.delete(path);
    return problems;
  }

  private async placed(
    folder: PipelineFolder,
    entry: Entry,
    document: TextDocument | undefined,
  ): Promise<readonly Problem[]> {
    const like = await this.findLike(folder, entry.path);
    const all = problemsIn(entry, { process: folder.pipeline.process, today: this.today, ...like });
    const problems = document ? all : all.filter(({ isQuiet }) => !isQuiet);
    if (!problems.some(isPlaceless)) return problems;
    const text = document?.getText() ?? (await folder.textOf(entry.path));
    return text === undefined ? problems : placed(text, problems, folder.pipeline.process);
  }

  private async findLike(folder: PipelineFolder, path: string): Promise<LikeFiles> {
    const { duplicates, like } = this.knownOf(folder);
    const alike = duplicates.of(path);
    const { byName, same } = duplicates.copied(path);
    const others = byName ? [byName, ...same] : same;
    const copy = copyOf(byName, others.length ? await equalIn(folder, path, others) : undefined);
    // What was known stays until now: the light bulb asks for ways out while files are read.
    if (alike.length || copy) like.set(path, { alike, copy });
    else like.delete(path);
    return { alike, copy };
  }

  private knownOf(folder: PipelineFolder): FolderProblems {
    let known = this.known.get(folder);
    if (!known) this.known.set(folder, (known = begin(folder)));
    return known;
  }

  private forgetFolders(): void {
    for (const folder of this.known.keys())
      if (!this.pipelines.folders.includes(folder)) this.known.delete(folder);
    this.list.forget(uri => !this.pipelines.folderOf(uri));
    this.soon.start();
  }
}

function begin({ pipeline }: PipelineFolder, before?: FolderProblems): FolderProblems {
  const { like, shown, processFiles = [] } = before ?? {};
  return {
    ...{ pipeline, processFiles },
    ...{ duplicates: new Duplicates(), like: new Map(like), shown: new Set(shown) },
  };
}

/** Lets others have their turn. */
function others(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}

/** Of which something may be wrong on one day and not on another. */
function* datedPaths({ pipeline }: PipelineFolder): Iterable<string> {
  for (const { path, closeDate } of pipeline.deals()) if (closeDate) yield path;
}

/** With what is not saved yet. */
async function textNow(folder: PipelineFolder, path: string): Promise<string | undefined> {
  return unsavedDocument(folder.uriOf(path))?.getText() ?? folder.textOf(path);
}

/** The first of some files whose text is that of another one. */
async function equalIn(
  folder: PipelineFolder,
  path: string,
  others: readonly Deal[],
): Promise<Deal | undefined> {
  const text = await textNow(folder, path);
  if (text === undefined) return undefined;
  for (const other of others) if (text === (await textNow(folder, other.path))) return other;
  return undefined;
}

function openDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find(document => document.uri.toString() === key);
}
