import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { Disposables } from '../../../src/disposables';
import { EditorPerson } from '../../../src/files/editor/editorPerson';
import { ChosenPoint } from '../../../src/files/editor/points/chosenPoint';
import type { ShownPipelines } from '../../../src/files/editor/travel/shownPipelines';
import { editorWorkspace } from '../../../src/files/editor/workspace';
import type { Pipelines } from '../../../src/files/pipelines';
import { FunnelPanel } from '../../../src/funnel/funnelPanel';
import type { LookOfViews } from '../../../src/funnel/ownerInViews';
import { gitFrom } from '../../../src/git/git';
import { snapshotsFrom } from '../../../src/git/snapshots/snapshots';
import type { ChangesSheet } from '../../../src/shared/changesSheet';
import type { FromPage } from '../../../src/shared/fromPage';
import type { FunnelSheet } from '../../../src/shared/funnelSheet';
import type { ToPage } from '../../../src/shared/toPage';

/** The page without a browser: what its panel sends, and what the page answers. */
export interface PageAlone {
  send(message: FromPage): void;
  sheet(): FunnelSheet | undefined;
  /** What its tab of changes shows. */
  changes(): ChangesSheet | undefined;
  title(): string;
  dispose(): void;
}

/** Of views that show everyone’s deals, and go on to do so. */
const EVERYONES: LookOfViews = {
  current: { filter: {} },
  onDidChange: new vscode.EventEmitter<void>().event,
};

/** @param now the same pipelines as they are now */
export function pageIn(pipelines: ShownPipelines, now: Pipelines, views = EVERYONES): PageAlone {
  const disposables = new Disposables();
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
  const surroundings = { cwd: homedir(), env: process.env };
  const memento = { keys: () => [], get: () => undefined, update: async () => {} };
  const person = disposables.add(new EditorPerson(gitFrom(surroundings)));
  const past = {
    now,
    since: disposables.add(new ChosenPoint(memento)),
    files: editorWorkspace(now, person).files,
    snapshotsOf: snapshotsFrom(surroundings),
  };
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const panel = view as unknown as vscode.WebviewPanel;
  disposables.add(new FunnelPanel(panel, pipelines, folder, past, views));
  return {
    send: message => messages.fire(message),
    sheet: () => {
      const last = sent.findLast(({ type }) => type === 'show');
      return last?.type === 'show' && last.content.kind === 'sheet' ? last.content.sheet : undefined;
    },
    changes: () => {
      const last = sent.findLast(({ type }) => type === 'changes');
      return last?.type === 'changes' ? last.changes : undefined;
    },
    title: () => view.title,
    dispose: () => disposables.dispose(),
  };
}
