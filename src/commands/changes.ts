import { env, l10n, ProgressLocation, window, workspace, type Uri } from 'vscode';
import { nameOf, type Address } from '../actions/address';
import type { Result, Unit } from '../actions/result';
import { undo, type Undone } from '../actions/undo';
import type { Workspace } from '../actions/workspace';
import type { Changed } from '../core/deal/changeDeal';
import { plainText, withoutLinks } from '../core/escape';
import type { KeptChanges } from '../files/disk/keptChanges';
import type { Kept } from '../files/disk/undoRecords';
import { Turns } from '../files/turns';
import { toAddress } from '../files/editor/addresses';
import { SETTINGS } from '../ids';
import { leftSince } from './leftSince';
import { report, reportNotUndone, type Words } from './report';
import { dateLocale } from '../core/dateLocale';
import { StatusMessage } from './statusMessage';

/** Nobody takes back more than that, and each holds the texts of its files. */
const MOST = 20;

/** From how many deals on a change takes long enough to say that it is under way. */
const MANY = 20;

/** A change of deals, whichever they are, and how it is told. */
export interface Making<T extends Changed> extends Words<T> {
  readonly act: (workspace: Workspace, files: readonly Address[]) => Promise<Result<T>>;
  /** Tries it again for deals that it failed for, where that asks something anew. */
  readonly again?: (uris: readonly Uri[]) => Promise<void>;
}

/** What one change has done, for as long as it may be taken back. */
interface LastChange {
  /** Of the deals, or the names of their files where no more is known. */
  readonly titles: readonly string[];
  readonly units: readonly Unit[];
  /** What stands for it in a later session. */
  readonly kept: Promise<readonly Kept[]>;
}

/** The changes of deals: each is told, and a person may take them back, the last one first, those of earlier sessions too. */
export class Changes {
  private readonly last: LastChange[] = [];
  private readonly undone = new WeakSet<LastChange>();
  /** Changes that are just being made: none is the last one before they are. */
  private readonly underWay = new Set<Promise<unknown>>();
  /** The same of what takes long, for which nobody waits without being told. */
  private readonly long = new Set<unknown>();
  /** Changes are taken back in turns: the one before rests on the text that the last one leaves when it is taken back. */
  private readonly turns = new Turns();
  private readonly message = new StatusMessage();

  /**
   * @param workspace in which the deals are changed
   * @param earlier where changes are kept for later sessions
   * @param isOpen whether the editor has the pipeline in a folder
   */
  constructor(
    readonly workspace: Workspace,
    private readonly earlier: KeptChanges,
    private readonly isOpen: (folder: Address) => boolean,
  ) {}

  /** Makes a change and tells of it; for who wants to know more, answers with what became of each deal. */
  async make<T extends Changed>(uris: readonly Uri[], making: Making<T>): Promise<Result<T>> {
    const made = this.makeAndAdd(uris, making);
    this.underWay.add(made);
    const { result, change, tooOld } = await made.finally(() => this.underWay.delete(made));
    this.message.dispose();
    report(result, making, {
      undo: () => this.undo(change),
      canBeUndone: result.units.length > 0,
      sayQuietly: words => this.sayQuietly(words, result.units.length > 0),
      tryAgain: making.again ?? (async failed => void (await this.make(failed, making))),
    });
    await change.kept;
    if (tooOld) await this.earlier.settle(await tooOld.kept, []);
    return result;
  }

  private async makeAndAdd<T extends Changed>(uris: readonly Uri[], { act }: Making<T>) {
    const progress = { location: ProgressLocation.Window, title: l10n.t('Changing {0} deals…', uris.length) };
    const acting = () => act(this.workspace, uris.map(toAddress));
    const result = uris.length > MANY ? await window.withProgress(progress, acting) : await acting();
    const titles = result.done.map(({ plan }) => plan.title);
    const change = { titles, units: result.units, kept: this.earlier.add(result) };
    return { result, change, tooOld: result.units.length ? this.add(change) : undefined };
  }

  /**
   * Keeps what was done to other files than deals, or to many as a whole; answers with what takes it back.
   *
   * @param title what is told as undone
   * @param folders the pipelines in which a later session can take it back too; without them it's kept for as long as the window is open
   */
  keep(title: string, units: readonly Unit[], folders?: readonly Address[]): () => Promise<void> {
    const kept = folders ? this.earlier.add({ folders, units }, title) : Promise.resolve([]);
    const change = { titles: [title], units, kept };
    const tooOld = this.add(change);
    void tooOld?.kept.then(kept => this.earlier.settle(kept, []));
    return () => this.undo(change);
  }

