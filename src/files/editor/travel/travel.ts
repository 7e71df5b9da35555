import { commands, env, EventEmitter, l10n, window, type Uri } from 'vscode';
import { pathsNow } from '../../../actions/changes/pathsNow';
import { pipelineAt } from '../../../actions/changes/pipelineAt';
import type { PastPoint } from '../../../actions/changes/point';
import type { Files } from '../../../actions/ports/files';
import type { SnapshotsOf } from '../../../actions/ports/snapshots';
import { whyGitFailed } from '../../../actions/whyGitFailed';
import type { CalendarDate } from '../../../core/calendar';
import { withoutIcons, withoutLinks } from '../../../core/escape';
import { sayFile } from '../../../core/fileSays';
import { error, type Problem } from '../../../core/problem';
import { Disposables } from '../../../disposables';
import { COMMANDS, CONTEXT } from '../../../ids';
import { Timer } from '../../../timer';
import { sentence, sentenceOf } from '../../../words/sentence';
import { asText } from '../../disk/disk';
import type { PipelineFolder } from '../../pipelineFolder';
import type { Pipelines } from '../../pipelines';
import { toAddress } from '../addresses';
import { unsavedIn } from '../shown';
import { wholeFirst } from '../wholeFirst';
import { pointCalled } from '../points/namedPoints';
import { presentUri } from '../points/pastTexts';
import { pointSources } from '../points/pointSources';
import { momentWords, quietSince } from '../points/pointWords';
import { PastFolder } from './pastFolder';

/** Files come one after the other, and git tells of a commit more than once. */
const SETTLE_MS = 400;

/** Where a person has gone to look at the pipelines. */
export interface Moment {
  /** See `pointCalled`. */
  readonly name: string;
  /** As it stands behind “as of”. */
  readonly words: string;
  /** The day that is today there. */
  readonly day: CalendarDate;
  /** Only where nobody had committed for a while by then: the day of the last commit, in words. */
  readonly lastCommit?: string | undefined;
  readonly folders: readonly PastFolder[];
}

interface Destination {
  readonly folder: PastFolder;
  readonly point?: PastPoint;
  readonly day?: CalendarDate;
}

/** The one point that all views and the page show the pipelines at: now, until a person goes elsewhere. A new session begins now. */
export class Travel {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private moment: Moment | undefined;
  /** Of several wishes, the last one counts. */
  private wishes = 0;

  constructor(
    private readonly pipelines: Pipelines,
    private readonly snapshotsOf: SnapshotsOf,
    private readonly files: Pick<Files, 'read'>,
  ) {
    // The process may be another one then, or git may know more.
    const again = this.disposables.add(new Timer(SETTLE_MS, () => void this.again()));
    const stale = () => {
      if (this.moment) again.restart();
    };
    this.disposables.add(pipelines.onDidChange(stale));
    this.disposables.add(pipelines.onDidChangeFolders(stale));
    this.disposables.add(pipelines.git.onMayKnowMore(stale));
  }

  dispose(): void {
    this.wishes++;
    this.disposables.dispose();
  }

  /** Nothing while the pipelines are shown as they are. */
  get at(): Moment | undefined {
    return this.moment;
  }

  /** Goes to a point, see `pointCalled`; where no pipeline knows it, says so and stays. */
  async to(name: string): Promise<void> {
    const wish = ++this.wishes;
    // What was deleted since is told from what isn't read yet.
    if (!(await wholeFirst(this.pipelines))) return;
    const found = await this.find(name);
    if (wish !== this.wishes) return;
    const some = found.find(({ point }) => point);
    if (some?.point?.kind === 'now') return this.backToNow();
    if (some) this.goTo(name, found);
    else {
      const problem = found.find(({ folder }) => folder.problem)?.folder.problem;
      const why = problem ? sentenceOf(problem) : l10n.t('There is no pipeline in this window.');
      void window.showWarningMessage(withoutLinks(withoutIcons(why)));
    }
  }

  backToNow(): void {
    this.wishes++;
    if (this.moment) this.set(undefined);
  }

  /** The file as it is now that a text of then is of, whatever it is called by now; a file of now is that already. */
  async fileNow(uri: Uri): Promise<Uri> {
    const folder = this.moment?.folders.find(one => one.pathOf(uri) !== undefined);
    return folder ? folder.fileNow(uri) : presentUri(uri);
  }

  /** Whether nothing can be changed, which is said then, with the way back. */
  refuses(): boolean {
    if (!this.moment) return false;
    const back = l10n.t('Back to Now');
    const message = l10n.t(
      'You’re looking at the pipeline as of {0}, which can’t be changed. Go back to now first.',
      this.moment.words,
    );
    void window
      .showInformationMessage(withoutLinks(message), back)
      .then(answer => answer === back && commands.executeCommand(COMMANDS.backToNow));
    return true;
  }

  /** What changes something, made to be refused where nothing can be changed. */
  onlyNow<A extends unknown[]>(change: (...args: A) => unknown): (...args: A) => unknown {
    return (...args) => (this.refuses() ? undefined : change(...args));
  }

  private async again(): Promise<void> {
    if (!this.moment) return;
    const { name } = this.moment;
    const wish = ++this.wishes;
    const found = await this.find(name);
    if (wish === this.wishes) this.goTo(name, found);
  }

  private goTo(name: string, found: readonly Destination[]): void {
    const { today } = this.pipelines;
    const points = found.flatMap(({ point }) => point ?? []);
    const inGit = found.flatMap(({ folder, point }) => (point && !folder.byHistories ? [point] : []));
    const days = found.flatMap(({ day }) => day ?? []).sort();
    if (!points.length) return this.set(undefined);
    this.set({
      name,
      words: momentWords(name, points[0]!, today),
      day: days.at(-1) ?? today,
      lastCommit: quietSince(inGit, today),
      folders: found.map(({ folder }) => folder),
    });
  }

  private set(moment: Moment | undefined): void {
    this.moment = moment;
    void commands.executeCommand('setContext', CONTEXT.isPast, moment !== undefined);
    this.changed.fire();
  }

  private find(name: string): Promise<readonly Destination[]> {
    return Promise.all(this.pipelines.folders.map(folder => this.findIn(folder, name)));
  }

  private async findIn(folder: PipelineFolder, name: string): Promise<Destination> {
    const { today } = this.pipelines;
    const without = (problem: Problem) => ({ folder: new PastFolder(folder, { problem }) });
    const failed = (reason: string) =>
      without(
        error(
          'unreadable',
          sayFile('unreadable', { what: 'folder', name: folder.name, reason: { inItsWords: reason } }),
        ),
      );
    const asked = await pointSources(folder, today, this.snapshotsOf);
    if ('reason' in asked) return failed(asked.reason);
    const sources = 'lack' in asked ? { snapshots: undefined, today, language: env.language } : asked;
    try {
      const found = await pointCalled(name, sources);
      if (!found.ok) return failed(sentenceOf(found.problem));
      const { point } = found;
      const then = await pipelineAt({ pipeline: folder.pipeline }, { ...sources, asText }, point);
      const whereNow = () =>
        pathsNow(
          { folder: toAddress(folder.uri), pipeline: folder.pipeline, unsaved: unsavedIn(folder) },
          { snapshots: sources.snapshots, files: this.files, asText, today },
          point,
        );
      const past = new PastFolder(folder, then, sources.snapshots, whereNow);
      return { folder: past, point, day: then.day };
    } catch (cause) {
      return failed(sentence(whyGitFailed(cause)));
    }
  }
}
