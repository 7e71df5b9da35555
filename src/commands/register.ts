import { commands, window, type ExtensionContext } from 'vscode';
import { Disposables } from '../disposables';
import { changeDeal } from '../core/deal/changeDeal';
import { changeDeals } from '../files/changeDeals';
import { namedFolder } from '../files/findPipelines';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, CONTEXT, ON_DEMAND } from '../ids';
import { Changes } from './changes';
import { MOVE_COMMANDS, runMove } from './moves';
import { targetsOf } from './targets';

/** The commands that make, move and change deals, and those that look after the pipeline as a whole. */
export function registerCommands(context: ExtensionContext, pipelines: Pipelines): Disposables {
  const disposables = new Disposables();
  const changes = new Changes();
  for (const command of MOVE_COMMANDS) {
    disposables.add(
      commands.registerCommand(command.id, (...args) => runMove(command, pipelines, changes, args)),
    );
  }
  disposables.add(commands.registerCommand(COMMANDS.undoMove, () => changes.undoLast()));
  disposables.add(commands.registerCommand(COMMANDS.refresh, () => pipelines.refresh()));
  const extension = context.extensionUri;
  const services = { extension, pipelines, changes, targetsOf, changeDeal, changeDeals, namedFolder };
  for (const id of ON_DEMAND) {
    const run = async (...args: unknown[]) => (await import('./onDemand/main')).COMMANDS[id](services, args);
    disposables.add(commands.registerCommand(id, run));
  }
  const tellIfDealIsOpen = () => {
    const uri = window.activeTextEditor?.document.uri;
    const entry = uri && pipelines.entryAt(uri);
    void commands.executeCommand(
      'setContext',
      CONTEXT.dealIsOpen,
      entry !== undefined && entry.kind !== 'note',
    );
  };
  disposables.add(window.onDidChangeActiveTextEditor(tellIfDealIsOpen));
  disposables.add(pipelines.onDidChange(tellIfDealIsOpen));
  tellIfDealIsOpen();
  return disposables;
}
