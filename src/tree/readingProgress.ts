import { commands, l10n, ProgressLocation, window, type Disposable } from 'vscode';
import { Disposables } from '../disposables';
import { filesReadInWords, isStopped, readTogether } from '../files/editor/partlyRead';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, CONTEXT, VIEWS } from '../ids';
import { Timer } from '../timer';

/** Nobody minds what takes less. */
const SOON_MS = 500;
/** After this somebody may want to do something else. */
const LONG_MS = 3000;
/** How often the count is told. */
const TICK_MS = 250;

/**
 * What is seen of the reading of pipelines that takes its time: a bar at the view, and where it takes long, or somebody waits for all
 * of it, how far it is, and a way to stop it.
 */
export function registerReadingProgress(pipelines: Pipelines): Disposable {
  const disposables = new Disposables();
  const reading = () => pipelines.folders.filter(({ isLoading }) => isLoading);
  let ended: (() => void)[] = [];
  let isCounted = false;
  const untilEnd = () => new Promise<void>(resolve => ended.push(resolve));
  const showBar = () => {
    void window.withProgress({ location: { viewId: VIEWS.pipeline } }, untilEnd);
  };
  const showCount = () => {
    if (isCounted || !reading().length) return;
    isCounted = true;
    const title = l10n.t('Reading deals');
    void window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (progress, token) => {
        const tell = () => progress.report({ message: filesReadInWords(readTogether(reading())) });
        const ticking = setInterval(tell, TICK_MS);
        token.onCancellationRequested(() => reading().forEach(folder => folder.stopReading()));
        tell();
        await untilEnd();
        clearInterval(ticking);
      },
    );
  };
  const soon = disposables.add(new Timer(SOON_MS, showBar));
  const long = disposables.add(new Timer(LONG_MS, showCount));
  const awaited = disposables.add(new Timer(SOON_MS, showCount));
  const end = () => {
    for (const timer of [soon, long, awaited]) timer.dispose();
    for (const resolve of ended) resolve();
    ended = [];
    isCounted = false;
  };
  const follow = () => {
    if (!reading().length) return end();
    if (ended.length) return;
    soon.start();
    long.start();
  };
  disposables.add(pipelines.onDidChangeReading(follow));
  disposables.add(pipelines.onDidChangeFolders(follow));
  disposables.add(pipelines.onDidAwait(() => awaited.start()));
  disposables.add({ dispose: end });
  disposables.add(
    commands.registerCommand(COMMANDS.readRest, () =>
      Promise.all(pipelines.folders.map(folder => folder.readRest())),
    ),
  );
  disposables.add(
    pipelines.onDidChangeReading(
      () => void commands.executeCommand('setContext', CONTEXT.isStopped, pipelines.folders.some(isStopped)),
    ),
  );
  return disposables;
}
