import { editYamlFile, type YamlEdited } from './editYamlFile';
import type { Refusal } from '../refusal';
import { say } from './say';
import { PROCESS_FILE } from './processFile';
import { viewAsItem, type SavedView } from './view';

/** Adds a view to the list `views` of a process file; all else in it stays, to the byte. */
export function addView(text: string, saved: SavedView): YamlEdited | Refusal {
  const several = say('severalDocuments', { file: PROCESS_FILE, what: 'view' });
  return editYamlFile(text, { append: { views: viewAsItem(saved) } }, several);
}
