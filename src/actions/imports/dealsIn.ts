import { dealOf, needsAttention } from '../../core/deal/entry';
import { readDeal } from '../../core/deal/readDeal';
import { sourceIdIn } from '../../core/deal/sourceId';
import { dealThere, type DealThere } from '../../core/intake/there';
import type { Problem } from '../../core/problem';
import { addressIn } from '../address';
import type { Home } from '../ports/homes';
import type { Workspace } from '../workspace';

/** What an import has to know of the files of a pipeline. */
export interface FilesThere {
  readonly deals: readonly DealThere[];
  /** Files with another system's id that can't be read as deals, by that id: what they say of the deal is unknown. */
  readonly unread: ReadonlyMap<string, { readonly path: string; readonly problem: Problem }>;
}

/** The files of a pipeline with their texts; none where its folder is yet to be made. */
export async function filesIn(
  { files }: Pick<Workspace, 'files'>,
  { folder, process }: Home,
): Promise<FilesThere> {
  const deals: DealThere[] = [];
  const unread = new Map<string, { path: string; problem: Problem }>();
  if (!(await files.exists(folder))) return { deals, unread };
  for (const { path } of await files.list(folder)) {
    const read = await files.read(addressIn(folder, path));
    if (!('text' in read)) continue;
    const entry = readDeal(path, read.text, process);
    const deal = dealOf(entry);
    const id = deal ? undefined : sourceIdIn(read.text);
    if (deal) deals.push(dealThere(deal, read.text));
    else if (id !== undefined && needsAttention(entry)) unread.set(id, { path, problem: entry.problem });
  }
  for (const { sourceId } of deals) if (sourceId !== undefined) unread.delete(sourceId);
  return { deals, unread };
}

/** The deals of a pipeline with their texts. */
export async function dealsIn(
  workspace: Pick<Workspace, 'files'>,
  home: Home,
): Promise<readonly DealThere[]> {
  return (await filesIn(workspace, home)).deals;
}
