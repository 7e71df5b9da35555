import { ExtensionMode, type ExtensionContext, type StatusBarItem } from 'vscode';
import { registerCommands } from './commands/register';
import { registerProcessHelp } from './editor/process/register';
import { registerEditor } from './editor/register';
import { Pipelines } from './files/pipelines';
import { registerFunnel } from './funnel/register';
import { registerStatus } from './status/register';
import { registerTree, type Trees } from './tree/register';
import { registerGit } from './git/register';

/** What the tests in the extension host look at; nobody else is given it. */
export interface ForTests extends Trees {
  readonly pipelines: Pipelines;
  readonly status: StatusBarItem;
}

export function activate(context: ExtensionContext): ForTests | undefined {
  const pipelines = new Pipelines();
  const view = registerTree(context, pipelines);
  const bar = registerStatus(pipelines);
  context.subscriptions.push(
    pipelines,
    view,
    bar,
    registerCommands(context, pipelines),
    registerEditor(pipelines),
    registerProcessHelp(context.extensionUri),
    registerFunnel(context, pipelines),
    registerGit(pipelines),
  );
  void pipelines.find();
  return context.extensionMode === ExtensionMode.Test
    ? { pipelines, status: bar.status, ...view }
    : undefined;
}
