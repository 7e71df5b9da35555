import type { Pipelines } from '../../files/pipelines';
import { lensesAbove } from './codeLens';
import { completionsAt } from './completion';
import { Figures } from './figures';
import { hoverAt } from './hover';
import { linksIn } from './links';
import { showMissingFields } from './missingFields';
import { definitionsAt, referencesAt } from './references';
import { nameToRename, renameAt } from './rename';

/** What is loaded only when somebody has a deal open: all that is told and offered inside its file. */
export const HELP = {
  completionsAt,
  definitionsAt,
  hoverAt,
  lensesAbove,
  linksIn,
  nameToRename,
  referencesAt,
  renameAt,
  showMissingFields,
  makeFigures: (pipelines: Pipelines) => new Figures(pipelines),
};

export type Help = typeof HELP;
