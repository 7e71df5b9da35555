import { EventEmitter, workspace, type Disposable } from 'vscode';
import { stateKey } from '../core/deal/past/fileState';
import type { FromGit, Git } from '../actions/ports/git';
import { toAddress } from './editor/addresses';
import type { PipelineFolder } from './pipelineFolder';

/**
 * Asks git about the deals of pipelines, in the background and one folder at a time. A log of years takes its time, so
 * that it is asked for only when something shows what it says; from then on the folder is kept up to date.
 */
export class GitReader implements Disposable {
  /** How files were read when somebody last wanted to know of a folder. */
  private readonly wanted = new Map<PipelineFolder, string>();
  private readonly waiting = new Set<PipelineFolder>();
  private isWorking = false;
  private readonly mayKnowMore = new EventEmitter<void>();
  /** Git may know something else of some folder: HEAD has moved, or git may be asked now. */
  readonly onMayKnowMore = this.mayKnowMore.event;
  private readonly trust = workspace.onDidGrantWorkspaceTrust(() => this.askAgain());

  constructor(private readonly git: Pick<Git, 'factsOf'>) {}

  dispose(): void {
    this.trust.dispose();
    this.mayKnowMore.dispose();
    this.wanted.clear();
    this.waiting.clear();
  }

  /** Asks about a folder; while it is being asked about, once more. */
  ask(folder: PipelineFolder): void {
    this.wanted.set(folder, keyOf(folder));
    this.waiting.add(folder);
    if (!this.isWorking) void this.work();
  }

  /** Asks about a folder that nobody has wanted to know of yet. */
  want(folder: PipelineFolder): void {
    if (!this.wanted.has(folder)) this.ask(folder);
  }

  /** Joins what git knows of a folder to its deals before it answers: for who shows them once, and not as they change. */
  async join(folder: PipelineFolder): Promise<void> {
    this.wanted.set(folder, keyOf(folder));
    const found = folder.uri.scheme === 'file' ? await this.found(folder) : undefined;
    if (found && this.wanted.has(folder)) folder.joinGit(found);
  }

  /** Asks once more about those that somebody wanted to know of: git may know something else now. */
  askAgain(isMeant: (folder: PipelineFolder) => boolean = () => true): void {
    for (const folder of [...this.wanted.keys()].filter(isMeant)) this.ask(folder);
    this.mayKnowMore.fire();
  }

  /** To be told of what is different in a folder: its files may be read otherwise now. */
  follow(folder: PipelineFolder): void {
    const key = this.wanted.get(folder);
    if (key !== undefined && key !== keyOf(folder)) this.ask(folder);
  }

  forget(folder: PipelineFolder): void {
    this.wanted.delete(folder);
    this.waiting.delete(folder);
  }

  /** What a repository has set may run programs: git is not asked before somebody has said whom they trust. */
  private async found(folder: PipelineFolder): Promise<FromGit | undefined> {
    if (!workspace.isTrusted) return { known: undefined, gap: 'untrusted' };
    return this.git.factsOf(toAddress(folder.uri), folder.pipeline.process);
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    try {
      for (const folder of this.waiting) {
        // Whoever asks from here on is told of what git knows then.
        this.waiting.delete(folder);
        if (folder.uri.scheme !== 'file') continue;
        const found = await this.found(folder);
        if (found && this.wanted.has(folder)) folder.joinGit(found);
      }
    } finally {
      this.isWorking = false;
    }
  }
}

function keyOf({ pipeline }: PipelineFolder): string {
  return stateKey(pipeline.process);
}