  /** The change that is too old now, if one is. */
  private add(change: LastChange): LastChange | undefined {
    this.last.push(change);
    return this.last.length > MOST ? this.last.shift() : undefined;
  }

  /** Does what takes long: nothing is undone meanwhile, as half of it would be taken for all. */
  async during<T>(work: Thenable<T>): Promise<T> {
    this.long.add(work);
    try {
      return await work;
    } finally {
      this.long.delete(work);
    }
  }

  dispose(): void {
    this.message.dispose();
  }

  /** Waits for what is being made: who sees the first files change, and undoes it, means that and not the change before. */
  async undoLast(): Promise<void> {
    if (this.long.size) {
      void window.showInformationMessage(
        l10n.t('An import is still running. Cancel it or wait for its end; then undo it as a whole.'),
      );
      return;
    }
    await Promise.allSettled(this.underWay);
    const last = this.last.at(-1);
    if (last) return this.undo(last);
    // What is just being taken back is still kept.
    const kept = await this.turns.run(() => this.earlier.last(this.isOpen));
    if (kept) return this.undoEarlier(kept);
    void window.showInformationMessage(l10n.t('Nothing to undo.'));
  }

  /** Whoever made it may not have it in mind any longer. */
  private async undoEarlier(kept: Kept): Promise<void> {
    const { units, title } = kept;
    const day = new Intl.DateTimeFormat(dateLocale(env.language), {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    if (!units) {
      const message = l10n.t(
        'The change of {0} was too large to keep. Take it back with git.',
        day.format(kept.at),
      );
      void window.showInformationMessage(message);
      return this.earlier.settle([kept], []);
    }
    const names = [...new Set(units.flat().map(({ file }) => nameOf(file)))];
    const who = names.length === 1 ? plainText(names[0]!, 80) : l10n.t('{0} files', names.length);
    const question =
      title === undefined
        ? l10n.t('The last change is from {0}, to {1}. Undo it?', day.format(kept.at), who)
        : l10n.t('The last change is from {0}: {1}. Undo it?', day.format(kept.at), plainText(title, 80));
    const undoIt = l10n.t('Undo');
    if ((await window.showInformationMessage(withoutLinks(question), undoIt)) !== undoIt) return;
    await this.undo({
      titles: title === undefined ? names : [title],
      units,
      kept: Promise.resolve([kept]),
    });
  }

  /** From the first moment it is no longer the last one: who presses twice takes two back. */
  private undo(change: LastChange): Promise<void> {
    this.message.dispose();
    const at = this.last.indexOf(change);
    if (at >= 0) this.last.splice(at, 1);
    return this.turns.run(() => this.undoNow(change));
  }

  /** Messages that stand there for long have a button for what may be undone meanwhile. */
  private async undoNow(change: LastChange): Promise<void> {
    if (this.undone.has(change)) {
      void window.showInformationMessage(l10n.t('This is undone already.'));
      return;
    }
    const undone = await takenBack(this.workspace, change.units);
    const { refused, left, done } = undone;
    if (!refused.length) this.undone.add(change);
    // What another program was just writing may be taken back in a moment.
    if (left.length) this.last.push({ ...change, units: left });
    await this.earlier.settle(await change.kept, left);
    const since = leftSince(undone);
    if (refused.length) return void reportNotUndone(refused, done.length > 0, since);
    const { titles } = change;
    const message =
      titles.length === 1
        ? l10n.t('Undone: {0}', plainText(titles[0]!, 80))
        : l10n.t('Undone for {0} deals.', titles.length);
    if (since === undefined) return this.tell(message);
    // What isn't as a person would think is nothing for a quiet place.
    void window.showInformationMessage(withoutLinks(`${message} · ${since}`));
  }

  /** Says what went well where the person wants to read it: in the status bar, or as a notification. */
  tell(words: string): void {
    if (!this.sayQuietly(words, false)) void window.showInformationMessage(withoutLinks(words));
  }

  private sayQuietly(words: string, canBeUndone: boolean): boolean {
    const where = workspace.getConfiguration(SETTINGS.section).get(SETTINGS.messages, 'statusBar');
    if (where !== 'statusBar') return false;
    this.message.show(words, canBeUndone);
    return true;
  }
}

/** Of many files it takes long enough to say that it is under way. */
function takenBack({ files }: Workspace, units: readonly Unit[]): Thenable<Undone> {
  const progress = { location: ProgressLocation.Window, title: l10n.t('Undoing {0} changes…', units.length) };
  return units.length > MANY ? window.withProgress(progress, () => undo(files, units)) : undo(files, units);
}
