import { ExtensionMode, type ExtensionContext } from 'vscode';
import { registerCommands } from './commands/register';
import { registerEditor } from './editor/register';
import { Pipelines } from './files/pipelines';
import { registerFunnel } from './funnel/register';
import { registerTree, type Trees } from './tree/register';

/** What the tests in the extension host look at; nobody else is given it. */
export interface ForTests extends Trees {
  readonly pipelines: Pipelines;
}

export function activate(context: ExtensionContext): ForTests | undefined {
  const pipelines = new Pipelines();
  const view = registerTree(context, pipelines);
  context.subscriptions.push(
    pipelines,
    view,
    registerCommands(context, pipelines),
    registerEditor(pipelines),
    registerFunnel(context, pipelines),
  );
  void pipelines.find();
  return context.extensionMode === ExtensionMode.Test ? { pipelines, ...view } : undefined;
}
