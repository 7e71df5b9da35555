import { commands, env, l10n, window, workspace, type Disposable } from 'vscode';
import type { SnapshotsOf } from '../actions/ports/snapshots';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import { PAST_SCHEME, PastTexts } from '../files/editor/points/pastTexts';
import { pointSources } from '../files/editor/points/pointSources';
import type { Travel } from '../files/editor/travel/travel';
import { COMMANDS, VIEWS } from '../ids';

/** The way to the pipelines as they were, the way back, and the texts of then. */
export function registerAsOf(pipelines: Pipelines, travel: Travel, snapshotsOf: SnapshotsOf): Disposable {
  const disposables = new Disposables();
  const texts = new PastTexts(pipelines, snapshotsOf);
  disposables.add(workspace.registerTextDocumentContentProvider(PAST_SCHEME, texts));
  const sources = async () => {
    const all = await Promise.all(
      pipelines.folders.map(folder => pointSources(folder, pipelines.today, snapshotsOf)),
    );
    // Days are known without git too.
    return all.map(one =>
      'today' in one ? one : { snapshots: undefined, today: pipelines.today, language: env.language },
    );
  };
  disposables.add(
    commands.registerCommand(COMMANDS.showAsOf, async () => {
      const { choosePoint } = await import('../files/editor/points/choosePoint');
      const asked = {
        title: l10n.t('Show Pipeline as of'),
        question: l10n.t('As of when?'),
        current: travel.at?.name,
      };
      const name = await choosePoint(asked, pipelines.today, sources);
      if (name === undefined) return;
      await window.withProgress({ location: { viewId: VIEWS.pipeline } }, () => travel.to(name));
      if (travel.at) await commands.executeCommand(`${VIEWS.pipeline}.focus`);
    }),
  );
  disposables.add(commands.registerCommand(COMMANDS.backToNow, () => travel.backToNow()));
  return disposables;
}
