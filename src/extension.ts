import { homedir } from 'node:os';
import { ExtensionMode, type ExtensionContext, type StatusBarItem } from 'vscode';
import { askWhoIAm } from './commands/askWhoIAm';
import { Changes } from './commands/changes';
import { registerCommands } from './commands/register';
import { registerProcessHelp } from './editor/process/register';
import { registerEditor } from './editor/register';
import { toUri } from './files/editor/addresses';
import { EditorPerson } from './files/editor/editorPerson';
import { Me } from './files/editor/me';
import { editorWorkspace, keptChanges } from './files/editor/workspace';
import { gitProgram } from './branches/gitProgram';
import { pastKeep } from './files/disk/pastKeep';
import { Pipelines } from './files/pipelines';
import { ChosenPoint } from './files/editor/points/chosenPoint';
import { Was } from './files/editor/points/was';
import { ShownPipelines } from './files/editor/travel/shownPipelines';
import { Travel } from './files/editor/travel/travel';
import { registerAsOf } from './asOf/register';
import { registerBranches } from './branches/register';
import { registerCommitting } from './branches/registerCommitting';
import { registerChanges, type ChangesView } from './changesView/register';
import { registerFunnel } from './funnel/register';
import { registerPreview, type Preview } from './preview/register';
import { registerStatus } from './status/register';
import { registerTimeline, type TimelineView } from './timeline/register';
import { registerTree, type Trees } from './tree/register';
import type { GitSurroundings } from './git/environment';
import { gitFrom } from './git/git';
import { snapshotsFrom } from './git/snapshots/snapshots';
import { historyRecorder } from './git/recordHistory';
import { registerMerging } from './merging/register';

/** What the tests in the extension host look at besides; nobody else is given it. */
export interface ForTests extends Trees {
  readonly pipelines: Pipelines;
  readonly status: StatusBarItem;
  readonly changes: ChangesView;
  readonly timeline: TimelineView;
  readonly shown: ShownPipelines;
}

/** What VS Code's own Markdown extension asks for when a preview is opened. */
export type Exports = Pick<Preview, 'extendMarkdownIt'>;

export function activate(context: ExtensionContext): Exports & Partial<ForTests> {
  const surroundings: GitSurroundings = {
    cwd: homedir(),
    env: process.env,
    get program() {
      return gitProgram();
    },
  };
  const git = gitFrom(surroundings, { keepFor: pastKeep(process.env) });
  const pipelines = new Pipelines(git);
  const person = new EditorPerson(git);
  const me = new Me(pipelines, person, askWhoIAm);
  const workspace = editorWorkspace(pipelines, person);
  const earlier = keptChanges(context.storageUri, workspace.clock);
  const changes = new Changes(workspace, earlier, folder => pipelines.isOpen(toUri(folder)));
  const snapshotsOf = snapshotsFrom(surroundings);
  const travel = new Travel(pipelines, snapshotsOf, workspace.files);
  const shown = new ShownPipelines(pipelines, travel);
  const was = new Was();
  const view = registerTree(context, pipelines, shown, { files: workspace.files, me, was });
  const bar = registerStatus(pipelines, view.tree.state, travel);
  const { workspaceState } = context;
  const since = new ChosenPoint(workspaceState);
  const comparing = { files: workspace.files, snapshotsOf };
  const changesView = registerChanges(pipelines, travel, since, view.tree.state, comparing, was);
  const timeline = registerTimeline(pipelines, shown, workspace.files, snapshotsOf);
  const preview = registerPreview(pipelines, shown, context.extension.id);
  context.subscriptions.push(
    person,
    pipelines,
    changes,
    shown,
    travel,
    view,
    bar,
    since,
    was,
    changesView,
    timeline,
    preview,
    registerCommands(
      context,
      pipelines,
      changes,
      { selected: view.selected, look: view.tree.state, shown },
      { git, record: historyRecorder(surroundings), snapshotsOf },
    ),
    registerEditor(pipelines, travel),
    registerProcessHelp(context.extensionUri),
    registerFunnel(context, shown, { now: pipelines, since, ...comparing }, view.tree.state),
    registerAsOf(pipelines, travel, snapshotsOf),
    registerBranches(pipelines, git),
    registerMerging(context, pipelines, surroundings),
    registerCommitting(context, pipelines, { surroundings, workspace }, travel),
  );
  void pipelines.find();
  const { extendMarkdownIt } = preview;
  return context.extensionMode === ExtensionMode.Test
    ? { extendMarkdownIt, pipelines, status: bar.status, changes: changesView, timeline, shown, ...view }
    : { extendMarkdownIt };
}
