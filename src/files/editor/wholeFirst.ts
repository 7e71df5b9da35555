import { l10n, window } from 'vscode';
import { COMMANDS, type CommandId } from '../../ids';
import type { PipelineFolder } from '../pipelineFolder';
import type { Pipelines } from '../pipelines';

/** The commands that would leave something out, or say something wrong, while only a part of the files is known. */
export const WHOLE_COMMANDS: ReadonlySet<CommandId> = new Set<CommandId>([
  COMMANDS.renameShared,
  COMMANDS.nextThree,
  COMMANDS.setForecastCall,
  COMMANDS.exportDeals,
  COMMANDS.exportCalendar,
  COMMANDS.openReview,
  COMMANDS.openBrief,
  COMMANDS.writeHistory,
  COMMANDS.importDeals,
  COMMANDS.adoptNotes,
]);

/** Reads what isn't read yet. Where somebody stops that, says that nothing is done, and answers so. */
export async function wholeFirst(
  pipelines: Pipelines,
  folders?: readonly PipelineFolder[],
): Promise<boolean> {
  const isWhole = await pipelines.whole(folders);
  if (!isWhole) void window.showInformationMessage(notDone());
  return isWhole;
}

/** Why something isn't done. */
export function notDone(): string {
  return l10n.t('Nothing was done: this needs all files of the pipeline, and not all have been read.');
}
