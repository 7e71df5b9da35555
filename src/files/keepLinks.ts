import type { Uri } from 'vscode';
import { dealOf } from '../core/deal/entry';
import { keepLinks, linkedFrom } from '../core/notes/keepLinks';
import { applyEdits } from '../core/textEdit';
import { editDeals } from './editDeals';
import type { NotDone, Planner, Plan } from './plan';
import type { Pipelines } from './pipelines';
import type { Renaming } from './renameFiles';

/**
 * Keeps the links of files that have moved leading to where they led, and those of the deals that they link to leading
 * to them. Other files that link to them are not looked for: of thousands that takes longer than anybody waits.
 */
export async function keepLinksOf(
  pipelines: Pipelines,
  moved: readonly Renaming[],
): Promise<{ undo(): Promise<readonly NotDone[]> }> {
  const wasAt = new Map(moved.map(({ from, to }) => [to.toString(), from]));
  const isAt = new Map(moved.map(({ from, to }) => [from.path, to.path]));
  const files = new Map<string, Uri>();
  for (const { from, to } of moved) {
    files.set(to.toString(), to);
    const folder = pipelines.folderOf(to);
    const text = await folder?.textOf(folder.pathOf(to)!);
    for (const led of linkedFrom(text ?? '', from.path)) {
      const uri = to.with({ path: isAt.get(led) ?? led });
      if (dealOf(pipelines.entryAt(uri))) files.set(uri.toString(), uri);
    }
  }
  const planner: Planner<Plan> = ({ uri }, text) => {
    const edits = keepLinks(text, (wasAt.get(uri.toString()) ?? uri).path, uri.path, isAt);
    return { ok: true, edited: { edits, text: applyEdits(text, edits) } };
  };
  return editDeals(pipelines, [...files.values()], planner);
}
