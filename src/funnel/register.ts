import { commands, l10n, ViewColumn, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, VIEWS } from '../ids';
import { isFunnelState, type FunnelState } from '../shared/funnelState';

/** The funnel page: the command that opens it, and its return when the window is loaded again. */
export function registerFunnel(context: ExtensionContext, pipelines: Pipelines): Disposables {
  const disposables = new Disposables();
  let shown: WebviewPanel | undefined;

  const fill = async (panel: WebviewPanel, { pipeline, asked }: FunnelState) => {
    shown = panel;
    const filling = disposables.add(new Disposables());
    panel.onDidDispose(() => {
      filling.dispose();
      if (shown === panel) shown = undefined;
    });
    // The figures and the page are read when they are wanted for the first time, and not at every start.
    const { FunnelPanel } = await import('./funnelPanel');
    if (shown === panel)
      filling.add(new FunnelPanel(panel, pipelines, context.extensionUri, pipeline, asked));
  };

  disposables.add(
    commands.registerCommand(COMMANDS.openFunnel, async () => {
      if (shown) {
        shown.reveal();
        return;
      }
      const active = window.activeTextEditor?.document.uri;
      const folder = active && pipelines.folderOf(active);
      await fill(window.createWebviewPanel(VIEWS.funnel, l10n.t('Funnel'), ViewColumn.Active), {
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
        else await fill(panel, state);
      },
    }),
  );
  return disposables;
}
