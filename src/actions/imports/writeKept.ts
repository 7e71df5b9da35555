import type { Refusal } from '../../core/refusal';
import { replacing } from '../../core/textEdit';
import type { Address } from '../address';
import { changedEffects } from '../effects';
import type { Files } from '../ports/files';
import type { Unit } from '../result';

/**
 * Writes a file of what imports keep: a new one, or what is there with more. What can't be written or read stays as it is.
 *
 * @param begun the text of a new one
 * @param more the text of one that is there, with what comes in
 */
export async function writeKept(
  files: Files,
  file: Address,
  begun: string,
  more: (text: string) => { readonly ok: true; readonly text: string } | Refusal,
): Promise<Unit[]> {
  if (!(await files.exists(file)))
    return (await files.create(file, begun)) ? [] : [[{ kind: 'created', file, after: begun }]];
  const { written } = await files.update([file], text => {
    const after = more(text);
    if (!after.ok) return after;
    return { ok: true, edited: { edits: replacing(text, after.text), text: after.text } };
  });
  return changedEffects(written).map(effect => [effect]);
}
