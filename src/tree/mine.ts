import { commands, type Disposable } from 'vscode';
import { isAboutOnly } from '../core/filter/me';
import { Disposables } from '../disposables';
import type { Me } from '../files/editor/me';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, CONTEXT } from '../ids';
import type { ViewState } from './viewState';

/** “Mine” is a filter by owner like any other, and one key: the same key shows everyone’s deals again. */
export function registerMine(state: ViewState, me: Me, pipelines: Pipelines): Disposable {
  const disposables = new Disposables();
  const toggle = async () => {
    const names = await me.namesOrAsk();
    if (names) state.setFilter({ owner: isAboutOnly(state.current.filter, names) ? undefined : names });
  };
  disposables.add(commands.registerCommand(COMMANDS.showMine, toggle));
  // The same under another icon, which says what it leads to.
  disposables.add(commands.registerCommand(COMMANDS.showEveryones, toggle));
  const tell = async () => {
    const { filter } = state.current;
    const isMine = Boolean(filter.owner?.length) && isAboutOnly(filter, await me.names());
    // Git takes a moment, in which the person may have gone on.
    if (filter !== state.current.filter) return;
    await commands.executeCommand('setContext', CONTEXT.isMine, isMine);
  };
  disposables.add(state.onDidChange(() => void tell()));
  // Of the filter that was kept it is known once the deals are read.
  const reading = disposables.add(
    pipelines.onDidChange(() => {
      if (pipelines.folders.some(({ isLoading }) => isLoading)) return;
      reading.dispose();
      void tell();
    }),
  );
  return disposables;
}
