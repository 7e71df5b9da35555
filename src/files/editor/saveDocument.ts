import type { TextDocument } from 'vscode';
import type { Address } from '../../actions/address';
import type { Plan, Planner } from '../../actions/ports/files';
import { isSameText } from '../../core/byteOrderMark';
import { sayFile } from '../../core/fileSays';
import { error } from '../../core/problem';
import { toUri } from './addresses';
import type { LocalDisk } from './localDisk';
import { updateElsewhere } from './updateElsewhere';

/**
 * Saves what was edited in a document; false where the editor won't.
 *
 * An editor that reads a file while another program writes it has the new text with the size of the old one, takes the file for
 * newer than that text, and refuses to save. What stands in the file already it does save: so that is written for it, if the
 * file still is as the edit found it.
 *
 * @param before the text of the document before the edit
 */
export async function saveDocument<T extends Plan>(
  document: TextDocument,
  { file, before, planner }: { file: Address; before: string; planner: Planner<T> },
  disk: LocalDisk | undefined,
): Promise<boolean> {
  if (await isSaved(document)) return true;
  const onSameText: Planner<T> = (text, at) =>
    isSameText(text, before)
      ? planner(text, at)
      : { ok: false, problem: error('changed-meanwhile', sayFile('changedMeanwhile')) };
  const { written } =
    disk && toUri(file).scheme === 'file'
      ? await disk.update([file], onSameText)
      : await updateElsewhere([file], onSameText);
  return written.length > 0 && isSaved(document);
}

async function isSaved(document: TextDocument): Promise<boolean> {
  return document.save().then(
    saved => saved,
    () => false,
  );
}
