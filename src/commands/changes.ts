import { l10n, ProgressLocation, window, type Uri } from 'vscode';
import type { Address } from '../actions/address';
import type { Result, Unit } from '../actions/result';
import { undo } from '../actions/undo';
import type { Workspace } from '../actions/workspace';
import type { Changed } from '../core/deal/changeDeal';
import { plainText, withoutLinks } from '../core/escape';
import { toAddress } from '../files/editor/addresses';
import { report, reportNotUndone, type Words } from './report';

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
  readonly titles: readonly string[];
  units: readonly Unit[];
}

/** The changes of this session: each is told, and a person may take them back, the last one first. */
export class Changes {
  private readonly last: LastChange[] = [];

  /** @param workspace in which the deals are changed */
  constructor(readonly workspace: Workspace) {}

  /** Makes a change and tells of it; for who wants to know more, answers with what became of each deal. */
  async make<T extends Changed>(uris: readonly Uri[], making: Making<T>): Promise<Result<T>> {
    const progress = { location: ProgressLocation.Window, title: l10n.t('Changing {0} deals…', uris.length) };
    const acting = () => making.act(this.workspace, uris.map(toAddress));
    const result = uris.length > MANY ? await window.withProgress(progress, acting) : await acting();
    const change = { titles: result.done.map(({ plan }) => plan.title), units: result.units };
    if (result.done.length) this.last.push(change);
    if (this.last.length > MOST) this.last.shift();
    report(result, making, {
      undo: () => this.undo(change),
      tryAgain: making.again ?? (async failed => void (await this.make(failed, making))),
    });
    return result;
  }

  async undoLast(): Promise<void> {
    const last = this.last.at(-1);
    if (last) await this.undo(last);
    else void window.showInformationMessage(l10n.t('Nothing to undo.'));
  }

  private async undo(change: LastChange): Promise<void> {
    const at = this.last.indexOf(change);
    if (at >= 0) this.last.splice(at, 1);
    const { refused, left } = await undo(this.workspace.files, change.units);
    // What another program was just writing may be taken back in a moment.
    if (left.length) this.last.push({ ...change, units: left });
    if (refused.length) return reportNotUndone(refused);
    const { titles } = change;
    const message =
      titles.length === 1
        ? l10n.t('Undone: {0}', plainText(titles[0]!, 80))
        : l10n.t('Undone for {0} deals.', titles.length);
    void window.showInformationMessage(withoutLinks(message));
  }
}
