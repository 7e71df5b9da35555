import { workspace } from 'vscode';
import { NAME_CHOICES, type NameChoice } from '../../core/deal/shortName';
import { SETTINGS } from '../../ids';

/** What the person wants rows of deals to be called. Anybody may have written anything into the settings. */
export function rowName(): NameChoice {
  const wanted = workspace.getConfiguration(SETTINGS.section).get<unknown>(SETTINGS.rowName);
  return NAME_CHOICES.find(choice => choice === wanted) ?? 'short';
}
