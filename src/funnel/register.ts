import { commands, l10n, ViewColumn, window, type ExtensionContext, type WebviewPanel } from 'vscode';
import { Disposables } from '../disposables';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { COMMANDS, VIEWS } from '../ids';
import { isFunnelState } from '../shared/funnelState';
import { TABS, type Tab } from '../shared/tabs';
import { Ahead } from './ahead';
import type { FunnelPanel, OpenedPage } from './funnelPanel';
import { askedAtFirst, type LookOfViews } from './ownerInViews';
import type { PagePast } from './pageChanges';

/** The tab that each command leads to. */
const TAB_OF: Readonly<Record<string, Tab>> = {
  [COMMANDS.openToday]: 'today',
  [COMMANDS.openChanges]: 'changes',
  [COMMANDS.openForecast]: 'forecast',
  [COMMANDS.openTime]: 'time',
  [COMMANDS.openProcess]: 'process',
  [COMMANDS.openWhatIf]: 'whatIf',
};

/** The funnel page: the command that opens it, and its return when the window is loaded again. */
export function registerFunnel(
  context: ExtensionContext,
  pipelines: ShownPipelines,
  past: PagePast,
  views: LookOfViews,
): Disposables {
  const disposables = new Disposables();
  let shown: WebviewPanel | undefined;

  let page: FunnelPanel | undefined;

  const ahead = disposables.add(
    new Ahead(context.workspaceState, pipelines.onDidChange, async () => {
      const active = pipelines.inFront.uri;
      const folder = (active && pipelines.folderOf(active)) ?? pipelines.folders[0];
      if (!folder || folder.isLoading || folder.problem) return false;
      const { workOut } = await import('./workOut');
      await workOut(folder, askedAtFirst(views), pipelines);
      return true;
    }),
  );

  const fill = async (panel: WebviewPanel, opened: OpenedPage) => {
    shown = panel;
    ahead.open();
    const filling = disposables.add(new Disposables());
    panel.onDidDispose(() => {
      filling.dispose();
      if (shown === panel) shown = page = undefined;
    });
    // The figures and the page are read when they are wanted for the first time, and not at every start.
    const { FunnelPanel } = await import('./funnelPanel');
    if (shown === panel)
      page = filling.add(new FunnelPanel(panel, pipelines, context.extensionUri, past, views, opened));
  };

  const open = async (tab: Tab) => {
    if (shown) {
      shown.reveal();
      page?.goTo(tab);
      return;
    }
    const active = pipelines.inFront.uri;
    const folder = active && pipelines.folderOf(active);
    const panel = window.createWebviewPanel(VIEWS.funnel, l10n.t('Pipeline'), ViewColumn.Active, {
      enableFindWidget: true,
    });
    await fill(panel, { pipeline: folder?.uri.toString(), tab });
  };

  for (const [command, tab] of Object.entries(TAB_OF))
    disposables.add(commands.registerCommand(command, () => open(tab)));
  disposables.add(
    // Other rooms and links may name a tab.
    commands.registerCommand(COMMANDS.openFunnel, (tab?: unknown) =>
      open(TABS.find(one => one === tab) ?? 'funnel'),
    ),
  );
  disposables.add(
    window.registerWebviewPanelSerializer(VIEWS.funnel, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        // There is one funnel; and a state of another make than ours is nothing to build on.
        if (shown || !isFunnelState(state)) panel.dispose();
        // The page itself remembers its tab.
        else await fill(panel, { pipeline: state.pipeline, asked: state.asked });
      },
    }),
  );
  return disposables;
}
