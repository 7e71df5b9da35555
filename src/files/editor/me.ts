import { ConfigurationTarget, workspace } from 'vscode';
import type { Person } from '../../actions/ports/person';
import { ownersIn, whoIAm } from '../../actions/whoIAm';
import { ownersOnce } from '../../core/deal/whoIAm';
import { SETTINGS } from '../../ids';
import type { Pipelines } from '../pipelines';
import { toAddress } from './addresses';

/** Asks a person which of these owners they are, or who else; `undefined` if they think better of it. */
export type AskWhoIAm = (owners: readonly string[]) => Promise<string | undefined>;

/** Whoever sits at the editor, by the names that deals have for them. */
export class Me {
  constructor(
    private readonly pipelines: Pipelines,
    private readonly person: Person,
    private readonly ask: AskWhoIAm,
  ) {}

  /** As each pipeline calls them where it is known: mostly one name, none where it isn't known. */
  async names(): Promise<readonly string[]> {
    const names = await Promise.all(
      this.pipelines.folders.map(({ uri, pipeline }) => whoIAm(this.person, toAddress(uri), pipeline)),
    );
    return ownersOnce(names.filter(name => name !== undefined));
  }

  /**
   * The same; asks once where it isn't known, and keeps the answer in the person's own settings: those of a workspace may be
   * shared. `undefined` if the person thinks better of it.
   */
  async namesOrAsk(): Promise<readonly string[] | undefined> {
    const { folders } = this.pipelines;
    // What owners there are is known once the deals are read.
    await Promise.all(folders.filter(({ isLoading }) => isLoading).map(folder => folder.reconcile()));
    const known = await this.names();
    if (known.length) return known;
    const answer = await this.ask(ownersOnce(folders.flatMap(({ pipeline }) => ownersIn(pipeline))));
    if (!answer) return undefined;
    await workspace
      .getConfiguration(SETTINGS.section)
      .update(SETTINGS.me, answer, ConfigurationTarget.Global);
    return [answer];
  }
}
