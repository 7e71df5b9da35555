import { commands, l10n, ViewColumn, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, VIEWS } from '../ids';
import { isFunnelState, type FunnelState } from '../shared/funnelMessages';
import { FunnelPanel } from './funnelPanel';

/** The funnel page: the command that opens it, and its return when the window is loaded again. */
export function registerFunnel(context: ExtensionContext, pipelines: Pipelines): Disposables {
  const disposables = new Disposables();
  let shown: FunnelPanel | undefined;

  const fill = (panel: WebviewPanel, { pipeline, asked }: FunnelState) => {
    const funnel = new FunnelPanel(panel, pipelines, context.extensionUri, pipeline, asked);
    shown = funnel;
    panel.onDidDispose(() => {
      funnel.dispose();
      if (shown === funnel) shown = undefined;
    });
  };

  disposables.add(
    commands.registerCommand(COMMANDS.openFunnel, () => {
      if (shown) {
        shown.panel.reveal();
        return;
      }
      const active = window.activeTextEditor?.document.uri;
      const folder = active && pipelines.folderOf(active);
      fill(window.createWebviewPanel(VIEWS.funnel, l10n.t('Funnel'), ViewColumn.Active), {
        pipeline: folder?.uri.toString(),
        asked: undefined,
      });
    }),
  );
  disposables.add(
    window.registerWebviewPanelSerializer(VIEWS.funnel, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        // There is one funnel; and a state of another make than ours is nothing to build on.
        if (shown || !isFunnelState(state)) panel.dispose();
        else fill(panel, state);
      },
    }),
  );
  disposables.add({ dispose: () => shown?.dispose() });
  return disposables;
}
