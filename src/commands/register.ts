import { commands, window, type ExtensionContext } from 'vscode';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, CONTEXT } from '../ids';
import { Changes } from './changes';
import { createSample } from './createSample';
import { MOVE_COMMANDS, runMove } from './moves';

/** The commands that move deals, and those that look after the pipeline as a whole. */
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
  disposables.add(
    commands.registerCommand(COMMANDS.createSample, () => createSample(context.extensionUri, pipelines)),
  );
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
