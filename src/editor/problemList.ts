import {
  Diagnostic,
  DiagnosticSeverity,
  languages,
  l10n,
  Range,
  type Uri,
  workspace,
  type Disposable,
} from 'vscode';
import type { Problem } from '../core/problem';
import type { PipelineFolder } from '../files/pipelineFolder';
import { boundedProblems, UNBOUNDED, type Bounded } from './boundedProblems';
import { SOURCE, toDiagnostic } from './toDiagnostic';

/** More than so many problems nobody looks through, and the editor draws the marks of each in Explorer and editors. */
export const MOST_PROBLEMS = 1000;
/** The editor takes no more than about a thousand marks at once, and drops the others. */
const FILES_AT_ONCE = 100;

interface FileProblems {
  readonly folder: PipelineFolder;
  readonly uri: Uri;
}

/**
 * What the editor lists of the problems of all files. Of very many it lists the worst, and all of the files that are open; the
 * first file of which something is left out has a line that says how much there is besides.
 */
export class ProblemList implements Disposable {
  private readonly collection = languages.createDiagnosticCollection('dealNotes');
  /** Of each file with problems all that are known, by its address; and what of it the editor has been told. */
  private readonly known = new Map<string, readonly Problem[]>();
  private readonly files = new Map<string, FileProblems>();
  private readonly told = new Map<string, readonly Problem[]>();
  private bounded: Bounded = UNBOUNDED;
  /** How many problems are known, and how many of them have been told. */
  private readonly count = { known: 0, told: 0 };

  dispose(): void {
    this.collection.dispose();
  }

  /** Problems of a file that is no deal: all are listed, whatever there is besides. */
  setOther(uri: Uri, diagnostics: readonly Diagnostic[]): void {
    this.collection.set(uri, diagnostics);
  }

  /**
   * What is known of a file from now on. Answers with what the editor is to be told of it, if that is anything new.
   *
   * @param isMoved the editor has moved its marks along with a text that changed, so that they are to be told anew
   */
  take(
    uri: Uri,
    problems: readonly Problem[],
    folder: PipelineFolder,
    isMoved: boolean,
  ): [Uri, Diagnostic[]] | undefined {
    const address = uri.toString();
    this.forgetFile(address);
    if (problems.length) {
      this.known.set(address, problems);
      this.files.set(address, { folder, uri });
      this.count.known += problems.length;
    }
    const shown = this.shownNow(address, problems);
    this.tell(address, shown);
    const diagnostics = this.diagnosticsOf(address, shown, folder);
    // What is told again, the editor takes for news: it closes the menu of fixes over it.
    const isNew = isMoved || JSON.stringify(this.collection.get(uri) ?? []) !== JSON.stringify(diagnostics);
    return isNew ? [uri, diagnostics] : undefined;
  }

  /** Tells the editor of files that were taken. */
  set(taken: readonly [Uri, Diagnostic[]][]): void {
    if (taken.length) this.collection.set(taken);
  }

  /** Lists the worst of what has been taken, once all has. @param rest lets others have their turn */
  async settle(rest: () => Promise<void>): Promise<void> {
    if (this.bounded === UNBOUNDED && this.count.told === this.count.known) return;
    const before = this.bounded.left;
    const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
    this.bounded = boundedProblems(this.known, MOST_PROBLEMS, address => open.has(address));
    const { left } = this.bounded;
    const changed = new Set<string>();
    for (const [address, problems] of this.known) {
      if (!areSame(this.told.get(address) ?? [], this.bounded.shown(address, problems))) changed.add(address);
    }
    if (JSON.stringify(before) !== JSON.stringify(left))
      for (const one of [before, left]) if (one && this.known.has(one.address)) changed.add(one.address);
    const addresses = [...changed];
    for (let at = 0; at < addresses.length; at += FILES_AT_ONCE) {
      this.collection.set(addresses.slice(at, at + FILES_AT_ONCE).flatMap(address => this.entryOf(address)));
      await rest();
    }
  }

  /** Forgets the files of pipelines that are gone. */
  forget(isGone: (uri: Uri) => boolean): void {
    for (const [address, { uri }] of this.files) {
      if (!isGone(uri)) continue;
      this.forgetFile(address);
      this.tell(address, []);
    }
    this.collection.forEach(uri => {
      if (isGone(uri)) this.collection.delete(uri);
    });
  }

  private forgetFile(address: string): void {
    this.count.known -= this.known.get(address)?.length ?? 0;
    this.known.delete(address);
    this.files.delete(address);
  }

  /** Until every file has been taken in, the worst aren't known yet, so whatever comes first gets the room. */
  private shownNow(address: string, problems: readonly Problem[]): readonly Problem[] {
    if (isOpen(address)) return problems;
    if (this.bounded.left) return this.bounded.shown(address, problems);
    const others = this.count.told - (this.told.get(address)?.length ?? 0);
    return others + problems.length <= MOST_PROBLEMS ? problems : [];
  }

  private tell(address: string, shown: readonly Problem[]): void {
    this.count.told += shown.length - (this.told.get(address)?.length ?? 0);
    if (shown.length) this.told.set(address, shown);
    else this.told.delete(address);
  }

  private entryOf(address: string): [Uri, Diagnostic[]][] {
    const file = this.files.get(address);
    if (!file) return [];
    const shown = this.bounded.shown(address, this.known.get(address)!);
    this.tell(address, shown);
    return [[file.uri, this.diagnosticsOf(address, shown, file.folder)]];
  }

  private diagnosticsOf(address: string, shown: readonly Problem[], folder: PipelineFolder): Diagnostic[] {
    const { left } = this.bounded;
    const diagnostics = shown.map(problem => toDiagnostic(problem, folder));
    return left?.address === address && this.known.has(address)
      ? [...diagnostics, howMany(left)]
      : diagnostics;
  }
}

function howMany({ problems, files }: NonNullable<Bounded['left']>): Diagnostic {
  const more = problems === 1 ? l10n.t('1 more problem') : l10n.t('{0} more problems', problems);
  const where = files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files);
  const words = l10n.t(
    'Not listed here: {0}, in {1}. “deal-notes check --hints” lists them all, and a file that you open has all of its own.',
    more,
    where,
  );
  const diagnostic = new Diagnostic(new Range(0, 0, 0, 0), words, DiagnosticSeverity.Information);
  diagnostic.source = SOURCE;
  return diagnostic;
}

function isOpen(address: string): boolean {
  return workspace.textDocuments.some(({ uri }) => uri.toString() === address);
}

function areSame(a: readonly Problem[], b: readonly Problem[]): boolean {
  return a.length === b.length && a.every((problem, at) => problem === b[at]);
}
