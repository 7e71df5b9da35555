import { commands, type ExtensionContext } from 'vscode';
import { registerCommands } from './commands/register';
import { registerEditor } from './editor/register';
import { Pipelines } from './files/pipelines';
import { CONTEXT } from './ids';
import { registerTree } from './tree/register';

export function activate(context: ExtensionContext): void {
  const pipelines = new Pipelines();
  context.subscriptions.push(
    pipelines,
    registerTree(pipelines),
    registerCommands(context, pipelines),
    registerEditor(pipelines),
  );
  void pipelines.find().then(() => commands.executeCommand('setContext', CONTEXT.active, true));
}
