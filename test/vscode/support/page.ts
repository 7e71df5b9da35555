import * as vscode from 'vscode';
import type { ShownPipelines } from '../../../src/files/editor/travel/shownPipelines';
import { FunnelPanel } from '../../../src/funnel/funnelPanel';
import type { FromPage } from '../../../src/shared/fromPage';
import type { FunnelSheet } from '../../../src/shared/funnelSheet';
import type { ToPage } from '../../../src/shared/toPage';

/** The page without a browser: what its panel sends, and what the page answers. */
export interface PageAlone {
  send(message: FromPage): void;
  sheet(): FunnelSheet | undefined;
  title(): string;
  dispose(): void;
}

export function pageIn(pipelines: ShownPipelines): PageAlone {
  const sent: ToPage[] = [];
  const messages = new vscode.EventEmitter<FromPage>();
  const webview = {
    html: '',
    options: {},
    cspSource: '',
    onDidReceiveMessage: messages.event,
    asWebviewUri: (uri: vscode.Uri) => uri,
    postMessage: async (message: ToPage) => sent.push(message) > 0,
  };
  const never = new vscode.EventEmitter<never>().event;
  const view = { title: '', webview, visible: true, onDidChangeViewState: never };
  const panel = new FunnelPanel(
    view as unknown as vscode.WebviewPanel,
    pipelines,
    vscode.workspace.workspaceFolders![0]!.uri,
    undefined,
  );
  return {
    send: message => messages.fire(message),
    sheet: () => {
      const last = sent.findLast(({ type }) => type === 'show');
      return last?.type === 'show' && last.content.kind === 'sheet' ? last.content.sheet : undefined;
    },
    title: () => view.title,
    dispose: () => panel.dispose(),
  };
}
