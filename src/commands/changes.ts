import { l10n, ProgressLocation, window, type Uri } from 'vscode';
import type { Changed } from '../core/deal/changeDeal';
import { plainText, withoutLinks } from '../core/escape';
import type { EditResult } from '../files/editDeals';
import { report, reportNotUndone, type Words } from './report';

/** Nobody takes back more than that, and each holds the texts of its files. */
const MOST = 20;

/** From how many deals on a change takes long enough to say that it is under way. */
const MANY = 20;

type Result = EditResult<Changed>;

/** A change of deals, whichever they are, and how it is told. */
export interface Making<T extends Changed> extends Words<T> {
  readonly edit: (uris: readonly Uri[]) => Promise<EditResult<T>>;
  /** Tries it again for deals that it failed for, where that asks something anew. */
  readonly again?: (uris: readonly Uri[]) => Promise<void>;
}

/** The changes of this session: each is told, and a person may take them back, the last one first. */
export class Changes {
  private readonly results: Result[] = [];

  /** Makes a change and tells of it; for who wants to know more, answers with what became of each deal. */
  async make<T extends Changed>(uris: readonly Uri[], making: Making<T>): Promise<EditResult<T>> {
    const progress = { location: ProgressLocation.Window, title: l10n.t('Changing {0} deals…', uris.length) };
    const editing = () => making.edit(uris);
    const result = uris.length > MANY ? await window.withProgress(progress, editing) : await editing();
    if (result.done.length) this.results.push(result);
    if (this.results.length > MOST) this.results.shift();
    report(result, making, {
      undo: () => this.undo(result),
      tryAgain: making.again ?? (async failed => void (await this.make(failed, making))),
    });
    return result;
  }

  async undoLast(): Promise<void> {
    const last = this.results.at(-1);
    if (last) await this.undo(last);
    else void window.showInformationMessage(l10n.t('Nothing to undo.'));
  }

  private async undo(result: Result): Promise<void> {
    const at = this.results.indexOf(result);
    if (at >= 0) this.results.splice(at, 1);
    const notUndone = await result.undo();
    if (notUndone.length) return reportNotUndone(notUndone);
    const [first] = result.done;
    const message =
      result.done.length === 1
        ? l10n.t('Undone: {0}', plainText(first!.plan.title, 80))
        : l10n.t('Undone for {0} deals.', result.done.length);
    void window.showInformationMessage(withoutLinks(message));
  }
}
